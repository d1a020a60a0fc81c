/** Where a place is, as people can find it. */
import type { Check, FigureRef, FileReport, PlaceRef } from "./report.ts";
import { truncateMiddle } from "./width.ts";

/** Nobody counts further along a line: markup that lies on one line is searched by what it shows. */
const farthest = 500;

/** So much of a table's title tells it from the others. */
const titleRoom = 40;

/** Whether lines and columns point into the file itself: those of a PDF and of Office documents do not. */
export function hasLines({ format }: Pick<FileReport, "format">): boolean {
  return format !== "pdf" && format !== "word" && format !== "excel";
}

/** "table 4, row 7", "paragraph 45", "Income!C14"; null where a line and a column say it. */
export function shortWhere({ where }: Pick<PlaceRef, "where">): string | null {
  if (where === undefined) return null;
  const words = where.indexOf(' "');
  return words < 0 ? where : where.slice(0, words);
}

/** Whether a place is so far along its line that its column helps no one to find it. */
export function isFarOut({ column, where }: Pick<PlaceRef, "column" | "where">): boolean {
  return where === undefined && column > farthest;
}

/** The page of a finding, where its source has pages; the sheets of a workbook are named instead. */
export function pageOfCheck({ place, result }: Check): number | null {
  return place.where === undefined ? (place.page ?? result.page ?? null) : null;
}

/** Whether its line and column are all that people need to find it. */
export function isCounted(check: Check): boolean {
  return check.place.where === undefined && pageOfCheck(check) === null && !isFarOut(check.place);
}

/** The title of the table that the place of a finding lies in. */
function tableOf({ place, result, terms, diagnosis }: Check): string {
  const figures: readonly FigureRef[] = [...(diagnosis?.suspects ?? []), result, ...terms];
  const here = figures.find(({ line, column }) => line === place.line && column === place.column);
  return (here ?? result).table;
}

/**
 * ":181:22", "p12:5:22" in a PDF, "table 4, row 7" in a document of Word; the title of the table, or the line
 * alone, where a line is too long to be counted along.
 */
export function placeMark(check: Check): string {
  const { place, quote } = check;
  const named = shortWhere(place);
  if (named !== null) return named;
  if (isFarOut(place)) {
    if (quote) return `:${place.line}`;
    return `in "${truncateMiddle(tableOf(check).replace(/ ?\((?:un)?audited\)$/i, ""), titleRoom)}"`;
  }
  const page = pageOfCheck(check);
  return `${page === null ? "" : `p${page}`}:${place.line}:${place.column}`;
}

/** The same of a figure, which stands under the title of its table. */
export function figureMark(figure: FigureRef): string {
  const { page, line, column } = figure;
  const beside = isFarOut(figure) ? "" : `:${column}`;
  return shortWhere(figure) ?? `${page === null ? "" : `p${page}`}:${line}${beside}`;
}

/** What stands before a sentence about a finding whose place says too little by itself; often empty. */
export function leadIn(check: Check): string {
  // A sentence is quoted, which tells where it stands.
  if (isCounted(check) || (isFarOut(check.place) && check.quote)) return "";
  const said = saidWhere(check);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}: `;
}

/** "line 181:22", "page 12, line 5", where a document of Word or a workbook has it, or the title of the table in full. */
export function saidWhere(check: Check): string {
  const { place, quote } = check;
  const { where, heading } = place;
  if (where !== undefined) return heading === undefined ? where : `${where}, under "${heading}"`;
  if (isFarOut(place)) return quote ? `line ${place.line}` : `in "${tableOf(check)}"`;
  const page = pageOfCheck(check);
  return page === null ? `line ${place.line}:${place.column}` : `page ${page}, line ${place.line}`;
}
