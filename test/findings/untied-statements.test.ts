import { describe, expect, it } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const check = (filing: string): FileReport =>
  checkFiling(new TextEncoder().encode(filing), { path: "filing.txt", confidence: "likely" });

const income = `CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2024\t2023
\tRMB\tRMB
Revenues\t870,210\t831,094
Cost of revenues\t(655,117)\t(631,204)
Gross profit\t215,093\t199,890
`;

/** Neither total is that of its lines, and no change of one line makes it so. */
const assets = `
CONSOLIDATED BALANCE SHEETS (in thousands)
\tDec 31, 2024\tDec 31, 2023
\tRMB\tRMB
Current assets
Cash\t22,402\t23,075
Accounts receivable\t2,993\t3,447
Inventories\t14,375\t14,356
Total current assets\t42,997\t43,108
`;

describe("a statement in which nothing ties", () => {
  it("is told with what it misses, and not all ties", () => {
    const { status, untiedStatements } = check(`${income}${assets}`);
    expect(status).toBe("pass");
    expect(untiedStatements).toEqual([
      "nothing ties in CONSOLIDATED BALANCE SHEETS (in thousands) (line 10): Total current assets, 2023-12-31 CNY: printed 43,108, its lines make 40,878 (difference +2,230)",
    ]);
  });

  it("is told where nothing at all could be checked", () => {
    expect(check(assets.trimStart()).error).toContain("its lines make 40,878 (difference +2,230)");
  });

  it("is no statement of which one column ties", () => {
    const { untiedStatements } = check(`${income}${assets.replace("42,997", "39,770")}`);
    expect(untiedStatements).toBeUndefined();
  });
});
