import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling as checkAsRead } from "../../src/run.ts";
import { checkFiling } from "../check-text.ts";

const samples = new URL("../../samples/", import.meta.url);

function check(name: string): FileReport {
  return checkFiling(readFileSync(new URL(name, samples)), { path: name, all: true });
}

/** Rows of an .expected.tsv as objects by its header. */
function expected(name: string): Record<string, string>[] {
  const [head = "", ...rows] = readFileSync(new URL(name, samples), "utf8").trimEnd().split("\n");
  const keys = head.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((cell, i) => [keys[i] ?? "", cell])));
}

/** Figures of the tables alone, without those of sentences. */
function inTables({ figures }: FileReport): { readonly printed: number; readonly untied: number } {
  const printed = figures.printed - figures.inText.printed;
  return { printed, untied: printed - (figures.tied - figures.inText.tied) };
}

describe("clean-release.txt", () => {
  const report = check("clean-release.txt");

  test("is silent", () => {
    expect(report.checks.filter((c) => c.status === "fail" || c.status === "warn")).toEqual([]);
    expect(report.status).toBe("pass");
  });

  test("ties every figure of its tables", () => {
    expect(inTables(report)).toMatchObject({ untied: 0 });
    expect(inTables(report).printed).toBeGreaterThan(600);
  });

  test("is understood by every statement rule", () => {
    const ran = new Set(report.checks.map((c) => c.rule));
    for (const rule of [
      "gross-profit",
      "operating-result",
      "pre-tax-result",
      "net-result",
      "attribution",
      "comprehensive-income",
      "balance-sheet",
      "cash-roll-forward",
      "cash-to-balance-sheet",
      "per-share",
      "period-sum",
      "non-gaap-chain",
      "adjustment",
      "margin",
      "same-figure",
      "translation",
    ]) {
      expect(ran, rule).toContain(rule);
    }
  });
});

describe("faulty-release.txt", () => {
  const report = check("faulty-release.txt");
  const failures = report.checks.filter((c) => c.status === "fail");
  const planted = expected("faulty-release.expected.tsv");

  test.each(planted.map((row) => [row["line"] ?? "", row] as const))("line %s is found once", (line) => {
    const there = failures.filter((c) => c.place.line === Number(line));
    expect(there).toHaveLength(1);
  });

  test("nothing else fails", () => {
    const lines = new Set(planted.map((row) => Number(row["line"])));
    expect(failures.filter((c) => !lines.has(c.place.line))).toEqual([]);
  });
});

describe("damaged-announcement.txt", () => {
  const report = check("damaged-announcement.txt");
  const damaged = expected("damaged-announcement.expected.tsv");

  test("has no failure and no figure that stays unread", () => {
    expect(report.counts.fail).toBe(0);
    expect(report.figures.recovered).toBe(report.figures.damaged);
    expect(inTables(report)).toMatchObject({ untied: 0 });
  });

  test("every cut-off or garbled cell is recovered to its true value", () => {
    const cells = damaged.filter(
      ({ printed, true: truth, kind }) =>
        /\d/.test(printed ?? "") && truth !== "none" && kind !== "ghost" && kind !== "spread",
    );
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) {
      const found = report.checks.filter(
        (c) =>
          c.rule === "malformed-figure" &&
          c.result.line === Number(cell["line"]) &&
          c.result.raw === cell["printed"],
      );
      expect(
        found.map((c) => c.display.recomputed),
        JSON.stringify(cell),
      ).toContain(cell["true"]);
    }
  });

  test("a row spread over its ghost is gathered", () => {
    const spread = damaged.filter((row) => row["kind"] === "spread");
    const read = report.checks.filter((c) => c.rule === "malformed-figure").map((c) => c.display.recomputed);
    expect(spread.length).toBeGreaterThan(0);
    for (const { true: truth } of spread) expect(read).toContain(truth);
  });

  test("each damaged cell is named once", () => {
    const places = report.checks
      .filter((c) => c.status === "warn")
      .map((c) => `${c.place.line}:${c.place.column}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

test("no-table.txt is unrecognized", () => {
  expect(check("no-table.txt")).toMatchObject({ status: "unrecognized", figures: { printed: 0 } });
});

describe("other shapes", () => {
  const all = async (name: string): Promise<FileReport> =>
    checkAsRead(readFileSync(new URL(name, samples)), { path: name, all: true });

  test("quarterly-report.md is silent; a line alone before its own sum is in no relation", async () => {
    const report = await all("quarterly-report.md");
    expect(report).toMatchObject({ format: "markdown", status: "pass" });
    expect(inTables(report)).toMatchObject({ printed: 76, untied: 2 });
  });

  test("balance-sheet.csv holds one error", async () => {
    const report = await all("balance-sheet.csv");
    expect(report).toMatchObject({ format: "csv", status: "fail", counts: { fail: 1 } });
    const finding = report.checks.find((one) => one.status === "fail");
    expect(finding).toMatchObject({ place: { line: 15, column: 16, endColumn: 19 } });
    expect(finding?.diagnosis?.suspects[0]).toMatchObject({ raw: "357", reading: "375" });
  });
});
