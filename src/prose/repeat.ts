/** A claim against the table figure that it repeats. */
import { compare, type Decimal, negate, sign } from "../money/decimal.ts";
import { meet, point, printedInterval } from "../money/interval.ts";
import { readable } from "../tables/table.ts";
import type { Fact } from "./facts.ts";

/** Whether the claim says the figure or its opposite: the sign that the table gives an expense is no fact. */
export function weightOf(claim: Decimal, printedMinus: boolean, { figure, row, convention }: Fact): 1 | -1 {
  if (convention === "as-printed") return 1;
  if (convention === "reversed") return -1;
  if (printedMinus) {
    const others = row.figures
      .filter(readable)
      .filter(
        (other) => !other.nil && other.column.role === figure.column.role && other.unit === figure.unit,
      );
    if (others.every((other) => sign(other.value) > 0)) return 1;
  }
  return sign(claim) * sign(figure.value) < 0 ? -1 : 1;
}

/**
 * Whether a value is what the table prints, to its own precision. Of two numbers rounded to one unit that are
 * not equal no amount is both: their intervals touch only where one is rounded up and the other down.
 */
export function agrees(value: Decimal, mention: { readonly value: Decimal }, fact: Fact): boolean {
  const { figure } = fact;
  const weight = weightOf(value, sign(mention.value) < 0, fact);
  const said = weight < 0 ? negate(value) : value;
  if (said.exponent === figure.value.exponent) return compare(said, figure.value) === 0;
  const table = figure.nil ? point(figure.value) : printedInterval(figure.value);
  return meet(printedInterval(said), table);
}
