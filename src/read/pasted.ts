/**
 * Tables pasted from a page in a browser: marks of money in cells of their own, which stand only in some rows
 * and push the rest of the row aside; cells that break over two lines ("March 30," / "2024"), the caption too.
 */
import type { Cell, GridRow, Paragraph } from "./document.ts";

const loneMark = /^(?:US\s?\$|HK\s?\$|NT\s?\$|RMB|[$€£¥])$/;
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const dayWithoutYear = new RegExp(`^(?:as of )?${month}\\.?\\s\\d{1,2},$`, "i");
const year = /^(?:19|20)\d\d$/;
/** With a group of thousands or decimals: no year, number of a note or day. */
const amount = /^\(?-?[$€£¥]?\s?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)\)?$/;
const figure = /^[($€£¥\s-]*\d[\d,.]*\s*\)?%?$/;

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

/**
 * Rows with each mark joined to the number behind it, where the figures then stand in fewer columns than as
 * they are: a source that leaves a column for the marks is right as it is.
 */
export function withMarksJoined(rows: readonly GridRow[]): readonly GridRow[] {
  if (!rows.some(({ cells }) => cells.some(({ text }) => loneMark.test(text)))) return rows;
  const joined = rows.map((row): GridRow => ({ ...row, cells: joinMarks(row.cells) }));
  return figureColumns(joined) < figureColumns(rows) ? joined : rows;
}

function joinMarks(cells: readonly Cell[]): Cell[] {
  const kept: Cell[] = [];
  let shift = 0;
  for (const [i, cell] of cells.entries()) {
    const before = cells[i - 1];
    const mark = before && loneMark.test(before.text) ? before.text : null;
    const next = cells[i + 1];
    if (loneMark.test(cell.text) && next && /\d|^[-–—]/.test(next.text)) {
      shift++;
      continue;
    }
    kept.push({ ...cell, col: cell.col - shift, ...(mark === null ? {} : { mark }) });
  }
  return kept;
}

function figureColumns(rows: readonly GridRow[]): number {
  const columns = new Set<number>();
  for (const { cells } of rows) for (const { text, col } of cells) if (figure.test(text)) columns.add(col);
  return columns.size;
}
