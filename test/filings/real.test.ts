import { describe, expect, test } from "vitest";
import type { Check, FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";
import { haveFilings, readFiling } from "./shared.ts";

function check(text: string, all = false): FileReport {
  return checkFiling(new TextEncoder().encode(text), { path: "filing.txt", all });
}

function failures(report: FileReport): readonly Check[] {
  return report.checks.filter((c) => c.status === "fail");
}

const release = haveFilings ? readFiling("kc-release-q4-2024.txt") : "";
const announcement = haveFilings ? readFiling("kc-6k-fy2023.txt") : "";

describe.skipIf(!haveFilings)("the release of Q4 2024: all its tables are right", () => {
  const report = check(release, true);
  const passing = (rule: string): number =>
    report.checks.filter((c) => c.rule === rule && c.status === "pass").length;

  test("nothing fails or warns but its two wrong sentences", () => {
    const found = report.checks.filter((c) => c.status === "warn" || c.status === "fail");
    expect(found.map((c) => [c.rule, c.status, c.place.line, c.display.printed])).toEqual([
      ["prose", "fail", 70, "RMB0.1 million"],
      ["prose", "fail", 96, "RMB265.1 million"],
    ]);
  });

  test("at least 95 % of the figures of its tables are tied", () => {
    const { printed, tied, inText } = report.figures;
    expect(printed - inText.printed).toBeGreaterThan(600);
    expect((tied - inText.tied) / (printed - inText.printed)).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ["gross-profit", 9],
    ["operating-result", 18],
    ["pre-tax-result", 9],
    ["net-result", 9],
    ["attribution", 18],
    ["comprehensive-income", 9],
    ["balance-sheet", 30],
    ["cash-roll-forward", 16],
    ["cash-to-balance-sheet", 6],
    ["per-share", 9],
    ["non-gaap-chain", 54],
    ["margin", 56],
    ["footing", 9],
  ])("%s ties in every column it is printed in (%i)", (rule, count) => {
    expect(passing(rule)).toBe(count);
  });

  test("Q1+Q2+Q3+Q4 2024 = FY2024 in every flow of four tables", () => {
    expect(passing("period-sum")).toBeGreaterThanOrEqual(48);
  });

  test("the US$ columns are at 7.2993", () => {
    expect(passing("translation")).toBeGreaterThan(140);
  });
});

describe.skipIf(!haveFilings)("slips planted in the release: each a failure, once, at its line", () => {
  const slips: readonly (readonly [what: string, from: string, to: string, rule: RegExp, slip: string])[] = [
    ["cost of revenues", "(6,197,292)", "(6,197,929)", /gross-profit/, "unknown"],
    ["brackets lost", "(43,511)", "43,511", /operating-result/, "sign"],
    ["opening cash", "1,710,389", "1,701,389", /cash-roll-forward/, "transposition"],
    ["loss per share", "(0.54)", "(0.45)", /per-share/, "transposition"],
    ["translated revenue", "193,142", "183,142", /translation|footing/, "digit"],
    ["margin", "\t8.2%", "\t8.7%", /margin/, "digit"],
  ];

  test.each(slips)("%s: %s -> %s", (_, from, to, rule, slip) => {
    const at = release.indexOf(from);
    const text = release.slice(0, at) + to + release.slice(at + from.length);
    const found = failures(check(text)).filter((c) => c.rule !== "prose");
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toMatch(rule);
    expect(found[0]?.place.line).toBe(release.slice(0, at + 1).split("\n").length);
    expect(found[0]?.diagnosis?.slip).toBe(slip);
    expect(found[0]?.display.equation).toContain(to.trim());
  });

  test("a row of the balance sheet deleted", () => {
    const text = release.replace("Income tax payable\t63,961\t69,219\t9,483\n", "");
    expect(text).not.toBe(release);
    const found = failures(check(text)).filter((c) => c.rule !== "prose");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      diagnosis: { slip: "row-dropped" },
      display: { line: "Total current liabilities" },
    });
    expect(found[0]?.diagnosis?.message).toContain("63,961, 69,219, 9,483");
  });
});

describe.skipIf(!haveFilings)("the announcement of FY2023: right, but damaged by OCR", () => {
  const report = check(announcement, true);
  const warnings = report.checks.filter((c) => c.status === "warn");

  test("nothing fails, and warnings are of damaged cells alone", () => {
    expect(failures(report)).toEqual([]);
    expect(new Set(warnings.map((c) => c.rule))).toEqual(new Set(["malformed-figure"]));
  });

  test("each damaged cell is named once", () => {
    const places = warnings.map((c) => `${c.place.line}:${c.place.column}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("at least 90 % of the readable figures are tied", () => {
    const { printed, tied, inText } = report.figures;
    expect(printed - inText.printed).toBeGreaterThan(450);
    expect((tied - inText.tied) / (printed - inText.printed)).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    ["858,90", "858,903"],
    ["36,6", "36,610"],
    ["9,0", "9,009"],
    ["1,263,70", "1,263,702"],
    ["2,122,60", "2,122,605"],
    ["156,40", "156,466"],
    ["136,723", "136,723"],
    ["78,659", "78,659"],
    ["961.78", "961,787"],
  ])("%s is recovered as %s", (raw, truth) => {
    expect(warnings.filter((c) => c.result.raw === raw).map((c) => c.display.recomputed)).toEqual([truth]);
  });

  test("the net change in cash is printed before the exchange effect, and ties", () => {
    const closing = report.checks.filter(
      (c) => c.rule === "cash-roll-forward" && /at end of period =/.test(c.title),
    );
    expect(closing.map((c) => [c.status, c.terms.length])).toEqual([
      ["pass", 3],
      ["pass", 3],
      ["pass", 3],
    ]);
  });
});
