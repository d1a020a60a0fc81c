/** What becomes of a break by its confidence, and what it is weighed with. */
import { describe, expect, test } from "vitest";
import type { CheckOptions } from "../../src/run.ts";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const filing = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Harbour services\t191,482\t214,616
Dredging\t20,118\t22,405
Total revenues\t211,600\t237,021
Cost of revenues\t(150,210)\t(161,907)
Gross profit\t61,390\t75,114
Gross margin\t29.0%\t31.7%

REVENUES BY PORT (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Aldermoor\t140,205\t160,112
Brackwater\t71,395\t76,909
Total revenues\t211,600\t237,021
`;
const wrong = filing.replace(
  "Total revenues\t211,600\t237,021\nCost",
  "Total revenues\t211,600\t273,021\nCost",
);

const check = (text: string, options: Omit<CheckOptions, "path"> = {}): FileReport =>
  checkFiling(new TextEncoder().encode(text), { path: "x.txt", ...options });
const breaks = ({ checks }: FileReport): string[] =>
  checks
    .filter(({ grade }) => grade === "broken")
    .map(({ rule, status, confidence }) => `${rule} ${status} ${confidence}`);

describe("a break", () => {
  test("that is certain is an error, whichever rules are asked for", () => {
    expect(check(filing, { confidence: "likely" }).status).toBe("pass");
    expect(breaks(check(wrong, { confidence: "likely" }))).toEqual([
      expect.stringContaining(" fail certain"),
    ]);
    const asked = check(wrong, { confidence: "likely", rules: ["gross-profit"] });
    expect(breaks(asked)).toEqual(["gross-profit fail certain"]);
  });

  test("is explained with all rules, and told of those that were asked for", () => {
    const [found] = check(wrong, { confidence: "likely", rules: ["gross-profit"] }).checks;
    expect(found?.suspect).toMatchObject({ raw: "273,021", reading: "237,021" });
    expect(found?.related).toEqual([]);
  });

  test("names the place that prints what the figure should say", () => {
    const [found] = check(wrong, { confidence: "likely" }).checks;
    expect(found?.confirmedBy?.map(({ raw, line }) => [raw, line])).toEqual([["237,021", 19]]);
    expect(found?.diagnosis?.message).toMatch(
      /; line 19 \(REVENUES BY PORT \(in thousands\)\) prints it so$/,
    );
  });

  test("that is less certain than asked for is no finding, is counted, and says how it can be seen", () => {
    const doubtful = `Aldermoor Limited
STATEMENT OF OPERATIONS (in thousands)
\t2024
\tRMB
Revenue\t1,000
Cost of revenue\t600
Gross profit\t390
`;
    const report = check(doubtful, { confidence: "certain" });
    expect(report.counts).toMatchObject({ fail: 0, warn: 0, withheld: 1 });
    expect(report.skipped.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^Gross profit, FY2024 CNY \(line 7\): .*--confidence likely lists it/),
    );
    expect(breaks(check(doubtful, { confidence: "likely" }))).toEqual(["gross-profit warn likely"]);
  });
});
