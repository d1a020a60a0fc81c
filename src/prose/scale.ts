/** In what an amount stands that names no scale, or whose table names none. */
import { abs, compare, type Decimal, subtract } from "../money/decimal.ts";
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
  return isNear(powered(abs(mention.value), scale), abs(value)) ? scale : 0;
}

/** The same of a change between two figures of a table. */
export function changeInThousands(
  { mention }: Spoken,
  [now, base]: readonly [Fact | null, Fact | null],
): number {
  if (mention.scaled || mention.unit !== "currency" || !now || !base) return 0;
  const [{ scale, unit, value }, other] = [now.figure, base.figure];
  if (scale === 0 || other.scale !== scale || unit !== "currency" || other.unit !== unit) return 0;
  const change = abs(subtract(abs(value), abs(other.value)));
  return isNear(powered(abs(mention.value), scale), change) ? scale : 0;
}

/** Less than ten times as much, and more than a tenth. */
function isNear(size: Decimal, truth: Decimal): boolean {
  return compare(size, powered(truth, 1)) < 0 && compare(powered(size, 1), truth) > 0;
}

function powered({ coefficient, exponent }: Decimal, by: number): Decimal {
  return { coefficient, exponent: exponent + by };
}
