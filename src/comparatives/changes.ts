/** Figures of the earlier filing against the later comparatives: which agree, which changed, and why. */
import { abs, add, toPlain, zero } from "../money/decimal.ts";
import { meet, printedInterval } from "../money/interval.ts";
import type { Filing } from "../statements/filing.ts";
import type { Sum } from "../tables/fit.ts";
import { type Figure, periodKey, type Row, readable } from "../tables/table.ts";
import type { ColumnPair } from "./columns.ts";
import { figuresOf, type LinePair } from "./lines.ts";
import { weightOf } from "./signs.ts";
import { near, prints, signed } from "./prints.ts";
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

/** One change printed in several tables has one key. */
export function changeKey({ later, earlier }: Comparison): string {
  const period = periodKey(later.column.period);
  return `${period} ${later.unit} ${toPlain(abs(earlier.value))} ${toPlain(abs(later.value))}`;
}
