import { sectionRelations } from "../../prose/relations.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

export const prose = defineRule({
  name: "prose",
  summary: "What a sentence says is what the tables print: amounts, changes, margins, translations",
  why: "Sentences are written by hand after the tables are done, and they are what is quoted.",
  fix: "Compare the sentence with the line named beside it; check period, sign, scale word and direction.",
  source: "Rounding interval of the number as printed in the sentence",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    for (const section of filing.prose.sections) {
      const relations = [...sectionRelations(section, filing.rate)];
      // Where nothing under a heading ties, the heading was misread, not the sentences mistaken.
      if (!relations.some((relation) => evaluateTie(relation) === true)) continue;
      yield* withSupport(relations);
    }
  },
});
