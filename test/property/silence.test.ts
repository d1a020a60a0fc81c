import { describe, expect, it } from "vitest";
import type { Check, FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";
import { generateStatement, plantSlip, type Statement } from "./statement-generator.ts";

const seeds = Array.from({ length: 1_000 }, (_, seed) => seed);
const patience = 120_000;

const check = (text: string, all = false): FileReport =>
  checkFiling(new TextEncoder().encode(text), { path: "statement.txt", all });

const failures = (report: FileReport): Check[] => report.checks.filter(({ status }) => status === "fail");

/** Every check as words that do not depend on where the cell stands. */
const verdicts = (report: FileReport): string[] =>
  report.checks.map(({ rule, status, result }) => `${rule} ${status} ${result.row} ${result.col}`).sort();

const columnsOf = (statement: Statement): number => new Set(statement.cells.map((cell) => cell.col)).size;

describe("an honest statement", () => {
  it("gives no failure, and every cell is tied", { timeout: patience }, () => {
    const loud: string[] = [];
    const untied: number[] = [];
    for (const seed of seeds) {
      const report = check(generateStatement(seed).text);
      for (const { message } of failures(report)) loud.push(`seed ${seed}: ${message}`);
      if (report.error !== null || report.untied.length > 0) untied.push(seed);
    }
    expect(loud).toEqual([]);
    // A single column of two or three lines may tie by accident, so it proves nothing.
    const several = untied.filter((seed) => columnsOf(generateStatement(seed)) > 1);
    expect(several, `seeds ${several.join(" ")}`).toEqual([]);
  });

  it("is judged alike in thousands and in millions", { timeout: patience }, () => {
    for (const seed of seeds.slice(0, 80)) {
      const { text } = plantSlip(generateStatement(seed), seed);
      const millions = text.replace("(In thousands)", "(In millions)");
      expect(verdicts(check(millions, true)), `seed ${seed}`).toEqual(verdicts(check(text, true)));
    }
  });

  it("is judged alike with its columns turned round", { timeout: patience }, () => {
    for (const seed of seeds.slice(0, 80)) {
      const { text } = plantSlip(generateStatement(seed), seed);
      expect(verdicts(check(turned(text), true)), `seed ${seed}`).toEqual(verdicts(check(text, true)));
    }
  });

  it("is judged alike without the tabs at the ends of its lines", { timeout: patience }, () => {
    for (const seed of seeds.slice(0, 80)) {
      const { text } = plantSlip(generateStatement(seed), seed);
      const trimmed = text.replaceAll(/\t+$/gm, "");
      expect(verdicts(check(trimmed, true)), `seed ${seed}`).toEqual(verdicts(check(text, true)));
    }
  });
});

/** Every line of cells from right to left, captions and the span over all columns in their place. */
function turned(text: string): string {
  const lines = text.split("\n").map((line) => {
    const [caption = "", ...cells] = line.split("\t");
    const filled = cells.filter((cell) => cell !== "");
    return filled.length <= 1 && cells.length > 1 ? line : [caption, ...cells.reverse()].join("\t");
  });
  return lines.join("\n");
}

interface Shares {
  planted: number;
  found: number;
  named: number;
  alone: number;
}

describe("one slip in an honest statement", () => {
  /** Seeds that gave no failure, or one that does not name the cell. */
  const missed: number[] = [];
  const unnamed: number[] = [];
  const shares = new Map<string, Shares>();

  it("gives one failure that names the cell among its suspects", { timeout: patience }, () => {
    for (const seed of seeds) {
      const statement = generateStatement(seed);
      const slip = plantSlip(statement, seed);
      const cell = statement.cells[slip.cell];
      const found = failures(check(slip.text));
      const suspects = found.flatMap(({ diagnosis }) => diagnosis?.suspects ?? []);
      const named = suspects.some(({ line, column }) => line === cell?.line && column === cell.column);
      const key = columnsOf(statement) === 1 ? "one column" : "several columns";
      const share = shares.get(key) ?? { planted: 0, found: 0, named: 0, alone: 0 };
      shares.set(key, share);
      share.planted++;
      if (found.length > 0) share.found++;
      else missed.push(seed);
      if (named) share.named++;
      else if (found.length > 0) unnamed.push(seed);
      if (named && found.length === 1) share.alone++;
    }
    const several = shares.get("several columns") ?? { planted: 0, found: 0, named: 0, alone: 0 };
    const single = shares.get("one column") ?? several;
    const where = `missed seeds ${missed.join(" ")}; unnamed seeds ${unnamed.join(" ")}`;
    // Measured: every slip is found and named where the other columns show the sum.
    expect(several.found / several.planted, where).toBeGreaterThan(0.98);
    expect(several.named / several.planted, where).toBeGreaterThan(0.98);
    expect(several.alone / several.planted, where).toBeGreaterThan(0.98);
    // In one column the heading and other sums that tie must vouch for the sum: measured 0.72.
    expect(single.found / single.planted, where).toBeGreaterThan(0.6);
    expect(single.named, where).toBe(single.found);
  });
});
