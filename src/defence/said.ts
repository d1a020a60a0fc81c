/** What the readings of sentences share: a number of a sentence that breaks against one cell of a table. */
import { abs, compare, type Decimal, roundTo } from "../money/decimal.ts";
import { digits } from "../prose/mistyped.ts";
import type { Relation } from "../relations/relation.ts";
import { type Column, type Figure, periodKey } from "../tables/table.ts";

export interface Said {
  /** The number of the sentence; its row's caption is what the sentence speaks of. */
  readonly said: Figure;
  /** The figure that it was held against. */
  readonly cell: Figure;
}

/** null for any other kind of break. */
export function saidOf({ rule, form, result, terms }: Relation): Said | null {
  const [cell] = terms;
  if (rule !== "prose" || form.kind !== "linear" || !cell || terms.length > 1) return null;
  return result.wording && !cell.wording ? { said: result, cell } : null;
}

/** Whether the number is that amount to its own last digit, whatever its sign. */
export function prints({ value }: Figure, amount: Decimal): boolean {
  return compare(abs(roundTo(amount, value.exponent)), abs(value)) === 0;
}

/** A shorter number is somewhere by chance. */
const fewestDigits = 3;

/** Whether it is no chance that the amount stands in another place: its digits without the zeros behind them. */
export function isTelling({ coefficient }: Decimal): boolean {
  return digits(coefficient).replace(/0+$/, "").length >= fewestDigits;
}

/** The same period, or the day on which it ends. */
export function isSamePeriod({ period }: Column, { period: other }: Column): boolean {
  return (
    period !== null && other !== null && (periodKey(period) === periodKey(other) || isEndOf(period, other))
  );
}

function isEndOf(a: NonNullable<Column["period"]>, b: NonNullable<Column["period"]>): boolean {
  return a.kind !== b.kind && a.end === b.end;
}

/** Words that name no line of their own. */
const general =
  /^(?:the|our|its|and|for|from|with|total|net|other|all|company|group|end|ended|ending|beginning|period|year|quarter)$/;

/** The words of a name that tell one line from another, in the singular. */
export function wordsOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return new Set(
    words.filter((word) => !general.test(word)).map((word) => word.replace(/ies$/, "y").replace(/s$/, "")),
  );
}

/** Whether one name has all the words of the other, and there are any. */
export function holds(name: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return other.size > 0 && [...other].every((word) => name.has(word));
}
