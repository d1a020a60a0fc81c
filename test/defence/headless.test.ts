import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const equity = `Balances as of Apr 27, 2025\t24,388\t24\t11,475\t72,158\t83,657
Net income\t-\t-\t-\t26,422\t26,422
Tax withholding\t(13)\t-\t(1,848)\t-\t(1,848)
Shares repurchased\t(67)\t-\t(59)\t(9,599)\t(9,658)
Stock-based compensation\t-\t-\t1,632\t-\t1,632
Balances as of Jul 27, 2025\t24,347\t24\t11,200\t88,981\t100,205
`;

const loud = (filing: string): string[] =>
  checkFiling(new TextEncoder().encode(filing), { path: "extract.txt", confidence: "likely" })
    .checks.filter(({ status }) => status === "fail" || status === "warn")
    .map(({ message }) => message);

describe("an extract without headings", () => {
  it("is quiet about a column that moves by lines which the extract lacks", () => {
    expect(loud(equity)).toEqual([]);
  });

  it("is told of a slip that the digits show", () => {
    expect(loud(equity.replace("11,200", "11,020"))).toEqual([
      expect.stringContaining("printed 11,020, recomputed 11,200"),
    ]);
  });

  it("is told of a break below headings", () => {
    const headed = `CONSOLIDATED STATEMENTS OF EQUITY (in millions)
\tShares\tCommon stock\tPaid-in capital\tEarnings\tTotal
${equity}`;
    expect(loud(headed)).toHaveLength(1);
  });
});
