/** Markup that no converter makes: it ends in time, in bounded memory, with a clear word or quiet. */
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../../src/run.ts";

const page = (body: string): Uint8Array => new TextEncoder().encode(`<html><body>${body}`);
const table = (rows: string): Uint8Array => page(`<table>${rows}</table>`);
const row = (i: number): string => `<tr><td>Line ${i}</td><td>${i}</td><td>${i * 2}</td></tr>`;
const many = (count: number, cell: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => cell(i)).join("");

const cases: readonly (readonly [string, () => Uint8Array])[] = [
  ["50,000 nested blocks", () => page(`${"<div>".repeat(50_000)}<table>${row(1)}</table>`)],
  ["50,000 nested tables", () => page(`${"<table><tr><td>".repeat(50_000)}x`)],
  [
    "50,000 nested marks and end tags of others",
    () => page(`${"<b>".repeat(50_000)}x${"</i>".repeat(50_000)}`),
  ],
  ["50,000 raised marks", () => page(`${"<sup>".repeat(50_000)}1${"</sup>".repeat(50_000)}`)],
  ["a table of 100,000 rows", () => table(many(100_000, row))],
  [
    "cells over a million columns and rows",
    () =>
      table(
        "<tr><td colspan=1000000>A</td><td colspan=1000000>1</td><td rowspan=1000000>2</td></tr>".repeat(
          2_000,
        ),
      ),
  ],
  [
    "everything left open",
    () => page(`<table>${"<tr><td>Sales<td>1,204<td><div><b><table><tr><td>".repeat(3_000)}`),
  ],
  [
    "entities declared in terms of each other",
    () => page(`<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>${"&b;&amp;".repeat(100_000)}`),
  ],
  ["100,000 attributes", () => table(`<tr><td ${many(100_000, (i) => `a${i}=x `)}>1</td></tr>`)],
  ["one line of 100,000 entities with its blanks", () => page(`<pre>${"a &amp; 1,204   ".repeat(100_000)}`)],
  ["50,000 tables without rows between blanks", () => page(`<pre>${"<table>\nx  1\n".repeat(50_000)}`)],
  ["50,000 nested <pre>", () => page(`${"<pre>x  1\n".repeat(50_000)}`)],
  ["100,000 lines in one paragraph", () => page(`<p>${"a<br>".repeat(100_000)}`)],
  [
    "3,000 documents cut off",
    () =>
      new TextEncoder().encode(
        `<SEC-DOCUMENT>\n${"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n<html><table><tr><td>A</td><td>1</td></tr>\n".repeat(3_000)}`,
      ),
  ],
  ["a tag that never ends", () => page(`<td ${"x".repeat(1_000_000)}`)],
];

describe("hostile markup ends in time", () => {
  test.each(cases)("%s", { timeout: 30_000 }, async (_, make) => {
    const report = await checkFiling(make(), { path: "hostile.htm" });
    expect(report.status).toBe("unrecognized");
    expect(report.checks).toEqual([]);
  });

  test("a table too large for a statement is named", async () => {
    const { read } = await import("../../../src/read/read.ts");
    const { blocks, notes } = await read(table(many(20_001, row)), "large.htm");
    expect(blocks).toEqual([]);
    expect(notes).toEqual(["the table at line 1 has 20001 rows, too many for a statement; it was left out"]);
  });
});

/** Seeded: the same bytes each time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const sample = `<html><head><title>x</title></head><body><div style="display:none"><ix:header><xbrli:context id="a"><xbrli:instant>2024-12-31</xbrli:instant></xbrli:context></ix:header></div>
<p>BALANCE SHEETS<sup>(1)</sup> &mdash; in thousands</p><table style="width:100%"><tr><td rowspan="2"></td><td colspan="2">December&nbsp;31,</td></tr><tr><td>2024</td><td>2023</td></tr>
<tr><td style="padding-left:9pt">Cash</td><td>$ 1,204</td><td>(98</td><td>)</td></tr><tr><td><table><tr><td></td><td>Total</td></tr></table></td><td>1,204</td><td>&#8212;</td></tr></table><ul><li>One<li>Two</ul></body></html>`;

test("mutated bytes are read, whatever they say (seed 20260717)", { timeout: 30_000 }, async () => {
  const { read } = await import("../../../src/read/read.ts");
  const { Unreadable } = await import("../../../src/read/document.ts");
  const random = mulberry(20_260_717);
  const below = (n: number): number => Math.floor(random() * n);
  const bytes = new TextEncoder().encode(sample);
  const until = Date.now() + 4_000;
  for (let run = 0; run < 400 && Date.now() < until; run++) {
    const mutated = Uint8Array.from(bytes);
    for (let i = 0; i < 1 + below(20); i++) {
      const at = below(mutated.length);
      const from = below(mutated.length);
      if (random() < 0.5) mutated[at] = below(256);
      else mutated.copyWithin(at, from, Math.min(mutated.length, from + below(60)));
    }
    const cut = mutated.subarray(0, 1 + below(mutated.length));
    const blocks = await read(cut, "fuzz.htm").then(
      (document) => document.blocks,
      (error: unknown) => {
        if (error instanceof Unreadable) return [];
        throw error;
      },
    );
    const cells = blocks.flatMap((block) =>
      block.kind === "grid" ? block.rows.flatMap((own) => own.cells) : [],
    );
    const misplaced = cells.filter(
      ({ line, column, endColumn, col }) => line < 1 || column < 1 || endColumn < column || col < 0,
    );
    expect(misplaced, `run ${run}`).toEqual([]);
  }
});
