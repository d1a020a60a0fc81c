/** Cells that hold an amount and a percentage, "1,204.0 100.0%": two columns that a converter ran together. */
import type { Block, Cell, Document, Grid, GridRow } from "./document.ts";

/** An amount, a blank, a percentage. */
const glued = /^\(?[-−]?[$€£¥]?\s?\d[\d,]*(?:\.\d+)?\)?(?=\s{1,3}\(?[-−]?\d{1,4}(?:\.\d+)?\s?\)?\s?%\)?$)/;
const longest = 40;

/** Fewer cells may be read as they stand. */
const fewestCells = 3;

/** Where a table is written so, its cells apart; else the document as it is. */
export function withApartPercents(document: Document): Document {
  const blocks = document.blocks.map((block): Block => (block.kind === "grid" ? apart(block) : block));
  return blocks.some((block, i) => block !== document.blocks[i]) ? { ...document, blocks } : document;
}

function apart(grid: Grid): Grid {
  const columns = gluedColumns(grid);
  return columns.size === 0
    ? grid
    : { ...grid, rows: grid.rows.map((row) => ({ ...row, ...moved(row, columns) })) };
}

/** Columns of the grid of whose figures most are of both kinds. */
function gluedColumns({ rows }: Grid): ReadonlySet<number> {
  const counts = new Map<number, { both: number; other: number }>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (!/\d/.test(cell.text) || cell.facts || /\p{L}/u.test(cell.text)) continue;
      const count = counts.get(cell.col) ?? { both: 0, other: 0 };
      counts.set(cell.col, count);
      if (isAmountWithPercent(cell.text)) count.both++;
      else if (!isYear(cell)) count.other++;
    }
  }
  return new Set(
    [...counts].flatMap(([col, { both, other }]) => (both >= fewestCells && both >= 3 * other ? [col] : [])),
  );
}

export function isAmountWithPercent(text: string): boolean {
  return text.length <= longest && glued.test(text);
}

function isYear({ text }: Cell): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

/** The row with another column behind each of these. */
function moved(row: GridRow, columns: ReadonlySet<number>): Pick<GridRow, "cells" | "ruled"> {
  const shifted = (col: number): number => col + [...columns].filter((other) => other < col).length;
  const cells = row.cells.flatMap((cell): Cell[] => {
    const end = cell.col + (cell.span ?? 1);
    const span = cell.span === undefined ? {} : { span: shifted(end) - shifted(cell.col) };
    const whole = { ...cell, col: shifted(cell.col), ...span };
    if (!columns.has(cell.col) || (cell.span ?? 1) > 1) return [whole];
    return parted(
      whole,
      isAmountWithPercent(cell.text) ? (glued.exec(cell.text)?.[0].length ?? 0) : headEnd(cell),
    );
  });
  return { cells, ...(row.ruled ? { ruled: row.ruled.map(shifted) } : {}) };
}

/** "2023 % of sales": where the head of the percentages begins; 0 where the head is one of both. */
function headEnd({ text }: Cell): number {
  const at = text.search(/\s(?:%|percent)/i);
  return at > 0 ? at : 0;
}

function parted(cell: Cell, end: number): Cell[] {
  if (end === 0) return [cell];
  const behind = cell.text.slice(end);
  const start = end + behind.length - behind.trimStart().length;
  // Where the text is not that of the source, the place is that of the whole cell.
  const isVerbatim = cell.endColumn - cell.column === cell.text.length;
  const { span: _, ...plain } = cell;
  const first = { ...plain, text: cell.text.slice(0, end) };
  const second = { ...plain, text: cell.text.slice(start), col: cell.col + 1 };
  return isVerbatim
    ? [
        { ...first, endColumn: cell.column + end },
        { ...second, column: cell.column + start },
      ]
    : [first, second];
}
