/** Relations -> verdicts: recovered readings first, then grades, then whether a break may be reported. */
import { abs, compare, type Decimal, decimal, isZero, toPlain } from "../money/decimal.ts";
import {
  differenceOf,
  type Expected,
  expectedResult,
  noReadings,
  type Readings,
} from "../relations/evaluate.ts";
import { grade as gradeOf, mostUnitsAddedUp } from "../relations/grade.ts";
import type { Relation } from "../relations/relation.ts";
import { printedTie } from "../relations/tie.ts";
import type { Grade, Status } from "../report/report.ts";
import { type Column, type Figure, periodKey } from "../tables/table.ts";
import { trust } from "./belief.ts";
import { softenNearly } from "./nearly.ts";
import { type Recovery, recover } from "./recover.ts";

export interface Judged {
  readonly relation: Relation;
  readonly status: Status;
  readonly grade: Grade;
  /** Absent for what ties to the digit, where the result is its own expectation, and for what was skipped. */
  readonly expected?: Expected;
  /** printed - recomputed. */
  readonly difference?: Decimal;
  /** Why it was skipped. */
  readonly reason: string;
  /** Why a difference beyond rounding is accepted. */
  readonly tolerated?: string;
  /** The innocent reading under which a break is none. */
  readonly cleared?: Cleared;
}

/** What the defence found for a break. */
export interface Cleared {
  /** The name of the reading. */
  readonly reading: string;
  /** What ties, with the figures as printed. */
  readonly sentence: string;
  readonly figures: readonly Figure[];
}

export interface Verdicts {
  readonly judged: readonly Judged[];
  readonly recoveries: readonly Recovery[];
  readonly readings: Readings;
}

export function judge(figures: readonly Figure[], relations: readonly Relation[]): Verdicts {
  const recoveries = recover(figures, relations);
  const readings = new Map(
    recoveries.flatMap(({ figure, value }) => (value ? [[figure.id, value] as const] : [])),
  );
  const judged = relations.map((relation) => judgeOne(relation, readings));
  return { judged: softenNearly(strain(excuseFooted(judged))), recoveries, readings };
}

function judgeOne(relation: Relation, readings: Readings): Judged {
  const asPrinted = printedTie(relation);
  if (asPrinted === "exact") return { relation, status: "pass", grade: "exact", reason: "" };
  const parts = [relation.result, ...relation.terms];
  const damaged = parts.filter((figure) => figure.damage !== null);
  const skip = (grade: Grade, reason: string): Judged => ({
    relation,
    status: "skip",
    grade,
    reason,
  });
  if (damaged.some((figure) => !readings.has(figure.id)))
    return skip("unread", "one of its figures cannot be read");
  const expected = expectedResult(relation, damaged.length > 0 ? readings : noReadings);
  if (!expected) return skip("missing", "it divides by a figure that may be zero");
  const grade = asPrinted ?? gradeOf(relation, expected, readings);
  const difference = differenceOf(relation, expected, readings);
  const known = { relation, expected, difference, reason: "" };
  if (damaged.length > 0) {
    return grade === "broken"
      ? { ...known, status: "skip", grade: "unread", reason: "one of its figures is damaged" }
      : { ...known, status: "pass", grade: "recovered" };
  }
  if (grade !== "broken") return { ...known, status: grade === "strained" ? "warn" : "pass", grade };
  if (relation.explained) return { ...known, status: "warn", grade };
  if (parts.some((figure) => figure.row.ragged === true)) {
    return {
      ...known,
      status: "skip",
      grade,
      reason: "one of its rows has fewer cells than the table has columns",
    };
  }
  const { report, reason } = trust(relation.belief);
  return report ? { ...known, status: "fail", grade } : { ...known, status: "skip", grade, reason };
}

/**
 * Figures that were made to foot. Translated subtotals may be added up from translated parts instead of
 * translated themselves, and one line of a list turned by a unit so that it adds up (shares that make
 * 100%). Such a figure misses its own equation by a unit or so and takes part in a sum that ties exactly.
 */
