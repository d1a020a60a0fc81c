/** Figures that a quotient can be made of. */
import { toNumber } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { type Figure, readable } from "../../tables/table.ts";

/** What heads a column of changes. */
export const changeWords = /\b(?:changes?|chg|variance|increase|decrease|growth)\b|y-?o-?y|\bvs\b/i;

/** Whether the figure can be computed with, and is not zero. */
export function isTold(figure: Figure | undefined): figure is Figure {
  return readable(figure) && !figure.nil && figure.value.coefficient !== 0n;
}

/** By how many powers of ten a quotient is narrower than itself; -1 where it does not tie. */
export function powersOf(result: Figure, nominal: number, over: Figure, under: Figure, scale = 0): number {
  // A change is one less than the quotient of the two amounts.
  const quotient = (toNumber(over.value) / toNumber(under.value)) * 10 ** scale;
  const slack = halfOf(result) + Math.abs(quotient) * (openness(over) + openness(under));
  if (Math.abs(nominal - toNumber(result.value)) > slack * (1 + 1e-9)) return -1;
  return Math.max(0, Math.log10(Math.abs(nominal) / slack));
}

/**
 * Whether a quotient breaks by what is no error of a figure: its sign alone is off where one of the amounts is
 * negative, or a unit of the last digit of one of them settles it.
 */
export function isOpen(relation: Relation): boolean {
  if (evaluateTie(relation) !== false) return false;
  const { result, terms } = relation;
  const isTied = (own: Partial<Relation>): boolean => evaluateTie({ ...relation, ...own, memo: {} }) === true;
  const negative = terms.some(({ value }) => value.coefficient < 0n);
  if (negative && isTied({ result: moved(result, -2n * result.value.coefficient) })) return true;
  return terms.some((term, i) => [1n, -1n].some((by) => isTied({ terms: terms.with(i, moved(term, by)) })));
}

function moved(figure: Figure, by: bigint): Figure {
  const coefficient = figure.value.coefficient + by;
  return { ...figure, value: { ...figure.value, coefficient }, units: Number(coefficient) };
}

/** Half a unit of the last digit beside the figure. */
function openness(figure: Figure): number {
  return halfOf(figure) / Math.abs(toNumber(figure.value));
}

function halfOf({ value }: Figure): number {
  return 10 ** value.exponent / 2;
}
