import { sectionRelations } from "../../prose/relations.ts";
import type { Relation } from "../../relations/relation.ts";
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
    const sections = filing.prose.sections.map((section) => [...sectionRelations(section, filing.rate)]);
    const anyTies = sections.some((relations) => relations.some(tiesToTable));
    for (const relations of sections) {
      // Where nothing under a heading ties, the heading was misread, not the sentences mistaken. What is
      // between the numbers of a sentence alone needs no heading.
      const read = relations.some(tiesToTable);
      const trusted = relations.filter((relation) => read || (anyTies && isWithinText(relation)));
      yield* withSupport(trusted);
    }
  },
});

function tiesToTable(relation: Relation): boolean {
  return !isWithinText(relation) && evaluateTie(relation) === true;
}

function isWithinText({ terms }: Relation): boolean {
  return terms.every((term) => term.wording !== undefined);
}
