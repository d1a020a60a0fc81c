/**
 * A printed number stands for every number that prints so: [v - u/2, v + u/2] with u the unit of its
 * last digit, closed at both ends (XBRL Calculations 1.1, rounding mode "nearest"). Two figures are
 * consistent when such intervals, carried through the arithmetic, meet.
 */
import { add, compare, type Decimal, decimal, divide, max, min, multiply, negate, sign } from "./decimal.ts";

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

export function point(value: Decimal): Interval {
  return { low: value, high: value };
}

/** All numbers that print as `value` at the unit 10^value.exponent. */
export function printedInterval(value: Decimal): Interval {
  const half = decimal(5n, value.exponent - 1);
  return { low: add(value, negate(half)), high: add(value, half) };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: add(a.low, b.low), high: add(a.high, b.high) };
}

export function negateInterval(a: Interval): Interval {
  return { low: negate(a.high), high: negate(a.low) };
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const products = [
    multiply(a.low, b.low),
    multiply(a.low, b.high),
    multiply(a.high, b.low),
    multiply(a.high, b.high),
  ];
  return { low: products.reduce(min), high: products.reduce(max) };
}

/**
 * a / b, rounded outward at `exponent` so that the true quotient is never lost.
 * Undefined when b may be zero: then the quotient says nothing.
 */
export function divideIntervals(a: Interval, b: Interval, exponent: number): Interval | undefined {
  if (sign(b.high) < 0) return divideIntervals(negateInterval(a), negateInterval(b), exponent);
  if (sign(b.low) <= 0) return undefined;
  // By a divisor above zero: what is negative is least by the smallest, what is positive by the largest.
  return {
    low: divide(a.low, sign(a.low) < 0 ? b.low : b.high, exponent, "down"),
    high: divide(a.high, sign(a.high) < 0 ? b.high : b.low, exponent, "up"),
  };
}

/** |a|: the magnitudes of the numbers in a. */
export function absInterval(a: Interval): Interval {
  if (sign(a.low) >= 0) return a;
  if (sign(a.high) <= 0) return negateInterval(a);
  return { low: decimal(0n), high: max(negate(a.low), a.high) };
}

/** Whether the two share a number; touching ends count (closed intervals). */
export function meet(a: Interval, b: Interval): boolean {
  return compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  if (!meet(a, b)) return undefined;
  return { low: max(a.low, b.low), high: min(a.high, b.high) };
}

export function contains(a: Interval, value: Decimal): boolean {
  return compare(a.low, value) <= 0 && compare(value, a.high) <= 0;
}
