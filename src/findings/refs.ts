import { toPlain } from "../money/decimal.ts";
import { lineOnPage, type Place, pageOf, saidLine } from "../read/document.ts";
import type { FigureRef, PlaceRef } from "../report/report.ts";
import { type Figure, printedCaption, printedLabel, type Table } from "../tables/table.ts";

export function tableName(table: Table): string {
  return table.title || `table at ${saidLine(table.line)}`;
}

/** A place as users know it: the line on its page where the source has pages. */
export function placeRef({ line, column, endColumn }: Place): PlaceRef {
  const page = pageOf(line);
  return { line: lineOnPage(line), column, endColumn, ...(page === null ? {} : { page }) };
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
