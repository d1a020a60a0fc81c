import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { innocentReadings } from "../../src/defence/index.ts";
import type { FileReport } from "../../src/report/report.ts";
import type { Example } from "../../src/rules/rule.ts";
import { checkFiling } from "../check-text.ts";

const encoder = new TextEncoder();

const check = ({ filing }: Example): FileReport =>
  checkFiling(encoder.encode(filing), { path: "example.txt", all: true });

const broken = (report: FileReport): string[] =>
  report.checks.filter(({ status, grade }) => status !== "skip" && grade === "broken").map((c) => c.message);

const clearedBy = (report: FileReport): string[] =>
  report.skipped.flatMap(({ cleared }) => (cleared ? [cleared.reading] : []));

describe.each(innocentReadings)("$name", (reading) => {
  it("has an example that is cleared and one that stands", () => {
    const { cleared, stands } = reading.examples;
    expect(Math.min(cleared.length, stands.length)).toBeGreaterThan(0);
  });

  it("says what it finds, and what does not suffice", () => {
    for (const words of [reading.summary, reading.what]) expect(words).toMatch(/^\S.{19,}\S$/s);
    expect(reading.what).toMatch(/[.]$/);
  });

  it.each(reading.examples.cleared)("clears: $title", (example) => {
    const report = check(example);
    expect(broken(report)).toEqual([]);
    expect(clearedBy(report)).toContain(reading.name);
  });

  it.each(reading.examples.stands)("does not clear: $title", (example) => {
    const report = check(example);
    expect(broken(report).length).toBeGreaterThan(0);
    expect(clearedBy(report)).toEqual([]);
  });
});

describe("the registry", () => {
  it("holds every reading of the folder, under the name of its file", () => {
    const files = readdirSync(join(import.meta.dirname, "../../src/defence/readings"));
    expect(files.map((file) => basename(file, ".ts")).sort()).toEqual(
      innocentReadings.map(({ name }) => name).sort(),
    );
  });

  it("names readings in kebab-case, each once", () => {
    const names = innocentReadings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
  });
});
