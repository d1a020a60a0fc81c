/** The samples in other languages: every planted error is found where it stands, and nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

const folder = new URL("../../samples/languages/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".md"));

const linesOf = (name: string): string[] => readFileSync(new URL(name, folder), "utf8").split("\n");

function expectedOf(name: string): Record<string, string>[] {
  const [head = "", ...rows] = linesOf(name.replace(/\.md$/, ".expected.tsv")).filter((row) => row !== "");
  const keys = head.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((cell, i) => [keys[i] ?? "", cell])));
}

describe.each(names)("%s", (name) => {
  test("each planted error is found, and nothing else", async () => {
    const text = linesOf(name).join("\n");
    const { checks } = await checkFiling(new TextEncoder().encode(text), { path: name });
    const found = checks.filter(({ status }) => status === "fail" || status === "warn");
    expect(found.map(({ place }) => place.line).sort((a, b) => a - b)).toEqual(
      expectedOf(name).map(({ line }) => Number(line)),
    );
  });

  test("without them it is silent, and at least 95% of its figures are tied", async () => {
    const lines = linesOf(name);
    for (const { line, printed = "", true: right = "" } of expectedOf(name)) {
      const at = Number(line) - 1;
      expect(lines[at]).toContain(printed);
      lines[at] = (lines[at] ?? "").replace(printed, right);
    }
    const bytes = new TextEncoder().encode(lines.join("\n"));
    const { counts, figures } = await checkFiling(bytes, { path: name });
    expect(counts.fail + counts.warn).toBe(0);
    expect(figures.tied / figures.printed).toBeGreaterThanOrEqual(0.95);
  });
});
