/**
 * Which columns of a table are sums of which others: segments and their eliminations, the parts of equity,
 * levels of fair value, a measure with its adjustments, a bridge from one year to the next. As with rows, a
 * total closes the columns beside it that no other total has closed, so only runs of open neighbours are
 * tried. What the columns are is settled by all rows together.
 */
import { roundingNoise } from "./fit.ts";
import { isRate } from "./rates.ts";
import { type Column, type Row, periodKey, type Table } from "./table.ts";

export interface ColumnTerm {
  readonly column: Column;
  readonly weight: 1 | -1;
}

export interface ColumnSum {
  readonly result: Column;
  readonly terms: readonly ColumnTerm[];
  /** The header calls the column a total. */
  readonly labelled: boolean;
  /** Its parts do not stand side by side: what says that they belong together is that they add up. */
  readonly apart?: true;
  /** Quarters or months and their year: each is rounded, and later restated, on its own. */
  readonly ofPeriods: boolean;
}

/** Columns that count what others value. */
const counted = /\b(?:shares?|units?|number|quantity)\b/i;

const partOfYear =
  /\bq[1-4]\b|\bquarter\b|\b[1-4]q\d*\b|\bhalf\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** A table with more columns is tried only where its header names a total. */
const mostColumns = 32;

/** `columns` are those of one of the tables; the others print the same ones. */
export function findColumnSums(columns: readonly Column[], tables: readonly Table[]): ColumnSum[] {
  const grid = tables.flatMap(gridOf);
  if (grid.length === 0 || (grid.length === 1 && !columns.some(({ total }) => total === true))) return [];
  const amounts = columns.filter(({ role }) => role === "amount" || role === "count");
  if (amounts.length < 3) return [];
  const found: ColumnSum[] = [];
  const closed = new Set<Column>();
  const results = new Set<Column>();
  const keep = (sum: ColumnSum | null): void => {
    if (!sum) return;
    found.push(sum);
    results.add(sum.result);
    for (const { column } of sum.terms) closed.add(column);
  };
  keep(movements(grid, columns));
  // A total on the right of its parts, then one on their left.
  for (const [i, column] of amounts.entries()) {
    const open = amounts.slice(0, i).filter((other) => !closed.has(other));
    const beside = best(grid, column, open.toReversed(), amounts.length, true);
    keep(beside ?? bestApart(grid, column, open.toReversed(), amounts, true));
  }
  for (const [i, column] of amounts.entries()) {
    if (closed.has(column) || results.has(column)) continue;
    const after = amounts.slice(i + 1).filter((other) => !closed.has(other));
    keep(best(grid, column, after, amounts.length, false) ?? bestApart(grid, column, after, amounts, false));
  }
  return found;
}

/** Groups of more columns than these have headers over several lines. */
const mostInGroup = 4;

/**
 * Parts that stand as many columns apart as their total from the last of them: "Assets" and "Liabilities", or two
 * dates, under each level, each segment, and under the total.
 */
function bestApart(
  grid: readonly GridRow[],
  result: Column,
  open: readonly Column[],
  amounts: readonly Column[],
  right: boolean,
): ColumnSum | null {
  const own = amounts.indexOf(result);
  for (let apart = 2; apart <= mostInGroup; apart++) {
    if (amounts.length % apart !== 0 || amounts.length < 3 * apart) continue;
    const group = open.filter((other) => (amounts.indexOf(other) - own) % apart === 0);
    const found = group.length < 2 ? null : best(grid, result, group, amounts.length, right);
    if (found) return { ...found, apart: true };
  }
  return null;
}

const opening = /\b(?:beginning|opening|brought forward|start of)\b/i;
const closing = /\b(?:ending|closing|end of|carried forward|at end)\b/i;
/** With more columns of movements the ways to sign them are too many to prove one. */
const mostMovements = 6;

/**
 * A balance at the beginning, movements, and the balance at the end, in columns side by side: valuation
 * accounts, provisions, equipment. A movement may be printed positive and deducted ("Deductions"), in all rows.
 */
function movements(grid: readonly GridRow[], columns: readonly Column[]): ColumnSum | null {
  const last = columns.findIndex(({ label }) => closing.test(label) && !opening.test(label));
  const first = columns.findIndex(({ label }) => opening.test(label) && !closing.test(label));
  const [from, result] = [columns[first], columns[last]];
  if (!from || !result || first > last) return null;
  const between = columns.slice(first + 1, last).filter(({ role }) => role !== "note" && role !== "percent");
  if (between.length === 0 || between.length > mostMovements) return null;
  let found: ColumnSum | null = null;
  let most = 0;
  for (let turned = 0; turned < 2 ** between.length; turned++) {
    const terms = [
      { column: from, weight: 1 as const },
      ...between.map((column, i) => ({ column, weight: (turned >> i) & 1 ? (-1 as const) : (1 as const) })),
    ];
    const score = scoreOf(grid, result, terms, "movements", 2 ** between.length);
    if (score <= most) continue;
    most = score;
    found = { result, terms, labelled: true, ofPeriods: false };
  }
  return found;
}

/** One row of amounts, as numbers at its own last digit; NaN where a cell cannot be read. */
interface GridRow {
  readonly row: Row;
  readonly values: readonly (number | undefined)[];
  readonly nil: readonly boolean[];
}

function gridOf(table: Table): GridRow[] {
  return table.rows.flatMap((row): GridRow[] => {
    if (!crossFoots(row)) return [];
    let finest: number | null = null;
    for (const figure of row.figures) {
      if (figure && !figure.nil) finest = Math.min(finest ?? figure.value.exponent, figure.value.exponent);
    }
    if (finest === null) return [];
    const base = finest;
    return [
      {
        row,
        values: row.figures.map((figure) => {
          if (!figure) return undefined;
          if (figure.damage) return Number.NaN;
          return figure.nil ? 0 : Number(figure.value.coefficient) * 10 ** (figure.value.exponent - base);
        }),
        nil: row.figures.map((figure) => figure === undefined || figure.nil),
      },
    ];
  });
}

