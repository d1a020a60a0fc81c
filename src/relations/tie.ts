import { noReadings } from "./evaluate.ts";
import { type Tie, tieOf } from "./grade.ts";
import type { Relation } from "./relation.ts";

/** Grades as printed, kept: rules ask before they yield a relation, and the verdict asks again. */
const known = new WeakMap<Relation, Tie | null>();

/** The grade of a relation as printed; null when a damaged cell or a division by zero leaves none. */
export function printedTie(relation: Relation): Tie | null {
  const found = known.get(relation);
  if (found !== undefined) return found;
  const damaged = relation.result.damage !== null || relation.terms.some((term) => term.damage !== null);
  const tie = damaged ? null : (tieOf(relation, noReadings) ?? null);
  known.set(relation, tie);
  return tie;
}

/** A copy that differs in what does not touch its figures keeps its grade. */
export function copyOf(relation: Relation, changed: Partial<Pick<Relation, "rule" | "belief">>): Relation {
  const copy = { ...relation, ...changed };
  const tie = known.get(relation);
  if (tie !== undefined) known.set(copy, tie);
  return copy;
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
