/** What real statements look like beyond the first two filings: each right as it stands, and with one slip. */
import { describe, expect, test } from "vitest";
import { checkFiling } from "../check-text.ts";

interface Found {
  readonly failing: readonly string[];
  readonly tied: number;
  readonly printed: number;
}

function check(text: string): Found {
  const { checks, figures } = checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
  return {
    failing: checks.map(({ status, message }) => `${status} ${message}`),
    tied: figures.tied,
    printed: figures.printed,
  };
}

interface Case {
  readonly text: string;
  /** At least so many figures tie where the filing is right. */
  readonly tied: number;
  /** A slip: what is printed, and what it is turned into. */
  readonly slips: readonly (readonly [string, string])[];
}

const cases: Readonly<Record<string, Case>> = {
  "a statement that is continued on the next page": {
    text: `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)

\tYear ended December 31,
\t2024\t2023
Net cash from operating activities\t96,204\t112,350
Net cash used in investing activities\t(140,118)\t(88,207)

The accompanying notes are an integral part of these statements.

Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)
(Continued)

\tYear ended December 31,
\t2024\t2023
Net cash from (used in) financing activities\t31,560\t(40,022)
Net decrease in cash\t(12,354)\t(15,879)
Cash at beginning of year\t280,233\t296,112
Cash at end of year\t267,879\t280,233
`,
    tied: 12,
    slips: [["(140,118)", "(141,018)"]],
  },
  "valuation accounts side by side: deductions printed positive": {
    text: `Harbour Tools Inc.
Valuation and qualifying accounts

\tBeginning balance\tCharged to costs\tCharged to other accounts\tDeductions\tEnding balance
2024:
Bad debts\t1,332,848\t286,115\t-\t520,485\t1,098,478
Sales returns\t1,190,082\t353,000\t12,400\t90,560\t1,464,922
2023:
Bad debts\t1,198,407\t1,046,099\t-\t911,658\t1,332,848
Sales returns\t1,441,266\t-\t-\t251,184\t1,190,082
`,
    tied: 16,
    slips: [["911,658", "911,685"]],
  },
  "a bank: net interest income, a provision, no gross profit": {
    text: `Harbour Bank Corp
CONSOLIDATED STATEMENTS OF INCOME (in millions)

\tThree months ended March 31,\t
\t2024\t2023
Loans\t837\t889
Securities\t173\t130
Total interest income\t1,010\t1,019
Deposits\t14\t21
Long-term debt\t49\t60
Total interest expense\t63\t81
Net interest income\t947\t938
Provision for credit losses\t83\t(93)
Net interest income after provision for credit losses\t864\t1,031
Fees\t136\t133
Other income\t(4)\t51
Total noninterest income\t132\t184
Personnel\t430\t424
Occupancy\t73\t76
Total noninterest expense\t503\t500
Income from continuing operations before income taxes\t493\t715
Income taxes\t90\t147
Income from continuing operations\t403\t568
Income from discontinued operations, net of taxes\t1\t4
Net income\t404\t572
`,
    tied: 38,
    slips: [
      ["\\t947", "\\t974"],
      ["\\t90\\t147", "\\t60\\t147"],
      ["\\t404", "\\t440"],
    ],
  },
  "machinery, financing and eliminations make the consolidated column": {
    text: `Harbour Tools Inc.
SUPPLEMENTAL CONSOLIDATING DATA (in millions)

\tConsolidated\tMachinery\tFinancing\tEliminations
Sales of machinery\t12,886\t12,886\t-\t-
Revenues of financing\t703\t-\t813\t(110)
Total sales and revenues\t13,589\t12,886\t813\t(110)
Cost of goods sold\t9,559\t9,560\t-\t(1)
Selling expenses\t1,346\t1,182\t172\t(8)
Interest of financing\t106\t-\t106\t-
Total operating costs\t11,011\t10,742\t278\t(9)
Operating profit\t2,578\t2,144\t535\t(101)
`,
    tied: 26,
    slips: [
      ["\\t1,182", "\\t1,128"],
      ["\\t813\\t(110)\\nTotal", "\\t831\\t(110)\\nTotal"],
    ],
  },
  "leases by year, less imputed interest": {
    text: `Harbour Tools Inc.
LEASE LIABILITIES (in thousands)

\tOperating\tFinance
2025\t354,118\t21,204
2026\t331,020\t18,330
2027\t337,415\t9,112
2028 and thereafter\t301,228\t4,075
Total lease payments\t1,323,781\t52,721
Less: imputed interest\t279,406\t6,118
Present value of lease liabilities\t1,044,375\t46,603
`,
    tied: 14,
    slips: [
      ["\\t337,415", "\\t373,415"],
      ["\\t1,044,375", "\\t1,044,735"],
    ],
  },
  "shares subject to redemption between liabilities and equity": {
    text: `Harbour Acquisition Corp.
BALANCE SHEETS

\tDecember 31, 2024\tDecember 31, 2023
Cash\t204,118\t511,206
Investments held in trust\t58,204,330\t57,310,009
Total assets\t58,408,448\t57,821,215
Accrued expenses\t311,207\t208,112
Deferred fee\t2,012,500\t2,012,500
Total liabilities\t2,323,707\t2,220,612
Class A common stock subject to possible redemption, 5,750,000 shares at $10.12 per share\t58,190,000\t57,299,000
Additional paid-in capital\t125,000\t125,000
Accumulated deficit\t(2,230,259)\t(1,823,397)
Total shareholders' deficit\t(2,105,259)\t(1,698,397)
Total liabilities, shares subject to redemption and shareholders' deficit\t58,408,448\t57,821,215
`,
    tied: 22,
    slips: [
      ["\\t2,012,500\\t2,012,500\\nTotal", "\\t2,012,500\\t2,102,500\\nTotal"],
      ["\\t58,190,000", "\\t58,910,000"],
    ],
  },
  "partners' capital": {
    text: `Harbour Pipelines L.P.
CONSOLIDATED BALANCE SHEETS (in thousands)

\tDecember 31, 2024\tDecember 31, 2023
Total current assets\t204,118\t311,206
Pipelines, net\t1,204,330\t1,310,009
Total assets\t1,408,448\t1,621,215
Total current liabilities\t311,207\t208,112
Long-term debt\t512,500\t812,500
Total liabilities\t823,707\t1,020,612
Limited partners\t571,040\t586,199
General partner\t13,701\t14,404
Total partners' capital\t584,741\t600,603
Total liabilities and partners' capital\t1,408,448\t1,621,215
`,
    tied: 20,
    slips: [["\\t584,741", "\\t584,471"]],
  },
  "shares before dilution, what dilutes them, shares after": {
    text: `Harbour Tools Inc.
EARNINGS PER SHARE (in thousands)

\tYear ended December 31,\t
\t2024\t2023
Weighted-average shares outstanding, basic\t922,941\t964,878
Effect of stock options and other awards\t10,692\t9,419
Weighted-average shares outstanding, diluted\t933,633\t974,297
`,
    tied: 6,
    slips: [],
  },
  "fair values by level, with netting, and a line told in its total alone": {
    text: `Harbour Bank Corp
FAIR VALUES (in millions)

\tLevel 1\tLevel 2\tLevel 3\tNetting\tTotal
Treasury securities\t1,204\t380\t-\t-\t1,584
Municipal securities\t-\t2,118\t41\t-\t2,159
Derivative assets\t12\t877\t63\t(402)\t550
Loans held for sale\t-\t1,330\t18\t-\t1,348
Funds at net asset value\t\t\t\t\t212
Total assets\t1,216\t4,705\t122\t(402)\t5,853
`,
    tied: 20,
    slips: [["\\t877", "\\t787"]],
  },
  "equity: columns add up across, movements down": {
    text: `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CHANGES IN EQUITY (in thousands)

\tShares\tCommon stock\tPaid-in capital\tDeficit\tTotal equity
Balance at January 1, 2023\t73,439\t75,715\t7,618\t(25,547)\t57,786
Loss for the year\t-\t-\t-\t(2,724)\t(2,724)
Share-based payments\t-\t-\t416\t-\t416
Balance at December 31, 2023\t73,439\t75,715\t8,034\t(28,271)\t55,478
Loss for the year\t-\t-\t-\t(2,417)\t(2,417)
Shares issued\t11,000\t525\t-\t-\t525
Balance at December 31, 2024\t84,439\t76,240\t8,034\t(30,688)\t53,586
`,
    tied: 24,
    slips: [
      ["(28,271)", "(28,721)"],
      ["\\t53,586", "\\t53,856"],
    ],
  },
  "cash held for sale below the net change": {
    text: `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)

\tYear ended December 31,\t
\t2024\t2023
Net cash provided by operating activities\t84,210\t97,306
Net cash used in investing activities\t(120,455)\t(101,874)
Net cash provided by (used in) financing activities\t51,300\t(22,118)
Net increase (decrease) in cash\t15,055\t(26,686)
Effect of exchange rates on cash\t412\t(209)
Change in cash held for sale\t(1,204)\t881
Cash, beginning of year\t249,104\t275,118
Cash, end of year\t263,367\t249,104
Interest paid\t4,118\t3,960
Taxes paid\t9,204\t8,871
`,
    tied: 14,
    slips: [["\\t263,367", "\\t236,367"]],
  },
  "tax at the statutory rate, in amounts and in percent": {
    text: `Harbour Tools Inc.
INCOME TAXES (in thousands)

\tYear ended December 31,\t\tYear ended December 31,\t
\t2024\t%\t2023\t%
Tax at the statutory rate\t20,718\t21.0%\t19,407\t21.0%
State taxes\t3,946\t4.0%\t3,512\t3.8%
Foreign rates\t(1,480)\t(1.5)%\t(1,201)\t(1.3)%
Research credits\t(2,171)\t(2.2)%\t(2,218)\t(2.4)%
Income tax expense\t21,013\t21.3%\t19,500\t21.1%
`,
    tied: 18,
    slips: [["\\t3,512", "\\t3,152"]],
  },
};

