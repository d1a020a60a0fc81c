/**
 * Lines that are wrong in more than one column: signs lost in a whole section, a minus that became a digit, a line
 * moved by a column or printed again one line down, two cells run together. Each breaks the total below in all columns at once, so that
 * hardly a column shows that the sum is meant. What shows it is the one change after which all of them tie.
 */
import { coefficientAt } from "../money/decimal.ts";
import { captionKey } from "../tables/caption.ts";
import { type Column, type Figure, periodKey, type Row, readable, type Table } from "../tables/table.ts";
import type { Filing } from "./filing.ts";

export interface SlippedLines {
  readonly slip: "signs" | "digit-for-minus" | "shifted" | "repeated" | "merged";
  readonly total: Row;
  /** The lines to change. */
  readonly rows: readonly Row[];
  /** Columns in which the total ties after it; of "repeated" those in which it does not tie. */
  readonly columns: readonly Column[];
  /** Of "merged" the cell, and the two numbers in it. */
  readonly cell?: Figure;
  readonly parts?: readonly [string, string];
}

/** Of more lines some signs would make a total by chance. */
const mostLines = 12;
const fewestLines = 3;
const fewestAdded = 2;
const fewestPeriods = 2;
/** Shorter figures agree by chance. */
const fewestDigits = 3;
/** Digits of the totals beyond what tells one choice of lines from the others. */
const spareDigits = 4;

const named = /^(?:sub)?total\b|^net cash\b/;
const isOutflow =
  /\bpaid\b|\bpayments?\b|\bpurchases?\b|\brepay|\bacquisitions?\b|\bless\b|\bused\b|\bcosts?\b|\bexpenses?\b/i;

/** A total with the lines above it, as whole numbers by column. */
interface Block {
  readonly total: Row;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly sums: readonly number[];
  /** By line, then by column; null where nothing is printed. */
  readonly values: readonly (readonly (number | null)[])[];
}

export function* slippedLines(filing: Filing): Generator<SlippedLines> {
  for (const table of filing.tables) {
    for (const total of table.rows) {
      if (!isTotal(total)) continue;
      const whole = blockAbove(table, total, new Set(), fewestAdded);
      const torn = whole && merged(whole);
      if (torn) yield torn;
      if (torn || !isOpen(filing, table, total)) continue;
      const block = blockAbove(table, total, closedRows(filing, table), fewestLines);
      if (!block || sumsOf(block).some((sum, i) => sum === block.sums[i])) continue;
      const slip =
        shifted(block) ?? digitsForMinus(block) ?? signsLost(filing, block) ?? repeated(filing, block);
      if (slip) yield slip;
    }
  }
}

/** A line that is a total by its name. */
function isTotal(row: Row): boolean {
  return row.kind === "item" && row.ragged !== true && named.test(captionKey(row.caption));
}

/** No lines were found that make it. */
function isOpen(filing: Filing, table: Table, row: Row): boolean {
  return !filing.sumsOf(table).some(({ result, ties }) => result === row && ties.length > 0);
}

function closedRows(filing: Filing, table: Table): ReadonlySet<Row> {
  const closed = new Set<Row>();
  for (const { result, terms, ties } of filing.sumsOf(table)) {
    if (ties.length > 0) for (const row of [result, ...terms.map((term) => term.row)]) closed.add(row);
  }
  return closed;
}

/** The lines above a total up to another one, to a line that is `closed` by another sum, or to a heading. */
function blockAbove(table: Table, total: Row, closed: ReadonlySet<Row>, fewest: number): Block | null {
  const rows: Row[] = [];
  for (let i = total.index - 1; i >= 0; i--) {
    const row = table.rows[i];
    if (!row || row.kind === "ghost") continue;
    if (row.kind === "heading") {
      if (rows.length >= fewest) break;
      continue;
    }
    if (closed.has(row) || named.test(captionKey(row.caption))) break;
    if (row.kind !== "item" || row.unit !== total.unit || row.ragged === true) return null;
    rows.unshift(row);
    if (rows.length > mostLines) return null;
  }
  return rows.length < fewest ? null : numbersOf(table, total, rows);
}

