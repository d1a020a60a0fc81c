/**
 * Breaks of the size of rounding: a sum one or two units out, a quotient that prints one unit off. Results of
 * a quarter per share are often those of the year to date less the quarters before, percentages were made to add
 * up to 100.0, and sums of rounded amounts were not made to add up. A warning says so; it is not a failure,
 * unless something else confirms it.
 */
import { abs, compare, type Decimal, decimal, roundTo, subtract, toPlain } from "../money/decimal.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "./judge.ts";

const mostUnits = 2n;
/** The cents of a few results per share leave less: two of them swapped are two cents out. */
const mostPerShare = 1n;
/** A result and two lines: of fewer rounding leaves less. */
const fewestParts = 3;

export function softenNearly(judged: readonly Judged[]): readonly Judged[] {
  if (!judged.some((item) => item.status === "fail" && isNearly(item))) return judged;
  const byFigure = new Map<Figure, Judged[]>();
  for (const item of judged) {
    if (item.status !== "fail" && item.status !== "warn") continue;
    for (const figure of [item.relation.result, ...item.relation.terms]) {
      const own = byFigure.get(figure);
      if (own) own.push(item);
      else byFigure.set(figure, [item]);
    }
  }
  return judged.map((item) =>
    item.status === "fail" && isNearly(item) && !isConfirmed(item, byFigure)
      ? { ...item, status: "warn", grade: "strained" }
      : item,
  );
}

function isNearly({ relation, expected, difference }: Judged): boolean {
  const { form, result, terms } = relation;
  if (!expected || !difference || result.wording || relation.sameFact) return false;
  const parts = [result, ...terms].filter(({ nil }) => !nil);
  if (form.kind === "linear") {
    const unit = Math.max(...parts.map(({ value }) => value.exponent));
    return (
      parts.length >= fewestParts &&
      isWithin(difference, decimal(result.unit === "per-share" ? mostPerShare : mostUnits, unit))
    );
  }
  // In the other currency a result per share is worked out anew, and an amount is translated.
  if (form.kind === "direction" || (form.kind === "translation" && result.unit !== "per-share")) return false;
  if (result.unit !== "per-share" && result.unit !== "percent") return false;
  const { exponent } = result.value;
  return isWithin(subtract(result.value, roundTo(expected.value, exponent)), decimal(1n, exponent));
}

function isWithin(difference: Decimal, most: Decimal): boolean {
  return compare(abs(difference), most) <= 0;
}

/**
 * Another break takes a figure of it. Among sums it must be out by as much: two lines of one total are no
 * more out than their rounding.
 */
function isConfirmed(item: Judged, byFigure: ReadonlyMap<Figure, readonly Judged[]>): boolean {
  const size = ({ difference }: Judged): string | null => (difference && toPlain(abs(difference))) || null;
  const isSum = item.relation.form.kind === "linear";
  return [item.relation.result, ...item.relation.terms].some((figure) =>
    byFigure
      .get(figure)
      ?.some((other) => other !== item && (!isSum || !isNearly(other) || size(other) === size(item))),
  );
}