/** A row that prints fewer of the parts (a count that only some columns have) says nothing by breaking. */
export const fewestPrinted = 2;

/** Whether the cells of a row are of a kind that adds up: no prices, rates and margins. */
export function crossFoots(row: Row): boolean {
  const isAdded = row.unit === "currency" || row.unit === "shares";
  return (row.kind === "item" || (row.kind === "bare" && !isYears(row))) && isAdded && !isRate(row);
}

/** A line of the header that stands among the figures: "2004", "2003" and the same again. */
function isYears({ figures }: Row): boolean {
  return figures.every((figure) => !figure || /^(?:19|20)\d\d\W*$/.test(figure.raw));
}

/** The best run of open columns, nearest first, that makes the column; null where none does. */
function best(
  grid: readonly GridRow[],
  result: Column,
  open: readonly Column[],
  width: number,
  right: boolean,
): ColumnSum | null {
  const labelled = result.total === true;
  if (width > mostColumns && !labelled) return null;
  const beside = open.filter((other) => other.currency === result.currency && other.role === result.role);
  const valued = beside.filter(({ label }) => !counted.test(label));
  const sets = valued.length < beside.length && valued.length >= 2 ? [beside, valued] : [beside];
  let found: ColumnSum | null = null;
  let most = 0;
  let tried = 0;
  for (const columns of sets) {
    for (let length = 2; length <= columns.length; length++) {
      const run = columns.slice(0, length);
      // What was added up over several periods, or told for two of them, is no total of parts.
      if (sequence(run, result)) continue;
      const first = run.at(-1);
      const ways: readonly ((column: Column) => 1 | -1)[] =
        right && length === 2 ? [() => 1, (column) => (column === first ? 1 : -1)] : [() => 1];
      for (const weigh of ways) {
        tried++;
        const terms = run.map((column) => ({ column, weight: weigh(column) }));
        const kind = !labelled ? "plain" : grid.length === 1 ? "line" : "total";
        const score = scoreOf(grid, result, terms, kind, tried);
        if (score <= most) continue;
        most = score;
        const ofPeriods = run.every(({ label }) => partOfYear.test(label)) || isPartsOfUnknown(run);
        found = { result, terms: right ? terms.toReversed() : terms, labelled, ofPeriods };
      }
    }
  }
  return found;
}

/** Columns that are the periods of one thing: a comparison, or parts of a longer period. */
function sequence(run: readonly Column[], result: Column): boolean {
  const periods = run.map(({ period }) => periodKey(period)).filter((key) => key !== null);
  return periods.length === run.length && result.period !== null && new Set(periods).size > 1;
}

interface Evidence {
  readonly proven: number;
  readonly ties: number;
  readonly breaks: number;
  readonly margin: number;
  /** Each part has an amount in some row that ties. */
  readonly isLive: boolean;
}

/** "line": a single line, of which the header names the total. */
type Kind = "total" | "movements" | "plain" | "line";

/** Such schedules are short; where the header names both balances, what ties tells the signs. */
const isEnough: Readonly<Record<Kind, (evidence: Evidence) => boolean>> = {
  line: ({ proven, breaks, margin, isLive }) => proven === 1 && breaks === 0 && isLive && margin >= 2.5,
  total: ({ proven, ties, breaks }) => proven >= 2 && ties >= 4 * breaks,
  movements: ({ proven, ties, breaks, margin }) => proven >= 2 && ties > breaks && margin >= 3.5,
  plain: ({ proven, ties, breaks, margin, isLive }) =>
    proven >= 3 && ties >= 5 * breaks && isLive && margin >= 6,
};

/** Columns of which the header was lost may as well be quarters, or months, as anything else that adds up. */
function isPartsOfUnknown(run: readonly Column[]): boolean {
  return (run.length === 4 || run.length === 12) && run.every(({ label }) => label === "");
}

/** 0: no sum. Else how many digits the rows explain. */
function scoreOf(
  grid: readonly GridRow[],
  result: Column,
  terms: readonly ColumnTerm[],
  kind: Kind,
  tried: number,
): number {
  const noise = roundingNoise(terms.length);
  let proven = 0;
  let ties = 0;
  let breaks = 0;
  let chance = 0;
  const live = new Set<Column>();
  for (const { values, nil } of grid) {
    const target = values[result.index];
    if (target === undefined) continue;
    let sum = 0;
    let parts = 0;
    let printed = 0;
    const used: Column[] = [];
    for (const { column, weight } of terms) {
      const value = values[column.index];
      if (value !== undefined) printed++;
      if (value === undefined || nil[column.index]) continue;
      sum += weight * value;
      parts++;
      used.push(column);
    }
    if (parts === 0 || Number.isNaN(sum) || Number.isNaN(target)) continue;
    const difference = Math.abs(target - sum);
    if (difference > noise) {
      if (printed >= fewestPrinted) breaks++;
    } else {
      ties++;
      if (parts < 2) continue;
      proven++;
      for (const column of used) live.add(column);
      chance += Math.log10(Math.max(1, Math.abs(target)) / (2 * difference + 1));
    }
  }
  const margin = chance - Math.log10(tried + 1);
  return isEnough[kind]({ proven, ties, breaks, margin, isLive: live.size === terms.length })
    ? Math.max(1, ties - 3 * breaks) + margin / 1_000
    : 0;
}