function numbersOf(table: Table, total: Row, rows: readonly Row[]): Block | null {
  const columns = table.columns.filter(
    ({ index, role }) =>
      role === "amount" && isLong(total.figures[index]) && rows.every((row) => isWhole(row.figures[index])),
  );
  if (periodsOf(columns) < fewestPeriods) return null;
  const printed = [total, ...rows].flatMap(({ figures }) => figures.filter(readable));
  const exponent = Math.min(...printed.map(({ value }) => value.exponent));
  const numberOf = (figure: Figure | undefined): number | null =>
    readable(figure) && !figure.nil ? Number(coefficientAt(figure.value, exponent)) : null;
  const sums = columns.map(({ index }) => numberOf(total.figures[index]) ?? 0);
  const values = rows.map(({ figures }) => columns.map(({ index }) => numberOf(figures[index])));
  const isSafe = [...sums, ...values.flat()].every((value) => value === null || Number.isSafeInteger(value));
  return isSafe ? { total, rows, columns, sums, values } : null;
}

function isWhole(figure: Figure | undefined): boolean {
  return figure === undefined || readable(figure);
}

function isLong(figure: Figure | undefined): figure is Figure {
  if (!readable(figure) || figure.nil) return false;
  return figure.raw.replace(/\D/g, "").length >= fewestDigits;
}

/** Columns of one period, one of them translated, are one witness. */
function periodsOf(columns: readonly Column[]): number {
  return new Set(columns.map(({ period, index }) => periodKey(period) ?? index)).size;
}

function sumsOf({ columns, values }: Block): readonly number[] {
  return columns.map((_, c) => values.reduce((sum, line) => sum + (line[c] ?? 0), 0));
}

/** Powers of ten against a choice of lines that ties by chance in all columns of different periods. */
function powersOf({ columns, sums }: Block): number {
  const seen = new Set<string | number>();
  let powers = 0;
  for (const [i, { period, index }] of columns.entries()) {
    const key = periodKey(period) ?? index;
    if (!seen.has(key)) powers += Math.log10(1 + Math.abs(sums[i] ?? 0));
    seen.add(key);
  }
  return powers;
}

/**
 * The only choice of lines that makes the total tie in every column when each chosen line is changed by so much; null
 * where none does, or several do.
 */
function onlyChoice(block: Block, changes: ReadonlyMap<number, readonly number[]>): readonly number[] | null {
  const lines = [...changes];
  if (lines.length === 0 || powersOf(block) < lines.length * Math.log10(2) + spareDigits) return null;
  const off = sumsOf(block).map((sum, c) => (block.sums[c] ?? 0) - sum);
  let found: readonly number[] | null = null;
  for (let mask = 1; mask < 1 << lines.length; mask++) {
    const chosen = lines.filter((_, i) => mask & (1 << i));
    const ties = off.every((rest, c) => chosen.reduce((sum, [, by]) => sum + (by[c] ?? 0), 0) === rest);
    if (!ties) continue;
    if (found) return null;
    found = chosen.map(([line]) => line);
  }
  return found;
}

function slipOf(block: Block, slip: SlippedLines["slip"], lines: readonly number[]): SlippedLines {
  const { total, columns } = block;
  return { slip, total, rows: lines.flatMap((line) => block.rows[line] ?? []), columns };
}

/** Lines of a statement of cash flows without any bracket, of which some must be taken away. */
function signsLost(filing: Filing, block: Block): SlippedLines | null {
  if (filing.conceptOf(block.total)?.startsWith("NetCashProvidedByUsedIn") !== true) return null;
  if (block.values.flat().some((value) => value !== null && value < 0)) return null;
  const lines = onlyChoice(
    block,
    new Map(block.values.map((line, i) => [i, line.map((value) => -2 * (value ?? 0))])),
  );
  // Payments told as sizes are a convention.
  if (!lines || lines.every((line) => isOutflow.test(block.rows[line]?.caption ?? ""))) return null;
  return slipOf(block, "signs", lines);
}

/** "21,240" for "-1,240": in all columns the same digit stands where others have a minus. */
function digitsForMinus(block: Block): SlippedLines | null {
  for (let digit = 1; digit <= 9; digit++) {
    const changes = new Map<number, readonly number[]>();
    for (const [i, line] of block.values.entries()) {
      const stripped = line.map((value) => strip(value, digit));
      const cells = line.filter((value) => value !== null).length;
      if (cells < fewestPeriods || stripped.includes(null)) continue;
      changes.set(
        i,
        line.map((value, c) => -(stripped[c] ?? 0) - (value ?? 0)),
      );
    }
    const lines = onlyChoice(block, changes);
    if (lines && lines.length > 1) return slipOf(block, "digit-for-minus", lines);
  }
  return null;
}

