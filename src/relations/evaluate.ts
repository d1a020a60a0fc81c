/** The arithmetic of relations over intervals: what the result must be, and what each term must be. */
import { abs, add, type Decimal, decimal, divide, isZero, sign, subtract, zero } from "../money/decimal.ts";
import {
  absInterval,
  addIntervals,
  divideIntervals,
  type Interval,
  multiplyIntervals,
  negateInterval,
  point,
  printedInterval,
} from "../money/interval.ts";
import { evaluateFormula, solveFormula } from "./formula.ts";
import type { Relation } from "./relation.ts";
import type { Figure } from "../tables/table.ts";

/** Values that stand in for what is printed: recovered cells, or a diagnosis on trial. By figure id. */
export type Readings = ReadonlyMap<number, Decimal>;

export const noReadings: Readings = new Map();

/** What the terms say the result is: the value from the printed figures, and all that rounding allows. */
export interface Expected extends Interval {
  readonly value: Decimal;
}

/** Digits kept behind the last printed one where a quotient cannot be exact. */
const guard = 6;

export function valueOf(figure: Figure, readings: Readings): Decimal {
  return readings.get(figure.id) ?? figure.value;
}

/** A nil mark stands for nothing at all, so it has no width. */
export function intervalOf(figure: Figure, readings: Readings): Interval {
  const reading = readings.get(figure.id);
  if (reading) return printedInterval(reading);
  return figure.nil ? point(figure.value) : printedInterval(figure.value);
}

/** The recomputed value of a linear relation, exact and without its interval: most relations need no more. */
export function linearValue(relation: Relation, weights: readonly (1 | -1)[], readings: Readings): Decimal {
  let sum = zero;
  for (const [i, term] of relation.terms.entries()) {
    const value = valueOf(term, readings);
    sum = weights[i] === -1 ? subtract(sum, value) : add(sum, value);
  }
  return sum;
}

/** The quotient or translation of the figures as printed, rounded at `exponent`; undefined for other forms. */
export function quotientOf({ form, terms }: Relation, exponent: number): Decimal | undefined {
  const [a, b] = terms;
  if (form.kind === "translation" && a) return divide(a.value, form.rate, exponent, "nearest");
  if (form.kind !== "quotient" || !a || !b || isZero(b.value)) return undefined;
  return divide(shiftValue(a.value, form.scale), b.value, exponent, "nearest");
}

/** undefined where the relation says nothing: a division by what may be zero. */
export function expectedResult(relation: Relation, readings: Readings): Expected | undefined {
  const { form, terms, result } = relation;
  const values = terms.map((term) => valueOf(term, readings));
  const widths = terms.map((term) => intervalOf(term, readings));
  const exponent = valueOf(result, readings).exponent - guard;
  switch (form.kind) {
    case "linear": {
      const value = linearValue(relation, form.weights, readings);
      const sides = widths.map((w, i) => (form.weights[i] === -1 ? negateInterval(w) : w));
      return { value, ...sides.reduce(addIntervals, point(decimal(0n))) };
    }
    case "quotient": {
      const [a, b] = values;
      const [wideA, wideB] = widths;
      if (!a || !b || !wideA || !wideB || sign(b) === 0) return undefined;
      const wide = divideIntervals(shift(wideA, form.scale), wideB, exponent);
      return wide && { value: divide(shiftValue(a, form.scale), b, exponent, "nearest"), ...wide };
    }
    case "change": {
      const [a, b] = values;
      const [wideA, wideB] = widths;
      if (!a || !b || !wideA || !wideB || sign(b) === 0) return undefined;
      const base = absInterval(wideB);
      const wide = divideIntervals(form.magnitude ? absInterval(wideA) : wideA, base, exponent);
      if (!wide) return undefined;
      const minus = form.magnitude || sign(b) > 0 ? decimal(-1n) : decimal(1n);
      const value = divide(form.magnitude ? abs(a) : a, abs(b), exponent, "nearest");
      return { value: add(value, minus), ...addIntervals(wide, point(minus)) };
    }
    case "translation": {
      const [a] = values;
      const [wide] = widths;
      if (!a || !wide) return undefined;
      const quotient = divideIntervals(wide, point(form.rate), exponent);
      return quotient && { value: divide(a, form.rate, exponent, "nearest"), ...quotient };
    }
    case "direction": {
      const [wideA, wideB] = form.magnitude ? widths.map(absInterval) : widths;
      if (!wideA || !wideB) return undefined;
      const moved = addIntervals(wideA, negateInterval(wideB));
      const [low, high] = [decimal(sign(moved.low)), decimal(sign(moved.high))];
      return { value: sign(low) === sign(high) ? low : valueOf(result, readings), low, high };
    }
    case "formula": {
      const wide = evaluateFormula(form.expression, widths, exponent);
      const nominal = wide && evaluateFormula(form.expression, values.map(point), exponent);
      // Rounded outward; the low end is within `guard` digits of the value.
      return nominal && { ...wide, value: nominal.low };
    }
  }
}

function shiftValue(value: Decimal, scale: number): Decimal {
  return { coefficient: value.coefficient, exponent: value.exponent + scale };
}

function shift(interval: Interval, scale: number): Interval {
  return { low: shiftValue(interval.low, scale), high: shiftValue(interval.high, scale) };
}

/**
 * All values of one figure that make the relation tie, the others being as read. `index` is that of a
 * term, or -1 for the result. undefined where nothing follows.
 */
export function solveFor(relation: Relation, index: number, readings: Readings): Interval | undefined {
  if (index < 0) return expectedResult(relation, readings);
  const { form, terms, result } = relation;
  const target = intervalOf(result, readings);
  const term = terms[index];
  if (!term) return undefined;
  const exponent = valueOf(term, readings).exponent - guard;
  const others = terms.map((other) => intervalOf(other, readings));
  switch (form.kind) {
    case "linear": {
      const rest = others.reduce(
        (sum, width, i) =>
          i === index ? sum : addIntervals(sum, form.weights[i] === -1 ? width : negateInterval(width)),
        target,
      );
      return form.weights[index] === -1 ? negateInterval(rest) : rest;
    }
    case "quotient": {
      const other = others[1 - index];
      if (!other) return undefined;
      return index === 0
        ? shift(multiplyIntervals(target, other), -form.scale)
        : divideIntervals(shift(other, form.scale), target, exponent);
    }
    case "change": {
      const other = others[1 - index];
      if (!other) return undefined;
      const base = terms[1];
      const positive = form.magnitude || sign(valueOf(base ?? term, readings)) > 0;
      const ratio = addIntervals(target, point(decimal(positive ? 1n : -1n)));
      const now = intervalOf(terms[0] ?? term, readings);
      if (index === 0) {
        const solved = multiplyIntervals(ratio, absInterval(other));
        return form.magnitude && sign(term.value) < 0 ? negateInterval(solved) : solved;
      }
      const magnitude = divideIntervals(form.magnitude ? absInterval(now) : now, ratio, exponent);
      return (
        magnitude && (sign(term.value) < 0 ? negateInterval(absInterval(magnitude)) : absInterval(magnitude))
      );
    }
    case "translation":
      return multiplyIntervals(target, point(form.rate));
    case "direction":
      return undefined;
    case "formula":
      return solveFormula(form.expression, index, target, others, exponent);
  }
}

/** How far the printed result is from the recomputed value: printed - recomputed. */
export function differenceOf(relation: Relation, expected: Expected, readings: Readings): Decimal {
  return subtract(valueOf(relation.result, readings), expected.value);
}
