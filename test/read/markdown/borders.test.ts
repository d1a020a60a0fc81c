import { describe, expect, test } from "vitest";
import { withPipes } from "../../../src/read/markdown/borders.ts";
import { checkFiling } from "../../../src/run.ts";

const rows = [
  ["", "2024", "2023"],
  ["Revenue", "9,412", "8,017"],
  ["Cost of revenue", "(6,108)", "(5,311)"],
  ["Gross profit", "3,304", "2,706"],
  ["Selling expenses", "(1,204)", "(1,100)"],
  ["Operating income", "2,100", "1,606"],
];
const widths = [18, 9, 9];

function line(left: string, middle: string, right: string, dash: string): string {
  return left + widths.map((width) => dash.repeat(width)).join(middle) + right;
}

function cells(row: readonly string[], bar: string): string {
  const padded = row.map((text, i) => (i === 0 ? ` ${text}`.padEnd(18) : `${text} `.padStart(9)));
  return bar + padded.join(bar) + bar;
}

/** Borders above, below the header, perhaps between all rows, and below. */
function drawn(
  bar: string,
  [top, head, between, bottom]: readonly [string, string, string | null, string],
): string {
  const [header, ...body] = rows.map((row) => cells(row, bar));
  const inner = body.join(between === null ? "\n" : `\n${between}\n`);
  return `Harbour Tools Inc.\nSTATEMENTS OF OPERATIONS (in thousands)\n\nYear ended December 31\n\n${top}\n${header}\n${head}\n${inner}\n${bottom}\n`;
}

const plain = line("+", "+", "+", "-");
const kinds: readonly (readonly [string, string])[] = [
  ["a database", drawn("|", [plain, plain, null, plain])],
  ["reStructuredText", drawn("|", [plain, line("+", "+", "+", "="), plain, plain])],
  [
    "a terminal",
    drawn("│", [line("┌", "┬", "┐", "─"), line("├", "┼", "┤", "─"), null, line("└", "┴", "┘", "─")]),
  ],
  [
    "a terminal, with lines between all rows",
    drawn("│", [
      line("╒", "╤", "╕", "═"),
      line("╞", "╪", "╡", "═"),
      line("├", "┼", "┤", "─"),
      line("╘", "╧", "╛", "═"),
    ]),
  ],
];

async function found(text: string) {
  const { checks, figures } = await checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
  return { checks: checks.filter(({ status }) => status !== "pass"), figures };
}

describe("tables drawn with lines", () => {
  test.each(kinds)("of %s are read, and a slip is named where it stands", async (_name, text) => {
    const right = await found(text);
    expect([right.checks, right.figures.tied]).toEqual([[], 10]);
    const { checks } = await found(text.replace("(5,311)", "(5,131)"));
    const at = text.split("\n").findIndex((each) => each.includes("(5,311)"));
    const [check] = checks;
    expect([checks.length, check?.place.line, check?.place.column]).toEqual([
      1,
      at + 1,
      (text.split("\n")[at]?.indexOf("(5,311)") ?? 0) + 1,
    ]);
  });

  test("keep every other character in its place", () => {
    for (const [, text] of kinds) {
      const piped = withPipes(text) ?? "";
      expect(piped.split("\n").map(({ length }) => length)).toEqual(
        text.split("\n").map(({ length }) => length),
      );
      expect(piped.match(/[\w(),]+/g)).toEqual(text.match(/[\w(),]+/g));
    }
  });

  test("with cells that go on over lines behind the captions are none: a number may be torn", () => {
    const torn = `${plain}\n${cells(["", "2024", "2023"], "|")}\n${plain}\n${cells(["Revenue", "9", "8"], "|")}\n${cells(["", ",412", ",017"], "|")}\n${plain}\n${cells(["Tax", "12", "11"], "|")}\n${plain}\n`;
    expect(withPipes(torn)?.trim()).toBe("");
    const caption = torn.replace(",412", "    ").replace(",017", "    ");
    expect(withPipes(caption)?.trim()).not.toBe("");
  });

  test("other text is left alone", () => {
    expect(withPipes("a + b\n| c | d |\n---+---\n")).toBeNull();
    expect(withPipes("────────\nSales  1,204\n────────\n")).toBeNull();
    expect(withPipes("+-".repeat(200_000))).toBeNull();
  });

  test("a table of 200,000 lines ends in time", () => {
    expect(withPipes("+---+---+\n| a | 1 |\n".repeat(100_000))).toHaveLength(2_000_000);
  });
});
