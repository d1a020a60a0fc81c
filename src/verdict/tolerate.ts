/** Breaks that a stated tolerance accepts: they tie, for the reason given with it. */
import { abs, compare, type Decimal, decimal } from "../money/decimal.ts";
import { isAmong, type Tolerance } from "../rules/policy.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged, Verdicts } from "./judge.ts";

export function tolerate(verdicts: Verdicts, tolerances: readonly Tolerance[]): Verdicts {
  if (tolerances.length === 0) return verdicts;
  return { ...verdicts, judged: verdicts.judged.map((item) => tolerateOne(item, tolerances)) };
}

function tolerateOne(item: Judged, tolerances: readonly Tolerance[]): Judged {
  const { relation, status, difference } = item;
  if ((status !== "fail" && status !== "warn") || !difference) return item;
  const found = tolerances.find(
    (tolerance) =>
      tolerance.rule === relation.rule &&
      (tolerance.only === null || isAmong(relation.result, tolerance.only)) &&
      compare(abs(difference), mostOf(tolerance, relation.result)) <= 0,
  );
  return found ? { ...item, status: "pass", grade: "rounding", tolerated: found.reason } : item;
}

function mostOf({ amount, units }: Tolerance, result: Figure): Decimal {
  return amount ?? decimal(units ?? 0n, result.value.exponent);
}
