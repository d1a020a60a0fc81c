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
});
