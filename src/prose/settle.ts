/**
 * Which line and columns a statement speaks of, told by its numbers: where several of them are what one line
 * prints for two of its periods, the words that name those periods need not be understood, and a number that
 * alone does not fit is the one that is wrong.
 */
import { abs, negate, sign, toNumber } from "../money/decimal.ts";
import { monthsOf } from "../tables/period.ts";
import { type Period, periodKey } from "../tables/table.ts";
import type { Fact, Facts } from "./facts.ts";
import { agrees } from "./repeat.ts";
import type { Mention } from "./mention.ts";
import { changeInThousands, inThousands } from "./scale.ts";
import {
  anotherMeasure,
  baseUnsaid,
  expected,
  narrowed,
  onlyPeriodOpen,
  severalAtOnce,
  type Spoken,
  type Statement,
  whichAmount,
} from "./statement.ts";

export interface Settled {
  /** The figure that an amount repeats. */
  readonly amounts: ReadonlyMap<Spoken, Fact>;
  /** The two ends of a change. */
  readonly changes: ReadonlyMap<Spoken, readonly [Fact, Fact]>;
  /** The one number that does not fit what the others say; null where all fit, or too few. */
  readonly broken: Spoken | null;
  /** The one that does not fit where only one other does. */
  readonly likely: Spoken | null;
  /** Numbers that do not fit, though too few others do to be sure, or in their sign alone; with the figure they miss. */
  readonly doubted: ReadonlyMap<Spoken, Fact | null>;
  /** Numbers that seem cut off, not rounded: nothing is held against them. */
  readonly near: ReadonlySet<Spoken>;
}

/** Of a number against a figure: it fits, but for its sign, it is within a unit as if cut off, it does not. */
type Fit = "fits" | "turned" | "near" | "breaks";

interface Trial {
  readonly amounts: Map<Spoken, Fact>;
  readonly changes: Map<Spoken, readonly [Fact, Fact]>;
  readonly fits: Spoken[];
  readonly breaks: Spoken[];
  readonly turned: Spoken[];
  readonly near: Spoken[];
}

function emptyTrial(): Trial {
  return { amounts: new Map(), changes: new Map(), fits: [], breaks: [], turned: [], near: [] };
}

/** Lines of one name that are tried; a name that stands for more says little. */
const mostLines = 12;
const mostCells = 24;

/** Digits that must fit before a line is taken for the one spoken of: fewer agree by chance. */
const fewestDigits = 3;
/** Two numbers of so many digits together that fit make a third that does not a slip. */
const sureDigits = 5;
/** The same where words before the subject may narrow it. */
const sureDigitsOfPart = 8;

/** `support`: numbers that fit lines of their own and tell the periods of these. */
export function settle(
  statement: Statement,
  facts: Facts,
  currency: string | null,
  unitOf: (spoken: Spoken) => string,
  support: readonly Spoken[],
): Settled | null {
  if (statement.key === "" || statement.ratioOf !== undefined) return null;
  const numbers = statement.numbers.filter(isSaid);
  if (numbers.length === 0) return null;
  const lines = facts.lines(statement.key);
  return settleIn(lines, statement, numbers, currency, unitOf, support);
}

/** The same with the lines given. */
export function settleIn(
  lines: readonly (readonly Fact[])[],
  statement: Statement,
  numbers: readonly Spoken[],
  currency: string | null,
  unitOf: (spoken: Spoken) => string,
  support: readonly Spoken[],
): Settled | null {
  const trials = lines.slice(0, mostLines).flatMap((line) => {
    const unit = numbers.find(({ said }) => said !== "change");
    const wanted = unit ? unitOf(unit) : null;
    const cells = line
      .filter(
        ({ figure }) =>
          (wanted === null ? figure.unit !== "percent" : figure.unit === wanted) &&
          (figure.unit === "percent" || currency === null || figure.column.currency === currency),
      )
      .slice(0, mostCells);
    return [...trialsOf(numbers, cells)];
  });
  let best: Trial | null = null;
  for (const trial of trials) if (!best || isBetter(trial, best)) best = trial;
  if (!best) return null;
  const fitting = best.fits.length + support.length;
  const digits = digitsOf([...best.fits, ...support]);
  if (best.fits.length === 0 && support.length === 0) return null;
  if (digits < fewestDigits || best.breaks.length > fitting) return null;
  const [odd] = best.breaks;
  const isOne = best.breaks.length === 1 && odd !== undefined && mayBreak(odd);
  const enough = statement.partial ? sureDigitsOfPart : sureDigits;
  const isSure =
    isOne && fitting >= 2 && digits >= enough && best.fits.length >= Math.min(1, numbers.length - 1);
  const isLikely =
    isOne &&
    !isSure &&
    !statement.partial &&
    !(odd.explicit && odd.period === null) &&
    isOnlyWay(best, odd, trials);
  const { amounts, changes } = best;
  const doubted = new Map<Spoken, Fact | null>();
  for (const spoken of isOne && (isSure || isLikely) ? best.turned : [...best.turned, ...best.breaks]) {
    doubted.set(spoken, amounts.get(spoken) ?? null);
    amounts.delete(spoken);
    changes.delete(spoken);
  }
  return {
    amounts,
    changes,
    broken: isSure ? odd : null,
    likely: isLikely ? odd : null,
    doubted,
    near: new Set(best.near),
  };
}

