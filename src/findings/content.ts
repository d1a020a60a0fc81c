/** The filing as it was read, with the places of its figures in the text. */
import {
  type Block,
  type Cell,
  columnOnLine,
  type Document,
  type Grid,
  lineOnPage,
  type Paragraph,
  pageOf,
} from "../read/document.ts";
import type { Content, ContentBlock, ContentGrid, ContentRow, ContentText, Mark } from "../report/content.ts";
import type { Figure } from "../tables/table.ts";
import { pageContent } from "./page-content.ts";

/** The figures of each line of the source, by column. */
type ByLine = ReadonlyMap<number, readonly Figure[]>;

export function contentOf(document: Document, figures: readonly Figure[]): Content {
  const byLine = new Map<number, Figure[]>();
  for (const figure of figures) {
    const { line } = figure.place;
    const known = byLine.get(line);
    if (known) known.push(figure);
    else byLine.set(line, [figure]);
  }
  for (const line of byLine.values()) line.sort((a, b) => a.place.column - b.place.column);
  if (document.pages) return { blocks: document.pages.map((page) => pageContent(page, byLine)) };
  const blocks = document.blocks.map((block) => blockOf(block, byLine));
  return { blocks: document.format === "text" ? joined(blocks) : blocks };
}

/** A longer line between two grids is not a heading within a table. */
const longestHeading = 100;

/** In a text with tabs a short line between two grids, without a blank line, is a heading of one table. */
function joined(blocks: readonly ContentBlock[]): readonly ContentBlock[] {
  const kept: ContentBlock[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (block.kind !== "grid" || last === undefined) {
      kept.push(block);
    } else if (last.kind === "text" && before?.kind === "grid" && isBetween(before, last, block)) {
      const cell = { text: last.text, col: 0, span: 1, marks: last.marks };
      kept.splice(-2, 2, both(before, { line: last.line, indent: 0, cells: [cell] }, block));
    } else {
      kept.push(block);
    }
  }
  return kept;
}

function lastLine(grid: ContentGrid): number {
  return grid.rows.at(-1)?.line ?? grid.line;
}

function isBetween(before: ContentGrid, text: ContentText, after: ContentGrid): boolean {
  return (
    text.line === lastLine(before) + 1 &&
    after.line === text.line + 1 &&
    text.text.length <= longestHeading &&
    text.marks.length === 0
  );
}

function both(before: ContentGrid, between: ContentRow, after: ContentGrid): ContentGrid {
  return {
    ...before,
    title: before.title || after.title,
    rows: [...before.rows, between, ...after.rows],
  };
}

function blockOf(block: Block, byLine: ByLine): ContentBlock {
  if (block.kind === "grid") return gridOf(block, byLine);
  return { kind: "text", line: lineOnPage(block.line), text: block.text, marks: textMarks(block, byLine) };
}

/** The figures that stand on the line from column `from` up to, not including, `to`. */
function figuresIn(byLine: ByLine, line: number, from: number, to: number): readonly Figure[] {
  const all = byLine.get(line);
  if (!all) return [];
  // A whole filing may lie on one line.
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.place.column ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Figure[] = [];
  for (let i = low; i < all.length; i++) {
    const figure = all[i];
    if (!figure || figure.place.column >= to) break;
    found.push(figure);
  }
  return found;
}

function markOf(figure: Figure, start: number, end: number): Mark {
  const { line, column } = figure.place;
  const page = pageOf(line);
  return {
    start,
    end,
    ...(page === null ? {} : { page }),
    line: lineOnPage(line),
    column: columnOnLine(line, column),
  };
}

/** Marks in order; one that begins within another is left out. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.end > mark.start && mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  }
  return kept;
}

function textMarks({ line, column, text, pieces }: Paragraph, byLine: ByLine): readonly Mark[] {
  const parts = pieces ?? [{ offset: 0, line, column }];
  const marks = parts.flatMap((part, i) => {
    const length = (parts[i + 1]?.offset ?? text.length) - part.offset;
    return figuresIn(byLine, part.line, part.column, part.column + length).map((figure) => {
      const start = part.offset + figure.place.column - part.column;
      // The end of a figure that goes over a break in the source is told by its print.
      const printed = text.startsWith(figure.raw, start) ? figure.raw.length : 0;
      const end = start + Math.max(printed, figure.place.endColumn - figure.place.column);
      // The percent sign belongs to the number that it follows.
      const sign = figure.unit === "percent" ? (/^\s?%/.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
      return markOf(figure, start, Math.min(end + sign, text.length));
    });
  });
  return apart(marks);
}

function cellMarks(cell: Cell, byLine: ByLine): readonly Mark[] {
  const figures = figuresIn(byLine, cell.line, cell.column, Math.max(cell.endColumn, cell.column + 1));
  let from = 0;
  const marks = figures.map((figure) => {
    // Markup was taken out of the cell, so that its columns are not those of the source.
    const at = figure.raw === "" ? -1 : cell.text.indexOf(figure.raw, from);
    if (at === -1) return markOf(figure, from, cell.text.length);
    from = at + figure.raw.length;
    return markOf(figure, at, from);
  });
  return apart(marks);
}

function gridOf(grid: Grid, byLine: ByLine): ContentGrid {
  let title = "";
  const rows = grid.rows.map((row) => ({
    line: lineOnPage(row.line),
    indent: row.indent ?? 0,
    cells: row.cells.map((cell) => {
      const marks = cellMarks(cell, byLine);
      const [first] = marks;
      if (first && title === "") {
        title = figuresIn(byLine, first.line, first.column, first.column + 1)[0]?.table.title ?? "";
      }
      return { text: cell.text, col: cell.col, span: cell.span ?? 1, marks };
    }),
  }));
  return { kind: "grid", line: lineOnPage(grid.rows[0]?.line ?? 1), title, rows };
}
