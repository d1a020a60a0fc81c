import { defineRule } from "../rule.ts";
import { repeatsOf, repeatRelations } from "./repeats.ts";

export const sameFigure = defineRule({
  name: "same-figure",
  summary: "One fact printed in two tables is the same in both",
  why: "Readers compare tables; two values for one fact mean that one of them was not updated.",
  fix: "Find out which of the two is right and correct the other.",
  source: "Internal consistency (tie-out) of a filing",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    for (const repeat of repeatsOf(filing)) {
      if (!isAdjustment(repeat.repeat.section)) yield* repeatRelations("same-figure", filing, repeat);
    }
  },
});

/** Whether a row stands among the adjustments of a reconciliation. */
export function isAdjustment(section: readonly string[]): boolean {
  return /\b(?:adjust|reconcil|add(?:ing)? back|excluding)/i.test(section.at(-1) ?? "");
}
