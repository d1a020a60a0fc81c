/** A sheet as it is shown, whatever file it comes from, and its cells as tables. */
import type { Draft, DraftCell, DraftRow } from "../html/drafts.ts";
import { TextRun } from "../html/text-run.ts";
import { sheetColumn, sheetLine, type Spots } from "../office/spots.ts";

/** A cell with its text as it is displayed. Rows and columns count from 1. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
  /** Columns it is merged over. */
  readonly columns: number;
  /** Points by which its text is set in. */
  readonly indent: number;
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
}

export interface SheetRow {
  readonly row: number;
  /** By their columns; only those that show something or have a rule line. */
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  /** Which of the workbook's sheets it is, from 1. */
  readonly number: number;
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** More is no statement but a dump of data. */
export const mostRows = 20_000;
export const mostCells = 200_000;
/** Of all sheets of a workbook. */
export const mostInAll = 600_000;

/** Sheets that nobody has named. */
const unnamed = /^(?:sheet|tabelle|feuil|hoja|foglio|лист|工作表)\s?\d*$/i;
/** Empty rows behind which another table begins, whatever it begins with. */
const farApart = 3;

function isShown({ text }: SheetCell): boolean {
  return text !== "";
}

function isYear({ text }: SheetCell): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function hasNumbers({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.isNumber && !isYear(cell));
}

/**
 * Below figures a number that could be a year is an amount whose format shows no comma, and gets one so that it is
 * read as one; but years beside each other head columns.
 */
function amountOf(cell: SheetCell, row: readonly SheetCell[]): SheetCell {
  if (!cell.isNumber || !isYear(cell)) return cell;
  const years = row.filter(isYear);
  const isHead =
    years.length > 1 && years.every(({ text }) => Math.abs(Number(text) - Number(cell.text)) <= 5);
  const others = row.some((other) => other.isNumber && !isYear(other));
  if (isHead && !others) return cell;
  return { ...cell, text: `${cell.text.slice(0, 1)},${cell.text.slice(1)}` };
}

/** A row of labels above columns: words or years beside the first column, and no figures. */
function isHeader(row: SheetRow, first: number): boolean {
  return !hasNumbers(row) && row.cells.some((cell) => isShown(cell) && cell.column > first);
}

/** The rows of each table. An empty row parts two of them where labels of columns follow it. */
function tablesOf(rows: readonly SheetRow[]): SheetRow[][] {
  const shown = rows.filter(({ cells }) => cells.some(isShown));
  const first = Math.min(...shown.flatMap(({ cells }) => cells.find(isShown)?.column ?? []));
  const tables: SheetRow[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, row] of shown.entries()) {
    const gap = row.row - last - 1;
    const isNew = gap >= farApart || (gap > 0 && beginsTable(shown, i, first));
    if (isNew || tables.length === 0) tables.push([]);
    tables.at(-1)?.push(row);
    last = row.row;
  }
  return tables;
}

/** Whether labels of columns stand before the next figures. */
function beginsTable(rows: readonly SheetRow[], start: number, first: number): boolean {
  for (let i = start; i < rows.length && i < start + 8; i++) {
    const row = rows[i];
    if (!row || hasNumbers(row)) return false;
    if (isHeader(row, first)) return true;
  }
  return false;
}

/** Writes the text of a workbook down, so that each cell has a place. */
export class SheetPen {
  readonly #spots: Spots;
  #offset = 0;

  constructor(spots: Spots) {
    this.#spots = spots;
  }

  get offset(): number {
    return this.#offset;
  }

  /** The run of a cell; `column` is where it stands in the row as it is shown. */
  run(sheet: number, row: number, cell: Pick<SheetCell, "column" | "text">, column: number): TextRun {
    this.#spots.begin(this.#offset, sheetLine(sheet, row), sheetColumn(cell.column, column));
    const run = new TextRun();
    // Blanks before a caption set it in; the run of text would leave them out.
    const text = cell.text.replace(/^ +/, (blanks) => "\u00a0".repeat(blanks.length));
    for (const [i, line] of text.split("\n").entries()) {
      if (i > 0) run.breakLine();
      run.add(line, this.#offset);
      this.#offset += line.length + 1;
    }
    return run;
  }
}

/** The tables of a sheet, each under its title; `pen` gives their cells places. */
export function draftsOf(sheet: Sheet, pen: SheetPen): Draft[] {
  const tables = tablesOf(sheet.rows);
  const [top] = tables[0] ?? [];
  const drafts: Draft[] = [];
  if (top && top.cells.filter(isShown).length > 1 && !unnamed.test(sheet.name)) {
    drafts.push(pen.run(sheet.number, top.row, { column: 1, text: sheet.name }, 1));
  }
  for (const rows of tables) drafts.push({ kind: "table", rows: draftRows(rows, sheet, pen) });
  return drafts;
}

function draftRows(rows: readonly SheetRow[], sheet: Sheet, pen: SheetPen): DraftRow[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  // Where each column stands in the table; those without a cell are left out, as hidden ones are.
  const positions = new Map(columns.map((column, i) => [column, i]));
  const drafts: DraftRow[] = [];
  let last = rows[0]?.row ?? 0;
  let hasBegun = false;
  let hasFigures = false;
  for (const { row, cells: printed } of rows) {
    // "Fiscal 2015" is a caption, and what stands beside it is no year.
    const isLine = hasFigures || printed.some((cell) => !cell.isNumber && /\b20\d\d\b/.test(cell.text));
    const cells = isLine ? printed.map((cell) => amountOf(cell, printed)) : printed;
    hasFigures ||= hasNumbers({ row, cells: printed });
    if (row > last + 1) drafts.push(draftRow(pen.offset, []));
    last = row;
    const own: DraftCell[] = [];
    const shown = cells.filter(isShown);
    const [only] = shown;
    // A title runs over the empty cells beside it.
    const isTitle = !hasBegun && shown.length === 1 && only !== undefined && only.column === columns[0];
    if (shown.length > 1) hasBegun = true;
    let at = 0;
    let column = 1;
    const start = pen.offset;
    for (const cell of cells) {
      const position = positions.get(cell.column) ?? at;
      if (position < at) continue;
      if (position > at) own.push(draftCell(new TextRun(), position - at));
      const run = pen.run(sheet.number, row, cell, column);
      column += cell.text.length + 1;
      const isWide = isTitle && cell === only;
      const span = isWide ? columns.length : spanOf(cell, position, columns);
      own.push({
        ...draftCell(run, span),
        indent: cell.indent,
        ruleAbove: cell.ruleAbove,
        ruleBelow: cell.ruleBelow,
      });
      at = position + span;
    }
    drafts.push(draftRow(start, own));
  }
  return drafts;
}

/** How many of the table's columns a merged cell stands over. */
function spanOf(
  { column, columns: merged }: SheetCell,
  position: number,
  columns: readonly number[],
): number {
  let span = 1;
  while ((columns[position + span] ?? Number.POSITIVE_INFINITY) < column + merged) span++;
  return span;
}

function draftRow(at: number, cells: DraftCell[]): DraftRow {
  return { at, cells, ruleAbove: false, ruleBelow: false };
}

function draftCell(run: TextRun, columns: number): DraftCell {
  return {
    columns,
    rows: 1,
    content: [run],
    indent: 0,
    ruleAbove: false,
    ruleBelow: false,
    linked: false,
  };
}