function excuseFooted(judged: readonly Judged[]): readonly Judged[] {
  const odd = ({ grade, relation }: Judged): boolean =>
    (grade === "broken" || grade === "unread") && relation.form.kind !== "linear";
  const amounts = new Set(judged.filter(odd).map(({ relation }) => relation.result.units));
  if (amounts.size === 0) return judged;
  // A fact that foots in one table foots wherever it is printed again.
  const footed = new Set<string>();
  for (const { relation, grade } of judged) {
    if (relation.form.kind !== "linear" || (grade !== "exact" && grade !== "recovered")) continue;
    if (amounts.has(relation.result.units)) footed.add(factOf(relation.result));
    for (const term of relation.terms) if (amounts.has(term.units)) footed.add(factOf(term));
  }
  return judged.map((item) => {
    const { relation, difference } = item;
    if ((item.grade !== "broken" && item.grade !== "unread") || !difference) return item;
    const { kind } = relation.form;
    if (kind !== "translation" && kind !== "quotient") return item;
    const within = (most: bigint): boolean =>
      compare(abs(difference), decimal(most, relation.result.value.exponent)) < 0;
    const most = kind === "translation" ? mostUnitsAddedUp : 1n;
    if (footed.has(factOf(relation.result)) && within(most)) {
      return {
        ...item,
        status: "pass",
        grade: item.grade === "unread" ? "recovered" : "rounding",
        reason: "",
      };
    }
    const amount = relation.result.unit === "currency";
    return amount && item.grade === "broken" && kind === "translation" && within(1n)
      ? { ...item, status: "warn", grade: "strained", reason: "" }
      : item;
  });
}

function factOf({ column, value, damage, id }: Figure): string {
  return damage ? `${id}` : `${periodKey(column.period)} ${column.currency} ${toPlain(value)}`;
}

/** How many sums of a column must tie exactly before one unit of difference is out of place. */
const fewestExact = 4;

/** Sums that miss by rounding, and their share of all sums, from which on a filing rounds each figure for itself. */
const fewestRounded = 4;
const everyTenth = 10;

/** Columns that no header calls a total were found by adding up, so that one in which they miss is none of them. */
function isDown({ result, terms }: Relation): boolean {
  return terms.every(({ column }) => column === result.column);
}

/**
 * One unit out where every other sum of the column is exact: rounding was done to foot, so it is odd. A
 * filing that misses a unit in every tenth sum was not made to foot, and sentences are no column: "an increase of
 * $12.1 billion" is rounded on its own.
 */
function strain(judged: readonly Judged[]): readonly Judged[] {
  if (!judged.some(({ grade, relation }) => grade === "rounding" && relation.form.kind === "linear"))
    return judged;
  const exact = new Map<string, number>();
  const rounded = new Map<string, number>();
  // Translated parts are rounded one by one: a unit is nothing there.
  const translated = new Set<Column>();
  for (const { relation } of judged) {
    if (relation.form.kind === "translation") translated.add(relation.result.column);
  }
  const key = (item: Judged): string | null =>
    item.relation.form.kind === "linear" &&
    item.relation.terms.length >= 2 &&
    !item.relation.result.wording &&
    item.relation.result.unit !== "percent" &&
    (item.relation.belief.structure || isDown(item.relation))
      ? `${item.relation.result.table.index}:${item.relation.result.column.index}:${item.relation.result.unit}`
      : null;
  for (const item of judged) {
    const at = key(item);
    if (at === null) continue;
    if (item.grade === "exact") exact.set(at, (exact.get(at) ?? 0) + 1);
    if (item.grade === "rounding") rounded.set(at, (rounded.get(at) ?? 0) + 1);
  }
  const [exactly, roughly] = [exact, rounded].map((counts) =>
    [...counts.values()].reduce((a, b) => a + b, 0),
  );
  if (roughly && roughly >= fewestRounded && roughly * everyTenth >= (exactly ?? 0) + roughly) return judged;
  return judged.map((item) => {
    const at = key(item);
    if (at === null || item.grade !== "rounding" || !item.difference || isZero(item.difference)) return item;
    if (translated.has(item.relation.result.column)) return item;
    const unit = decimal(1n, item.relation.result.value.exponent);
    if (
      rounded.get(at) !== 1 ||
      (exact.get(at) ?? 0) < fewestExact ||
      compare(abs(item.difference), unit) > 0
    )
      return item;
    return { ...item, status: "warn", grade: "strained" };
  });
}
