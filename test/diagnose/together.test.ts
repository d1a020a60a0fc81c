/** Several slips at once in one filing: each gets a finding of its own that names its cell. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const clean = readFileSync("samples/clean-release.txt", "utf8").split("\n");

interface Planted {
  /** Caption of the line in the first table whose caption and print both fit. */
  readonly caption: string;
  readonly truth: string;
  readonly print: string;
  readonly slip: string;
}

/** One in each statement, no two of them in a common equation. */
const balance: Planted = {
  caption: "Goodwill",
  truth: "1,275,816",
  print: "1,275,186",
  slip: "transposition",
};
const income: Planted = { caption: "Interest expense", truth: "(26,327)", print: "26,327", slip: "sign" };
const cash: Planted = {
  caption: "Net cash used in investing activities",
  truth: "(512,633)",
  print: "(5,126,330)",
  slip: "scale",
};

function plant(lines: readonly string[], { caption, truth, print }: Planted): string[] {
  const at = lines.findIndex((line) => line.startsWith(`${caption}\t`) && line.includes(`\t${truth}`));
  expect(at, `${caption} ${truth}`).toBeGreaterThan(0);
  return lines.map((line, i) => (i === at ? line.replace(`\t${truth}`, `\t${print}`) : line));
}

function failuresOf(lines: readonly string[]): readonly Check[] {
  const report = checkFiling(new TextEncoder().encode(lines.join("\n")), { path: "planted.txt" });
  return report.checks.filter((check) => check.status === "fail");
}

function named(check: Check): string {
  const [suspect] = check.diagnosis?.suspects ?? [];
  return `${suspect?.row}: ${suspect?.raw} is ${suspect?.reading}, ${check.diagnosis?.slip}`;
}

function expected({ caption, truth, print, slip }: Planted): string {
  return `${caption}: ${print} is ${truth}, ${slip}`;
}

describe("several slips at once", () => {
  it.each([
    ["one", [income]],
    ["two statements", [balance, income]],
    ["three statements", [balance, income, cash]],
  ])("%s: one finding for each, which names its cell first", (_, planted) => {
    const found = failuresOf(planted.reduce<readonly string[]>(plant, clean));
    expect(found.map(named).sort()).toEqual(planted.map(expected).sort());
  });

  it("two in one column, in sections that a common total adds up", () => {
    const other: Planted = {
      caption: "Accounts receivable, net",
      truth: "1,043,588",
      print: "1,403,588",
      slip: "transposition",
    };
    const found = failuresOf([balance, other].reduce<readonly string[]>(plant, clean));
    expect(found.map(named).sort()).toEqual([balance, other].map(expected).sort());
  });

  it("a line printed twice and a cell of another table", () => {
    const at = clean.findIndex((line) => line.startsWith("Goodwill\t"));
    const doubled = [...clean.slice(0, at + 1), ...clean.slice(at)];
    const found = failuresOf(plant(doubled, cash));
    expect(found.map((check) => check.diagnosis?.slip).sort()).toEqual(["row-doubled", "scale"]);
  });

  it("a line left out and a cell of another table", () => {
    const dropped = clean.filter((line) => !line.startsWith("Goodwill\t"));
    const found = failuresOf(plant(dropped, income));
    expect(found.map((check) => check.diagnosis?.slip).sort()).toEqual(["row-dropped", "sign"]);
  });

  it("none: nothing", () => {
    expect(failuresOf(clean)).toEqual([]);
  });
});
