/**
 * How well a relation ties. Meeting intervals alone is too generous: for n addends the slack grows as
 * (n+1)/2 units while honest rounding noise grows as sqrt((n+1)/12) (the variance of a uniform rounding
 * error is u²/12). So a difference inside the slack but beyond three standard deviations is `strained`.
 */
import { abs, compare, type Decimal, isZero, roundTo, toNumber } from "../money/decimal.ts";
import { meet } from "../money/interval.ts";
import type { Relation } from "./relation.ts";
import {
  differenceOf,
  type Expected,
  expectedResult,
  intervalOf,
  quotientOf,
  type Readings,
  valueOf,
} from "./evaluate.ts";

/** How well a relation of readable figures ties; the grades of a report, but for those of damage and absence. */
export type Tie = "exact" | "rounding" | "strained" | "broken";

const deviations = 3;

/**
 * How far a subtotal that was added up from translated parts may be from its own translation, in units:
 * three standard deviations of a sum of twelve lines, each rounded on its own.
 */
export const mostUnitsAddedUp = 3n;

/**
 * The grade of a relation, or undefined where it says nothing. What most relations are is tried first:
 * sums of whole numbers of one unit, and quotients that print as they are printed.
 */
export function tieOf(relation: Relation, readings: Readings): Tie | undefined {
  if (readings.size === 0) {
    const quick = relation.form.kind === "linear" ? wholeNumbers(relation) : printsTheSame(relation);
    if (quick !== undefined) return quick;
  }
  const expected = expectedResult(relation, readings);
  return expected && grade(relation, expected, readings);
}

/** Linear relations whose figures are safe integers of one unit: no wide arithmetic is needed. */
function wholeNumbers(relation: Relation): Tie | undefined {
  const { form, result, terms } = relation;
  if (form.kind !== "linear") return undefined;
  const { exponent } = result.value;
  let sum = 0;
  let printed = result.nil ? 0 : 1;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i];
    if (!term || (!term.nil && term.value.exponent !== exponent)) return undefined;
    if (term.nil) continue;
    printed++;
    sum += form.weights[i] === -1 ? -term.units : term.units;
  }
  const difference = Math.abs(result.units - sum);
  if (!Number.isSafeInteger(difference)) return undefined;
  if (difference === 0) return "exact";
  if (difference * 2 > printed) {
    const isOpen = roundNumbers(relation, difference) || (difference <= printed && areChanges(relation));
    return isOpen ? "strained" : "broken";
  }
  // A sentence takes its number from the table; between two tables either may be rounded anew.
  if (relation.sameFact) return relation.belief.wording ? "broken" : "strained";
  return difference <= Math.max(1, deviations * Math.sqrt(printed / 12)) * (1 + 1e-9)
    ? "rounding"
    : "strained";
}

/**
 * A change is the difference of two rounded amounts, or of the unrounded ones: a unit each way, not half.
 * A column of no period may be one of changes.
 */
function areChanges({ result, terms, belief }: Relation): boolean {
  return [result, ...terms].every(
    ({ column }) => column.role === "change" || (belief.identity && column.period === null),
  );
}

/** Fewer figures may all be round by accident. */
const fewestRound = 3;

/**
 * Whether every figure, the difference too, is a multiple of a hundred or more, and the difference within
 * rounding to it: amounts printed in full that were rounded before.
 */
function roundNumbers({ result, terms }: Relation, difference: number): boolean {
  const printed = [result, ...terms].filter((figure) => !figure.nil).length;
  if (printed < fewestRound) return false;
  const isMultiple = (step: number): boolean =>
    difference % step === 0 && [result, ...terms].every((figure) => figure.nil || figure.units % step === 0);
  let step = 100;
  if (!isMultiple(step)) return false;
  while (isMultiple(step * 10)) step *= 10;
  return (difference / step) * 2 <= printed;
}

/** A quotient that rounds to what is printed needs no intervals. */
function printsTheSame(relation: Relation): Tie | undefined {
  const { value } = relation.result;
  const nominal = quotientOf(relation, value.exponent);
  return nominal && compare(nominal, value) === 0 ? "exact" : undefined;
}

export function grade(relation: Relation, expected: Expected, readings: Readings): Tie {
  const difference = differenceOf(relation, expected, readings);
  if (isZero(difference)) return "exact";
  const printed = valueOf(relation.result, readings);
  if (relation.form.kind !== "linear") {
    // A quotient is exact when it prints as it is printed.
    const rounded = roundTo(expected.value, printed.exponent);
    if (rounded.coefficient === printed.coefficient) return "exact";
    if (meet(expected, intervalOf(relation.result, readings))) return "rounding";
    return relation.result.unit === "percent" && roundedTwice(expected.value, printed)
      ? "rounding"
      : "broken";
  }
  if (!meet(expected, intervalOf(relation.result, readings))) {
    const off = sameUnit(relation, readings)
      ? toNumber(abs(difference)) / 10 ** printed.exponent
      : Number.NaN;
    return roundNumbers(relation, Math.round(off)) ? "strained" : "broken";
  }
  if (relation.sameFact && sameUnit(relation, readings)) {
    // A sentence takes its number from the table; between two tables either may be rounded anew.
    return relation.belief.wording ? "broken" : "strained";
  }
  if (relation.sameFact) return "rounding";
  const figures = [relation.result, ...relation.terms].filter((figure) => !figure.nil);
  const variance = figures.reduce(
    (sum, figure) => sum + 10 ** (2 * valueOf(figure, readings).exponent) / 12,
    0,
  );
  const unit = Math.max(...figures.map((figure) => 10 ** valueOf(figure, readings).exponent));
  return toNumber(abs(difference)) <= Math.max(unit, deviations * Math.sqrt(variance)) * (1 + 1e-9)
    ? "rounding"
    : "strained";
}

/** -7.53% becomes -7.5%, and that -7% or -8%: rounded to a digit more first, a half may go either way. */
function roundedTwice(value: Decimal, printed: Decimal): boolean {
  const first = roundTo(value, printed.exponent - 1);
  const off = first.coefficient - printed.coefficient * 10n;
  return off === 5n || off === -5n;
}

/** One fact printed twice to the same digit leaves rounding nothing to explain. */
function sameUnit(relation: Relation, readings: Readings): boolean {
  const exponents = [relation.result, ...relation.terms].map((figure) => valueOf(figure, readings).exponent);
  return exponents.every((exponent) => exponent === exponents[0]);
}
