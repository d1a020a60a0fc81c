/**
 * Text with tab-separated tables, as OCR and web-to-text converters leave it. A run of lines that hold
 * tabs is a grid; every other line that is not blank is a paragraph. Blank lines end a grid: whether
 * two grids are one table over a page break is decided in tables/, where headers are understood.
 */
import type { Block, Cell, Document, GridRow } from "./document.ts";

/** A line with more cells than this is no table row but a dump; it is kept as a paragraph. */
const mostCells = 200;
/** Longer lines are no table rows either; no printed table has them. */
const longestRow = 20_000;

const lineEnd = /\r\n|\n|\r/g;

export function readText(text: string, path: string, notes: readonly string[]): Document {
  const blocks: Block[] = [];
  let rows: GridRow[] = [];
  const endGrid = (): void => {
    if (rows.length > 0) blocks.push({ kind: "grid", rows });
    rows = [];
  };
  for (const { line, content } of linesOf(text)) {
    if (content.includes("\t") && content.length <= longestRow) {
      const cells = splitCells(content, line);
      if (cells.length <= mostCells) rows.push({ line, cells });
    } else {
      endGrid();
      const kept = content.trim();
      const column = content.length - content.trimStart().length + 1;
      if (kept !== "") blocks.push({ kind: "paragraph", line, column, text: kept });
    }
  }
  endGrid();
  return { path, format: "text", blocks, notes };
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
