/**
 * The grid drawn by cli-table3. It takes about 0.3 ms a row and more than linear time, so it serves the
 * findings of a run, never its lists. Its own colours ignore NO_COLOR and pipes: `head` and `border`
 * are switched off and the cells bring their paint.
 */
import Table from "cli-table3";
import { columnWidths, type Grid, type GridCell, type GridColumn, gap } from "./grid.ts";

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

export const cliTableGrid: Grid = (columns, rows, paintHead) => {
  const widths = columnWidths(columns, rows);
  const last = columns.length - 1;
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0, "padding-right": gap },
    colWidths: widths.map((cells, index) => cells + (index === last ? 0 : gap)),
    colAligns: columns.map((column) => column.align),
  });
  const draw = (cell: GridCell, index: number) => ({
    content: (cell.paint ?? String)(cell.text),
    ...(cell.href ? { href: cell.href } : {}),
    ...(index === last ? { style: { "padding-right": 0 } } : {}),
  });
  const head = columns.map((column: GridColumn): GridCell => ({ text: column.head, paint: paintHead }));
  const hasHead = columns.some((column) => column.head !== "");
  for (const row of hasHead ? [head, ...rows] : rows) table.push(row.map(draw));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
};
