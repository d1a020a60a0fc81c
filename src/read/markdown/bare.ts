/**
 * Pipes between cells and none around the row ("Total assets | 1,202 | 1,187"), without delimiter rows: how
 * some converters of HTML flatten a table. Lines of it that have one cell have no pipe at all.
 */
import { readFigure } from "../../money/figure.ts";
import { longestRow } from "./delimiter.ts";

const anyOuterPipe = /^[ \t]*\|/m;
const barePipes = /^[^|\n]+ \| [^\n]*$/gm;
/** Fewer such rows are text that happens to hold pipes. */
const fewestRows = 4;

/** Whether the tables of a text are flattened so: rows of a caption and figures that follow each other. */
export function hasBarePipes(text: string): boolean {
  if (anyOuterPipe.test(text)) return false;
  let rows = 0;
  let end = -2;
  for (const match of text.matchAll(barePipes)) {
    if (match[0].length >= longestRow || !isFigureRow(match[0])) continue;
    rows = match.index - end <= 2 ? rows + 1 : 1;
    end = match.index + match[0].length;
    if (rows >= fewestRows) return true;
  }
  return false;
}

export function isBareRow(content: string): boolean {
  return content.includes(" | ") && content.length < longestRow;
}

/** A caption in words, and figures or nil marks behind it. */
function isFigureRow(content: string): boolean {
  const [caption = "", ...values] = content.split(" | ").map((cell) => cell.trim());
  return (
    /\p{L}{2}/u.test(caption) &&
    values.some((text) => ["figure", "damaged"].includes(readFigure(text).kind)) &&
    values.every((text) => text.length <= longestValue && !/\p{L}{4}/u.test(text))
  );
}

const longestValue = 30;

const longestHeading = 120;
/** Headings that follow each other ("Liabilities and equity", "Current liabilities"). */
const mostHeadings = 3;

/** A line of one cell between rows: short, no sentence, and a row of the table follows on the next lines. */
export function isHeadingBetween(lines: readonly string[], at: number): boolean {
  for (let i = at; i < at + mostHeadings; i++) {
    const content = lines[i]?.trim() ?? "";
    if (content === "" || content.length > longestHeading || /[.!?]["”]?$/.test(content)) return false;
    if (isBareRow(lines[i + 1] ?? "")) return true;
  }
  return false;
}
