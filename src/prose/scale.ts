/** In what an amount stands that names no scale, or whose table names none. */
import { abs, compare, type Decimal } from "../money/decimal.ts";
import type { Claim } from "./claim.ts";
import type { Fact } from "./facts.ts";
import type { Spoken } from "./statement.ts";

/** A table without a scale whose amounts are hundreds of times smaller than the text's has one that was not read. */
export function isScaleUnsure({ mention }: Spoken, shift: number, { figure }: Fact): boolean {
  if (figure.scale !== 0 || figure.unit !== "currency" || shift !== 0) return false;
  return compare(powered(abs(mention.value), -2), abs(figure.value)) > 0;
}

/**
 * Notes print amounts in the scale of the statements without saying so: a number without a scale word
 * that is about a thousandth of its table figure is in thousands.
 */
export function inThousands({ mention }: Spoken, fact: Fact | null, original: Claim | undefined): number {
  if (mention.scaled || mention.unit !== "currency") return 0;
  if (original && original.figure.unit === "currency") return original.figure.scale;
  if (!fact || fact.figure.scale === 0 || fact.figure.unit !== "currency") return 0;
  const { scale, value } = fact.figure;
  const size = abs(mention.value);
  const scaled = powered(size, scale);
  const truth = abs(value);
  return compare(scaled, powered(truth, 1)) < 0 && compare(powered(scaled, 1), truth) > 0 ? scale : 0;
}

function powered({ coefficient, exponent }: Decimal, by: number): Decimal {
  return { coefficient, exponent: exponent + by };
}
