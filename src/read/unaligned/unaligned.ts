/**
 * Text whose columns are lost: extractors of PDF put one blank between the cells of a row, or each cell on a
 * line of its own. How many columns a table has, its rows say; which periods they are, a header that names
 * one for each; a row with fewer cells is left open.
 */
import { append } from "../../lists.ts";
import type { Block, Document, Paragraph } from "../document.ts";
import { type Line, lineOf, textOf } from "../layout/line.ts";
import { alignRows } from "../loose/align.ts";
import { linesOf } from "../text.ts";
import { headsOf, isHeaderLine } from "./heads.ts";
import { isReadable, isRow, looseRow, type Row, rowsOf, widthOf, withoutNotes, withTotal } from "./rows.ts";

/** Rows of a table at least, and of all tables of a text. */
const fewestRows = 3;
const fewestInAll = 8;
/** Lines without figures between two rows: headings, and a caption that goes on. */
const mostBetween = 6;
/** So many are the header of another table, unless they read like headings. */
const fewestOfHeader = 3;
/** A line of text that is as long is no heading. */
const longestHeading = 140;
const mostHeaderLines = 16;
/** Headings between a header and the first figures. */
const mostHeadings = 3;
const longestTitle = 60;
/** A longer line is no row, and is not taken apart. */
const longestLine = 2_000;

/** Null where no table is found. */
export function readUnaligned(text: string, path: string, notes: readonly string[]): Document | null {
  const lines = [...linesOf(text)]
    .map(({ line, content }) =>
      content.length > longestLine ? asOneWord(line, content) : lineOf(line, content),
    )
    .filter(({ words }) => words.length > 0);
  const rows = rowsOf(lines);
  const blocks: Block[] = [];
  let done = 0;
  let found = 0;
  for (const { start, end } of tablesOf(rows)) {
    const first = firstOf(rows, done, start);
    let top = first;
    while (top > done && first - top < mostHeaderLines && isHeader(rows[top - 1])) top--;
    const all = withoutNotes(rows.slice(first, end));
    const width = widthOf(all);
    const body = all.flatMap((row) => withTotal(row, width)).filter((row) => isReadable(row, width));
    const heads = headsOf(
      rows.slice(top, first).map(({ line }) => line),
      width,
    );
    if (heads.length === 0 && isStacked(body)) continue;
    append(blocks, rows.slice(done, heads.length > 0 ? top : first).flatMap(paragraphs));
    append(blocks, alignRows([...heads, ...body.map((row) => looseRow(row, width))]));
    found += body.filter(isRow).length;
    done = end;
  }
  if (found < fewestInAll) return null;
  append(blocks, rows.slice(done).flatMap(paragraphs));
  return { path, format: "text", blocks, notes };
}

function asOneWord(line: number, source: string): Line {
  const text = source.trim();
  const column = source.length - source.trimStart().length + 1;
  const word = {
    text,
    column,
    endColumn: column + text.length,
    left: column - 1,
    right: column - 1 + text.length,
  };
  return { line, source, words: text === "" ? [] : [word], leader: null, marks: [] };
}

function isHeader(row: Row | undefined): boolean {
  return row !== undefined && isHeaderLine(row.line);
}

/** A sentence, or what heads another table. */
function isEnd({ line }: Row): boolean {
  const text = textOf(line.words);
  return text.length > longestHeading || (/[.;]$/.test(text) && line.words.length > 8) || isHeaderLine(line);
}

function* tablesOf(rows: readonly Row[]): Generator<{ start: number; end: number }> {
  let start = -1;
  let last = -1;
  const close = function* () {
    if (start >= 0 && isTable(rows.slice(start, last + 1))) yield { start, end: last + 1 };
    start = -1;
  };
  for (const [i, row] of rows.entries()) {
    if (isRow(row)) {
      if (start >= 0 && isHeaded(rows.slice(last + 1, i), row)) yield* close();
      if (start < 0) start = i;
      last = i;
    } else if (start >= 0 && (i - last > mostBetween || isEnd(row))) yield* close();
  }
  yield* close();
}

/** Whether what stands between two rows names columns in pieces, and no section or the start of a caption. */
function isHeaded(between: readonly Row[], { caption }: Row): boolean {
  const lines = between.filter(({ values }) => values.length === 0).map(({ line }) => textOf(line.words));
  return (
    lines.length >= fewestOfHeader &&
    !/^\p{Ll}/u.test(textOf(caption)) &&
    !lines.some((text) => text.endsWith(":") || text === text.toUpperCase())
  );
}

/** Headings right above the first figures, where a header stands above them: "Current assets:". */
function firstOf(rows: readonly Row[], from: number, start: number): number {
  for (let i = start - 1; i >= Math.max(from, start - mostHeadings - 1); i--) {
    const row = rows[i];
    if (!row) break;
    if (isHeaderLine(row.line)) return i + 1;
    const text = textOf(row.line.words);
    if (row.values.length > 0 || text.length > longestTitle || /[.;)]$/.test(text)) break;
  }
  return start;
}

/** Most of its rows have as many figures. */
function isTable(rows: readonly Row[]): boolean {
  const own = rows.filter(isRow);
  const width = widthOf(rows);
  const full = own.filter(({ values }) => values.length === width).length;
  return full >= fewestRows && full * 2 > own.length;
}

/** Most rows have each figure on a line of its own: without a header nothing says where such a table begins. */
function isStacked(rows: readonly Row[]): boolean {
  const own = rows.filter(isRow);
  return own.filter(({ line, last }) => line !== last).length * 2 > own.length;
}

/** What stands outside tables, line by line. */
function paragraphs({ line, last, values }: Row): Paragraph[] {
  const own: Paragraph = {
    kind: "paragraph",
    line: line.line,
    column: line.words[0]?.column ?? 1,
    text: textOf(line.words),
  };
  if (last === line) return [own];
  return [
    own,
    ...values.map(
      (value): Paragraph => ({ kind: "paragraph", line: value.line, column: value.column, text: value.text }),
    ),
  ];
}
