/**
 * Columns of text without borders, as lines: by display width, a millisecond for a thousand rows. The
 * tests compare the picture with the one that cli-table3 draws (drawn-table.ts).
 */
import type { Painter } from "./paint.ts";
import { pad, width } from "./width.ts";

export interface GridColumn {
  readonly head: string;
  readonly align: "left" | "right";
}

export interface GridCell {
  readonly text: string;
  readonly paint?: Painter;
  /** Where a click on the cell leads (OSC 8). */
  readonly href?: string | null;
}

/** Draws the rows under the heads: the first line is the heads (none when all are empty). */
export type Grid = (
  columns: readonly GridColumn[],
  rows: readonly (readonly GridCell[])[],
  paintHead: Painter,
) => readonly string[];

/** Between two columns. */
export const gap = 2;

/** The width of each column. */
export function columnWidths(
  columns: readonly GridColumn[],
  rows: readonly (readonly GridCell[])[],
): readonly number[] {
  const widths = columns.map((column) => width(column.head));
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      const cells = width(cell.text);
      if (cells > (widths[index] ?? 0)) widths[index] = cells;
    }
  }
  return widths;
}

/** The width of the whole grid. */
export function gridWidth(widths: readonly number[]): number {
  return widths.reduce((sum, cells) => sum + cells, 0) + gap * Math.max(0, widths.length - 1);
}

function link(text: string, href: string): string {
  return `\u001b]8;;${href}\u0007${text}\u001b]8;;\u0007`;
}

function drawRow(
  cells: readonly GridCell[],
  columns: readonly GridColumn[],
  widths: readonly number[],
): string {
  let line = "";
  // Blank cells are held back, so that no line ends in spaces.
  let blank = "";
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? { text: "" };
    const padded = pad(cell.text, widths[index] ?? 0, column.align);
    if (index > 0) blank += " ".repeat(gap);
    if (cell.text === "") {
      blank += padded;
      continue;
    }
    const painted = (cell.paint ?? String)(cell.text);
    const linked = cell.href ? link(painted, cell.href) : painted;
    const fill = " ".repeat(padded.length - cell.text.length);
    if (column.align === "right") {
      line += blank + fill + linked;
      blank = "";
    } else {
      line += blank + linked;
      blank = fill;
    }
  }
  return line;
}

export const paddedGrid: Grid = (columns, rows, paintHead) => {
  const widths = columnWidths(columns, rows);
  const heads = columns.map((column) => ({ text: column.head, paint: paintHead }));
  const lines = rows.map((row) => drawRow(row, columns, widths));
  return columns.every((column) => column.head === "") ? lines : [drawRow(heads, columns, widths), ...lines];
};
