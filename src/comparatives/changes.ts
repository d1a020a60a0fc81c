/** Figures of the earlier filing against the later comparatives: which agree, which changed, and why. */
import {
  add,
  compare,
  type Decimal,
  decimal,
  negate,
  subtract,
  toPlain,
  abs,
  zero,
} from "../money/decimal.ts";
import { meet, printedInterval } from "../money/interval.ts";
import type { Filing } from "../statements/filing.ts";
import { roundingNoise, type Sum } from "../tables/sums.ts";
import { type Figure, periodKey, type Row, readable } from "../tables/table.ts";
import type { ColumnPair } from "./columns.ts";
import { figuresOf, type LinePair } from "./lines.ts";
import { weightOf } from "./signs.ts";
import type { TablePair } from "./tables.ts";

/** One figure in both filings: `later` should be `weight` × `earlier`. */
export interface Comparison {
  readonly line: LinePair;
  readonly column: ColumnPair;
  readonly later: Figure;
  readonly earlier: Figure;
  readonly weight: 1 | -1;
  /** null: one of the two cannot be read. */
  readonly agrees: boolean | null;
}

/** Changed lines that account for each other: sums in which they stand hold in both filings. */
export interface Group {
  readonly changes: readonly Comparison[];
  /** Lines that one filing alone prints and that take part. */
  readonly oneSided: readonly Row[];
  /** Totals over the changed lines that are the same in both. */
  readonly unchanged: readonly Figure[];
}

export function compareLines(filing: Filing, prior: Filing, pair: TablePair): Comparison[] {
  return pair.columns.flatMap((column) =>
    pair.lines.flatMap((line): Comparison[] => {
      const figures = figuresOf(line, column);
      if (!figures) return [];
      const [later, earlier] = figures;
      const known = readable(later) && readable(earlier);
      const weight = known ? weightOf(filing, prior, line, pair.lines, figures) : 1;
      const agrees = known
        ? meet(printedInterval(later.value), printedInterval(signed(earlier.value, weight)))
        : null;
      return [{ line, column, later, earlier, weight, agrees }];
    }),
  );
}

/** The groups of changes of one column. */
export function explain(
  filing: Filing,
  prior: Filing,
  pair: TablePair,
  column: ColumnPair,
  comparisons: readonly Comparison[],
): Group[] {
  const own = comparisons.filter((comparison) => comparison.column === column);
  const ofLater = new Map(own.map((comparison) => [comparison.line.later, comparison]));
  const ofEarlier = new Map(own.map((comparison) => [comparison.line.earlier, comparison]));
  const groups: { changes: Set<Comparison>; oneSided: Set<Row>; unchanged: Set<Figure> }[] = [];
  for (const sum of filing.sumsOf(pair.later)) {
    const total = ofLater.get(sum.result);
    if (!total || !sum.ties.includes(column.later)) continue;
    const other = heldBefore(prior, pair, column, total, sum, ofLater);
    if (!other) continue;
    const ours = sum.terms.map(({ row }) => row);
    const changes = [total, ...ours.map((row) => ofLater.get(row))].filter(
      (comparison) => comparison?.agrees === false,
    );
    const oneSided = [
      ...ours.filter((row) => !ofLater.has(row) && prints(row, column.later)),
      ...other.filter((row) => !ofEarlier.has(row) && prints(row, column.earlier)),
    ];
    if (changes.length === 0 || changes.length + oneSided.length < 2) continue;
    const group = {
      changes: new Set(changes.filter((change) => change !== undefined)),
      oneSided: new Set(oneSided),
      unchanged: new Set(total.agrees === true ? [total.later] : []),
    };
    for (const joined of groups.filter((g) => [...g.changes].some((change) => group.changes.has(change)))) {
      for (const change of joined.changes) group.changes.add(change);
      for (const row of joined.oneSided) group.oneSided.add(row);
      for (const figure of joined.unchanged) group.unchanged.add(figure);
      groups.splice(groups.indexOf(joined), 1);
    }
    groups.push(group);
  }
  return groups.map((group) => ({
    changes: [...group.changes].sort((a, b) => a.line.later.index - b.line.later.index),
    oneSided: [...group.oneSided],
    unchanged: [...group.unchanged],
  }));
}

/** The lines that the earlier filing adds up to the total, when they do add up there; else null. */
function heldBefore(
  prior: Filing,
  pair: TablePair,
  column: ColumnPair,
  total: Comparison,
  sum: Sum,
  ofLater: ReadonlyMap<Row, Comparison>,
): readonly Row[] | null {
  const other = prior.sumsOf(pair.earlier).find(({ result }) => result === total.line.earlier);
  if (other) return other.ties.includes(column.earlier) ? other.terms.map(({ row }) => row) : null;
  // No such sum was found there: try the later filing's with the earlier figures.
  const values = sum.terms.map(({ row, weight }) => {
    const comparison = ofLater.get(row);
    if (!comparison) return prints(row, column.later) ? null : zero;
    return comparison.agrees === null ? null : signed(comparison.earlier.value, weight * comparison.weight);
  });
  const known = values.filter((value) => value !== null);
  if (known.length < values.length || total.agrees === null) return null;
  const target = signed(total.earlier.value, total.weight);
  return near(known.reduce(add, zero), target, known.length) ? sum.terms.map(({ row }) => row) : null;
}

/**
 * Whether one of the two prints is certainly wrong: a sum of its filing breaks with it and holds with what
 * the other filing prints.
 */
export function isMisprint(filing: Filing, prior: Filing, pair: TablePair, change: Comparison): boolean {
  const { line, column, later, earlier, weight } = change;
  const ours = signed(earlier.value, weight);
  const theirs = signed(later.value, weight);
  return (
    filing.sumsOf(pair.later).some((sum) => isSettled(sum, column.later, line.later, ours)) ||
    prior.sumsOf(pair.earlier).some((sum) => isSettled(sum, column.earlier, line.earlier, theirs))
  );
}

/** Whether a sum breaks in a column as printed and holds once `row` reads `value`. */
function isSettled(sum: Sum, at: number, row: Row, value: Decimal): boolean {
  return sum.breaks.includes(at) && holdsWith(sum, at, row, value);
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

/** One change printed in several tables has one key. */
export function changeKey({ later, earlier }: Comparison): string {
  const period = periodKey(later.column.period);
  return `${period} ${later.unit} ${toPlain(abs(earlier.value))} ${toPlain(abs(later.value))}`;
}

function prints(row: Row, at: number): boolean {
  const figure = row.figures[at];
  return figure !== undefined && !figure.nil;
}

function signed(value: Decimal, weight: number): Decimal {
  return weight < 0 ? negate(value) : value;
}

/** Equal but for the rounding of so many addends. */
function near(a: Decimal, b: Decimal, addends: number): boolean {
  const unit = Math.max(a.exponent, b.exponent);
  return compare(abs(subtract(a, b)), decimal(roundingNoise(addends), unit)) <= 0;
}
