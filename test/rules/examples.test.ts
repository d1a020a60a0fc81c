import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Check, FileReport } from "../../src/report/report.ts";
import type { Example } from "../../src/rules/rule.ts";
import { rules } from "../../src/rules/index.ts";
import { checkFiling } from "../check-text.ts";

const encoder = new TextEncoder();

const check = ({ filing, prior }: Example): FileReport =>
  checkFiling(encoder.encode(filing), {
    path: "example.txt",
    all: true,
    ...(prior === undefined ? {} : { prior: { bytes: encoder.encode(prior), path: "earlier.txt" } }),
  });

const loud = (report: FileReport): Check[] =>
  report.checks.filter(({ status }) => status === "fail" || status === "warn");

const said = (report: FileReport): string[] =>
  loud(report).map(({ rule, status, message }) => `${rule} ${status}: ${message}`);

describe.each(rules)("$name", (rule) => {
  // Without an equation a rule warns, and what it finds in order is no check of its own.
  const suspects = rule.severity === "warning";

  it("has an example of each kind", () => {
    const { passes, fails, quiet } = rule.examples;
    expect(Math.min(passes.length, fails.length, quiet.length)).toBeGreaterThan(0);
    const titles = [...passes, ...fails, ...quiet].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(rule.examples.passes)("passes: $title", (example) => {
    const report = check(example);
    expect(said(report)).toEqual([]);
    expect(report.error).toBeNull();
    const own = report.checks.filter((item) => item.rule === rule.name && item.status === "pass");
    expect(own.length > 0).toBe(!suspects);
  });

  it.each(rule.examples.fails)("fails: $title", (example) => {
    const report = check(example);
    const found = loud(report);
    expect(found.length, said(report).join("\n")).toBe(1);
    expect(found[0]?.rule).toBe(rule.name);
    expect(found[0]?.status).toBe(suspects ? "warn" : "fail");
  });

  it.each(rule.examples.quiet)("is quiet: $title", (example) => {
    const report = check(example);
    expect(said(report)).toEqual([]);
    expect(report.figures.printed).toBeGreaterThan(0);
  });
});

describe("the registry", () => {
  const root = join(import.meta.dirname, "../../src/rules");
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) => readdirSync(join(root, folder.name)).map((file) => join(root, folder.name, file)));

  it("holds every rule of the folders, under the name of its file", async () => {
    const defined: string[] = [];
    for (const file of files) {
      const exported: Record<string, unknown> = await import(file);
      for (const value of Object.values(exported)) {
        const rule = rules.find((candidate) => candidate === value);
        const looksLikeOne = typeof value === "object" && value !== null && "examples" in value;
        expect(looksLikeOne, `${basename(file)} and the registry`).toBe(rule !== undefined);
        if (rule) defined.push(basename(file, ".ts"));
      }
    }
    expect(defined.sort()).toEqual(rules.map((rule) => rule.name).sort());
  });

  it("names rules in kebab-case, each once", () => {
    const names = rules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
  });

  it("says of every rule what must hold, what it looks at, why it matters, what to do and where it stands", () => {
    for (const { name, summary, what, why, fix, source } of rules) {
      for (const words of [summary, what, why, fix, source]) expect(words, name).toMatch(/^\S.{9,}\S$/);
      for (const sentence of [what, why, fix]) expect(sentence, name).toMatch(/[.]$/);
    }
  });
});
