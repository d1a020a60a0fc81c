import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";

const statement = (columns: string): string => `Statement of cash flows
\t${columns}
Net income\t812,450\t780,002
Depreciation\t902,118\t870,551
Deferred taxes\t41,228\t38,116
Less: Undistributed earnings\t12,004\t11,777
Net cash provided by operating activities\t1,734,792\t1,676,892
`;

const broken = (columns: string): number =>
  checkFiling(new TextEncoder().encode(statement(columns)), { path: "filing.txt" }).checks.filter(
    ({ status }) => status === "fail",
  ).length;

describe("two columns without a date, of which one ties", () => {
  it("are one measure where the header calls them periods", () => {
    expect(broken("Current year to date\tPrevious year to date")).toBe(1);
  });

  it("may be two measures otherwise", () => {
    expect(broken("Shares\tIntrinsic value")).toBe(0);
  });
});
