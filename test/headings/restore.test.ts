import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const sample = readFileSync(join(import.meta.dirname, "../../samples/clean-release.txt"), "utf8");
const lines = sample.split("\n");

const report = (text: string): FileReport =>
  checkFiling(new TextEncoder().encode(text), { path: "release.txt", confidence: "likely" });

const clean = report(sample);

/** The sample with one print of one line changed. */
function slipped(line: number, printed: string, slip: string, nth = 0): string {
  const cells = (lines[line - 1] ?? "").split(printed);
  expect(cells.length).toBeGreaterThan(nth + 1);
  const text = `${cells.slice(0, nth + 1).join(printed)}${slip}${cells.slice(nth + 1).join(printed)}`;
  return lines.with(line - 1, text).join("\n");
}

describe("one slip in a header of a release that ties", () => {
  it.each([
    ["two digits of the rate", 28, "7.1234", "7.1324", 0],
    ["one digit of the rate", 28, "7.1234", "7.1834", 0],
    ["the scale of the balance sheet", 58, "thousands", "millions", 0],
    ["the scale of the income statement", 111, "thousands", "millions", 0],
    ["the scale of the cash flow statement", 202, "thousands", "millions", 0],
    ["the year of the closing balance sheet, as the opening one", 60, "2024", "2023", 0],
    ["the year of the translated balance sheet", 60, "2024", "2023", 1],
    ["the year of a quarter", 114, "Mar 31, 2024", "Mar 31, 2023", 0],
    ["the year of the comparative quarter, as the other one", 114, "2023", "2024", 0],
    ["the year of a translated quarter", 114, "Dec 31, 2024", "Dec 31, 2023", 1],
    ["the year of a year", 205, "Dec 31, 2024", "Dec 31, 2023", 2],
  ])("%s is one finding, at the header", (_, line, printed, slip, nth) => {
    const found = report(slipped(line, printed, slip, nth));
    expect(found.checks.map(({ rule, status, confidence }) => [rule, status, confidence])).toEqual([
      ["header", "warn", "likely"],
    ]);
    const [check] = found.checks;
    expect(check?.place.line).toBe(line);
    expect(slip).toContain(check?.display.printed);
    expect(printed).toContain(check?.display.recomputed);
    // All else is checked by what is meant.
    expect(found.counts.pass).toBe(clean.counts.pass);
  });

  it("is nothing where every header is right", () => {
    expect(clean.checks).toEqual([]);
  });

  it("hides no slip of a figure", () => {
    const rate = slipped(28, "7.1234", "7.1324");
    const found = report(rate.replace("\t391,634\t54,979", "\t391,634\t59,479"));
    expect(found.checks.map(({ rule, status }) => `${rule} ${status}`).sort()).toEqual(
      expect.arrayContaining(["header warn"]),
    );
    expect(found.checks.some(({ place, status }) => status === "fail" && place.line === 73)).toBe(true);
  });

  it("is not seen in a rate of another day, no slip away", () => {
    const found = report(slipped(28, "7.1234", "6.8972"));
    expect(found.checks.filter(({ rule }) => rule === "header")).toEqual([]);
  });
});
