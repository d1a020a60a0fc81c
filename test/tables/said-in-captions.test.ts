import { describe, expect, it } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const report = (text: string): FileReport =>
  checkFiling(new TextEncoder().encode(text), { path: "filing.txt", all: true });

const failed = ({ checks }: FileReport): readonly string[] =>
  checks.filter(({ status }) => status === "fail").map(({ rule, result }) => `${rule} ${result.raw}`);

const cashFlow = `Aldermoor Limited
STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Profit\t412,450\t380,002\t401,377
Depreciation\t302,118\t270,551\t288,904
Deferred taxes\t41,228\t38,116\t29,015
(Less) Interest capitalised\t60,311\t57,809\t51,226
(Less) Undistributed profit of associates\t12,004\t11,777\t10,938
Cash from operations\t683,481\t619,083\t657,132
`;

describe("lines that a cash flow calls less", () => {
  it("are deducted, while expenses are added back", () => {
    const found = report(cashFlow);
    expect(failed(found)).toEqual([]);
    expect(found.checks.filter(({ rule, status }) => rule === "footing" && status === "pass")).toHaveLength(
      3,
    );
  });

  it("tell a total that does not foot", () => {
    expect(failed(report(cashFlow.replace("657,132", "675,132")))).toEqual(["footing 675,132"]);
  });

  it("are not deducted twice where they are printed in brackets", () => {
    const bracketed = cashFlow.replace(/^(\(Less\)[^\t]*)\t(.*)$/gm, (_, caption: string, figures: string) =>
      [caption, ...figures.split("\t").map((figure) => `(${figure})`)].join("\t"),
    );
    expect(failed(report(bracketed))).toEqual([]);
  });
});

const results = `Aldermoor Limited
STATEMENTS OF OPERATIONS (in thousands, except per share)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net income\t94,680\t57,411\t55,256
Basic EPS\t5.67\t3.31\t2.99
Basic average shares\t16,701,272\t17,352,119\t18,471,336
`;

describe("EPS", () => {
  it("is divided by average shares in the same table", () => {
    const found = report(results);
    expect(failed(found)).toEqual([]);
    expect(found.checks.filter(({ rule, status }) => rule === "per-share" && status === "pass")).toHaveLength(
      3,
    );
  });

  it("is told where it does not tie", () => {
    expect(failed(report(results.replace("3.31", "3.13")))).toEqual(["per-share 3.13"]);
  });

  it("adds up in a bridge from one EPS to another", () => {
    const bridge = `Aldermoor Limited
ADJUSTED EPS
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Diluted EPS\t5.67\t3.31\t2.99
Impairment losses\t0.44\t0.47\t0.61
Restructuring\t0.12\t0.35\t0.28
Adjusted EPS\t6.23\t4.13\t3.88
`;
    const found = report(bridge);
    expect(failed(found)).toEqual([]);
    expect(found.counts.pass).toBeGreaterThanOrEqual(3);
  });
});
