import type { Relation } from "./relation.ts";
import { expectedResult, noReadings, tiesToTheDigit } from "./evaluate.ts";
import { grade } from "./grade.ts";

/** true: ties as printed · false: broken · null: cannot be tried (a damaged cell, a division by zero). */
export function evaluateTie(relation: Relation): boolean | null {
  if (relation.result.damage || relation.terms.some((term) => term.damage)) return null;
  if (tiesToTheDigit(relation, noReadings)) return true;
  const expected = expectedResult(relation, noReadings);
  if (!expected) return null;
  return grade(relation, expected, noReadings) !== "broken";
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
