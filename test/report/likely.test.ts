/** Breaks that are weighed: a likely one is told as such, and is not taken for a warning of another kind. */
import { describe, expect, test } from "vitest";
import { isBreak } from "../../src/report/honesty.ts";
import { lines } from "../../src/report/lines.ts";
import { plainOptions } from "../../src/report/options.ts";
import type { Check } from "../../src/report/report.ts";
import { table } from "../../src/report/table.ts";
import { file, report } from "./awkward.ts";
import { grossProfit, operatingLoss } from "./checks.ts";

const likely: Check = {
  ...operatingLoss,
  status: "warn",
  severity: "warning",
  confidence: "likely",
  weighed: true,
};
/** It is certain, and a config made a warning of it. */
const softened: Check = { ...likely, confidence: "certain" };

const reportOf = (...checks: Check[]): ReturnType<typeof report> =>
  report(file({ status: "warn", checks, counts: { pass: 10, warn: 1, fail: 0, skip: 0 } }));

describe("a likely break", () => {
  test("is a break, and what a config softened is none", () => {
    expect([operatingLoss, likely, softened].map(isBreak)).toEqual([true, true, false]);
  });

  test("is never under a line that says that everything ties", () => {
    expect(table(reportOf(likely), plainOptions)).toContain(" 1 line likely does not tie");
    expect(table(reportOf(likely), plainOptions)).not.toContain("Everything");
    expect(table(reportOf(softened), plainOptions)).toContain(
      "Everything that could be checked ties · 1 warning",
    );
  });

  test("stands behind what is certain, under a line of its own, with --quiet, too", () => {
    const told = table(reportOf(grossProfit, likely), { ...plainOptions, quiet: true });
    expect(told.indexOf("Gross profit")).toBeLessThan(told.indexOf("1 line likely does not tie"));
    expect(told.indexOf("1 line likely does not tie")).toBeLessThan(told.indexOf("Operating loss"));
  });

  test("that is held back is counted, and not everything is said to tie", () => {
    const counts = { pass: 10, warn: 0, fail: 0, skip: 2, withheld: 2 };
    const told = table(report(file({ status: "pass", checks: [], counts })), plainOptions);
    expect(told).toContain(" Everything else that could be checked ties\n");
    expect(told).toContain("2 possible breaks not reported (--confidence possible lists them)");
  });

  test("says so in a line for programs", () => {
    expect(lines(reportOf(likely), plainOptions)).toContain(": operating-result: likely: ");
    expect(lines(reportOf(softened), plainOptions)).toContain(": operating-result: warning: ");
  });
});