describe.each(Object.entries(cases))("%s", (_, { text, tied, slips }) => {
  test("ties and is silent", () => {
    const found = check(text);
    expect(found.failing).toEqual([]);
    expect(found.tied).toBeGreaterThanOrEqual(tied);
  });

  const unescape = (print: string): string => print.replaceAll("\\t", "\t").replaceAll("\\n", "\n");
  test.each(slips)("%s printed as %s is the one finding", (from, to) => {
    const [right, wrong] = [unescape(from), unescape(to)];
    expect(text.split(right)).toHaveLength(2);
    const { failing } = check(text.replace(right, wrong));
    expect(failing).toHaveLength(1);
    expect(failing[0]).toMatch(/^fail /);
  });
});

describe("right tables that are no sums", () => {
  test("options rolled forward: numbers add up, prices and values do not", () => {
    const { failing } = check(`Harbour Tools Inc.
OPTIONS

\tNumber of options\tWeighted average exercise price\tAggregate intrinsic value
Outstanding at August 31\t1,204,118\t1.21\t340,200
Granted\t208,000\t0.98\t
Exercised\t(311,400)\t0.77\t
Forfeited\t(54,118)\t1.40\t
Outstanding at November 30\t1,046,600\t1.27\t37,920
`);
    expect(failing).toEqual([]);
  });

  test("marks of footnotes in a column of their own are no figures", () => {
    const { failing, printed } = check(`Harbour Tools Inc.
CONSOLIDATING DATA (in millions)

\tConsolidated\tMachinery\tFinancing\tEliminations\t
Receivables\t9,135\t3,734\t435\t4,966\t1
Prepaid expenses\t2,868\t2,626\t345\t(103)\t2
Inventories\t15,038\t15,038\t-\t-\t
Goodwill\t6,293\t6,293\t-\t-\t
Other assets\t4,672\t3,919\t1,960\t(1,207)\t3
Total assets\t38,006\t31,610\t2,740\t3,656\t
`);
    expect(failing).toEqual([]);
    expect(printed).toBe(20);
  });

  test("a table of contents is no table of figures", () => {
    const { printed } = check(`Harbour Tools Inc.
TABLE OF CONTENTS

\tPage
Item 1. Financial statements\t3
Item 2. Discussion and analysis\t18
Item 3. Market risk\t31
Item 4. Controls\t32
Signatures\t34
`);
    expect(printed).toBe(0);
  });

  test("a filing without a statement, of which hardly a figure can be checked, is not passed", () => {
    const list = Array.from({ length: 30 }, (_, i) => `Licence ${i + 1}\t${1793 + i * i}.${i}`).join("\n");
    const text = `Harbour Mining Corp.
LICENCES

\tArea
${list}

ALLOWANCES (in thousands)

\tDec 31, 2024\tDec 31, 2023
Trade\t205\t231
Rent\t41\t38
Total\t246\t269
`;
    const { status, error } = checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
    expect(status).toBe("pass");
    expect(error).toBeNull();
    const few = text.replaceAll("\t41\t38", "\t-\t-").replace("\t246\t269", "\t205\t231");
    expect(checkFiling(new TextEncoder().encode(few), { path: "x.txt" }).status).toBe("unrecognized");
  });

  test("a percentage of change beside amounts that add up", () => {
    const { failing } = check(`Harbour Tools Inc.
REVENUE (in millions)

\t2024\t2023\tVersus 2023
Advice\t5,653\t3,065\t84%
Underwriting\t8,515\t6,076\t40%
Lending\t708\t282\t151%
Net revenues\t14,876\t9,423\t58%
Intermediation\t8,647\t9,991\t(13)%
Financing\t1,937\t1,593\t22%
Market revenues\t10,584\t11,584\t(9)%
Total net revenues\t25,460\t21,007\t21%
`);
    expect(failing).toEqual([]);
  });

  test("marks of footnotes in a column of their own", () => {
    const { failing, tied } = check(`Harbour Tools Inc.
Valuation and qualifying accounts (in thousands)

\tBalance at beginning\tAdditions\t\tDeductions\t\tBalance at end
Bad debts\t1,204\t118\t(1)\t(97)\t(2)\t1,225
Sales returns\t4,310\t1,512\t(3)\t(1,402)\t(4)\t4,420
Taxes\t15,520\t581\t(5)\t-\t\t16,101
`);
    expect(failing).toEqual([]);
    expect(tied).toBe(11);
  });

  test("whole dollars that add up to one more or less", () => {
    const { failing } = check(`Harbour Tools Inc.
BALANCE SHEETS

\tDecember 31, 2024\tDecember 31, 2023
Cash\t20,411\t51,120
Equipment\t40,343\t31,009
Total assets\t60,755\t82,129
Accounts payable\t31,120\t20,811
Loans\t12,500\t12,500
Total liabilities\t43,620\t33,311
Share capital\t10,000\t10,000
Retained earnings\t7,135\t38,818
Total equity\t17,135\t48,818
Total liabilities and equity\t60,755\t82,129
`);
    expect(failing.filter((line) => line.startsWith("fail"))).toEqual([]);
  });

  test("what a segment generated is not the line of that name", () => {
    const { failing } = check(`Harbour Bank Corp
Fourth Quarter 2024 Results

Net revenues were $12.6 billion. Investment banking generated record net revenues of $14.9 billion.

CONSOLIDATED STATEMENTS OF EARNINGS (in millions)
\tThree months ended December 31,\t
\t2024\t2023
Investment banking\t3,604\t2,732
Investment management\t9,035\t9,009
Net revenues\t12,639\t11,741
`);
    expect(failing).toEqual([]);
  });
});
