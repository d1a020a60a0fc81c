/** Numbers with points or blanks between thousands, with a decimal comma, in lakhs and crores. */
import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";

/** The cells behind the captions, row by row, and what the reader says it decided. */
async function readCells(rows: readonly string[]): Promise<{ cells: string[]; notes: readonly string[] }> {
  const text = `Aldermoor SE\nINCOME\n\n\t2024\t2023\n${rows.join("\n")}\n`;
  const { blocks, notes } = await read(new TextEncoder().encode(text), "filing.txt");
  const grids = blocks.filter((block) => block.kind === "grid");
  const cells = grids.flatMap(({ rows: own }) => own.slice(1).flatMap((row) => row.cells.slice(1)));
  return { cells: cells.map(({ text: cell }) => cell), notes };
}

describe("where the style is evident", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "points",
      ["Sales\t1.234.567\t1.100.200", "Costs\t(234.567,5)\t(99,5)", "Tax\t12,5\t1.234"],
      ["1,234,567", "1,100,200", "(234,567.5)", "(99.5)", "12.5", "1,234"],
    ],
    [
      "points, and nothing behind a comma",
      [1, 2, 3, 4, 5].map((i) => `Line ${i}\t${i}.204\t${i + 10}.118`),
      [1, 2, 3, 4, 5].flatMap((i) => [`${i},204`, `${i + 10},118`]),
    ],
    [
      "blanks",
      ["Sales\t1 234 567\t1 100 200", "Costs\t(234 567,5)\t(1 099,5)", "Tax\t12 204,5\t1 234"],
      ["1,234,567", "1,100,200", "(234,567.5)", "(1,099.5)", "12,204.5", "1,234"],
    ],
    [
      "blanks, and a decimal point",
      ["Sales\t1 234 567.5\t1 100 200.0", "Costs\t(234 567.5)\t(1 099.5)", "Tax\t12 204.5\t1 234.0"],
      ["1,234,567.5", "1,100,200.0", "(234,567.5)", "(1,099.5)", "12,204.5", "1,234.0"],
    ],
    [
      "lakhs",
      ["Sales\t12,34,567\t1,23,45,678", "Costs\t(2,34,567.50)\t99,500", "Tax\t1,00,000\t450"],
      ["1,234,567", "12,345,678", "(234,567.50)", "99,500", "100,000", "450"],
    ],
  ])("%s", async (_, rows, expected) => {
    expect((await readCells(rows)).cells).toEqual(expected);
  });
});

describe("left as it is", () => {
  test.each<[string, readonly string[]]>([
    ["cut off once, in a text with decimal points", ["Sales\t317,65\t1,234.5", "Costs\t1.234.567\t0.54"]],
    [
      "rates of three digits",
      ["A\t1.204\t0.118", "B\t1.311\t0.207", "C\t1.377\t0.312", "D\t1.401\t0.404", "E\t1.5\t2"],
    ],
    ["two figures in one cell here and there", ["Sales\t1,234 567\t1,100", "Costs\t311 204\t208"]],
    [
      "a group of two digits, in a text with millions",
      ["Sales\t6,49,182\t6,496,182", "Costs\t311,204\t208,118"],
    ],
  ])("%s", async (_, rows) => {
    const { cells, notes } = await readCells(rows);
    expect(cells).toEqual(rows.flatMap((row) => row.split("\t").slice(1)));
    expect(notes).toEqual([]);
  });
});

test("what was decided is said", async () => {
  const { notes } = await readCells(["Sales\t1.234.567\t1.100.200", "Costs\t1.234,5\t1.234,5"]);
  expect(notes.join()).toContain("decimal comma");
});

/** The paragraphs behind a table whose rows print two numbers each, columns set with blanks. */
async function readSentence(sentence: string): Promise<string> {
  const rows = [
    "Sales      1 234.5   1 100.0",
    "Costs      1 034.5   1 000.0",
    "Profit     1 200.0   1 100.5",
  ];
  const text = `Aldermoor SE\nINCOME\n\n            2024      2023\n${rows.join("\n")}\n\n${sentence}\n`;
  const { blocks } = await read(new TextEncoder().encode(text), "filing.txt");
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])).join(" ");
}

test("sentences print as the tables do, with a decimal point or comma, at the end of one, too", async () => {
  expect(await readSentence("Sales were US$1 234.5 million, after RMB1 100,5 million and 1 000.")).toContain(
    "Sales were US$1,234.5 million, after RMB1,100.5 million and 1,000.",
  );
});

test("numbers side by side in a text with commas stay two", async () => {
  expect(await readSentence("Notes 12 345.6 and sales of $1,234.5 million.")).toContain("Notes 12 345.6");
});

describe("other marks", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "apostrophes",
      ["Sales\t1'234'567\t1'100'200", "Costs\t(234'567.5)\t99.5", "Tax\t12’204\t310"],
      ["1,234,567", "1,100,200", "(234,567.5)", "99.5", "12,204", "310"],
    ],
    [
      "a minus behind",
      ["Sales\t1,234\t1,100", "Costs\t1,240-\t886-", "Tax\t2,515-\t34-"],
      ["1,234", "1,100", "-1,240", "-886", "-2,515", "-34"],
    ],
  ])("%s", async (_, rows, expected) => {
    const { cells, notes } = await readCells(rows);
    expect(cells).toEqual(expected);
    expect(notes).toHaveLength(1);
  });

  test("a dash behind a number is no minus where negative numbers stand in brackets", async () => {
    const rows = ["Sales\t1,234-\t1,100-", "Costs\t(240)\t886-", "Tax\t515\t34"];
    expect((await readCells(rows)).cells).toContain("1,234-");
  });
});
