/**
 * The oracle for our grid: the same table drawn by cli-table3. The tool itself does not use it: loading
 * and drawing it took a third of the time of a whole check of a 50 KB filing.
 */
import Table from "cli-table3";
import { columnWidths, type Grid, type GridCell, type GridColumn, gap } from "../../src/report/grid.ts";

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
