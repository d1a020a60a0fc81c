/**
 * A line that is missing from a sum. Without it the sum ties in no column, which alone would say that the
 * table was misread. But where the remainder is, in every column, what the filing prints as a line of
 * another table, that line is the one left out: chance does not repeat itself over periods.
 */
import { abs, add, type Decimal, isZero, subtract, toPlain, zero } from "../money/decimal.ts";
import type { Relation } from "../relations/relation.ts";
import type { Filing } from "../statements/filing.ts";
import type { Term } from "../tables/fit.ts";
import { type Figure, periodKey, type Row, readable, type Table } from "../tables/table.ts";
import { sumRelations } from "./sums.ts";

/** Remainders of fewer digits are met elsewhere by chance. */
const fewestDigits = 3;
const fewestPeriods = 2;

/**
 * Relations of a result with the lines from `start` down to it, where they lack just one line that the
 * filing prints elsewhere. None where a sum was found for the result.
 */
export function* missingLine(
  rule: string,
  filing: Filing,
  table: Table,
  start: Row,
  result: Row,
): Generator<Relation> {
  const sums = filing.sumsOf(table);
  if (sums.some((sum) => sum.result === result && sum.ties.length > 0)) return;
  const between = table.rows.slice(start.index, result.index).filter((row) => isLine(row, result));
  const closed = new Set<Row>();
  for (const sum of sums) {
    if (sum.result !== start && between.includes(sum.result) && sum.ties.length > 0) {
      for (const term of sum.terms) closed.add(term.row);
    }
  }
  const lines = between.filter((row) => !closed.has(row));
  if (lines.length === 0 || !printedElsewhere(filing, result, lines)) return;
  const terms = lines.map((row): Term => ({ row, weight: 1 }));
  yield* sumRelations(rule, result, terms, { identity: false, structure: true, complete: true });
}

function isLine(row: Row, result: Row): boolean {
  return (row.kind === "item" || row.kind === "bare") && row.unit === result.unit;
}

/** Whether one line of another table prints the remainder in all columns, with one sign. */
function printedElsewhere(filing: Filing, result: Row, lines: readonly Row[]): boolean {
  const index = factsOf(filing);
  const remainders: { readonly figure: Figure; readonly value: Decimal }[] = [];
  for (const [col, figure] of result.figures.entries()) {
    if (!figure) continue;
    const parts = lines.map((row) => row.figures[col]);
    if (!readable(figure) || parts.some((part) => part && !readable(part))) return false;
    const sum = parts.reduce((total, part) => (part ? add(total, part.value) : total), zero);
    remainders.push({ figure, value: subtract(figure.value, sum) });
  }
  const candidates = new Set(
    remainders.flatMap(({ figure, value }) => index.get(factKey(figure, value) ?? "") ?? []),
  );
  return [...candidates].some((row) => {
    if (row === result || lines.includes(row)) return false;
    const agreed = new Set<string>();
    for (const weight of [1, -1]) {
      agreed.clear();
      const all = remainders.every(({ figure, value }) => {
        const other = sameColumn(row, figure);
        if (!other) return figure.column.currency === filing.rate?.to;
        const off = weight > 0 ? subtract(other.value, value) : add(other.value, value);
        // The remainder of a translated column carries the rounding of every line.
        const near = figure.column.currency === filing.rate?.to;
        if (!isZero(off) && !near) return false;
        if (isZero(off) && !isZero(value)) agreed.add(periodKey(figure.column.period) ?? "");
        return true;
      });
      if (all && agreed.size >= fewestPeriods) return true;
    }
    return false;
  });
}

function sameColumn(row: Row, figure: Figure): Figure | undefined {
  return row.figures.find(
    (other) =>
      readable(other) &&
      periodKey(other.column.period) === periodKey(figure.column.period) &&
      other.column.currency === figure.column.currency,
  );
}

type Facts = ReadonlyMap<string, readonly Row[]>;

/** Several rules ask for the facts of a filing. */
const cache = new WeakMap<Filing, Facts>();

function factsOf(filing: Filing): Facts {
  const known = cache.get(filing);
  if (known) return known;
  const facts = new Map<string, Row[]>();
  for (const figure of filing.figures) {
    if (!readable(figure) || figure.nil || figure.unit !== "currency" || figure.row.kind === "ghost")
      continue;
    const key = factKey(figure, figure.value);
    if (key === null) continue;
    const rows = facts.get(key);
    if (rows) rows.push(figure.row);
    else facts.set(key, [figure.row]);
  }
  cache.set(filing, facts);
  return facts;
}

function factKey(figure: Figure, value: Decimal): string | null {
  const period = periodKey(figure.column.period);
  if (period === null || abs(value).coefficient.toString().length < fewestDigits) return null;
  return `${period} ${figure.column.currency} ${toPlain(abs(value))}`;
}
