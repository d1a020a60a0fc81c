import { describe, expect, test } from "vitest";
import { layOut } from "../../../src/read/layout/layout.ts";
import { lineOf } from "../../../src/read/layout/line.ts";

/** Cells parted by bars; "<1+2>" a header over columns 1 and 2, "R1,2" a rule above, "?" columns not certain. */
function shown(text: string): string[] {
  const lines = text
    .split("\n")
    .map((source, i) => lineOf(i + 1, source, source, source.includes("\f") ? ["page"] : []));
  return layOut(lines).flatMap((block) => {
    if (block.kind === "paragraph") return [`# ${block.text}`];
    return block.rows.map((row) => {
      const cells = row.header
        ? row.cells
            .filter((cell) => cell.text !== "")
            .map((cell) => `<${cell.col}+${cell.span ?? 1}>${cell.text}`)
        : row.cells.map((cell) => cell.text);
      return `${row.ruled ? `R${row.ruled.join(",")} ` : ""}${row.ragged ? "? " : ""}${cells.join(" | ")}`;
    });
  });
}

const header = "                           2003       2002\n";

describe("lines become grids", () => {
  test.each<[string, string, string[]]>([
    [
      "marks of money, brackets and percent signs apart from their digits",
      `${header}Sales                   $ 1,402    $ 1,737\nLoss                    (   56)    $  (60)\nMargin                     12 %     (3.4) %`,
      ["<1+1>2003 | <2+1>2002", "Sales | 1,402 | 1,737", "Loss | ( 56) | (60)", "Margin | 12 % | (3.4) %"],
    ],
    [
      "a range is one text",
      `${header}Goodwill                  1,402      1,737    20 - 40\nSoftware                    241        279     6 - 20\nTotal                     1,643      2,016`,
      [
        "<1+1>2003 | <2+1>2002",
        "Goodwill | 1,402 | 1,737 | 20 - 40",
        "Software | 241 | 279 | 6 - 20",
        "Total | 1,643 | 2,016 | ",
      ],
    ],
    [
      "years with the mark of a footnote, behind words",
      `Statement data (1)        2003(2)       2002\nSales                     1,402        1,737\nLoss                        (56)         (60)`,
      ["<0+1>Statement data (1) | <1+1>2003(2) | <2+1>2002", "Sales | 1,402 | 1,737", "Loss | (56) | (60)"],
    ],
    [
      "a digit that a converter set apart from its number",
      `${header}Cost                        103         11  2\nResearch                    241        279\nMarketing                   263        291\nOffice                       73         94`,
      [
        "<1+1>2003 | <2+1>2002",
        "? Cost | 103 | 11",
        "Research | 241 | 279",
        "Marketing | 263 | 291",
        "Office | 73 | 94",
      ],
    ],
    [
      "dots up to the figures, rule lines above sums",
      `${header}Deposits..............      250        603\nLoans .  . . . . . . .    1,000      2,000\n                          -----      -----\n  Total...............    1,250      2,603\n                          =====      =====`,
      [
        "<1+1>2003 | <2+1>2002",
        "Deposits | 250 | 603",
        "Loans | 1,000 | 2,000",
        "R1,2 Total | 1,250 | 2,603",
      ],
    ],
    [
      "headers over groups of columns",
      "                  Three Months Ended      Nine Months Ended\n                  June 26,   June 27,    June 26,   June 27,\n                     1998       1997        1998       1997\nNet sales           1,402      1,737       4,385      5,467\nNet cost              101         56         203        884",
      [
        "<1+2>Three Months Ended | <3+2>Nine Months Ended",
        "<1+1>June 26, | <2+1>June 27, | <3+1>June 26, | <4+1>June 27,",
        "<1+1>1998 | <2+1>1997 | <3+1>1998 | <4+1>1997",
        "Net sales | 1,402 | 1,737 | 4,385 | 5,467",
        "Net cost | 101 | 56 | 203 | 884",
      ],
    ],
    [
      "dates of one line parted by single spaces",
      "                      Jun 30, Mar 31, Jun 30,\n                        2003    2003    2002\nNet loss               (370)   (631)   (694)\nCosts                    126     334     200",
      [
        "<1+1>Jun 30, | <2+1>Mar 31, | <3+1>Jun 30,",
        "<1+1>2003 | <2+1>2003 | <3+1>2002",
        "Net loss | (370) | (631) | (694)",
        "Costs | 126 | 334 | 200",
      ],
    ],
    [
      "a rule below several headers is that of none of them",
      "                       Third Quarter          Nine Months\n                     2004   2003  Change     2004   2003  Change\n                     __________________      ___________________\nNet sales           1,402  1,737   (19%)    4,385  5,467    (20%)\nNet cost              101    156   (35%)      203    884    (77%)",
      [
        "<1+3>Third Quarter | <4+3>Nine Months",
        "<1+1>2004 | <2+1>2003 | <3+1>Change | <4+1>2004 | <5+1>2003 | <6+1>Change",
        "Net sales | 1,402 | 1,737 | (19%) | 4,385 | 5,467 | (20%)",
        "Net cost | 101 | 156 | (35%) | 203 | 884 | (77%)",
      ],
    ],
    [
      "headers that reach over the column beside their own",
      "                             2004   2003  Change\nNet sales                  $1,402   $1,737   (19%)\nGross profit               $  360   $  348      3%\nNet cost                   $   76   $  101    (25%)",
      [
        "<1+1>2004 | <2+1>2003 | <3+1>Change",
        "Net sales | $1,402 | $1,737 | (19%)",
        "Gross profit | 360 | 348 | 3%",
        "Net cost | 76 | 101 | (25%)",
      ],
    ],
    [
      "headers set apart from narrow figures, groups above them by the lines between",
      "                            Thirteen Weeks Ended      Thirty-Nine Weeks Ended\n                          November 1,  November 2,   November 1,  November 2,\n                              1997         1996          1997         1996\nCost of sales.............        67.4%        67.6%        67.6%        67.9%\nGross profit..............        32.6%        32.4%        32.4%        32.1%",
      [
        "<1+2>Thirteen Weeks Ended | <3+2>Thirty-Nine Weeks Ended",
        "<1+1>November 1, | <2+1>November 2, | <3+1>November 1, | <4+1>November 2,",
        "<1+1>1997 | <2+1>1996 | <3+1>1997 | <4+1>1996",
        "Cost of sales | 67.4% | 67.6% | 67.6% | 67.9%",
        "Gross profit | 32.6% | 32.4% | 32.4% | 32.1%",
      ],
    ],
    [
      "the number of a page between two halves",
      `${header}Sales                    1,402      1,737\nCosts                      101        156\n\n                   - 3 -\n\nRents                      230        391`,
      [
        "<1+1>2003 | <2+1>2002",
        "Sales | 1,402 | 1,737",
        "Costs | 101 | 156",

        "Rents | 230 | 391",
      ],
    ],
    [
      "a wide space inside the words of a header",
      "                  THREE MONTHS           NINE  MONTHS\n                     ENDED                  ENDED\n                June 26,  June 27,     June 26,  June 27,\n                  1998      1997         1998      1997\nNet sales        1,402     1,737        4,385     5,467\nNet cost           101        56          203       884",
      [
        "<1+2>THREE MONTHS | <3+2>NINE MONTHS",
        "<1+2>ENDED | <3+2>ENDED",
        "<1+1>June 26, | <2+1>June 27, | <3+1>June 26, | <4+1>June 27,",
        "<1+1>1998 | <2+1>1997 | <3+1>1998 | <4+1>1997",
        "Net sales | 1,402 | 1,737 | 4,385 | 5,467",
        "Net cost | 101 | 56 | 203 | 884",
      ],
    ],
    [
      "marks of nil with those of money and percentages",
      `${header}Share of sales           --%        7%\nCharges                  $--       155\nTransfers                -0-     (---)\nOther                     12         9`,
      [
        "<1+1>2003 | <2+1>2002",
        "Share of sales | --% | 7%",
        "Charges | $-- | 155",
        "Transfers | -0- | (---)",
        "Other | 12 | 9",
      ],
    ],
    [
      "a change as an amount and in percent under one header",
      "                  2024      2023         Change\nPremium          3,516     2,910     606      21 %\nFunded             472       447      25       6 %",
      [
        "<1+1>2024 | <2+1>2023 | <3+2>Change",
        "Premium | 3,516 | 2,910 | 606 | 21 %",
        "Funded | 472 | 447 | 25 | 6 %",
      ],
    ],
    [
      "columns one space apart, cells left empty",
      `Balance at 1991     118,386 $ 278,865  $1,492,024\nStock options         4,093   155,388\nRepurchase           (4,000) (151,943)    (60,682)\nNet income                                530,373`,
      [
        "Balance at 1991 | 118,386 | 278,865 | $1,492,024",
        "Stock options | 4,093 | 155,388 | ",
        "Repurchase | (4,000) | (151,943) | (60,682)",
        "Net income |  |  | 530,373",
      ],
    ],
    [
      "captions over several lines, in lower and in upper case",
      `${header}Selling, general and\n  administrative            216        307\nBASIC EARNINGS PER COMMON\n  SHARE                     101         56\nTotal costs                 317        363`,
      [
        "<1+1>2003 | <2+1>2002",
        "Selling, general and administrative | 216 | 307",
        "BASIC EARNINGS PER COMMON SHARE | 101 | 56",
        "Total costs | 317 | 363",
      ],
    ],
    [
      "a heading is no first half of the line below",
      `${header}Current assets:\n  Cash                      216        307\nLiabilities\n  Payable                   101         56`,
      [
        "<1+1>2003 | <2+1>2002",
        "Current assets: |  | ",
        "Cash | 216 | 307",
        "Liabilities |  | ",
        "Payable | 101 | 56",
      ],
    ],
    [
      "footnote marks, years and days that belong to the caption",
      `Cash (1)                  1,216      1,307\nBalance, June 30, 1996      400        500\nOther                    250(7)(8)     300`,
      ["Cash (1) | 1,216 | 1,307", "Balance, June 30, 1996 | 400 | 500", "Other | 250(7)(8) | 300"],
    ],
    [
      "tabs reach to the next eighth place",
      "\t\t\t2003\t2002\nSales\t\t\t1,402\t1,737\nCosts\t\t\t  901\t  937",
      ["<1+1>2003 | <2+1>2002", "Sales | 1,402 | 1,737", "Costs | 901 | 937"],
    ],
    [
      "columns that drift with their captions are told by their number; a row with fewer is not certain",
      "Revenues   110,610,106    123,912,194    17,719,208\nCosts of revenues   (47,798,376)   (55,155,561)   (7,887,140)\nSelling and administrative expenses   (31,356,941)   (34,352,348)   (4,912,320)\nOther income and all that comes with it, net   726,735    (605,083)\nProfit   31,454,789   34,404,285   4,919,748",
      [
        "Revenues | 110,610,106 | 123,912,194 | 17,719,208",
        "Costs of revenues | (47,798,376) | (55,155,561) | (7,887,140)",
        "Selling and administrative expenses | (31,356,941) | (34,352,348) | (4,912,320)",
        "? Other income and all that comes with it, net | 726,735 | (605,083)",
        "Profit | 31,454,789 | 34,404,285 | 4,919,748",
      ],
    ],
    [
      "a number run into the caption; a short one may be a footnote",
      `${header}Sales                     1,402      1,737\nIncome before taxes730                 (60)\nLoss of what was sold(2)               (2)`,
      [
        "<1+1>2003 | <2+1>2002",
        "Sales | 1,402 | 1,737",
        "Income before taxes | 730 | (60)",
        "? Loss of what was sold | (2) | (2)",
      ],
    ],
    [
      "words taken apart letter by letter, and the row that they pushed away",
      "Cash                                        1,402      1,737\nLoans                                         901        937\n T o t a l   a s s e t s                    2,303      2,674\nDebt                                          303        674\nEquity                                      2,000      2,000\nTo    t    a    l         d    e    b    t         a    n    d         e    q    u    i    t    y $ 2,303   $ 2,674\nNotes                                           3          4\nMore                                            3          4\nLess                                            3          4\nRest                                            3          4",
      [
        "Cash | 1,402 | 1,737",
        "Loans | 901 | 937",
        "Total assets | 2,303 | 2,674",
        "Debt | 303 | 674",
        "Equity | 2,000 | 2,000",
        "Total debt and equity | 2,303 | 2,674",
        ...["Notes", "More", "Less", "Rest"].map((name) => `${name} | 3 | 4`),
      ],
    ],
    [
      "dates in digits are no figures",
      "                     12/31/99    9/25/99\nCash                   $3,660     $3,226\nDebt                      300        310",
      ["<1+1>12/31/99 | <2+1>9/25/99", "Cash | $3,660 | $3,226", "Debt | 300 | 310"],
    ],
    [
      "a header over three columns that touches the one in the middle",
      "                      Year Ended\n              2003       2002       2001\nSales        1,402      1,737      1,650\nCosts          901        937        884",
      [
        "<1+3>Year Ended",
        "<1+1>2003 | <2+1>2002 | <3+1>2001",
        "Sales | 1,402 | 1,737 | 1,650",
        "Costs | 901 | 937 | 884",
      ],
    ],
    [
      "figures and headers that start alike, groups from where they start to the next",
      "               Three Months Ended         Six Months Ended\n               July 29,     July 30,      July 29,     July 30,\n               2023         2022          2023         2022\nNet sales      $ 1,163.8    $ 1,136.0     $ 2,400.9    $ 2,514.4\nCost of sales  857.9        853.8         1,807.7      1,933.7\nGross profit   305.9        282.2         593.2        580.7\nRents          (0.2)        1.2           (0.3)        4.7",
      [
        "<1+2>Three Months Ended | <3+2>Six Months Ended",
        "<1+1>July 29, | <2+1>July 30, | <3+1>July 29, | <4+1>July 30,",
        "<1+1>2023 | <2+1>2022 | <3+1>2023 | <4+1>2022",
        "Net sales | 1,163.8 | 1,136.0 | 2,400.9 | 2,514.4",
        "Cost of sales | 857.9 | 853.8 | 1,807.7 | 1,933.7",
        "Gross profit | 305.9 | 282.2 | 593.2 | 580.7",
        "Rents | (0.2) | 1.2 | (0.3) | 4.7",
      ],
    ],
    [
      "years over the columns they are centred on, not over changes beside them",
      "                              2014                          2013\n                   GAAP     Adj.    Non-GAAP     GAAP     Adj.    Non-GAAP     GAAP     Non-GAAP\nRevenues         11,320        6      11,326   10,947       14      10,961       3%           3%\nExpenses          6,411     (841)      5,570    5,947     (559)      5,388       8%           3%",
      [
        "<1+3>2014 | <4+3>2013",
        "<1+1>GAAP | <2+1>Adj. | <3+1>Non-GAAP | <4+1>GAAP | <5+1>Adj. | <6+1>Non-GAAP | <7+1>GAAP | <8+1>Non-GAAP",
        "Revenues | 11,320 | 6 | 11,326 | 10,947 | 14 | 10,961 | 3% | 3%",
        "Expenses | 6,411 | (841) | 5,570 | 5,947 | (559) | 5,388 | 8% | 3%",
      ],
    ],
    [
      "a wide space between rows of the same columns",
      "                           2003       2002\nFees                      1,402      1,737\n\n\n\n\n\n\nInterest                    901        937",
      ["<1+1>2003 | <2+1>2002", "Fees | 1,402 | 1,737", "Interest | 901 | 937"],
    ],
    [
      "nothing but marks of nil below their caption",
      "                           2003       2002\nFees                      1,402      1,737\nRents\n                             --         --\nTotal                     1,402      1,737",
      ["<1+1>2003 | <2+1>2002", "Fees | 1,402 | 1,737", "Rents | -- | --", "Total | 1,402 | 1,737"],
    ],
    [
      "fiscal years behind words over the captions",
      "Dollars in millions        FY22       FY21\nEarnings                  1,402      1,737\nInterest                    901        937",
      [
        "<0+1>Dollars in millions | <1+1>FY22 | <2+1>FY21",
        "Earnings | 1,402 | 1,737",
        "Interest | 901 | 937",
      ],
    ],
    [
      "dates behind headers of two columns of words",
      "in millions     Classification               July 30,    January 29,\n                                               2023         2023\nOperating       Right-of-use assets           7,139        6,941\nFinance         Equipment                     2,881        2,899",
      [
        "<0+1>in millions | <0+1>Classification | <1+1>July 30, | <2+1>January 29,",
        "<1+1>2023 | <2+1>2023",
        "Operating Right-of-use assets | 7,139 | 6,941",
        "Finance Equipment | 2,881 | 2,899",
      ],
    ],
    [
      "a year with the mark of a footnote apart from it",
      "ASSETS                 November 2,    February 3,\n                          2024          2024 (1)\nCash                     1,402          1,737\nDebt                       901            937",
      [
        "<0+1>ASSETS | <1+1>November 2, | <2+1>February 3,",
        "<1+1>2024 | <2+1>2024 (1)",
        "Cash | 1,402 | 1,737",
        "Debt | 901 | 937",
      ],
    ],
    [
      "the number of a page above a line across it, which is no rule above a sum",
      "                           2003       2002\nSales                     1,402      1,737\nCosts                       901        937\n                         7\n--------------------------------------------------------------------------------\nRents                       101        137",
      ["<1+1>2003 | <2+1>2002", "Sales | 1,402 | 1,737", "Costs | 901 | 937", "Rents | 101 | 137"],
    ],
    [
      "cells run together with the same space between all: a row with fewer is not certain",
      "        Trading\n      123        45        1,678        (19.5)\n        Other revenue\n   1,123        45,123        78        2.5\n        Sum\n      8        1,045,332        19,678        (9.5)\n        Provision\n      1,514        877",
      [
        "<1+4>Trading",
        " | 123 | 45 | 1,678 | (19.5)",
        "Other revenue | 1,123 | 45,123 | 78 | 2.5",
        "Sum | 8 | 1,045,332 | 19,678 | (9.5)",
        "? Provision | 1,514 | 877",
      ],
    ],
    [
      "headers a single space apart, each in the middle of its column",
      "                    4Q       3Q      4Q   4Q21 vs 4Q21 vs Full Year  Full Year\n                  2021     2021    2020     3Q21    4Q20     2021       2020\nNet income       $3,123   $3,171  $3,175    (1.5)   (1.6) $12,494    $12,825\nAdjustment           27       26      26     3.8     3.8      106         99",
      [
        "<1+1>4Q | <2+1>3Q | <3+1>4Q | <4+1>4Q21 vs | <5+1>4Q21 vs | <6+1>Full Year | <7+1>Full Year",
        "<1+1>2021 | <2+1>2021 | <3+1>2020 | <4+1>3Q21 | <5+1>4Q20 | <6+1>2021 | <7+1>2020",
        "Net income | $3,123 | $3,171 | $3,175 | (1.5) | (1.6) | $12,494 | $12,825",
        "Adjustment | 27 | 26 | 26 | 3.8 | 3.8 | 106 | 99",
      ],
    ],
    [
      "fiscal years over their quarters",
      "                  Fiscal 2013                        Fiscal 2014\n           Q1      Q2      Q3      Q4       Q1      Q2      Q3      Q4\nFees     1,371   2,171   2,101   3,769    1,399   2,121   2,128   3,769\nRents      203     218     231     257      254     259     287     322",
      [
        "<1+4>Fiscal 2013 | <5+4>Fiscal 2014",
        "<1+1>Q1 | <2+1>Q2 | <3+1>Q3 | <4+1>Q4 | <5+1>Q1 | <6+1>Q2 | <7+1>Q3 | <8+1>Q4",
        "Fees | 1,371 | 2,171 | 2,101 | 3,769 | 1,399 | 2,121 | 2,128 | 3,769",
        "Rents | 203 | 218 | 231 | 257 | 254 | 259 | 287 | 322",
      ],
    ],
    [
      "a footnote's number behind the caption, and a column of them",
      "                           2003       2002\nSales 6                     402        737       1\nProfit 6                    901        937\nCosts                       901        937       2",
      [
        "<1+1>2003 | <2+1>2002",
        "Sales 6 | 402 | 737 | 1",
        "Profit 6 | 901 | 937 | ",
        "Costs | 901 | 937 | 2",
      ],
    ],
    [
      "losses of one digit are no footnotes where they stand in columns",
      "                          2003       2002\nGains                         8         (4)\nLosses                      (13)        (6)\nRents                         9         (1)\nCosts                        (3)        (2)",
      [
        "<1+1>2003 | <2+1>2002",
        "Gains | 8 | (4)",
        "Losses | (13) | (6)",
        "Rents | 9 | (1)",
        "Costs | (3) | (2)",
      ],
    ],
    [
      "notes that a line refers to, and the day of a date",
      "                           2003       2002\nExchangeable notes 13, 19 1,402      1,737\nTax 9 and 10                901        937\nBalance January 28,         101        137",
      [
        "<1+1>2003 | <2+1>2002",
        "Exchangeable notes 13, 19 | 1,402 | 1,737",
        "Tax 9 and 10 | 901 | 937",
        "Balance January 28, | 101 | 137",
      ],
    ],
    [
      "text right of the columns is no part of a caption",
      "                           2003       2002\nAdjusted profit                                   repurchases in the\nper share                 1,402      1,737\nRents                       101        137",
      ["<1+1>2003 | <2+1>2002", "Adjusted profit per share | 1,402 | 1,737", "Rents | 101 | 137"],
    ],
    [
      "brackets at both edges of a wide cell",
      "                       2003           2002\nInventories        (  943     )    3,396\nPayables           (  205     )    (  1,002   )",
      ["<1+1>2003 | <2+1>2002", "Inventories | ( 943 ) | 3,396", "Payables | ( 205 ) | ( 1,002 )"],
    ],
    [
      "a cell broken over two lines: the row is not certain",
      "                           2003         2002\nRetained earnings        68,493       60,954\nOther losses             ( 930   )    (      )\n                                       1,103\nTotal                    67,563       59,851",
      [
        "<1+1>2003 | <2+1>2002",
        "Retained earnings | 68,493 | 60,954",
        "? Other losses ( 930 ) ( ) |  | 1,103",
        "Total | 67,563 | 59,851",
      ],
    ],
    [
      "a row of figures with words behind is no header of what follows",
      "                           2003       2002\nSales                     1,402      1,737\nMargin                       43%        46%      (300) bp.\nCosts                       901        937",
      [
        "<1+1>2003 | <2+1>2002",
        "Sales | 1,402 | 1,737",
        "? Margin 43% 46% (300) bp. |  | ",
        "Costs | 901 | 937",
      ],
    ],
    [
      "columns that stand elsewhere on the next page",
      "                           2003       2002\nSales       6             1,402      1,737\nCosts      12               901        937\nRents                       501        737\n\f                          11 \nFees        6                       11,402     11,737\nWages      12                        1,901      1,937\nTaxes                                2,501      2,737",
      [
        "<2+1>2003 | <3+1>2002",
        "Sales | 6 | 1,402 | 1,737",
        "Costs | 12 | 901 | 937",
        "Rents |  | 501 | 737",
        "Fees | 6 | 11,402 | 11,737",
        "Wages | 12 | 1,901 | 1,937",
        "Taxes |  | 2,501 | 2,737",
      ],
    ],
    [
      "the number of a page before the next page",
      "                           2003       2002\nSales                     1,402      1,737\nCosts                       901        937\n\n                        7\n\fAldermoor Limited",
      ["<1+1>2003 | <2+1>2002", "Sales | 1,402 | 1,737", "Costs | 901 | 937", "# Aldermoor Limited"],
    ],
    [
      "one tab between all cells parts them and reaches to no place",
      "\tTools\tMarine\n\t2003\t2002\t2003\t2002\nSales\t1,402\t1,737\t4,385\t5,467\nCost of what was sold to others\t901\t56\t203\t884\nRents\t101\t137\t203\nTaxes\t1\t2\t3\t4",
      [
        "",
        "<1+1>2003 | <2+1>2002 | <3+1>2003 | <4+1>2002",
        "Sales | 1,402 | 1,737 | 4,385 | 5,467",
        "Cost of what was sold to others | 901 | 56 | 203 | 884",
        "? Rents | 101 | 137 | 203",
        "Taxes | 1 | 2 | 3 | 4",
      ],
    ],
  ])("%s", (_, text, rows) => {
    expect(shown(text)).toEqual(rows);
  });
});

