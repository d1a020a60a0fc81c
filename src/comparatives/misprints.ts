/** Which changes are certainly misprints of one of the two filings. */
import { largest, smallest } from "../lists.ts";
import { add, type Decimal, zero } from "../money/decimal.ts";
import type { Filing } from "../statements/filing.ts";
import type { Sum } from "../tables/fit.ts";
import type { Row } from "../tables/table.ts";
import type { Comparison } from "./changes.ts";
import type { LinePair } from "./lines.ts";
import { near, prints, signed } from "./prints.ts";
import type { TablePair } from "./tables.ts";

/** One filing of the two, as seen from it. */
interface Side {
  readonly sums: readonly Sum[];
  /** The column compared, here and in the other filing. */
  readonly at: number;
  readonly otherAt: number;
  readonly row: (line: LinePair) => Row;
  readonly otherRow: (line: LinePair) => Row;
  /** Lines that only the other filing prints. */
  readonly strangers: readonly Row[];
}

/** Whether one of the two prints is certainly wrong. */
export function isMisprint(
  filing: Filing,
  prior: Filing,
  pair: TablePair,
  change: Comparison,
  comparisons: readonly Comparison[],
): boolean {
  const { column } = change;
  const later: Side = {
    sums: filing.sumsOf(pair.later),
    at: column.later,
    otherAt: column.earlier,
    row: (line) => line.later,
    otherRow: (line) => line.earlier,
    strangers: pair.onlyEarlier,
  };
  const earlier: Side = {
    sums: prior.sumsOf(pair.earlier),
    at: column.earlier,
    otherAt: column.later,
    row: (line) => line.earlier,
    otherRow: (line) => line.later,
    strangers: pair.onlyLater,
  };
  const own = comparisons.filter((comparison) => comparison.column === column);
  return (
    isSettled(later, change, signed(change.earlier.value, change.weight)) ||
    isSettled(earlier, change, signed(change.later.value, change.weight)) ||
    differsAlone(later, change, own) ||
    differsAlone(earlier, change, own)
  );
}

/** A sum of this filing breaks as printed and holds with what the other filing prints. */
function isSettled({ sums, at, row }: Side, { line }: Comparison, value: Decimal): boolean {
  return sums.some((sum) => sum.breaks.includes(at) && holdsWith(sum, at, row(line), value));
}

/**
 * A sum holds in this filing, and the other prints all of its lines the same but this one: there the same
 * sum cannot hold, unless a line of its own stands between them.
 */
function differsAlone(
  { sums, at, otherAt, row, otherRow, strangers }: Side,
  change: Comparison,
  own: readonly Comparison[],
): boolean {
  const byRow = new Map(own.map((comparison) => [row(comparison.line), comparison]));
  return sums.some((sum) => {
    const lines = [sum.result, ...sum.terms.map((term) => term.row)];
    if (!sum.ties.includes(at) || !lines.includes(row(change.line))) return false;
    const known = lines.flatMap((line) => byRow.get(line) ?? []);
    const rest = lines.filter((line) => !byRow.has(line) && prints(line, at));
    if (rest.length > 0 || known.some((other) => other !== change && other.agrees !== true)) return false;
    const places = known.map((other) => otherRow(other.line).index);
    const [first, last] = [smallest(places), largest(places)];
    return !strangers.some((line) => line.index > first && line.index < last && prints(line, otherAt));
  });
}

/** Whether a sum ties in a column once `row` reads `value`. */
function holdsWith(sum: Sum, at: number, row: Row, value: Decimal): boolean {
  if (sum.result !== row && !sum.terms.some((term) => term.row === row)) return false;
  const read = (other: Row): Decimal | null => {
    if (other === row) return value;
    const figure = other.figures[at];
    return figure?.damage ? null : (figure?.value ?? zero);
  };
  const target = read(sum.result);
  const parts = sum.terms.map((term) => {
    const part = read(term.row);
    return part && signed(part, term.weight);
  });
  const known = parts.filter((part) => part !== null);
  return (
    target !== null && known.length === parts.length && near(known.reduce(add, zero), target, known.length)
  );
}

/** Whether nothing else in the column could account for the change: no other of `changes` is in it, no line is new. */
export function standsAlone(pair: TablePair, change: Comparison, changes: readonly Comparison[]): boolean {
  const { column, later } = change;
  const others = changes.some((other) => other !== change && other.column === column);
  if (others || later.unit !== "currency") return !others;
  const { line } = change;
  return (
    !pair.onlyLater.some((row) => stoodBeside(row, line.later, column.later)) &&
    !pair.onlyEarlier.some((row) => stoodBeside(row, line.earlier, column.earlier))
  );
}

/** An amount under the same heading. */
function stoodBeside(row: Row, line: Row, at: number): boolean {
  return row.unit === "currency" && row.section.at(-1) === line.section.at(-1) && prints(row, at);
}
