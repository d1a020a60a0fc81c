import { toPlain } from "../money/decimal.ts";
import type { FigureRef } from "../report/report.ts";
import type { Figure, Table } from "../tables/table.ts";

export function tableName(table: Table): string {
  return table.title || `table at line ${table.line}`;
}

export function figureRef(figure: Figure): FigureRef {
  return {
    raw: figure.raw,
    value: figure.damage ? null : toPlain(figure.value),
    line: figure.place.line,
    column: figure.place.column,
    endColumn: figure.place.endColumn,
    page: null,
    table: tableName(figure.table),
    row: figure.row.caption,
    col: figure.column.label,
    ...(figure.table.path === undefined ? {} : { path: figure.table.path }),
  };
}
