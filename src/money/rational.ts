/** Exact fractions, for chains of products and quotients: rounded once, at the end, outward. */
import { type Decimal, decimal, divide, pow10, type Rounding } from "./decimal.ts";

/** numerator / denominator; the denominator is above zero. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function rational({ coefficient, exponent }: Decimal): Rational {
  return exponent >= 0
    ? { numerator: coefficient * pow10(exponent), denominator: 1n }
    : { numerator: coefficient, denominator: pow10(-exponent) };
}

export function plus(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function opposite(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function times(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** @throws RangeError for zero */
export function inverse({ numerator, denominator }: Rational): Rational {
  if (numerator === 0n) throw new RangeError("division by zero");
  return numerator > 0n
    ? { numerator: denominator, denominator: numerator }
    : { numerator: -denominator, denominator: -numerator };
}

/** Whether a is below b. */
export function below(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

export function toDecimal(a: Rational, exponent: number, rounding: Rounding): Decimal {
  return divide(decimal(a.numerator), decimal(a.denominator), exponent, rounding);
}