/** Of amounts told together it must be known which is which. */
function mayBreak(spoken: Spoken): boolean {
  return onlyPeriodOpen(spoken) && spoken.reason !== severalAtOnce && spoken.reason !== whichAmount;
}

/** Whether every trial as good as the best holds the odd number against the same figures. */
function isOnlyWay(best: Trial, odd: Spoken, trials: readonly Trial[]): boolean {
  const held = ({ amounts, changes }: Trial): string =>
    [amounts.get(odd), ...(changes.get(odd) ?? [])]
      .map((fact) => fact && toNumber(abs(fact.figure.value)))
      .join();
  const wanted = held(best);
  return trials.every(
    (trial) =>
      trial.fits.length < best.fits.length ||
      trial.breaks.length > best.breaks.length ||
      asSaid(trial) < asSaid(best) ||
      !trial.breaks.includes(odd) ||
      held(trial) === wanted,
  );
}

/** Numbers that may be held against a line at all. */
export function isSaid({ said, reason }: Spoken): boolean {
  if (reason === expected || reason === anotherMeasure) return false;
  return (
    said === "figure" ||
    said === "comparison" ||
    (said === "change" && reason !== narrowed && reason !== baseUnsaid)
  );
}

function isBetter(a: Trial, b: Trial): boolean {
  const [ours, theirs] = [digitsOf(a.fits), digitsOf(b.fits)];
  if (a.fits.length !== b.fits.length) return a.fits.length > b.fits.length;
  if (a.breaks.length !== b.breaks.length) return a.breaks.length < b.breaks.length;
  const [said, other] = [asSaid(a), asSaid(b)];
  return said === other ? ours > theirs : said > other;
}

/** How many amounts are of the period that the sentence or its heading leads to. */
function asSaid({ amounts }: Trial): number {
  let count = 0;
  for (const [{ period }, fact] of amounts) if (period && isPeriodOf(fact, period)) count++;
  return count;
}

function digitsOf(numbers: readonly Spoken[]): number {
  return numbers.reduce(
    (sum, { mention }) => sum + mention.value.coefficient.toString().replace("-", "").length,
    0,
  );
}

function* trialsOf(numbers: readonly Spoken[], cells: readonly Fact[]): Generator<Trial> {
  const figures = numbers.filter(({ said }) => said === "figure");
  const bases = numbers.filter(({ said }) => said === "comparison");
  const changes = numbers.filter(({ said }) => said === "change");
  const [now, ...more] = figures;
  for (const cell of cells) {
    if (now && !isOf(cell, now)) continue;
    const trial: Trial = emptyTrial();
    if (now) put(trial, now, cell);
    const others = cells.filter((other) => isBeside(other, cell));
    for (const base of [...more, ...bases]) {
      const led = changes.filter(({ of }) => of === base);
      const open = bases.includes(base) ? others : cells.filter((other) => other.figure !== cell.figure);
      const tried = open.filter((other) => isOf(other, base)).map((other) => against(base, led, cell, other));
      take(trial, tried);
      if (tried.length === 0)
        take(trial, led.length > 0 ? others.map((other) => against(null, led, cell, other)) : []);
    }
    const alone = changes.filter(({ of }) => !of || !numbers.includes(of));
    for (const change of alone)
      take(
        trial,
        others.map((other) => against(null, [change], cell, other)),
      );
    if (trial.fits.length > 0) yield trial;
  }
}

