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
import { likelihood } from "./likelihood.ts";
import { rowCauses } from "./row-causes.ts";
import { isSlip, slipsOf } from "./slips.ts";

/** More simultaneous slips in one connected block are left unnamed. */
const mostChanges = 4;
/** Trials of a cell's value in one block, after which the block is left unnamed. */
const mostTrials = 4_000;
const mostAnswers = 60;
/** Suspects listed for one cause. */
const mostSuspects = 12;
/** What a doubted equation that a change makes tie says for it, in powers of ten. */
const confirmation = 2;

export function diagnose(judged: readonly Judged[], readings: Readings): Cause[] {
  const failing = judged.filter((item) => item.status === "fail");
  if (failing.length === 0) return [];
  const search = new Search(judged, readings);
  const byRow = rowCauses(failing, judged, (item) => search.hasSlip(item, failing));
  const explained = new Set(byRow.flatMap((cause) => cause.failing));
  const rest = failing.filter((item) => !explained.has(item));
  const causes = blocks(rest, search).flatMap((block) => search.explain(block));
  return withoutEchoes([...byRow, ...causes], search).sort((a, b) => lineOf(a) - lineOf(b));
}

/**
 * A translated total may be a few units off its own translation because it adds up. When another cause
 * breaks its sum, that excuse is gone for the moment: such a break is an echo of that cause, none of its own.
 */
function withoutEchoes(causes: readonly Cause[], search: Search): Cause[] {
  const echoes = new Map<Cause, Judged[]>();
  const kept = causes.filter((cause) => {
    if (!cause.failing.every((item) => search.excusable(item.relation, search.base))) return true;
    const source = causes.find(
      (other) => other !== cause && other.failing.some((item) => shares(item, cause)),
    );
    if (!source) return true;
    echoes.set(source, [...(echoes.get(source) ?? []), ...cause.failing]);
    return false;
  });
  return kept.map((cause) => {
    const own = echoes.get(cause);
    return own ? { ...cause, failing: [...cause.failing, ...own] } : cause;
  });
}

function shares({ relation }: Judged, cause: Cause): boolean {
  if (relation.form.kind !== "linear") return false;
  const ids = new Set([relation.result, ...relation.terms].map((figure) => figure.id));
  return cause.failing.some((item) => ids.has(item.relation.result.id));
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
  /** Broken, but not believed enough to be reported: they accuse nobody, yet may confirm. */
  private readonly doubted = new Map<number, Judged[]>();
  /** Figures of sums that tie to the digit: such a figure may miss its own translation by rounding. */
  private readonly footed = new Set<number>();
  readonly base: Readings;
  private trials = 0;

  constructor(judged: readonly Judged[], readings: Readings) {
    this.base = readings;
    for (const item of judged) {
      const figures = [item.relation.result, ...item.relation.terms];
      if (item.status === "skip" && item.grade !== "broken") continue;
      const index = item.status === "skip" ? this.doubted : this.touching;
      for (const figure of figures) {
        const own = index.get(figure.id);
        if (own) own.push(item);
        else index.set(figure.id, [item]);
      }
      if (item.relation.form.kind === "linear" && item.relation.terms.length > 1) {
        for (const figure of figures) this.footed.add(figure.id);
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
      if (!tying.every((item) => this.ties(item.relation, trial))) continue;
      const settles = own.filter((item) => this.ties(item.relation, trial));
      if (settles.length === 0) continue;
      fixes.push({ figure, value, settles, likelihood: this.likelihoodOf(figure, value, settles, trial) });
    }
    return fixes
      .sort((a, b) => b.settles.length - a.settles.length || b.likelihood - a.likelihood)
      .slice(0, 3);
  }

  /** Whether some cell of a failing relation is one common slip from what settles it. */
  hasSlip(item: Judged, failing: readonly Judged[]): boolean {
    return [item.relation.result, ...item.relation.terms].some((figure) =>
      this.fixesOf(figure, failing, new Map()).some((fix) => isSlip(fix.figure, fix.value)),
    );
  }

  private likelihoodOf(figure: Figure, value: Decimal, settles: readonly Judged[], trial: Readings): number {
    const confirmed = (this.doubted.get(figure.id) ?? []).filter(({ relation }) => isExact(relation, trial));
    const exact = settles.filter(({ relation }) => isExact(relation, trial));
    return likelihood(figure, value) + confirmed.length * confirmation + exact.length;
  }

  /** Ties, with the few units that a translated total is allowed which was added up from translated parts. */
  private ties(relation: Relation, readings: Readings): boolean {
    const expected = expectedResult(relation, readings);
    if (expected === undefined) return false;
    return grade(relation, expected, readings) !== "broken" || this.excusable(relation, readings);
  }

  /** Off by no more than a figure may be that was made to add up. */
  excusable(relation: Relation, readings: Readings): boolean {
    const { kind } = relation.form;
    if (kind === "linear" || kind === "change" || !this.footed.has(relation.result.id)) return false;
    const expected = expectedResult(relation, readings);
    if (expected === undefined) return false;
    const off = abs(differenceOf(relation, expected, readings));
    const units = kind === "translation" ? mostUnitsAddedUp : 1n;
    return compare(off, decimal(units, relation.result.value.exponent)) < 0;
  }

  /** The smallest sets of changes for one block; each change of a single answer is a cause of its own. */
  explain(block: readonly Judged[]): Cause[] {
    this.trials = 0;
    for (let size = 1; size <= mostChanges; size++) {
      const answers: Fix[][] = [];
      this.search(block, size, [], answers);
      if (answers.length > 0)
        return causesOf(
          block,
          answers.sort((a, b) => total(b) - total(a)),
        );
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

/** Each cell once, the likeliest first. */
function best(suspects: readonly Fix[]): Fix[] {
  const byCell = new Map<number, Fix>();
  for (const fix of [...suspects].sort((a, b) => b.likelihood - a.likelihood)) {
    if (!byCell.has(fix.figure.id)) byCell.set(fix.figure.id, fix);
  }
  return [...byCell.values()].slice(0, mostSuspects);
}

function total(answer: readonly Fix[]): number {
  return answer.reduce((sum, fix) => sum + fix.likelihood, 0);
}

function isExact(relation: Relation, readings: Readings): boolean {
  const expected = expectedResult(relation, readings);
  return expected !== undefined && grade(relation, expected, readings) === "exact";
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
