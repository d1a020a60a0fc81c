/** Lines of rates that are one line of their table over another, or the change of a line from column to column. */
import { toNumber } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { countTies } from "../../relations/tie.ts";
import {
  type Column,
  type Figure,
  periodKey,
  printedCaption,
  type Row,
  type Table,
} from "../../tables/table.ts";
import { withSupport } from "../sums.ts";
import { isOpen, isTold, powersOf } from "./told.ts";

/** Lines above and below a rate among which its parts are looked for. */
const mostLines = 40;
/** Powers of ten that the columns must explain together, less those of the pairs that were tried. */
const fewestPowers = 3.5;
/** One column ties by chance. */
const fewestColumns = 2;
/** A change is that of a line not far above. */
const mostAbove = 3;

/** The quotients and changes of a table; where one column breaks, the others tie. */
export function* lineRatios(rule: string, table: Table): Generator<Relation> {
  const rates = table.rows.filter(
    (row) =>
      row.kind === "item" &&
      (row.unit === "percent" || row.unit === "rate") &&
      row.figures.filter(isTold).length >= fewestColumns,
  );
  if (rates.length === 0) return;
  const amounts = table.rows.filter(
    ({ kind, unit }) => (kind === "item" || kind === "bare") && (unit === "currency" || unit === "shares"),
  );
  for (const rate of rates) {
    const changes = rate.unit === "percent" ? changesOf(rule, table, rate) : [];
    const relations = changes.length > 0 ? changes : quotientsOf(rule, rate, amounts);
    yield* withSupport(relations.filter((relation) => !isOpen(relation)));
  }
}

function enough(relations: readonly Relation[]): readonly Relation[] {
  const ties = countTies(relations);
  const breaks = relations.length - ties;
  return ties >= fewestColumns && breaks * 2 <= ties ? relations : [];
}

function quotientsOf(rule: string, rate: Row, amounts: readonly Row[]): readonly Relation[] {
  const near = amounts
    .filter(({ index }) => Math.abs(index - rate.index) <= mostLines)
    .sort((a, b) => Math.abs(a.index - rate.index) - Math.abs(b.index - rate.index));
  let best: readonly [Row, Row] | null = null;
  let most = 0;
  let tried = 1;
  for (const over of near) {
    for (const under of near) {
      if (over === under) continue;
      tried++;
      const powers = powersBy(rate, over, under) - Math.log10(tried);
      if (powers <= Math.max(most, fewestPowers)) continue;
      most = powers;
      best = [over, under];
    }
  }
  const [over, under] = best ?? [];
  if (!over || !under) return [];
  return enough(
    rate.figures.flatMap((result): Relation[] => {
      const terms = result ? [over.figures[result.column.index], under.figures[result.column.index]] : [];
      const [a, b] = terms;
      if (!isRateOf(result) || !isTold(a) || !isTold(b)) return [];
      return [
        {
          rule,
          title: `${printedCaption(rate)} = ${printedCaption(over) || "line without a caption"} / ${printedCaption(under) || "line without a caption"}`,
          form: { kind: "quotient", scale: 0 },
          result,
          terms: [a, b],
          belief: { identity: false, structure: false, wording: false, complete: false, ties: 0, breaks: 0 },
          pattern: `${rule}:${result.table.index}:line${rate.index}`,
        },
      ];
    }),
  );
}

/** What lies between two periods is told in points. */
function isRateOf(figure: Figure | undefined): figure is Figure {
  return isTold(figure) && figure.column.role !== "change" && figure.column.role !== "percent";
}

/** How many digits the columns explain; 0 where more than one of three breaks. */
function powersBy({ figures }: Row, over: Row, under: Row): number {
  let ties = 0;
  let breaks = 0;
  let powers = 0;
  for (const result of figures) {
    if (!isRateOf(result)) continue;
    const [a, b] = [over.figures[result.column.index], under.figures[result.column.index]];
    if (!isTold(a) || !isTold(b)) continue;
    const own = powersOf(result, toNumber(a.value) / toNumber(b.value), a, b);
    if (own < 0) {
      breaks++;
      if (breaks * 2 > figures.length) return 0;
    } else {
      ties++;
      powers += own;
    }
  }
  return ties >= fewestColumns && breaks * 2 <= ties ? powers : 0;
}

/** "Percentage change", "Growth over the prior year" below a line: its change from the column of the period before. */
function changesOf(rule: string, table: Table, rate: Row): readonly Relation[] {
  if (!changeWords.test(rate.caption)) return [];
  const line = table.rows
    .slice(Math.max(0, rate.index - mostAbove), rate.index)
    .findLast(
      ({ kind, unit }) => (kind === "item" || kind === "bare") && unit !== "percent" && unit !== "rate",
    );
  if (!line) return [];
  return enough(
    rate.figures.flatMap((result): Relation[] => {
      const before = result && columnBefore(table, result.column);
      const [a, b] = [line.figures[result?.column.index ?? -1], before && line.figures[before.index]];
      if (!isRateOf(result) || !isTold(a) || !isTold(b)) return [];
      return [
        {
          rule,
          title: `${printedCaption(rate)} = change of ${printedCaption(line) || "the line above"}`,
          form: { kind: "change", magnitude: false },
          result,
          terms: [a, b],
          belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
          pattern: `${rule}:${result.table.index}:change${rate.index}`,
        },
      ];
    }),
  );
}

const changeWords = /\b(?:change|growth|increase|decrease)\b/i;

/** The column of as long a period a year earlier. */
function columnBefore(table: Table, { period, currency }: Column): Column | undefined {
  const key = periodKey(period);
  if (!period || key === null) return undefined;
  const earlier = (date: string): number => Date.parse(date) - year;
  return table.columns.find(
    (other) =>
      other.period?.kind === period.kind &&
      other.currency === currency &&
      Math.abs(Date.parse(other.period.end) - earlier(period.end)) <= mostDaysApart &&
      (other.period.kind === "instant" ||
        period.kind === "instant" ||
        Math.abs(Date.parse(other.period.start) - earlier(period.start)) <= mostDaysApart),
  );
}

const day = 86_400_000;
const year = 365 * day;
/** Fiscal years of 52 and 53 weeks. */
const mostDaysApart = 10 * day;
