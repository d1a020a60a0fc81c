/** Places in the words of a report. */
import type { Check, FileReport, PlaceRef } from "./report.ts";

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

/** "line 70", "page 3, line 12", or where a document of Word or a workbook has it. */
export function placeOf(check: Check): string {
  const { place, result } = check;
  if (place.where !== undefined) {
    return place.heading === undefined ? place.where : `${place.where}, under "${place.heading}"`;
  }
  const page = place.page ?? result.page;
  return typeof page === "number" ? `page ${page}, line ${place.line}` : `line ${place.line}`;
}
