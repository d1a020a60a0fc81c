import { toPlain } from "../money/decimal.ts";
import { columnOnLine, lineOnPage, type Place, pageOf, saidLine, spotOf } from "../read/document.ts";
import type { FigureRef, PlaceRef } from "../report/report.ts";
import { type Figure, printedCaption, printedLabel, type Table } from "../tables/table.ts";

export function tableName(table: Table): string {
  return table.title || `table at ${saidLine(table.line)}`;
}

/** A place as users know it: the line on its page where the source has pages. */
export function placeRef({ line, column, endColumn }: Place): PlaceRef {
  const page = pageOf(line);
  const where = spotOf(line, column);
  return {
    line: lineOnPage(line),
    column: columnOnLine(line, column),
    endColumn: columnOnLine(line, endColumn),
    ...(page === null ? {} : { page }),
    ...(where === null ? {} : { where }),
  };
}

export function figureRef(figure: Figure): FigureRef {
  return {
    raw: figure.raw,
    value: figure.damage ? null : toPlain(figure.value),
    ...placeRef(figure.place),
    page: pageOf(figure.place.line),
    table: tableName(figure.table),
    row: printedCaption(figure.row),
    col: printedLabel(figure.column),
    ...(figure.table.path === undefined ? {} : { path: figure.table.path }),
  };
}