/** The number without its first digit, where it is that one; null where it is not. */
function strip(value: number | null, digit: number): number | null {
  if (value === null) return 0;
  const text = String(value);
  return text.startsWith(String(digit)) && text.length > 1 ? Number(text.slice(1)) : null;
}

/** A line whose first or last cell is blank, since its figures stand one column off. */
function shifted(block: Block): SlippedLines | null {
  const sums = sumsOf(block);
  for (const [i, line] of block.values.entries()) {
    for (const step of [1, -1]) {
      if (line.at(step > 0 ? -1 : 0) !== null || line.filter((value) => value !== null).length < 2) continue;
      const tried = block.columns.filter((_, c) => (line[c - step] ?? null) !== null);
      const tied = tried.filter((column) => {
        const c = block.columns.indexOf(column);
        return (sums[c] ?? 0) - (line[c] ?? 0) + (line[c - step] ?? 0) === block.sums[c];
      });
      const periods = periodsOf(tied);
      if (periods < fewestPeriods || tied.length * 4 < tried.length * 3) continue;
      return { ...slipOf(block, "shifted", [i]), columns: tied };
    }
  }
  return null;
}

/** A blank cell, and beside it one that holds the digits of both: apart they make both totals tie. */
function merged(block: Block): SlippedLines | null {
  const sums = sumsOf(block);
  const rest = (c: number): number => (block.sums[c] ?? 0) - (sums[c] ?? 0);
  for (const [i, line] of block.values.entries()) {
    const row = block.rows[i];
    if (!row) continue;
    for (let c = 1; c < line.length; c++) {
      const [left, right] = [line[c - 1] ?? null, line[c] ?? null];
      if ((left === null) === (right === null)) continue;
      const column = block.columns[left === null ? c : c - 1];
      const cell = column && row.figures[column.index];
      // What the two cells must say, where the rest of each column is right.
      const wanted = [rest(c - 1) + (left ?? 0), rest(c) + (right ?? 0)];
      const parts = cell && partsOf(cell, wanted, left ?? right ?? 0);
      if (!parts) continue;
      const columns = block.columns.slice(c - 1, c + 1);
      return { slip: "merged", total: block.total, rows: [row], columns, cell, parts };
    }
  }
  return null;
}

/** The two numbers whose digits the cell holds one behind the other. */
function partsOf(
  { raw }: Figure,
  wanted: readonly number[],
  value: number,
): readonly [string, string] | null {
  const [left, right] = wanted.map(String);
  if (left === undefined || right === undefined || !wanted.every((part) => part > 0)) return null;
  const isBoth = String(value) === left + right && raw.replace(/,/g, "") === left + right;
  return isBoth && left.length + right.length >= 2 * fewestDigits ? [left, right] : null;
}

/**
 * Two lines print the same figures in many columns, and the total they make ties in none, with both or with one of
 * them. What a converter makes visible of a hidden line has its words in common with the line that it repeats.
 */
function repeated(filing: Filing, block: Block): SlippedLines | null {
  if (filing.conceptOf(block.total) === null || periodsOf(block.columns) < fewestRepeated) return null;
  const sums = sumsOf(block);
  for (const [i, line] of block.values.entries()) {
    const [row, before] = [block.rows[i], block.rows[i - 1]];
    if (!row || !before || !block.columns.every(({ index }) => isLong(row.figures[index]))) continue;
    if (line.some((value, c) => value !== block.values[i - 1]?.[c])) continue;
    if (sums.some((sum, c) => sum - (line[c] ?? 0) === block.sums[c])) continue;
    if (!haveCommonWord(row.caption, before.caption)) return slipOf(block, "repeated", [i - 1, i]);
  }
  return null;
}

/** Figures of fewer periods are the same now and then. */
const fewestRepeated = 3;

function haveCommonWord(caption: string, other: string): boolean {
  const words = new Set(captionKey(caption).match(/[a-z]{4,}/g));
  return captionKey(other)
    .split(/[^a-z]+/)
    .some((word) => words.has(word));
}
