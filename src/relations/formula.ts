/** Expressions over intervals: their value, and what one term must be for them to have a value. */
import type { Interval } from "../money/interval.ts";
import {
  below,
  inverse,
  opposite,
  plus,
  type Rational,
  rational,
  times,
  toDecimal,
} from "../money/rational.ts";
import type { Expression } from "./relation.ts";

interface Range {
  readonly low: Rational;
  readonly high: Rational;
}

function rangeOf({ low, high }: Interval): Range {
  return { low: rational(low), high: rational(high) };
}

function outward({ low, high }: Range, exponent: number): Interval {
  return { low: toDecimal(low, exponent, "down"), high: toDecimal(high, exponent, "up") };
}

const add = (a: Range, b: Range): Range => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) });
const negate = (a: Range): Range => ({ low: opposite(a.high), high: opposite(a.low) });

function multiply(a: Range, b: Range): Range {
  const ends = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return {
    low: ends.reduce((least, end) => (below(end, least) ? end : least)),
    high: ends.reduce((most, end) => (below(most, end) ? end : most)),
  };
}

/** undefined where it may be zero: then the quotient says nothing. */
function invert({ low, high }: Range): Range | undefined {
  if (low.numerator <= 0n && high.numerator >= 0n) return undefined;
  return { low: inverse(high), high: inverse(low) };
}

function divide(a: Range, b: Range | undefined): Range | undefined {
  const over = b && invert(b);
  return over && multiply(a, over);
}

function evaluate(expression: Expression, terms: readonly Range[]): Range | undefined {
  if (expression.kind === "term") return terms[expression.index];
  if (expression.kind === "constant") {
    const value = rational(expression.value);
    return { low: value, high: value };
  }
  const left = evaluate(expression.left, terms);
  const right = evaluate(expression.right, terms);
  if (!left || !right) return undefined;
  switch (expression.kind) {
    case "+":
      return add(left, right);
    case "-":
      return add(left, negate(right));
    case "*":
      return multiply(left, right);
    case "/":
      return divide(left, right);
  }
}

/** All values of the expression, rounded outward at `exponent`; undefined where a divisor may be zero. */
export function evaluateFormula(
  expression: Expression,
  terms: readonly Interval[],
  exponent: number,
): Interval | undefined {
  const range = evaluate(expression, terms.map(rangeOf));
  return range && outward(range, exponent);
}

function names(expression: Expression, index: number): number {
  if (expression.kind === "term") return expression.index === index ? 1 : 0;
  if (expression.kind === "constant") return 0;
  return names(expression.left, index) + names(expression.right, index);
}

/** Undoes one operation after the other on the way down to the term. */
function solve(
  expression: Expression,
  index: number,
  target: Range,
  terms: readonly Range[],
): Range | undefined {
  if (expression.kind === "term") return target;
  if (expression.kind === "constant") return undefined;
  const { kind, left, right } = expression;
  const isLeft = names(left, index) > 0;
  const other = evaluate(isLeft ? right : left, terms);
  if (!other) return undefined;
  const undone = (): Range | undefined => {
    switch (kind) {
      case "+":
        return add(target, negate(other));
      case "-":
        return isLeft ? add(target, other) : add(other, negate(target));
      case "*":
        return divide(target, other);
      case "/":
        return isLeft ? multiply(target, other) : divide(other, target);
    }
  };
  const next = undone();
  return next && solve(isLeft ? left : right, index, next, terms);
}

/** All values of one term for which the expression may have a value of `target`; undefined where nothing follows. */
export function solveFormula(
  expression: Expression,
  index: number,
  target: Interval,
  terms: readonly Interval[],
  exponent: number,
): Interval | undefined {
  if (names(expression, index) !== 1) return undefined;
  const range = solve(expression, index, rangeOf(target), terms.map(rangeOf));
  return range && outward(range, exponent);
}
