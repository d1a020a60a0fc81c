/** Where a finding stands, as people can find it. */
import type { Check, FigureRef } from "./report.ts";
import { truncateMiddle } from "./width.ts";

/** Nobody counts further along a line: markup that lies on one line is searched by what it shows. */
const farthest = 500;

/** So much of a table's title tells it from the others. */
const titleRoom = 40;

/** Whether a place is so far along its line that its column helps no one to find it. */
export function isFarOut({ column }: { readonly column: number }): boolean {
  return column > farthest;
}

/** The page of a finding, where its source has pages. */
export function pageOfCheck({ place, result }: Check): number | null {
  return place.page ?? result.page ?? null;
}

/** The title of the table that the place of a finding lies in. */
function tableOf({ place, result, terms, diagnosis }: Check): string {
  const figures: readonly FigureRef[] = [...(diagnosis?.suspects ?? []), result, ...terms];
  const here = figures.find(({ line, column }) => line === place.line && column === place.column);
  return (here ?? result).table;
}

/** ":181:22", "p12:5:22" in a PDF; the title of the table, or the line alone, where a line is too long to be counted along. */
export function placeMark(check: Check): string {
  const { place, quote } = check;
  if (isFarOut(place)) {
    if (quote) return `:${place.line}`;
    return `in "${truncateMiddle(tableOf(check).replace(/ ?\((?:un)?audited\)$/i, ""), titleRoom)}"`;
  }
  const page = pageOfCheck(check);
  return `${page === null ? "" : `p${page}`}:${place.line}:${place.column}`;
}

/** What stands before a sentence about a finding whose place says too little by itself; often empty. */
export function leadIn(check: Check): string {
  if ((isFarOut(check.place) && !check.quote) || pageOfCheck(check) !== null) {
    const said = saidWhere(check);
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}: `;
  }
  return "";
}

/** "line 181:22", "page 12, line 5", or the title of the table in full. */
export function saidWhere(check: Check): string {
  const { place, quote } = check;
  // A sentence is quoted, which tells where it stands.
  if (isFarOut(place)) return quote ? `line ${place.line}` : `in "${tableOf(check)}"`;
  const page = pageOfCheck(check);
  return page === null ? `line ${place.line}:${place.column}` : `page ${page}, line ${place.line}`;
}
