import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../../src/run.ts";

const text = (name: string): string =>
  readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8");
const check = (source: string): Promise<FileReport> =>
  checkFiling(new TextEncoder().encode(source), { path: "x.txt", all: true });

const statements = [
  "gross-profit",
  "operating-result",
  "pre-tax-result",
  "net-result",
  "balance-sheet",
  "per-share",
  "footing",
];

describe.each([
  ["edgar-release.txt", "edgar-text", [...statements, "cash-roll-forward", "cash-to-balance-sheet", "prose"]],
  ["laid-out-release.txt", "text", statements],
] as const)("%s", (name, format, rules) => {
  const source = text(name);

  test("is understood and silent", async () => {
    const report = await check(source);
    expect(report.format).toBe(format);
    expect(report.checks.filter((c) => c.status === "fail" || c.status === "warn")).toEqual([]);
    const ran = new Set(report.checks.map((c) => c.rule));
    for (const rule of rules) expect(ran, rule).toContain(rule);
    expect(report.figures.tied / report.figures.printed).toBeGreaterThan(0.94);
  });

  test.each([
    ["37,905", "39,705"],
    ["17,405", "17,504"],
    ["12,154", "(12,154)"],
    ["24,640", "26,440"],
  ])("%s for %s is found, and its cell named", async (right, wrong) => {
    const lines = source.split("\n");
    const at = lines.findIndex((line) => line.includes(right) && /\s{3}/.test(line));
    const report = await check(source.replace(lines[at] ?? "", (lines[at] ?? "").replace(right, wrong)));
    const failures = report.checks.filter((c) => c.status === "fail");
    expect(failures.map((c) => c.place.line)).toEqual([at + 1]);
    expect(failures[0]?.diagnosis?.suspects[0]).toMatchObject({ line: at + 1 });
  });
});

test("documents of a submission are read each as what it is, and those without text are named", async () => {
  const page = "<html><body><p>Held on page.</p></body></html>";
  const both = text("edgar-release.txt").replace(
    "<DOCUMENT>\n<TYPE>EX-27",
    `<DOCUMENT>\n<TYPE>EX-99.2\n<TEXT>\n${page}\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-27`,
  );
  const report = await check(both);
  expect(report.status).toBe("pass");
  expect(report.figureList?.some((figure) => figure.raw === "99,999")).toBe(false);
});
