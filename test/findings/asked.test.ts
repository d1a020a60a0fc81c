/** One rule that looks at print, not at relations, is asked for alone. */
import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const filing = (year: number): string => `Aldermoor Limited
CONSOLIDATED STATEMENT OF PROFIT OR LOSS FOR THE YEAR ENDED 31 December ${year}
RMB thousand\t2024\t2023
Revenue\t870,210\t831,094
Cost of revenue\t(655,117)\t(631,204)
Gross profit\t215,093\t199,890
`;

const check = (year: number) =>
  checkFiling(new TextEncoder().encode(filing(year)), { path: "filing.txt", rules: ["header"] });

describe("a rule without relations, asked for alone", () => {
  it("tells what it found", () => {
    const { status, checks } = check(2025);
    expect(status).toBe("warn");
    expect(checks.map(({ rule, result }) => `${rule} ${result.raw}`)).toEqual(["header 2025"]);
  });

  it("does not pass a filing of which nothing was recomputed", () => {
    expect(check(2024).status).toBe("unrecognized");
  });
});
