/**
 * A grid drawn by cli-table3, for the table of findings. It takes the grids of grid.ts fifty times as long, and longer
 * than that where there are many rows: it draws some at a time, and lists without end are left to the other, which draws
 * the same.
 */
import Table from "cli-table3";
import { columnWidths, type Grid, type GridCell, type GridColumn, gap, paddedGrid } from "./grid.ts";
import type { Painter } from "./paint.ts";

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};

/** So many rows take no longer one by one than a few do. */
const atOnce = 50;

/** Rows that take half a second. */
const mostDrawn = 2_000;

export const drawnGrid: Grid = (columns, rows, paintHead) => {
  if (rows.length > mostDrawn) return paddedGrid(columns, rows, paintHead);
  const widths = columnWidths(columns, rows);
  const head = columns.map((column: GridColumn): GridCell => ({ text: column.head, paint: paintHead }));
  const hasHead = columns.some((column) => column.head !== "");
  const all = hasHead ? [head, ...rows] : rows;
  const lines: string[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    for (const line of drawn(columns, widths, all.slice(from, from + atOnce))) lines.push(line);
  }
  return lines;
};

/** No terminal knows codes like these. */
const firstMark = 1_000;
// oxlint-disable-next-line no-control-regex -- the start of such a code
const marks = /\u001b\[(\d{4})m([^\u001b]*)\u001b\[\1m/g;

function drawn(
  columns: readonly GridColumn[],
  widths: readonly number[],
  rows: readonly (readonly GridCell[])[],
): readonly string[] {
  const last = columns.length - 1;
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0, "padding-right": gap },
    colWidths: widths.map((cells, index) => cells + (index === last ? 0 : gap)),
    colAligns: columns.map((column) => column.align),
  });
  // Painted when it is drawn: whatever a painter adds is not to be measured. Codes of a terminal are not.
  const painters: Painter[] = [];
  const marked = ({ text, paint }: GridCell): string => {
    if (!paint || text === "") return text;
    const mark = `\u001b[${firstMark + painters.push(paint)}m`;
    return mark + text + mark;
  };
  const draw = (cell: GridCell, index: number) => ({
    content: marked(cell),
    ...(cell.href ? { href: cell.href } : {}),
    ...(index === last ? { style: { "padding-right": 0 } } : {}),
  });
  for (const row of rows) table.push(row.map(draw));
  return table
    .toString()
    .split("\n")
    .map((line) =>
      line
        .trimEnd()
        .replace(marks, (_, mark: string, text: string) =>
          (painters[Number(mark) - firstMark - 1] ?? String)(text),
        ),
    );
}
