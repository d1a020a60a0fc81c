import { describe, expect, it } from "vitest";
import { checkFiling } from "../../check-text.ts";

describe("a result that opens the next statement", () => {
  const both = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS AND COMPREHENSIVE LOSS (in thousands)
	Year ended December 31,
	2023	2024
	RMB	RMB
Loss before income taxes	(11,471)	(8,459)
Income tax expense	(24)	(40)
Net loss	(11,495)	(8,499)
Net loss	(11,495)	(8,499)
Other comprehensive income (loss):
Foreign currency translation	880	(1,095)
Total comprehensive loss	(10,615)	(9,594)
`;
  const failures = (filing: string): readonly string[] =>
    checkFiling(new TextEncoder().encode(filing), { path: "report.txt" })
      .checks.filter(({ status }) => status === "fail")
      .map(({ result }) => result.raw);

  it("counts once", () => {
    expect(failures(both)).toEqual([]);
    expect(failures(both.replace("(9,594)", "(9,954)"))).toEqual(["(9,954)"]);
  });
});
