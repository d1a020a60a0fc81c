/** Layouts of real filings, each as the least markup that shows it -> the grid that must come out. */
import { describe, expect, test } from "vitest";
import type { Cell, Document, Grid, Paragraph } from "../../../src/read/document.ts";
import { read } from "../../../src/read/read.ts";

async function documentOf(markup: string): Promise<Document> {
  const html = /<html|<DOCUMENT/i.test(markup) ? markup : `<html><body>${markup}</body></html>`;
  return read(new TextEncoder().encode(html), "filing.htm");
}

/** One string a row: cells by column, a span as `text/3`. */
function lines(grid: Grid): string[] {
  return grid.rows.map((row) =>
    row.cells.map(({ text, span = 1, col }) => (span > 1 && col > 0 ? `${text}/${span}` : text)).join(" | "),
  );
}

async function gridsOf(markup: string): Promise<string[][]> {
  const { blocks } = await documentOf(markup);
  return blocks.flatMap((block) => (block.kind === "grid" ? [lines(block)] : []));
}

async function paragraphsOf(markup: string): Promise<string[]> {
  const { blocks } = await documentOf(markup);
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

const cases: readonly (readonly [string, string, string[]])[] = [
  [
    "currency marks and brackets in cells of their own, and spacers",
    `<table><tr><td></td><td></td><td colspan="2">2024</td><td></td><td></td><td colspan="2">2023</td><td></td></tr>
     <tr><td>Sales</td><td></td><td>$</td><td>1,204</td><td></td><td></td><td>$</td><td>988</td><td></td></tr>
     <tr><td>Loss</td><td></td><td></td><td>(17</td><td>)</td><td></td><td></td><td>(5</td><td>)</td></tr></table>`,
    [" | 2024 | 2023", "Sales | 1,204 | 988", "Loss | (17) | (5)"],
  ],
  [
    "numbers that cover their mark's column where they have no mark",
    `<table><tr><td>Sales</td><td>$</td><td>1,204</td><td></td><td>$</td><td>988</td></tr>
     <tr><td>Costs</td><td colspan="2">704</td><td></td><td colspan="2">600</td></tr></table>`,
    ["Sales | 1,204 | 988", "Costs | 704 | 600"],
  ],
  [
    "percent signs beside and inside brackets",
    `<table><tr><td>Margin</td><td>41.5</td><td>%</td><td>(3.2</td><td>)%</td></tr>
     <tr><td>Rate</td><td>21.0</td><td>%</td><td>(1.1%)</td><td></td></tr></table>`,
    ["Margin | 41.5% | (3.2)%", "Rate | 21.0% | (1.1)%"],
  ],
  [
    "dashes with marks around them",
    `<table><tr><td>Debt</td><td>$</td><td>—</td><td></td><td>$</td><td>12</td></tr>
     <tr><td>Leases</td><td colspan="2">$—</td><td></td><td></td><td>3</td></tr></table>`,
    ["Debt | — | 12", "Leases | — | 3"],
  ],
  [
    "a header over several rows, with groups",
    `<table><tr><td></td><td colspan="4">Three Months Ended</td><td colspan="4">Six Months Ended</td></tr>
     <tr><td></td><td colspan="2">June 30,<br>2024</td><td colspan="2">June 30,<br>2023</td><td colspan="2">June 30,<br>2024</td><td colspan="2">June 30,<br>2023</td></tr>
     <tr><td>Sales</td><td>$</td><td>1</td><td>$</td><td>2</td><td>$</td><td>3</td><td>$</td><td>4</td></tr></table>`,
    [
      " | Three Months Ended/2 |  | Six Months Ended/2 | ",
      " | June 30, 2024 | June 30, 2023 | June 30, 2024 | June 30, 2023",
      "Sales | 1 | 2 | 3 | 4",
    ],
  ],
  [
    "captions that reach down, and cells under them",
    `<table><tr><td rowspan="2">Sales</td><td>12</td><td>13</td></tr><tr><td>14</td><td>15</td></tr></table>`,
    ["Sales | 12 | 13", " | 14 | 15"],
  ],
  [
    "raised footnote marks are no digits; ordinals stay",
    `<table><tr><td>Backlog<sup>(1)</sup> at the 4<sup>th</sup> site</td><td>12<sup>2</sup></td></tr>
     <tr><td>Other</td><td>9<span style="vertical-align:super">(a)</span></td></tr></table>`,
    ["Backlog at the 4th site | 12", "Other | 9"],
  ],
  [
    "footnote marks in cells of their own",
    `<table><tr><td>Sales</td><td>12</td><td>(1)</td><td>13</td></tr><tr><td>Costs</td><td>8</td><td></td><td>7</td></tr></table>`,
    ["Sales | 12 | 13", "Costs | 8 | 7"],
  ],
  [
    "hidden text",
    `<table><tr style="display:none"><td>Draft</td><td>1</td></tr><tr><td>Sales<span style="display: none">x</span></td><td>12</td></tr>
     <tr><td>Costs</td><td>5<script>6</script></td></tr></table>`,
    ["Sales | 12", "Costs | 5"],
  ],
  [
    "entities and blanks that do not break",
    `<table><tr><td>&nbsp;&nbsp;R&amp;D &mdash; net</td><td>&#40;12&#41;</td></tr><tr><td>Costs</td><td>&nbsp;7&nbsp;</td></tr></table>`,
    ["R&D — net | (12)", "Costs | 7"],
  ],
  [
    "cells and rows left open",
    `<table><tr><td>Sales<td>12<td>13<tr><td><div>Costs<td>8<td>7</table>`,
    ["Sales | 12 | 13", "Costs | 8 | 7"],
  ],
  [
    "XHTML with empty cells",
    `<table><tr><td>Sales</td><td/><td>12</td><td/></tr><tr><td>Costs</td><td/><td>(8</td><td>)</td></tr></table>`,
    ["Sales | 12", "Costs | (8)"],
  ],
  [
    "a nested table of one row is its cell's text",
    `<table><tr><td><table><tr><td></td><td>Sales</td></tr></table></td><td><table><tr><td>$</td><td>12</td></tr></table></td></tr>
     <tr><td>Costs</td><td>7</td></tr></table>`,
    ["Sales | 12", "Costs | 7"],
  ],
  [
    "several lines in every cell are several rows",
    `<table><tr><td>Sales<br>Costs</td><td>12<br>7</td><td>10<br>6</td></tr></table>`,
    ["Sales | 12 | 10", "Costs | 7 | 6"],
  ],
  [
    "a caption that wraps is one",
    `<table><tr><td>Sales of goods<br>and services</td><td>12</td></tr><tr><td>Costs</td><td>7</td></tr></table>`,
    ["Sales of goods and services | 12", "Costs | 7"],
  ],
];

describe("tables", () => {
  test.each(cases)("%s", async (_, markup, expected) => {
    expect(await gridsOf(markup)).toEqual([expected]);
  });
});

describe("layout", () => {
  test("nested tables are grids of their own, in order", async () => {
    const table = (caption: string): string =>
      `<table><tr><td>${caption}</td><td>1</td></tr><tr><td>Other</td><td>2</td></tr></table>`;
    const markup = `<table><tr><td>Left ${table("A")}</td><td>${table("B")}</td></tr></table>`;
    expect(await gridsOf(markup)).toEqual([
      ["A | 1", "Other | 2"],
      ["B | 1", "Other | 2"],
    ]);
    expect(await paragraphsOf(markup)).toEqual(["Left"]);
  });

  test("bullets in a table are paragraphs", async () => {
    const markup = `<table><tr><td>•</td><td>Sales rose by 12%.</td></tr></table>`;
    expect(await gridsOf(markup)).toEqual([]);
    expect(await paragraphsOf(markup)).toEqual(["• Sales rose by 12%."]);
  });

  test("a contents table is text", async () => {
    const row = (name: string, page: number): string =>
      `<tr><td><a href="#p${page}">${name}</a></td><td><a href="#p${page}">${page}</a></td></tr>`;
    expect(await gridsOf(`<table>${row("Balance sheets", 3)}${row("Notes", 7)}</table>`)).toEqual([]);
  });

  test("an index of exhibits is text", async () => {
    const markup = `<table><tr><td>Exhibit No.</td><td>Description</td><td>Form</td><td>Exhibit</td></tr>
      <tr><td>3.1</td><td>Articles</td><td>8-K</td><td>3.1</td></tr><tr><td>10.2</td><td>Lease</td><td>10-Q</td><td>10.1</td></tr></table>`;
    expect(await gridsOf(markup)).toEqual([]);
  });

  test("a title over the whole width stands above the grid", async () => {
    const markup = `<table><tr><td colspan="3">Balance sheets<br>(in thousands)</td></tr>
      <tr><td>Cash</td><td>12</td><td>13</td></tr><tr><td>Other</td><td>2</td><td>3</td></tr></table>`;
    expect(await paragraphsOf(markup)).toEqual(["Balance sheets", "(in thousands)"]);
    expect(await gridsOf(markup)).toEqual([["Cash | 12 | 13", "Other | 2 | 3"]]);
  });

  test("documents of a submission; pictures are passed over", async () => {
    const wrap = (type: string, text: string): string =>
      `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>1\n<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>\n`;
    const page = (n: number): string =>
      `<html><body><p>Page ${n}</p><table><tr><td>A</td><td>${n}</td></tr></table></body></html>`;
    const { blocks, notes } = await documentOf(
      `<SEC-DOCUMENT>\n${wrap("8-K", page(1))}${wrap("GRAPHIC", "begin 644 a.jpg\nM_]C_\nend")}${wrap("EX-99.1", page(2))}`,
    );
    expect(blocks.map((block) => (block.kind === "grid" ? lines(block) : block.text))).toEqual([
      "Page 1",
      ["A | 1"],
      "Page 2",
      ["A | 2"],
    ]);
    expect(notes).toEqual(["documents of the submission not read: GRAPHIC"]);
  });
});

describe("evidence beside the text", () => {
  const indents = async (markup: string): Promise<(number | undefined)[]> => {
    const { blocks } = await documentOf(markup);
    return blocks.flatMap((block) => (block.kind === "grid" ? block.rows.map((row) => row.indent) : []));
  };

  test.each([
    ["padding", '<td style="padding-left:12pt">Sales</td>', '<td style="padding:0 0 0 2pt">Total</td>'],
    [
      "margin less hanging indent",
      '<td><p style="margin-left:3em;text-indent:-1em">Sales</p></td>',
      "<td>Total</td>",
    ],
    ["blanks", "<td>&nbsp;&nbsp;&nbsp;Sales</td>", "<td>Total</td>"],
    ["a cell before it", "<td></td><td>Sales</td>", '<td colspan="2">Total</td>'],
  ])("indentation by %s", async (_, inner, outer) => {
    const [first = 0, second = 0] = await indents(
      `<table><tr>${inner}<td>12</td></tr><tr>${outer}<td>12</td></tr></table>`,
    );
    expect(first).toBeGreaterThan(second);
  });

  test.each([
    ["over the cell", "", 'style="border-top:1px solid #000"'],
    ["under the cell above", 'style="border-bottom:solid 1px black"', ""],
  ])("a rule %s", async (_, above, below) => {
    const { blocks } = await documentOf(
      `<table><tr><td>A</td><td>1</td><td>2</td></tr><tr><td>B</td><td ${above}>1</td><td>2</td></tr><tr><td>Total</td><td ${below}>2</td><td>4</td></tr></table>`,
    );
    const [grid] = blocks;
    expect(grid?.kind === "grid" && grid.rows.map((row) => row.ruled)).toEqual([undefined, undefined, [1]]);
  });
});

describe("places in the markup", () => {
  const source = `<html><body>\n<p>Sales&nbsp;rose to\n<b>1,204</b> or 5&#37;.</p>\n<table><tr><td>Loss</td>\n<td>$ (1,2<i>04</i></td><td>)</td><td>(700)</td></tr></table></body></html>`;
  const at = ({ line, column, endColumn }: Cell): string =>
    (source.split("\n")[line - 1] ?? "").slice(column - 1, endColumn - 1);

  test("of numbers in cells", async () => {
    const { blocks } = await documentOf(source);
    const grid = blocks.find((block) => block.kind === "grid");
    expect(grid?.rows[0]?.cells.map(({ text }) => text)).toEqual(["Loss", "(1,204)", "(700)"]);
    expect(grid?.rows[0]?.cells.map(at)).toEqual(["Loss", "(1,2", "(700)"]);
  });

  test("of words in paragraphs", async () => {
    const { blocks } = await documentOf(source);
    const [paragraph] = blocks as [Paragraph];
    expect(paragraph.text).toBe("Sales rose to 1,204 or 5%.");
    const offset = paragraph.text.indexOf("1,204");
    const piece = paragraph.pieces?.findLast((candidate) => candidate.offset <= offset);
    expect(piece).toEqual({ offset, line: 3, column: 4 });
  });
});
