/**
 * Text with tab-separated tables, as OCR and web-to-text converters leave it. A run of lines that hold
 * tabs is a grid; every other line that is not blank is a paragraph. Blank lines end a grid: whether
 * two grids are one table over a page break is decided in tables/, where headers are understood.
 */
import { append } from "../lists.ts";
import type { Block, Cell, Document, GridRow, Paragraph } from "./document.ts";
import { gridsFrom, lacksBlanks } from "./loose/grids.ts";
import { joinMarks } from "./loose/marks.ts";
import { isBrokenDate, joinedDate, lacksCaption, withCaption } from "./pasted.ts";

/** A line with more cells than this is no table row but a dump; it is kept as a paragraph. */
const mostCells = 200;
/** Longer lines are no table rows either; no printed table has them. */
const longestRow = 20_000;

const lineEnd = /\r\n|\n|\r/g;

export function readText(text: string, path: string, notes: readonly string[]): Document {
  const blocks: Block[] = [];
  let rows: GridRow[] = [];
  // A line without tabs, until the next one tells whether it belongs to a row.
  let held: Paragraph | null = null;
  let before = 0;
  const endGrid = (): void => {
    if (rows.length > 0) blocks.push({ kind: "grid", rows });
    rows = [];
  };
  const release = (): void => {
    if (!held) return;
    endGrid();
    blocks.push(held);
    held = null;
  };
  for (const { line, content } of linesOf(text)) {
    const isNext = line === before + 1;
    before = line;
    if (content.includes("\t") && content.length <= longestRow) {
      const cells = splitCells(content, line);
      if (cells.length > mostCells) continue;
      const above: Paragraph | null = isNext ? held : null;
      const row = above ? below(above, cells, rows.length > 0) : null;
      if (row) held = null;
      release();
      const last = row || !isNext ? undefined : rows.at(-1);
      if (last && isBrokenDate(last.cells.at(-1)?.text, cells[0]?.text))
        rows.splice(-1, 1, goneOn(last, cells));
      else rows.push({ line, cells: row ?? cells });
      continue;
    }
    const kept = content.trim();
    const last = rows.at(-1);
    if (!held && isNext && last && isBrokenDate(last.cells.at(-1)?.text, kept)) {
      const column = content.length - content.trimStart().length + 1;
      const rest: Cell = { text: kept, col: 0, line, column, endColumn: column + kept.length };
      rows.splice(-1, 1, goneOn(last, [rest]));
      continue;
    }
    release();
    if (kept === "") endGrid();
    else {
      held = {
        kind: "paragraph",
        line,
        column: content.length - content.trimStart().length + 1,
        text: kept,
      };
    }
  }
  release();
  endGrid();
  return { path, format: "text", blocks: inOrder(blocks), notes };
}

/** A line without a tab between two grids names a section: it is short, and no sentence. */
const longestInner = 80;

/**
 * Grids as they stand. Where marks stand in cells of their own, or empty cells were dropped, grids and the
 * headings between them, on lines that follow each other, are put in order as a whole.
 */
function inOrder(blocks: readonly Block[]): Block[] {
  const done: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    const run = runFrom(blocks, i);
    append(done, settled(run));
    i += run.length;
  }
  return done;
}

/** A grid with those that follow it and the headings between; any other block alone. */
function runFrom(blocks: readonly Block[], start: number): readonly Block[] {
  let end = start + 1;
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i];
    const next = blocks[i + 1];
    if (block?.kind === "grid") end = i + 1;
    if (!block || !next || lastLine(block) + 1 !== firstLine(next)) break;
    const isInner = (other: Block): boolean =>
      other.kind === "grid" || (other.text.length <= longestInner && !/[.!?]["”]?$/.test(other.text));
    if (blocks[start]?.kind !== "grid" || !isInner(next)) break;
  }
  return blocks.slice(start, end);
}

function firstLine(block: Block): number {
  return block.kind === "grid" ? (block.rows[0]?.line ?? 0) : block.line;
}

