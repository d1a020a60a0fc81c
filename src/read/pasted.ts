/**
 * Tables pasted from a page in a browser: marks of money in cells of their own, which stand only in some rows
 * and push the rest of the row aside; cells that break over two lines ("March 30," / "2024"), the caption too.
 */
import type { Cell, Paragraph } from "./document.ts";
import { monthName } from "./months.ts";

const loneMark = /^(?:US\s?\$|HK\s?\$|NT\s?\$|RMB|[$€£¥])$/;
const dayWithoutYear = new RegExp(`^(?:as of )?${monthName}\\.?\\s\\d{1,2},$`, "i");
const year = /^(?:19|20)\d\d$/;
/** With a group of thousands or decimals: no year, number of a note or day. */
const amount = /^\(?-?[$€£¥]?\s?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)\)?$/;

/** Whether a date breaks off that `text` on the next line goes on with. */
export function isBrokenDate(before: string | undefined, text: string | undefined): boolean {
  return before !== undefined && text !== undefined && dayWithoutYear.test(before) && year.test(text);
}

/** The cell of a date over two lines; it stands where its first line does. */
export function joinedDate(before: Cell | Paragraph, text: string, col: number): Cell {
  const { line, column } = before;
  return { text: `${before.text} ${text}`, col, line, column, endColumn: column + before.text.length };
}

/** A row that starts with its first amount: the line above it is its caption. */
export function lacksCaption(cells: readonly Cell[]): boolean {
  const [first, second] = cells;
  if (!first || cells.some(({ text }) => /\p{L}{2}/u.test(text))) return false;
  return amount.test(first.text) || (loneMark.test(first.text) && amount.test(second?.text ?? ""));
}

export function withCaption({ text, line, column }: Paragraph, cells: readonly Cell[]): Cell[] {
  const caption: Cell = { text, col: 0, line, column, endColumn: column + text.length };
  return [caption, ...cells.map((cell) => ({ ...cell, col: cell.col + 1 }))];
}
