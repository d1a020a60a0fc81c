import { noReadings } from "./evaluate.ts";
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
