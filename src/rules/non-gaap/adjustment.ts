import { repeatsOf, repeatRelations } from "../agreement/repeats.ts";
import { isAdjustment } from "../agreement/same-figure.ts";
import { defineRule } from "../rule.ts";

export const adjustment = defineRule({
  name: "adjustment",
  summary: "An adjustment that repeats a line of the statements agrees with it up to sign",
  why: "An adjustment takes a line of the statements out; a different amount takes out something else.",
  fix: "Compare the adjustment with the line of the income statement in the same column, sign turned.",
  source: "SEC Regulation G, 17 CFR 244.100(a)(2)",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    for (const repeat of repeatsOf(filing)) {
      if (isAdjustment(repeat.repeat.section)) yield* repeatRelations("adjustment", filing, repeat);
    }
  },
});
