/**
 * Lines of sources that are no text on disk. A document of Word has paragraphs and rows of tables, a workbook
 * has sheets and cells. Each of these lines is one number, so that they compare and differ as those of a text
 * do, and the number alone tells how a person finds the place.
 */

/** From here on; lines of texts and of pages stay far below. */
const base = 2 ** 52;
const sheets = base + 2 ** 51;

const mostRows = 2 ** 17;
const mostTables = 2 ** 13;
const mostOrder = 2 ** 21;
const mostSheetRows = 2 ** 21;
/** Stands for a note below the text where the number of a table would stand. */
const ofNotes = mostTables - 1;

/** Characters that one cell's share of the column numbers has room for. */
const cellWidth = 2 ** 20;

export interface WordSpot {
  readonly kind: "table" | "paragraph" | "note";
  /** Which line of the document it is, rows of tables counted as lines. */
  readonly order: number;
  /** The table, from 1; 0 for what stands in none. */
  readonly table: number;
  /** The row of the table, else the paragraph or the note, from 1. */
  readonly number: number;
}

function wordLine(order: number, table: number, number: number): number {
  return (
    base +
    Math.min(order, mostOrder - 1) * mostRows * mostTables +
    Math.min(table, ofNotes) * mostRows +
    Math.min(number, mostRows - 1)
  );
}

/** A row of a table of a Word document. All count from 1. */
export function rowLine(order: number, table: number, row: number): number {
  return wordLine(order, Math.min(table, ofNotes - 1), row);
}

/** A paragraph outside tables. */
export function paragraphLine(order: number, paragraph: number): number {
  return wordLine(order, 0, paragraph);
}

/** A footnote or endnote. */
export function noteLine(order: number, note: number): number {
  return wordLine(order, ofNotes, note);
}

/** Null for a line of another kind of source. */
export function wordSpotOf(line: number): WordSpot | null {
  if (line < base || line >= sheets) return null;
  const rest = line - base;
  const number = rest % mostRows;
  const table = Math.floor(rest / mostRows) % mostTables;
  const order = Math.floor(rest / mostRows / mostTables);
  const kind = table === 0 ? "paragraph" : table === ofNotes ? "note" : "table";
  return { kind, order, table: kind === "table" ? table : 0, number };
}

/** A row of a sheet of a workbook; both count from 1. */
export function sheetLine(sheet: number, row: number): number {
  return sheets + sheet * mostSheetRows + row;
}

/** Null for a line of another kind of source. */
export function sheetSpotOf(line: number): { readonly sheet: number; readonly row: number } | null {
  if (line < sheets) return null;
  const rest = line - sheets;
  return { sheet: Math.floor(rest / mostSheetRows), row: rest % mostSheetRows };
}

/** The number of a column in a line of a sheet: which cell, from 1, and where in the row as it is shown. */
export function sheetColumn(cell: number, column: number): number {
  return cell * cellWidth + Math.min(column, cellWidth - 1);
}

/** The cell that a column number of a line of a sheet names: 3 for C. */
export function cellOfColumn(column: number): number {
  return Math.floor(column / cellWidth);
}

/** The column of the line as people count it, whatever kind of source it is. */
export function plainColumn(line: number, column: number): number {
  return line < sheets ? column : column % cellWidth;
}

/** Columns of a sheet. */
export const mostColumns = 16_384;

/** "C14" -> 3; 0 for what is no name of a cell. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > mostColumns) return 0;
  }
  return column;
}

/** "C", "AA". */
export function columnLetters(cell: number): string {
  let letters = "";
  for (let rest = cell; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "table 4, row 7", "paragraph 45", "footnote 3", "sheet 2, row 14"; null for lines of texts and pages. */
export function saidSpot(line: number): string | null {
  const sheet = sheetSpotOf(line);
  if (sheet) return `sheet ${sheet.sheet}, row ${sheet.row}`;
  const spot = wordSpotOf(line);
  if (!spot) return null;
  if (spot.kind === "table") return `table ${spot.table}, row ${spot.number}`;
  return spot.kind === "note" ? `footnote ${spot.number}` : `paragraph ${spot.number}`;
}

/** "sheet 2!C14". */
export function saidCell(line: number, column: number): string | null {
  const spot = sheetSpotOf(line);
  return spot && `sheet ${spot.sheet}!${columnLetters(cellOfColumn(column))}${spot.row}`;
}

/** The places of a source that is put together while it is read: offsets of its text -> lines and columns. */
export class Spots {
  /** Sorted: where stretches of the text begin, on which line and in which column. */
  readonly #starts: number[] = [0];
  readonly #lines: number[] = [paragraphLine(1, 1)];
  readonly #columns: number[] = [1];

  /** From `offset` on the text stands on this line. */
  begin(offset: number, line: number, column: number): void {
    const last = this.#starts.length - 1;
    const at = this.#starts[last] === offset ? last : last + 1;
    this.#starts[at] = offset;
    this.#lines[at] = line;
    this.#columns[at] = column;
  }

  at(offset: number): { line: number; column: number } {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.#lines[low] ?? 1, column: (this.#columns[low] ?? 1) + offset - (starts[low] ?? 0) };
  }
}
