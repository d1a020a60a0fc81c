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
