import { toNumber } from "../money/decimal.ts";
import { differenceOf, expectedResult, noReadings } from "./evaluate.ts";
import { type Tie, tieOf } from "./grade.ts";
import type { Relation, RelationMemo } from "./relation.ts";

/** The grade of a relation as printed; null when a damaged cell or a division by zero leaves none. */
export function printedTie(relation: Relation): Tie | null {
  const memo = memoOf(relation);
  if (memo.tie !== undefined) return memo.tie;
  const damaged = relation.result.damage !== null || relation.terms.some((term) => term.damage !== null);
  memo.tie = damaged ? null : (tieOf(relation, noReadings) ?? null);
  return memo.tie;
}

/**
 * What is computed once of a relation: rules ask before they yield it, and the verdict asks again. A copy
 * that differs only in its name or belief shares it.
 */
export function memoOf(relation: Relation): RelationMemo {
  const own = relation as { memo?: RelationMemo };
  own.memo ??= {};
  return own.memo;
}

/** true: ties as printed · false: broken · null: cannot be tried. */
export function evaluateTie(relation: Relation): boolean | null {
  const tie = printedTie(relation);
  return tie === null ? null : tie !== "broken";
}

/** In how many of the relations the figures tie as printed. */
export function countTies(relations: readonly Relation[]): number {
  return relations.filter((relation) => evaluateTie(relation) === true).length;
}

/** How far the printed results are from the recomputed ones, all together. */
function distance(relations: readonly Relation[]): number {
  let sum = 0;
  for (const relation of relations) {
    const expected = expectedResult(relation, noReadings);
    if (expected) sum += Math.abs(toNumber(differenceOf(relation, expected, noReadings)));
  }
  return sum;
}

/**
 * Of several signings of the same lines the one that ties most often. Where none ties, the one that comes
 * nearest: a slip seldom moves a total as far as the wrong sign of a whole line does.
 */
export function bestSigned(ways: readonly (readonly Relation[])[]): readonly Relation[] {
  const best = mostTied(ways);
  if (countTies(best) > 0) return best;
  return ways.reduce((nearest, way) => (distance(way) < distance(nearest) ? way : nearest), best);
}

/** Of several ways to read the same lines the one that ties most often; the first of equals. */
export function mostTied(ways: readonly (readonly Relation[])[]): readonly Relation[] {
  let best: readonly Relation[] = [];
  let most = -1;
  for (const way of ways) {
    const ties = countTies(way);
    if (ties > most) [best, most] = [way, ties];
  }
  return best;
}
