/**
 * The search for the smallest set of cells whose change settles failing relations and breaks none that
 * ties: exact within a stated bound of work, so that a filing of which much fails costs no more than
 * reading it did.
 */
import {
  abs,
  add,
  compare,
  type Decimal,
  decimal,
  isZero,
  negate,
  roundTo,
  subtract,
} from "../money/decimal.ts";
import { contains, type Interval, intersect, negateInterval } from "../money/interval.ts";
import { differenceOf, expectedResult, type Readings, solveFor } from "../relations/evaluate.ts";
import { grade, mostUnitsAddedUp } from "../relations/grade.ts";
import type { Relation } from "../relations/relation.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Cause, Fix } from "./cause.ts";
import { likelihood } from "./likelihood.ts";
import { isSlip, slipsOf } from "./slips.ts";

/** More simultaneous slips in one connected block are left unnamed. */
const mostChanges = 4;
/** Figures read while one block is searched, after which the block is left unnamed; and in all blocks. */
const mostWork = { block: 20_000, filing: 200_000 };
/** What it costs to go through all slips of one print, in figures read. */
const costOfSlips = 40;
/** Failing relations of one cell that are asked what they imply: what settles all of them, each implies. */
const mostAsked = 8;
const mostAnswers = 60;
/** Suspects listed for one cause. */
const mostSuspects = 12;
/** What a doubted equation that a change makes tie says for it, in powers of ten. */
const confirmation = 2;

interface Wanted {
  readonly failing: ReadonlySet<Judged>;
  /** How many of them a change must settle. */
  readonly fewest: number;
  /**
   * Whether it may break what ties only through a damaged cell: that was read as this very figure implied,
   * so that its word for the figure is the figure's own.
   */
  readonly loose: boolean;
}

export class Search {
  private readonly touching = new Map<number, Judged[]>();
  /** Broken, but not believed enough to be reported: they accuse nobody, yet may confirm. */
  private readonly doubted = new Map<number, Judged[]>();
  /** Figures of sums that tie to the digit: such a figure may miss its own translation by rounding. */
  private readonly footed = new Set<number>();
  readonly base: Readings;
  /** Figures read so far, and how many of them the search may read before it gives up. */
  private work = 0;
  private limit = mostWork.filing;
  private readonly failing: ReadonlySet<Judged>;
  private readonly alone = new Map<number, readonly Fix[]>();

