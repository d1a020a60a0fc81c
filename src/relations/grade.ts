/**
 * How well a relation ties. Meeting intervals alone is too generous: for n addends the slack grows as
 * (n+1)/2 units while honest rounding noise grows as sqrt((n+1)/12) (the variance of a uniform rounding
 * error is u²/12). So a difference inside the slack but beyond three standard deviations is `strained`.
 */
import { abs, isZero, roundTo, toNumber } from "../money/decimal.ts";
import { meet } from "../money/interval.ts";
import type { Grade } from "../report/report.ts";
import type { Relation } from "./relation.ts";
import { differenceOf, type Expected, intervalOf, type Readings, valueOf } from "./evaluate.ts";

export type Tie = Extract<Grade, "exact" | "rounding" | "strained" | "broken">;

const deviations = 3;

/**
 * How far a subtotal that was added up from translated parts may be from its own translation, in units:
 * three standard deviations of a sum of twelve lines, each rounded on its own.
 */
export const mostUnitsAddedUp = 3n;

export function grade(relation: Relation, expected: Expected, readings: Readings): Tie {
  const difference = differenceOf(relation, expected, readings);
  if (isZero(difference)) return "exact";
  const printed = valueOf(relation.result, readings);
  if (relation.form.kind !== "linear") {
    // A quotient is exact when it prints as it is printed.
    const rounded = roundTo(expected.value, printed.exponent);
    if (rounded.coefficient === printed.coefficient) return "exact";
    return meet(expected, intervalOf(relation.result, readings)) ? "rounding" : "broken";
  }
  if (!meet(expected, intervalOf(relation.result, readings))) return "broken";
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

/** One fact printed twice to the same digit leaves rounding nothing to explain. */
function sameUnit(relation: Relation, readings: Readings): boolean {
  const exponents = [relation.result, ...relation.terms].map((figure) => valueOf(figure, readings).exponent);
  return exponents.every((exponent) => exponent === exponents[0]);
}