function take(trial: Trial, tried: readonly Trial[]): void {
  let best: Trial | undefined;
  for (const one of tried) if (!best || isBetter(one, best)) best = one;
  if (!best) return;
  for (const [spoken, fact] of best.amounts) trial.amounts.set(spoken, fact);
  for (const [spoken, ends] of best.changes) trial.changes.set(spoken, ends);
  trial.fits.push(...best.fits);
  trial.breaks.push(...best.breaks);
  trial.turned.push(...best.turned);
  trial.near.push(...best.near);
}

/** An amount of another period than the subject's own, and the changes from it. */
function against(base: Spoken | null, changes: readonly Spoken[], now: Fact, other: Fact): Trial {
  const trial: Trial = emptyTrial();
  if (base) put(trial, base, other);
  for (const change of changes) {
    if (change.period && change.explicit && base === null && !isPeriodOf(other, change.period)) {
      if (!isPeriodOf(now, change.period)) continue;
    }
    const fit = changeFit(change, now, other);
    if (fit === null) continue;
    if (fit === "fits" || fit === "breaks") trial.changes.set(change, [now, other]);
    trial[fit].push(change);
  }
  return trial;
}

function put(trial: Trial, spoken: Spoken, cell: Fact): void {
  const fit = amountFit(spoken, cell);
  if (fit !== "near") trial.amounts.set(spoken, cell);
  trial[fit].push(spoken);
}

/** Whether the sentence may mean that cell: it names no period for the number, or that one. */
function isOf(cell: Fact, { explicit, period }: Spoken): boolean {
  return !explicit || period === null || isPeriodOf(cell, period);
}

function isPeriodOf({ figure }: Fact, period: Period): boolean {
  const own = figure.column.period;
  if (!own) return true;
  return periodKey(own) === periodKey(period) || (own.kind === "instant" && own.end === period.end);
}

/** Another column of the same kind and length. */
function isBeside({ figure }: Fact, { figure: other }: Fact): boolean {
  const [a, b] = [figure.column.period, other.column.period];
  if (figure === other) return false;
  if (!a || !b) return a === b;
  return a.kind === b.kind && monthsOf(a) === monthsOf(b) && a.end !== b.end;
}

function half({ value }: { readonly value: { readonly exponent: number } }): number {
  return 10 ** value.exponent / 2;
}

const slack = 1 + 1e-9;

function amountFit(spoken: Spoken, cell: Fact): Fit {
  const { mention } = spoken;
  const shift = inThousands(spoken, cell, undefined);
  const shifted = { coefficient: mention.value.coefficient, exponent: mention.value.exponent + shift };
  const value = spoken.tone === "loss" ? negate(abs(shifted)) : shifted;
  if (agrees(value, { value: shifted }, cell)) return "fits";
  const unit = half({ value: shifted }) * 2;
  const off = Math.abs(toNumber(abs(shifted)) - toNumber(abs(cell.figure.value)));
  if (off < (unit / 2 + half(cell.figure)) / slack) {
    // A profit in brackets is none, whatever words stand around it.
    const isBracketed = sign(mention.value) < 0 && sign(cell.figure.value) > 0 && spoken.tone !== "loss";
    return isBracketed && cell.convention === "as-printed" ? "breaks" : "turned";
  }
  return off < unit * slack && unit > 2 * half(cell.figure) ? "near" : "breaks";
}

function read({ mention }: Spoken, shift: number): Mention {
  const { coefficient, exponent } = mention.value;
  return { ...mention, value: { coefficient, exponent: exponent + shift } };
}

/** null where nothing can be said: from a loss to a profit, or of another unit. */
function changeFit(spoken: Spoken, now: Fact, base: Fact): Fit | null {
  const { direction } = spoken;
  const mention = read(spoken, changeInThousands(spoken, [now, base]));
  const [a, b] = [now.figure, base.figure];
  if (sign(a.value) * sign(b.value) <= 0) return null;
  const [ours, theirs] = [toNumber(abs(a.value)), toNumber(abs(b.value))];
  const said = Math.abs(toNumber(mention.value)) * (direction === "down" ? -1 : 1);
  const unit = half(mention) * 2;
  const rounding = half(a) + half(b);
  let change = ours - theirs;
  let width = rounding;
  if (mention.unit === "percent") {
    if (a.unit === "percent") return null;
    change /= theirs;
    width = rounding / theirs;
  } else if (mention.unit === "points" ? a.unit !== "percent" : a.unit === "percent") return null;
  const off = Math.abs(said - change);
  if (off <= (unit / 2 + width) * slack) return "fits";
  // Computed from the amounts as the sentence rounds them, or cut off: a unit more.
  return off < unit * 2 * slack + width ? "near" : "breaks";
}
