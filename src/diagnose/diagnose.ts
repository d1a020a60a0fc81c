/**
 * Failing relations -> causes. One cause, one finding: the smallest set of cells whose change makes all
 * failing relations tie and breaks none that ties. The search is exact within a stated bound, over
 * relations joined by a common suspect; all equally small answers are kept.
 */
import { abs, add, compare, type Decimal, decimal, isZero, roundTo, subtract } from "../money/decimal.ts";
import { contains, type Interval, intersect } from "../money/interval.ts";
import { differenceOf, expectedResult, type Readings, solveFor } from "../relations/evaluate.ts";
import { grade, mostUnitsAddedUp } from "../relations/grade.ts";
import type { Relation } from "../relations/relation.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Cause, Fix } from "./cause.ts";
import { rowCauses } from "./row-causes.ts";
import { slipsOf } from "./slips.ts";

/** More simultaneous slips in one connected block are left unnamed. */
const mostChanges = 4;
/** Trials of a cell's value in one block, after which the block is left unnamed. */
const mostTrials = 4_000;
const mostAnswers = 12;

export function diagnose(judged: readonly Judged[], readings: Readings): Cause[] {
  const failing = judged.filter((item) => item.status === "fail");
  if (failing.length === 0) return [];
  const byRow = rowCauses(failing, judged);
  const explained = new Set(byRow.flatMap((cause) => cause.failing));
  const rest = failing.filter((item) => !explained.has(item));
  const search = new Search(judged, readings);
  const causes = blocks(rest, search).flatMap((block) => search.explain(block));
  return [...byRow, ...causes].sort((a, b) => lineOf(a) - lineOf(b));
}

function lineOf(cause: Cause): number {
  return cause.suspects[0]?.figure.place.line ?? cause.failing[0]?.relation.result.place.line ?? 0;
}

/** Failing relations that share a cell which may explain them. */
function blocks(failing: readonly Judged[], search: Search): Judged[][] {
  const bySuspect = new Map<number, Judged[]>();
  for (const item of failing) {
    const figures = [item.relation.result, ...item.relation.terms];
    const viable = figures.filter((figure) => search.fixesOf(figure, failing, new Map()).length > 0);
    for (const figure of viable.length > 0 ? viable : figures) {
      bySuspect.set(figure.id, [...(bySuspect.get(figure.id) ?? []), item]);
    }
  }
  const left = new Set(failing);
  const result: Judged[][] = [];
  for (const first of failing) {
    if (!left.delete(first)) continue;
    const block = [first];
    for (const item of block) {
      for (const figure of [item.relation.result, ...item.relation.terms]) {
        for (const other of bySuspect.get(figure.id) ?? []) {
          if (!(bySuspect.get(figure.id) ?? []).includes(item)) break;
          if (left.delete(other)) block.push(other);
        }
      }
    }
    result.push(block);
  }
  return result;
}

class Search {
  private readonly touching = new Map<number, Judged[]>();
  private readonly base: Readings;
  private trials = 0;

  constructor(judged: readonly Judged[], readings: Readings) {
    this.base = readings;
    for (const item of judged) {
      if (item.status === "skip") continue;
      for (const figure of [item.relation.result, ...item.relation.terms]) {
        const own = this.touching.get(figure.id);
        if (own) own.push(item);
        else this.touching.set(figure.id, [item]);
      }
    }
  }

  /** Changes of one cell that settle some of the failing relations and break none that ties. */
  fixesOf(figure: Figure, failing: readonly Judged[], changed: Readings): Fix[] {
    if (figure.nil || figure.damage || changed.has(figure.id)) return [];
    const all = this.touching.get(figure.id) ?? [];
    const own = all.filter((item) => failing.includes(item));
    const tying = all.filter((item) => item.status !== "fail");
    const fixes: Fix[] = [];
    const readings = new Map([...this.base, ...changed]);
    for (const value of impliedValues(figure, own, readings)) {
      this.trials++;
      const trial = new Map([...readings, [figure.id, value]]);
      if (!tying.every((item) => ties(item.relation, trial))) continue;
      const settles = own.filter((item) => ties(item.relation, trial));
      if (settles.length > 0) fixes.push({ figure, value, settles });
    }
    return fixes.sort((a, b) => b.settles.length - a.settles.length).slice(0, 3);
  }