  constructor(judged: readonly Judged[], readings: Readings) {
    this.base = readings;
    this.failing = new Set(judged.filter(({ status }) => status === "fail"));
    for (const item of judged) {
      const figures = [item.relation.result, ...item.relation.terms];
      if (item.status === "skip" && (item.grade !== "broken" || item.cleared)) continue;
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

  /** Changes of one cell alone that settle some of all failing relations. */
  fixesAlone(figure: Figure): readonly Fix[] {
    const known = this.alone.get(figure.id);
    if (known) return known;
    const fixes = this.fixesOf(figure, new Map(), { failing: this.failing, fewest: 1, loose: true });
    this.alone.set(figure.id, fixes);
    return fixes;
  }

  /** Changes of one cell that settle at least `fewest` of the failing relations and break none that ties. */
  private fixesOf(figure: Figure, changed: Readings, { failing, fewest, loose }: Wanted): Fix[] {
    if (figure.nil || figure.damage || changed.has(figure.id) || this.work > this.limit) return [];
    const all = this.touching.get(figure.id) ?? [];
    const own = all.filter((item) => failing.has(item));
    if (own.length < fewest) return [];
    const tying = all.filter((item) => item.status !== "fail" && !(loose && item.grade === "recovered"));
    const fixes: Fix[] = [];
    const trial = new Map([...this.base, ...changed]);
    const values = this.impliedValues(figure, own.slice(0, mostAsked), trial);
    for (const value of values) {
      trial.set(figure.id, value);
      if (!tying.every((item) => this.ties(item.relation, trial))) continue;
      const settles = own.filter((item) => this.ties(item.relation, trial));
      if (settles.length < fewest) continue;
      fixes.push({ figure, value, settles, likelihood: this.likelihoodOf(figure, value, settles, trial) });
    }
    return fixes
      .sort((a, b) => b.settles.length - a.settles.length || b.likelihood - a.likelihood)
      .slice(0, 3);
  }

  /** Whether some cell of a failing relation is one common slip from what settles it. */
  hasSlip({ relation }: Judged): boolean {
    return [relation.result, ...relation.terms].some((figure) =>
      this.fixesAlone(figure).some((fix) => isSlip(fix.figure, fix.value)),
    );
  }

  private likelihoodOf(figure: Figure, value: Decimal, settles: readonly Judged[], trial: Readings): number {
    const confirmed = (this.doubted.get(figure.id) ?? []).filter(({ relation }) => isExact(relation, trial));
    const exact = settles.filter(({ relation }) => isExact(relation, trial));
    return likelihood(figure, value) + confirmed.length * confirmation + exact.length;
  }

  /** Ties, with the few units that a translated total is allowed which was added up from translated parts. */
  private ties(relation: Relation, readings: Readings): boolean {
    this.work += 1 + relation.terms.length;
    const expected = expectedResult(relation, readings);
    if (expected === undefined) return false;
    if (grade(relation, expected, readings) !== "broken") return true;
    const turned = relation.eitherSign
      ? { ...expected, ...negateInterval(expected), value: negate(expected.value) }
      : null;
    if (turned && grade(relation, turned, readings) !== "broken") return true;
    return this.excusable(relation, readings);
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
    this.limit = Math.min(mostWork.filing, this.work + mostWork.block);
    for (let size = this.fewestChanges(block); size <= mostChanges; size++) {
      for (const loose of [false, true]) {
        const answers: Fix[][] = [];
        this.search(block, { size, loose }, [], answers);
        answers.sort((a, b) => total(b) - total(a));
        if (answers.length > 0) return causesOf(block, answers);
      }
      if (this.work > this.limit) break;
    }
    return block.map((item) => ({ failing: [item], suspects: [], row: null }));
  }

  /** No fewer can settle the block: a change settles at most the relations that its cell is in. */
  private fewestChanges(block: readonly Judged[]): number {
    const counts = new Map<number, number>();
    for (const { relation } of block) {
      for (const { id } of [relation.result, ...relation.terms]) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return Math.ceil(block.length / Math.max(1, ...counts.values()));
  }

  private search(
    left: readonly Judged[],
    { size, loose }: { readonly size: number; readonly loose: boolean },
    chosen: readonly Fix[],
    answers: Fix[][],
  ): void {
    const [first] = left;
    if (!first) {
      answers.push([...chosen]);
      return;
    }
    if (size === 0 || this.work > this.limit || answers.length >= mostAnswers) return;
    const changed = new Map(chosen.map((fix) => [fix.figure.id, fix.value]));
    const open = new Set(left);
    for (const figure of [first.relation.result, ...first.relation.terms]) {
      const fewest = size === 1 ? left.length : 1;
      for (const fix of this.fixesOf(figure, changed, { failing: open, fewest, loose })) {
        const settled = new Set(fix.settles);
        this.search(
          left.filter((item) => !settled.has(item)),
          { size: size - 1, loose },
          [...chosen, fix],
          answers,
        );
      }
    }
  }

  /**
   * Values that failing relations imply for a cell: what each asks for exactly, and, where they leave a
   * range, the values in it that are one common slip away from the print.
   */
  private impliedValues(figure: Figure, failing: readonly Judged[], readings: Readings): Decimal[] {
    const values: Decimal[] = [];
    const put = (value: Decimal): void => {
      if (!values.some((other) => isZero(subtract(other, value)))) values.push(value);
    };
    let common: Interval | undefined;
    let open = true;
    for (const { relation } of failing) {
      this.work += 1 + relation.terms.length;
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
      this.work += costOfSlips;
      for (const value of slipsOf(figure.value)) if (contains(common, value)) put(value);
    }
    return values;
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

function middle(interval: Interval): Decimal {
  const sum = add(interval.low, interval.high);
  return { coefficient: sum.coefficient * 5n, exponent: sum.exponent - 1 };
}
