import { describe, expect, test } from "vitest";
import { checkFiling } from "../check-text.ts";

function found(text: string): string[] {
  const report = checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
  return report.checks.map(({ rule, status, result }) => `${rule} ${status} ${result.row} ${result.raw}`);
}

/** One slip leaves too little of an equation to find it by its figures alone. */
describe("what else shows an equation that a slip broke", () => {
  test("the heading of an activity names its lines, where only one of them is told in the other year", () => {
    const text = `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CASH FLOWS (in millions)

\tYear ended December 31,
\t2024\t2023
Cash flows from investing activities:
Purchases of equipment\t(14.6)\t(18.2)
Other investing activities\t-\t1.5
Net cash used in investing activities\t(14.6)\t(16.7)
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("(18.2)", "(18.7)"))).toEqual([
      "footing fail Net cash used in investing activities (16.7)",
    ]);
  });

  test("lines that are nil in the year that ties are of the section too", () => {
    const text = `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)

\tYear ended December 31,
\t2024\t2023
Cash flows from financing activities:
Proceeds from loans\t-\t3,957
Repayments of loans\t(1,130)\t(2,366)
Cash dividends\t(4,215)\t(3,910)
Net cash used in financing activities\t(5,345)\t(2,319)
`;
    expect(found(text)).toEqual([]);
    const [check] = checkFiling(new TextEncoder().encode(text.replace("3,957", "3,975")), {
      path: "x",
    }).checks;
    expect(check?.terms.map(({ raw }) => raw)).toContain("3,975");
  });

  test("the segments of another period have the same columns", () => {
    const table = (period: string, rows: string): string => `
Segments, ${period} (in thousands)

\tTools\tMarine\tConsolidated
${rows}
`;
    const text =
      "Harbour Tools Inc.\n" +
      table(
        "first quarter",
        "Net sales\t760.2\t213.5\t973.7\nOperating result\t4.7\t(14.4)\t(9.7)\nStaff\t31.0\t12.9\t43.9",
      ) +
      table(
        "second quarter",
        "Net sales\t793.4\t166.4\t959.8\nOperating result\t(87.9)\t0.7\t(87.2)\nStaff\t30.2\t13.3\t43.5",
      );
    expect(found(text)).toEqual([]);
    expect(found(text.replace("213.5", "231.5"))).toEqual(["cross-footing fail Net sales 973.7"]);
  });

  test("the same lines make the same total in the table of another date", () => {
    const table = (date: string, lines: readonly string[]): string => `
Software, ${date} (in thousands)

Licences, ending in ${date.slice(-4)}\t${lines[0]}
Tools\t${lines[1]}
Patents\t${lines[2]}
Software, net\t${lines[3]}
`;
    const text =
      "Harbour Tools Inc.\n" +
      table("August 31, 2023", ["811,374", "624,539", "(20,935)", "1,414,978"]) +
      table("November 30, 2023", ["833,188", "778,025", "(18,460)", "1,592,753"]);
    expect(found(text)).toEqual([]);
    expect(found(text.replace("833,188", "838,188"))).toEqual(["footing fail Software, net 1,592,753"]);
    // Other lines are another list.
    expect(found(text.replace("833,188", "838,188").replace("Patents\t(18", "Brands\t(18"))).toEqual([]);
  });

  test("a total that holds one subtotal alone prints the same", () => {
    const text = `Harbour Tools Inc.
BALANCE SHEETS (in thousands)

\tDec 31, 2023\tDec 31, 2024
Trade payables\t92,660\t110,203
Accrued liabilities\t304,043\t267,144
Total current liabilities\t396,703\t377,347
Total liabilities\t396,703\t377,347
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("Total liabilities\t396,703", "Total liabilities\t369,703"))).toEqual([
      "balance-sheet fail Total liabilities 369,703",
    ]);
  });

  test("payments are in brackets, so that a payment without them is no receipt", () => {
    const text = `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)

\tYear ended December 31,
\t2024\t2023
Cash flows from investing activities:
Development of software\t(154,064)\t(248,309)
Purchase of equipment\t(23,338)\t-
Net cash used in investing activities\t(177,402)\t(248,309)
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("(23,338)", "23,338"))).toEqual([
      "footing fail Net cash used in investing activities (177,402)",
    ]);
    // Where all payments are printed without brackets they are none the less paid.
    const plain = text
      .replace("(23,338)", "23,338")
      .replace("software\t(154,064)\t(248,309)", "software\t154,064\t248,309");
    expect(found(plain)).toEqual([]);
  });

  test("percentages of revenue, where revenue itself has none", () => {
    const text = `Harbour Tools Inc.
STATEMENTS OF INCOME (in thousands)

\t2024\t% of sales
Net sales\t42,916\t
Cost of sales\t28,759\t67.0%
Gross profit\t14,157\t33.0%
Selling expenses\t6,915\t16.1%
Depreciation\t653\t1.5%
Operating income\t6,589\t15.4%
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("16.1%", "61.1%"))).toEqual(["percentage fail Selling expenses 61.1%"]);
  });

  test("a number of shares that lost a digit, though diluted results may be adjusted", () => {
    const text = `Harbour Tools Inc.
STATEMENTS OF INCOME (in thousands, except per share data)

\tYear ended December 31,
\t2022\t2023\t2024
Net income\t138,204\t140,310\t151,033
Basic earnings per share\t2.80\t2.84\t3.05
Diluted earnings per share\t2.78\t2.81\t3.01
Basic weighted average shares\t49,305\t49,420\t49,560
Diluted weighted average shares\t49,780\t49,891\t50,140
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("49,891", "4,989"))).toEqual([
      "per-share fail Diluted earnings per share 2.81",
    ]);
    // Interest on convertible debt is added back.
    expect(found(text.replace("\t2.81", "\t2.83"))).toEqual([]);
  });

  test("the years and what is due after them make the total, though one column has no other beside it", () => {
    const text = `Harbour Tools Inc.
Maturities of leases (in thousands)

\tDec 31, 2024
2025\t482
2026\t316
2027\t296
2028\t250
Thereafter\t1,541
Total lease payments\t2,885
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("296", "269"))).toEqual(["footing fail Total lease payments 2,885"]);
    // A year that is not told, or lost its amount, is part of the total all the same.
    expect(found(text.replace("2025\t482", "2024, what remains of it\t\n2025\t428"))).toEqual([]);
    expect(found(text.replace("2027\t296\n", ""))).toEqual([]);
    expect(found(text.replace("296", "269").replace("Thereafter\t1,541\n", ""))).toEqual([]);
  });

  test("a line that repeats the heading of its section closes it, though one line stands between", () => {
    const text = `Harbour Tools Inc.
STATEMENTS OF COMPREHENSIVE INCOME (in thousands)

\tYear ended December 31,
\t2022\t2023\t2024
Net profit of the group\t26,256\t23,652\t20,720
Other comprehensive loss:
Foreign currency translation\t(152)\t(299)\t(183)
Other comprehensive loss\t(152)\t(299)\t(183)
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("loss\t(152)", "loss\t(125)"))).toHaveLength(1);
  });

  test("the other columns tell which line is deducted, where the first is the wrong one", () => {
    const text = `Harbour Savings Corp.
SELECTED FINANCIAL DATA (in thousands)

\t2024\t2023\t2022\t2021
Net interest income after provision\t20,995\t15,347\t15,568\t15,260
Fees of trust services\t3,059\t2,636\t2,235\t1,799
Securities gains (losses)\t93\t7\t(10)\t(76)
Noninterest expense\t14,952\t11,460\t10,346\t8,813
Income before income taxes\t9,195\t6,530\t7,447\t8,170
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("\t3,059", "\t3,095"))).toEqual([
      "pre-tax-result fail Income before income taxes 9,195",
    ]);
  });

  test("net assets are total assets less current liabilities, less what is due later", () => {
    const text = `Harbour Tools plc
BALANCE SHEET (in thousands)

\tDec 31, 2024\tDec 31, 2023
Fixed assets:
Plant\t153,474\t89,482
Goodwill\t21,400\t10,000
\t174,874\t99,482
Current assets:
Stocks\t328,813\t266,765
Debtors\t465,086\t485,917
\t793,899\t752,682
Creditors due within one year:
Bank loans\t127,095\t220,479
Trade creditors\t555,696\t304,182
\t682,791\t524,661
Net current assets\t111,108\t228,021
Total assets less current liabilities\t285,982\t327,503
Deferred tax\t11,577\t15,384
Net assets\t274,405\t312,119
`;
    expect(found(text)).toEqual([]);
    expect(found(text.replace("15,384", "5,384"))).toEqual(["footing fail Net assets 312,119"]);
    expect(found(text.replace("\t111,108", "\t111,018"))).toHaveLength(1);
  });

  test("results on ordinary activities, as British accounts call them", () => {
    const text = `Harbour Tools plc
INCOME STATEMENT (in thousands)

\t2024\t2023
Operating loss\t(351.5)\t(676.8)
Net finance expense\t(23.5)\t(2.7)
Loss on ordinary activities before taxation\t(375.0)\t(679.5)
Income tax on ordinary activities\t148.8\t92.3
Loss for the financial year\t(226.2)\t(587.2)
`;
    expect(found(text)).toEqual([]);
    // Both amounts before tax stand under the wrong year.
    const swapped = text.replace("(375.0)\t(679.5)", "(679.5)\t(375.0)");
    expect(found(swapped).length).toBeGreaterThan(0);
    expect(found(text.replace("148.8", "184.8"))).toHaveLength(1);
  });
});
