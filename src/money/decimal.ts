/**
 * Exact decimal numbers as a scaled integer. Sums, differences and products are exact, which is all
 * that comparing printed figures needs; division is offered only with a stated direction of rounding.
 * No floating point anywhere: 0.1 + 0.2 is 0.3 and 20-digit amounts keep every digit.
 */

/** The number `coefficient` × 10^`exponent`. The exponent also carries the precision of a printed figure. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const powers: bigint[] = [1n];

/** 10^n for n >= 0. */
export function pow10(n: number): bigint {
  for (let i = powers.length; i <= n; i++) powers.push((powers[i - 1] ?? 1n) * 10n);
  return powers[n] ?? 1n;
}

export function decimal(coefficient: bigint | number, exponent = 0): Decimal {
  return { coefficient: BigInt(coefficient), exponent };
}

export const zero: Decimal = decimal(0n);

/**
 * Reads plain notation only: digits, at most one point, an optional leading minus.
 * @throws RangeError for anything else (grouping, exponents, "NaN").
 */
export function parseDecimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a plain decimal number: "${text}"`);
  const [, minus = "", whole = "", fraction = ""] = match;
  return {
    coefficient: BigInt(minus + whole + fraction),
    exponent: fraction.length === 0 ? 0 : -fraction.length,
  };
}

/** The coefficient of `value` when written at a smaller or equal exponent. */
export function coefficientAt(value: Decimal, exponent: number): bigint {
  return value.coefficient * pow10(value.exponent - exponent);
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.exponent === b.exponent) return { coefficient: a.coefficient + b.coefficient, exponent: a.exponent };
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: coefficientAt(a, exponent) + coefficientAt(b, exponent), exponent };
}

export function negate(a: Decimal): Decimal {
  return { coefficient: -a.coefficient, exponent: a.exponent };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  if (a.exponent === b.exponent) return { coefficient: a.coefficient - b.coefficient, exponent: a.exponent };
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
}

export function abs(a: Decimal): Decimal {
  return a.coefficient < 0n ? negate(a) : a;
}

export function sign(a: Decimal): -1 | 0 | 1 {
  return a.coefficient > 0n ? 1 : a.coefficient < 0n ? -1 : 0;
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a.exponent !== b.exponent) return sign(subtract(a, b));
  return a.coefficient > b.coefficient ? 1 : a.coefficient < b.coefficient ? -1 : 0;
}

export function isZero(a: Decimal): boolean {
  return a.coefficient === 0n;
}

export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** How to round a quotient or a shortened number. `nearest` takes halves away from zero, as printers do. */
export type Rounding = "down" | "up" | "nearest";

function divideInteger(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator < 0n) return divideInteger(-numerator, -denominator, rounding);
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const negative = numerator < 0n;
  if (rounding === "down") return negative ? quotient - 1n : quotient;
  if (rounding === "up") return negative ? quotient : quotient + 1n;
  const twice = (negative ? -remainder : remainder) * 2n;
  if (twice < denominator) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}

/**
 * a / b rounded at `exponent`: "down" towards minus infinity, "up" towards plus infinity.
 * @throws RangeError when b is zero.
 */
export function divide(a: Decimal, b: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (b.coefficient === 0n) throw new RangeError("division by zero");
  const shift = a.exponent - b.exponent - exponent;
  const numerator = shift >= 0 ? a.coefficient * pow10(shift) : a.coefficient;
  const denominator = shift >= 0 ? b.coefficient : b.coefficient * pow10(-shift);
  return { coefficient: divideInteger(numerator, denominator, rounding), exponent };
}

/** The number at `exponent`: exact when that is finer than it is, else rounded. */
export function roundTo(a: Decimal, exponent: number, rounding: Rounding = "nearest"): Decimal {
  if (exponent <= a.exponent) return { coefficient: coefficientAt(a, exponent), exponent };
  return { coefficient: divideInteger(a.coefficient, pow10(exponent - a.exponent), rounding), exponent };
}

/** Plain notation without grouping: "-7047461000", "0.05". Zeros behind the point are kept. */
export function toPlain(a: Decimal): string {
  if (a.exponent >= 0) return coefficientAt(a, 0).toString();
  const negative = a.coefficient < 0n;
  const digits = (negative ? -a.coefficient : a.coefficient).toString().padStart(1 - a.exponent, "0");
  const point = digits.length + a.exponent;
  return `${negative ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Plain notation with thousands grouped, as figures are printed: "-7,047,461.50". */
export function toGrouped(a: Decimal): string {
  return toPlain(a).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** A float near the number: for ratios of plausibility only, never for a verdict on an amount. */
export function toNumber(a: Decimal): number {
  return Number(a.coefficient) * 10 ** a.exponent;
}

/** A coefficient as a number while that is exact, else NaN. */
export function exactNumber(coefficient: bigint): number {
  const number = Number(coefficient);
  return Number.isSafeInteger(number) ? number : Number.NaN;
}
