import { describe, expect, test } from "vitest";
import { checkFiling } from "../check-text.ts";

function found(text: string): string[] {
  const report = checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
  return report.checks.map((check) => `${check.rule} ${check.status} ${check.message}`);
}

/** Layouts that add up for a reader who knows them, and for no other. */
describe("right tables that look wrong", () => {
  test("share capital that tells its number of shares is money", () => {
    const text = `Harbour Tools Inc.
CONSOLIDATED BALANCE SHEETS (in millions, except par value)

\t2024\t2023
Shareholders' equity:\t\t
Common stock, $0.01 par value; 900 shares authorized; 245 shares issued and outstanding\t24\t25
Additional paid-in capital\t11,237\t13,109
Retained earnings\t68,038\t29,817
Total shareholders' equity\t79,299\t42,951
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("68,038", "68,083"))).toHaveLength(1);
  });

  test("a segment told in one figure, and the total that includes it", () => {
    expect(
      found(`Harbour Tools Inc.
SEGMENTS (in millions)

\tTools\tMarine\tAll other\tConsolidated
Revenue\t1,204\t872\t\t2,076
Cost of revenue\t(803)\t(561)\t\t(1,364)
Operating income\t401\t311\t(95)\t617
`),
    ).toEqual([]);
  });

  test("a line is interest, and elsewhere interest with that to related parties beside it", () => {
    const text = `Harbour Tankers Inc.
RECONCILIATION OF EBITDA (in US dollars)

\tYear ended December 31, 2022\tYear ended December 31, 2023\tYear ended December 31, 2024
Net income\t61,730,118\t71,134,902\t50,157,344
Plus interest and finance costs\t1,204,551\t1,821,909\t398,320
Plus depreciation\t14,020,337\t15,629,118\t16,991,902
EBITDA\t76,955,006\t88,585,929\t67,547,566

STATEMENTS OF INCOME (in US dollars)

\tYear ended December 31, 2022\tYear ended December 31, 2023\tYear ended December 31, 2024
Revenues\t150,204,551\t183,725,820\t147,479,980
Interest and finance costs\t(1,204,551)\t(1,821,909)\t(16,269)
Interest expense - related party\t--\t--\t(382,051)
Net income\t61,730,118\t71,134,902\t50,157,344
`;
    expect(found(text)).toEqual([]);
    // A slip differs by what no line beside it has.
    expect(found(text.replace("(16,269)\n", "(398,230)\n").replace("(382,051)", "--"))).toHaveLength(1);
  });

  test("earnings per share by their abbreviation may turn to a loss", () => {
    expect(
      found(`Harbour Tankers Inc.
PER SHARE DATA

\tQ4 2023\tQ4 2024\tFY 2023\tFY 2024
EPS - Basic\t(0.02)\t0.10\t3.22\t1.54
`),
    ).toEqual([]);
  });

  test("a filing that rounds each figure for itself misses a unit here and there", () => {
    const text = `Harbour Minerals Limited
STATEMENT OF INCOME (in thousands)

\tQ1 2023\tQ2 2023\tQ3 2023\tQ4 2023\tQ1 2024
Sales\t21,482\t23,078\t21,465\t22,744\t22,745
Other income\t155\t153\t143\t14\t20
Total income\t21,637\t23,232\t21,608\t22,758\t22,764
Materials\t10,974\t11,794\t11,170\t12,472\t11,421
Staff\t2,085\t2,073\t1,896\t1,855\t1,201
Total costs\t13,059\t13,867\t13,066\t14,327\t12,622
Result before tax\t8,578\t9,364\t8,542\t8,431\t10,142
Current tax\t448\t624\t400\t454\t411
Deferred tax\t58\t(13)\t(6)\t(67)\t(20)
Total tax\t506\t610\t393\t387\t391
Result for the period\t8,072\t8,754\t8,149\t8,044\t9,751
Other comprehensive income\t5\t34\t1\t498\t88
Total comprehensive income\t8,077\t8,788\t8,150\t8,542\t9,839
`;
    expect(found(text)).toEqual([]);
  });

  test("prices and what is left of a programme do not add up", () => {
    expect(
      found(`Harbour Tools Inc.
PURCHASES OF SHARES

\tTotal number of shares\tAverage price paid per share\tShares that may yet be purchased
April\t1,204\t298.10\t9,350
May\t2,310\t301.47\t7,040
June\t1,511\t303.32\t5,529
Total\t5,025\t301.22\t5,529
`),
    ).toEqual([]);
  });

  test("a row with fewer cells than the table has columns may stand under others", () => {
    expect(
      found(`Harbour Tools Inc.
OTHER ASSETS (in thousands)

\tJan 1, 2022\tJan 1, 2023\tJan 1, 2024
Deposits\t1,204\t1,377\t1,498
Prepaid tax\t208\t213
Loans\t512\t498\t530
Total\t1,716\t2,083\t2,241
`),
    ).toEqual([]);
  });

  test("a change in percentages is told in points", () => {
    expect(
      found(`Harbour Tools Inc.
HIGHLIGHTS (in thousands)

\t2023\t2024\tChange
Revenue\t1,204\t1,377\t173
Costs\t803\t911\t108
Net income\t401\t466\t65
Operating margin %\t12.1%\t16.0%\t390
`),
    ).toEqual([]);
  });

  test("a saving printed as favourable, in money and in percent", () => {
    const text = `Harbour Tools Inc.
GENERAL EXPENSES (in millions)

\t2024\t2023\tVariance\t%
North\t42\t37\t(5)\t(14)%
South\t36\t34\t(2)\t(6)%
East\t60\t50\t(10)\t(20)%
Advisers\t2\t5\t3\t60%
Total\t140\t126\t(14)\t(11)%
`;
    expect(found(text)).toEqual([]);
  });

  test("a total across that holds a column empty in most lines", () => {
    const text = `Harbour Tools Inc.
CHANGES IN EQUITY (in thousands)

\tCommon stock\tPaid-in capital\tTreasury stock\tRetained earnings\tTotal
Balance at January 1, 2024\t4\t81,479\t(985)\t50,536\t131,034
Services\t\t464\t\t\t464
Grants\t\t1,250\t(15)\t\t1,235
Purchases\t\t\t(310)\t\t(310)
Net income\t\t\t\t7,211\t7,211
Balance at December 31, 2024\t4\t83,193\t(1,310)\t57,747\t139,634
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("139,634", "136,934"))).not.toEqual([]);
  });

  test("averages and what is left, whose header does not say so", () => {
    expect(
      found(`Harbour Tools Inc.
PURCHASES

\tAll\tEach\tOf the plan\tOpen
April\t1,204\t298.10\t1,204\t9,350
May\t2,310\t301.47\t2,310\t7,040
June\t1,511\t303.32\t1,511\t5,529
Total\t5,025\t301.22\t5,025\t5,529
`),
    ).toEqual([]);
  });

  test("changes at the exchange rates of another year beside those that are printed", () => {
    const text = `Harbour Tools Inc.
REVENUE (in millions)

\t2024\t2023\t% Increase\t% Increase (2)
North\t3,769\t3,769\t0%\t(1%)
South\t322\t257\t25%\t25%
East\t128\t113\t13%\t13%
West\t4,695\t4,402\t7%\t6%
Rest\t870\t849\t2%\t2%
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("\t13%\t13%", "\t31%\t13%"))).toHaveLength(1);
  });

  test("changes in percent of which the first and the last carry the mark", () => {
    expect(
      found(`Harbour Tools Inc.
REVENUE (in millions)

\tDecember 31, 2024\tSeptember 30, 2024\tDecember 31, 2023\t\t
Equity\t$1,025\t$1,174\t$1,115\t(13)%\t(8)%
Debt\t948\t726\t526\t31\t80
Underwriting\t1,973\t1,900\t1,641\t4\t20
Bonds\t1,304\t1,995\t1,498\t(35)\t(13)
Loans\t587\t655\t466\t(10)\t26
Markets\t1,891\t2,650\t1,964\t(29)\t(4)
Total\t$3,864\t$4,550\t$3,605\t(15)%\t7%
`),
    ).toEqual([]);
  });

  test("a column in which hardly a sum of the others ties", () => {
    const text = `Harbour Tools Inc.
REVENUE (in millions)

\tDecember 31, 2024\tSeptember 30, 2024\tDecember 31, 2023\t
Equity\t1,025\t1,174\t1,115\t92
Debt\t948\t726\t526\t180
Total underwriting\t1,973\t1,900\t1,641\t120
Bonds\t1,304\t1,995\t1,498\t87
Loans\t587\t655\t466\t126
Total markets\t1,891\t2,650\t1,964\t96
Cards\t210\t201\t188\t112
Leases\t124\t119\t131\t95
Total consumers\t334\t320\t319\t105
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("2,650", "2,560"))).toHaveLength(1);
  });

  test("changes in percent whose header a converter put over the columns beside it", () => {
    const text = `Harbour Tools Inc.
RESULTS (in millions)

\tGAAP 2024\tAdjusted 2024\tGAAP 2023\tAdjusted 2023\tAdjusted change %
Pumps\t406\t406\t380\t380\t6.8%
Valves\t849\t849\t800\t800\t6.1%
Rents\t120\t120\t100\t100\t20.0%
Services\t571\t590\t530\t530\t7.7%
`;
    expect(found(text)).toEqual([]);
    // Here the header is right, and one figure is not.
    expect(found(text.replace("590", "571").replace("6.1%", "1.6%"))).toHaveLength(1);
  });

  test("marks of footnotes in a column of their own, an empty one before it", () => {
    const text = `Harbour Tools Inc.

VALUATION ACCOUNTS (in millions)

| Description |  | Balance at beginning |  |  | Additions |  |  |  | Deductions |  |  |  | Balance at end |  |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| Doubtful accounts |  | $ | 26 |  | $ | 213 |  | (2) | $ | (130) |  | (4) | $ | 109 |
| Returns |  | $ | 13 |  | $ | 104 |  | (2) | $ | (91) |  | (4) | $ | 26 |
| Deferred tax |  | $ | 907 |  | $ | 577 |  | (3) | $ | — |  |  | $ | 1,484 |
| Rebates |  | $ | 310 |  | $ | 44 |  | (3) | $ | (20) |  | (4) | $ | 334 |
`;
    expect(found(text)).toEqual([]);
  });

  test("percentages of sales whose change is told in points", () => {
    expect(
      found(`Harbour Tools Inc.
RESULTS (in thousands)

\tThree Months Ended
\t2024\t2023\tIncrease (Decrease)
Net sales\t934.7\t997.9\t(63.2)
Gross profit\t428.4\t416.5\t11.9
Percent of net sales\t45.8%\t41.7%\t410
Selling expenses\t295.5\t300.7\t(5.2)
Percent of net sales\t31.6%\t30.1%\t150
Operating profit\t132.9\t115.8\t17.1
Percent of net sales\t14.2%\t11.6%\t260
`),
    ).toEqual([]);
  });

  test("a cell that holds words is not nil", () => {
    expect(
      found(`Harbour Tools Inc.
EQUIPMENT (in thousands)

\t2024\t2023
Land\t1,205\t1,205
Buildings\t6,640\t6,640 39 years
Fittings\t403\t396 3 - 10 years
Machines\t17,143\t15,448 3 - 10 years
\t25,391\t23,689
`),
    ).toEqual([]);
  });

  test("a row with a figure below no column is out of place", () => {
    expect(
      found(`Harbour Tools Inc.
CHANGES IN EQUITY (in millions)

\tCommon stock\tPaid-in capital\tRetained earnings\tTotal
Balance at January 28, 2024\t3.1\t613.6\t219.5\t\t836.2
Net income\t-\t-\t50.5\t50.5
Awards\t-\t7.9\t-\t7.9
Balance at April 29, 2024\t3.1\t621.5\t270.0\t894.6
Net income\t-\t-\t2.8\t2.8
Awards\t0.5\t1.3\t-\t1.8
Balance at July 29, 2024\t3.6\t622.8\t272.8\t899.2
`),
    ).toEqual([]);
  });

  test("a day above the year of its column", () => {
    const text = `Harbour Tools Inc.
CONSOLIDATED BALANCE SHEETS

\tFebruary 29,\tAugust 31,
\t2024\t2023
Cash and cash equivalents\t33,665\t117,096
Prepaid expenses\t30,000\t12,500
Total assets\t63,665\t129,596

CONSOLIDATED STATEMENTS OF CASH FLOWS

\tSix Months Ended
\tFebruary 29,\tFebruary 28,
\t2024\t2023
Net cash used in operating activities\t(83,431)\t81,661
Net increase (decrease) in cash and cash equivalents\t(83,431)\t81,661
Cash and cash equivalents, beginning of period\t117,096\t84,223
Cash and cash equivalents, end of period\t33,665\t165,884
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("\t33,665\t165,884", "\t36,365\t165,884"))).not.toEqual([]);
  });
});

/** Cells as a converter wrote them down, one by one. */
describe("marks and empty cells in text", () => {
  const apart = `Harbour Tools Inc.
OPERATING EXPENSES (in thousands)

\t\t2024\t\t\t2023\t
Salaries\t$\t1,204\t\t$\t1,377\t
Rent\t\t310\t\t\t298\t
Recovered\t\t(95\t)\t\t(87\t)
Advisers\t\t64\t\t\t71\t
Total\t$\t1,483\t\t$\t1,659\t
Of revenue\t\t12.1\t%\t\t13.4\t%
`;

  test("marks in cells of their own belong to the number beside them", () => {
    expect(found(apart)).toEqual([]);
    expect(found(apart.replace("\t64\t", "\t46\t"))).toHaveLength(1);
  });

  test("where a mark stands in the column of the numbers without one, its number belongs there", () => {
    const text = apart.replace(/^(Rent|Advisers)\t\t(\d+)\t\t\t(\d+)\t$/gm, "$1\t$2\t\t\t$3\t\t");
    expect(text).not.toBe(apart);
    expect(found(text)).toEqual([]);
    expect(found(text.replace("\t64\t", "\t46\t"))).toHaveLength(1);
  });

  const dropped = `Harbour Tools Inc.
BALANCE SHEETS (in thousands)

2024\t2023\t2022
Cash\t$\t1,204\t$\t1,377\t$\t1,498
Inventories
Tools\t310\t298\t277
Parts\t95\t104
Deposits\t64\t71\t80
Total assets\t$\t1,673\t$\t1,746\t$\t1,959
`;

  test("a row that lacks cells may lack any of them", () => {
    expect(found(dropped)).toEqual([]);
  });

  test("full rows stand under their columns, over the headings between them", () => {
    const text = dropped.replace("Parts\t95\t104", "Parts\t95\t0\t104");
    expect(found(text)).toEqual([]);
    expect(found(text.replace("\t277", "\t727"))).toHaveLength(1);
  });

  test("adjusted earnings per share, over shares that dilute a profit and not the loss before it", () => {
    const text = `Harbour Tools Inc.
ADJUSTED RESULTS (in thousands, except per share data)

\tYear ended December 31,\t
\t2024\t2023
Net income (loss)\t9,412\t(1,204)
Restructuring costs\t2,604\t9,171
Adjusted net income\t12,016\t7,967
Diluted weighted average shares outstanding\t10,012\t9,004
Diluted earnings (loss) per share\t0.94\t(0.13)
Adjusted diluted earnings per share\t1.20\t0.85
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("1.20\t0.85", "1.20\t0.58"))).toHaveLength(1);
  });

  test("units of limited partners share a part of the result", () => {
    const text = `Harbour Pipelines L.P.
STATEMENTS OF OPERATIONS (in thousands, except per unit data)

\tYear ended December 31,\t
\t2024\t2023
Net income attributable to the partnership\t14,118\t17,314
Less: general partner's interest in net income\t292\t238
Limited partners' interest in net income\t13,826\t17,076
Weighted average limited partner units outstanding\t50,814\t57,973
Net income per limited partner unit\t0.27\t0.29
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("0.27\t0.29", "0.27\t0.92"))).toHaveLength(1);
  });

  test("sentences do not speak of summarized statements of a part of the group", () => {
    const text = (title: string): string => `Harbour Tools Inc.

Operating profit for the year ended December 31, 2024 was $132.9 million, or 14.2% of net sales, compared with $108.9 million, or 10.9% of net sales, for 2023.

SEGMENTS (in millions)

\tYear ended December 31,\t
\t2024\t2023
Tools\t90.4\t70.2
Parts\t42.5\t38.7
Operating profit\t132.9\t108.9

${title} (in millions)

\tYear ended December 31,\t
\t2024\t2023
Net sales\t777.3\t751.1
Cost of products sold\t428.0\t420.6
Gross profit\t349.3\t330.5
`;
    expect(found(text("Summarized Income Statement Information of the Guarantors"))).toEqual([]);
    expect(found(text("Statements of Income"))).not.toEqual([]);
  });
});