function lastLine(block: Block): number {
  return block.kind === "grid" ? (block.rows.at(-1)?.line ?? 0) : block.line;
}

function settled(run: readonly Block[]): readonly Block[] {
  if (run[0]?.kind !== "grid") return run;
  const rows = run.flatMap((block): readonly GridRow[] =>
    block.kind === "grid" ? block.rows : [heading(block)],
  );
  const loose = rows.map((row) =>
    joinMarks(
      row.cells.map(({ text, line, column, endColumn, col }) => ({ text, line, column, endColumn, at: col })),
      row.line,
    ),
  );
  return loose.some(({ joined }) => joined) || lacksBlanks(loose) ? gridsFrom(loose, 0) : run;
}

function heading({ text, line, column }: Paragraph): GridRow {
  return { line, cells: [{ text: plain(text), col: 0, line, column, endColumn: column + text.length }] };
}

/** The cells of a row together with what the line above it begins; null where that line is no part of it. */
function below(above: Paragraph, cells: readonly Cell[], inGrid: boolean): readonly Cell[] | null {
  const [first, ...others] = cells;
  if (first && isBrokenDate(above.text, first.text)) return [joinedDate(above, first.text, 0), ...others];
  return inGrid && lacksCaption(cells) ? withCaption(above, cells) : null;
}

/** A row whose last date goes on at the start of the next line. */
function goneOn(row: GridRow, [first, ...others]: readonly Cell[]): GridRow {
  const last = row.cells.at(-1);
  if (!last || !first) return row;
  const date = joinedDate(last, first.text, last.col);
  const moved = others.map((cell) => ({ ...cell, col: cell.col + last.col }));
  return { ...row, cells: [...row.cells.slice(0, -1), date, ...moved] };
}

/** The lines of a stretch of a text with their numbers in the whole of it, from 1, whatever ends them. */
export function* linesOf(
  text: string,
  from = text.charCodeAt(0) === 0xfeff ? 1 : 0,
  to = text.length,
): Generator<{ readonly line: number; readonly content: string }> {
  let line = from > 1 ? (text.slice(0, from).match(lineEnd)?.length ?? 0) : 0;
  let start = from;
  while (start <= to) {
    lineEnd.lastIndex = start;
    const end = lineEnd.exec(text);
    yield { line: ++line, content: text.slice(start, end ? Math.min(end.index, to) : to) };
    if (!end || end.index >= to) return;
    start = end.index + end[0].length;
  }
}

/** A figure at the end of a line, behind a wide space: how tables by position look. */
const spacedRow = /[ \u00a0]{2}[$€£¥]?\(?[\d,.]*\d\)?%?\s*$/;
const fewestSpaced = 3;
/** Longer lines are no rows of such a table. */
const longestSpaced = 1_000;

/** Whether tables of the text have their columns by runs of spaces. */
export function hasSpacedTables(text: string): boolean {
  let found = 0;
  for (const { content } of linesOf(text)) {
    if (content.length > longestSpaced || content.includes("\t") || !/\d\)?%?\s*$/.test(content)) continue;
    if (spacedRow.test(content) && /\S/.test(content) && ++found >= fewestSpaced) return true;
  }
  return false;
}

function splitCells(content: string, line: number): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const raw of content.split("\t")) {
    const lead = raw.length - raw.trimStart().length;
    const kept = raw.trim();
    cells.push({
      text: plain(kept),
      col: cells.length,
      line,
      column: start + lead + 1,
      endColumn: start + lead + kept.length + 1,
    });
    start += raw.length + 1;
  }
  return cells;
}

/** Markup that converters leave in text: tags, markdown emphasis and escapes. */
export function plain(text: string): string {
  if (!/[<*\\&_]/.test(text)) return text;
  return text
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/\*\*|__/g, "")
    .replace(/\\(?=[$%*_#&()[\]-])/g, "")
    .replace(/&amp;/g, "&")
    .replace(/&nbsp;/g, " ")
    .trim();
}