  /** The smallest sets of changes for one block; each change of a single answer is a cause of its own. */
  explain(block: readonly Judged[]): Cause[] {
    this.trials = 0;
    for (let size = 1; size <= mostChanges; size++) {
      const answers: Fix[][] = [];
      this.search(block, size, [], answers);
      if (answers.length > 0) return causesOf(block, answers);
      if (this.trials > mostTrials) break;
    }
    return block.map((item) => ({ failing: [item], suspects: [], row: null }));
  }

  private search(left: readonly Judged[], size: number, chosen: readonly Fix[], answers: Fix[][]): void {
    const [first] = left;
    if (!first) {
      answers.push([...chosen]);
      return;
    }
    if (size === 0 || this.trials > mostTrials || answers.length >= mostAnswers) return;
    const changed = new Map(chosen.map((fix) => [fix.figure.id, fix.value]));
    for (const figure of [first.relation.result, ...first.relation.terms]) {
      for (const fix of this.fixesOf(figure, left, changed)) {
        if (size === 1 && fix.settles.length < left.length) continue;
        this.search(
          left.filter((item) => !fix.settles.includes(item)),
          size - 1,
          [...chosen, fix],
          answers,
        );
      }
    }
  }
}

/** Answers of one change are alternatives of one cause; in longer answers each change is a cause. */
function causesOf(block: readonly Judged[], answers: readonly (readonly Fix[])[]): Cause[] {
  const [first = []] = answers;
  if (first.length === 1) {
    const suspects = answers.flatMap((answer) => answer.slice(0, 1));
    return [{ failing: block, suspects: best(suspects), row: null }];
  }
  return first.map((fix, i) => {
    const others = answers.flatMap((answer) => (answer[i] && sameSettled(answer[i], fix) ? [answer[i]] : []));
    return { failing: fix.settles, suspects: best(others), row: null };
  });
}

function sameSettled(a: Fix, b: Fix): boolean {
  return a.settles.length === b.settles.length && a.settles.every((item) => b.settles.includes(item));
}

/** Each cell once; a common slip from the print is likelier than any other change. */
function best(suspects: readonly Fix[]): Fix[] {
  const byCell = new Map<number, Fix>();
  for (const fix of suspects) if (!byCell.has(fix.figure.id)) byCell.set(fix.figure.id, fix);
  return [...byCell.values()].sort((a, b) => Number(isSlip(b)) - Number(isSlip(a)));
}

function isSlip(fix: Fix): boolean {
  for (const value of slipsOf(fix.figure.value)) if (isZero(subtract(value, fix.value))) return true;
  return false;
}

function ties(relation: Relation, readings: Readings): boolean {
  const expected = expectedResult(relation, readings);
  if (!expected) return false;
  if (grade(relation, expected, readings) !== "broken") return true;
  // A translated subtotal may have been added up from translated parts.
  if (relation.form.kind !== "translation" || relation.result.unit !== "currency") return false;
  const difference = abs(differenceOf(relation, expected, readings));
  return compare(difference, decimal(mostUnitsAddedUp, relation.result.value.exponent)) < 0;
}

/**
 * Values that failing relations imply for a cell: what each asks for exactly, and, where they leave a
 * range, the values in it that are one common slip away from the print.
 */
function impliedValues(figure: Figure, failing: readonly Judged[], readings: Readings): Decimal[] {
  const values: Decimal[] = [];
  const put = (value: Decimal): void => {
    if (!values.some((other) => isZero(subtract(other, value)))) values.push(value);
  };
  let common: Interval | undefined;
  let open = true;
  for (const { relation } of failing) {
    const index = relation.terms.findIndex((term) => term.id === figure.id);
    const implied = solveFor(relation, index, readings);
    if (!implied) continue;
    if (relation.form.kind !== "linear") {
      common = open ? implied : common && intersect(common, implied);
      open = false;
    }
    put(roundTo(middle(implied), figure.value.exponent));
  }
  if (common) {
    for (const value of slipsOf(figure.value)) if (contains(common, value)) put(value);
  }
  return values;
}

function middle(interval: Interval): Decimal {
  const sum = add(interval.low, interval.high);
  return { coefficient: sum.coefficient * 5n, exponent: sum.exponent - 1 };
}
