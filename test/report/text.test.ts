/** The ground of the reports for people: safe text, measured text, columns. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, cleanBlock, cleanText } from "../../src/report/clean.ts";
import { drawnGrid } from "../../src/report/drawn-table.ts";
import { type GridColumn, paddedGrid } from "../../src/report/grid.ts";
import { pad, truncate, truncateStart, width, wrap } from "../../src/report/width.ts";

describe("clean", () => {
  test.each([
    ["Total assets", "Total assets"],
    ["毛利 — Gross profit · “net” é", "毛利 — Gross profit · “net” é"],
    ["\u001b[31mred", "\\u001b[31mred"],
    ["a\u009b2Jb", "a\\u009b2Jb"],
    ["bell\u0007nul\u0000del\u007f", "bell\\u0007nul\\u0000del\\u007f"],
    ["forged\r\nline\tcell\u2028x", "forged line cell x"],
    ["\u202e961\u202c", "\\u202e961\\u202c"],
    // Zero-width spaces and soft hyphens are all over HTML filings, and mean nothing.
    ["Rev\u00ade\u200bnue\ufeff", "Revenue"],
    ["half \ud800 pair", "half \ufffd pair"],
    ["👨‍👩‍👧", "👨‍👩‍👧"],
  ])("%j becomes %j", (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test("reaches every string of a structure and leaves the rest alone", () => {
    const value = { a: ["x\u0007", { b: "y\n", c: 1, d: null, e: true }] };
    expect(clean(value)).toEqual({ a: ["x\\u0007", { b: "y ", c: 1, d: null, e: true }] });
  });

  test("a block keeps its lines and tabs", () => {
    expect(cleanBlock("a\tb\r\nc\u001b[0m\n")).toBe("a\tb\nc\\u001b[0m\n");
  });

  test("nothing harmful survives (any text)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleanText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanBlock(text).replace(/[\n\t]/g, "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe("width", () => {
  test.each([
    ["abc", 3],
    ["", 0],
    ["毛利", 4],
    ["ｶﾞ", 2],
    ["—…é", 3],
  ])("%s takes %i cells", (text, cells) => {
    expect(width(text)).toBe(cells);
  });

  test.each([
    ["Gross profit", 12, "Gross profit"],
    ["Gross profit", 8, "Gross p…"],
    ["Gross profit", 7, "Gross…"],
    ["营业成本合计", 7, "营业成…"],
    ["营业成本合计", 6, "营业…"],
    ["Gross", 1, "…"],
    ["Gross", 0, ""],
  ])("%s in %i cells is %s", (text, cells, expected) => {
    expect(truncate(text, cells)).toBe(expected);
    expect(width(truncate(text, cells))).toBeLessThanOrEqual(cells);
  });

  test("the end of a column heading is what is kept", () => {
    expect(truncateStart("For the year ended December 31, 2023 RMB", 10)).toBe("…2023 RMB");
    expect(truncateStart("2023 RMB", 10)).toBe("2023 RMB");
  });

  test("padding counts cells, not characters", () => {
    expect(pad("毛利", 6)).toBe("毛利  ");
    expect(pad("毛利", 6, "right")).toBe("  毛利");
    expect(pad("longer than that", 4)).toBe("longer than that");
  });

  test.each([
    ["the sentence says one thing", 12, ["the sentence", "says one", "thing"]],
    ["", 5, [""]],
    ["a verylongwordthatmustbreak b", 8, ["a", "verylong", "wordthat", "mustbrea", "k b"]],
    ["营业收入减营业成本等于毛利", 8, ["营业收入", "减营业成", "本等于毛", "利"]],
  ])("%s wraps at %i", (text, cells, lines) => {
    expect(wrap(text, cells)).toEqual(lines);
  });
});

const columns: readonly GridColumn[] = [
  { head: "LINE", align: "left" },
  { head: "PRINTED", align: "right" },
  { head: "WHERE", align: "left" },
];

describe("grid", () => {
  const rows = [
    [{ text: "Gross profit" }, { text: "850,169" }, { text: ":181:22" }],
    [{ text: "毛利" }, { text: "(6,197,265)" }, { text: ":9:1" }],
    [{ text: "" }, { text: "" }, { text: ":183:20" }],
    [{ text: "No place" }, { text: "1" }, { text: "" }],
  ];

  test("aligns by display width and leaves no space at the end of a line", () => {
    expect(paddedGrid(columns, rows, String)).toEqual([
      "LINE              PRINTED  WHERE",
      "Gross profit      850,169  :181:22",
      "毛利          (6,197,265)  :9:1",
      "                           :183:20",
      "No place                1",
    ]);
  });

  test("has no line of heads when there are none", () => {
    const bare = columns.map((column) => ({ ...column, head: "" }));
    expect(paddedGrid(bare, rows.slice(0, 1), String)).toEqual(["Gross profit  850,169  :181:22"]);
    expect(drawnGrid(bare, rows.slice(0, 1), String)).toEqual(["Gross profit  850,169  :181:22"]);
    expect(paddedGrid([], [], String)).toEqual([]);
  });

  test("links and paint do not count", () => {
    const cells = [
      [
        { text: "a", paint: (text: string) => `\u001b[1m${text}\u001b[22m` },
        { text: "b" },
        { text: "c", href: "file:///x#1" },
      ],
    ];
    const line = "\u001b[1ma\u001b[22m           b  \u001b]8;;file:///x#1\u0007c\u001b]8;;\u0007";
    expect(paddedGrid(columns, cells, String)[1]).toBe(line);
    expect(drawnGrid(columns, cells, String)[1]).toBe(line);
  });

  test("both grids draw the same picture of more rows than are drawn at once", () => {
    const many = Array.from({ length: 130 }, (_, i) => [
      { text: `Line ${i}` },
      { text: String(i * 37) },
      { text: i % 3 === 0 ? "" : `:${i}:1` },
    ]);
    expect(drawnGrid(columns, many, String)).toEqual(paddedGrid(columns, many, String));
    expect(drawnGrid(columns, many, String)).toHaveLength(131);
  });

  test("both grids draw the same picture (any captions)", () => {
    const text = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9,.()%$—-]{0,12}( [A-Za-z0-9]{1,6}){0,2}$/),
      fc.constantFrom("毛利", "营业成本 total", "RMB0.1 million", ""),
    );
    const row = fc.tuple(text, text, text).map((cells) => cells.map((cell) => ({ text: cell })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (drawn) => {
        expect(drawnGrid(columns, drawn, String)).toEqual(paddedGrid(columns, drawn, String));
      }),
    );
  });
});