describe("what is no table stays text", () => {
  test.each<[string, string, string[]]>([
    [
      "lines that a margin broke are one paragraph",
      "Net revenues for the fourth quarter of the year were higher and came to\n$11,506,000, up slightly from $11,492,000 in the quarter before that one.\n\nMore.",
      [
        "# Net revenues for the fourth quarter of the year were higher and came to $11,506,000, up slightly from $11,492,000 in the quarter before that one.",
        "# More.",
      ],
    ],
    [
      "text set to both margins whose lines end in numbers",
      "The  company  held  cash  equivalents  of  1,203\nand  short  term   investments  that  came to  54\nat the end.",
      ["# The company held cash equivalents of 1,203 and short term investments that came to 54 at the end."],
    ],
    [
      "titles stay apart",
      "                  ALDERMOOR LIMITED\n            CONDENSED BALANCE SHEETS",
      ["# ALDERMOOR LIMITED", "# CONDENSED BALANCE SHEETS"],
    ],
  ])("%s", (_, text, blocks) => {
    expect(shown(text)).toEqual(blocks);
  });
});

test("places are those of the source", () => {
  const source = "\tSales\t\t$  1,402   ( 60)";
  const [block] = layOut([lineOf(1, "             2003     2002"), lineOf(2, source), lineOf(3, source)]);
  const cells = block?.kind === "grid" ? (block.rows.at(-1)?.cells ?? []) : [];
  expect(cells.map(({ column, endColumn }) => source.slice(column - 1, endColumn - 1))).toEqual([
    "Sales",
    "1,402",
    "( 60)",
  ]);
});
