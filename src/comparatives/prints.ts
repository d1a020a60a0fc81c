/** Small questions about the prints that are compared. */
import { abs, compare, type Decimal, decimal, negate, subtract } from "../money/decimal.ts";
import { roundingNoise } from "../tables/fit.ts";
import type { Row } from "../tables/table.ts";

export function prints(row: Row, at: number): boolean {
  const figure = row.figures[at];
  return figure !== undefined && !figure.nil;
}

export function signed(value: Decimal, weight: number): Decimal {
  return weight < 0 ? negate(value) : value;
}

/** Equal but for the rounding of so many addends. */
export function near(a: Decimal, b: Decimal, addends: number): boolean {
  const unit = Math.max(a.exponent, b.exponent);
  return compare(abs(subtract(a, b)), decimal(roundingNoise(addends), unit)) <= 0;
}
