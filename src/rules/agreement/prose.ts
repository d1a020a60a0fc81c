import { sectionRelations } from "../../prose/relations.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { translation } from "./translation.ts";

const sound = `Aldermoor Limited
Fourth Quarter 2024 Financial Results

Revenues from harbour services were RMB214.6 million, increased by 12.1% from RMB191.5 million in the same quarter of 2023.

Operating loss was RMB8.3 million, compared with operating profit of RMB2.7 million in the same quarter of 2023.

CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tThree months ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues:
Harbour services\t191,482\t214,616
Operating (loss) profit\t2,704\t(8,319)
`;

const others = `Aldermoor Limited
Fourth Quarter 2024 Financial Results

Revenues from harbour services were RMB214.6 million.

Revenues from harbour services in the north were RMB97.2 million, and we expect revenues from harbour services to be RMB230 million.

CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tThree months ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues:
Harbour services\t191,482\t214,616
Operating (loss) profit\t2,704\t(8,319)
`;

export const prose = defineRule({
  name: "prose",
  summary: "What a sentence says is what the tables print: amounts, changes, margins, translations",
  why: "Sentences are written by hand after the tables are done, and they are what is quoted.",
  fix: "Compare the sentence with the line named beside it; check period, sign, scale word and direction.",
  source: "Rounding interval of the number as printed in the sentence",
  examples: {
    passes: [{ title: "Amounts, a change and a loss in words", filing: sound }],
    fails: [
      { title: "A digit changed", filing: sound.replace("RMB191.5", "RMB197.5") },
      { title: "Another direction", filing: sound.replace("increased by", "decreased by") },
      { title: "A profit called a loss", filing: sound.replace("operating profit of", "operating loss of") },
    ],
    quiet: [{ title: "Parts of a line, and what is expected", filing: others }],
  },
  *check(filing) {
    const sections = filing.prose.sections.map((section) => [...sectionRelations(section, filing.rate)]);
    const anyTies = sections.some((relations) => relations.some(tiesToTable));
    const isAtRate = translatesAt(filing, sections.flat());
    for (const relations of sections) {
      // Where nothing under a heading ties, the heading was misread, not the sentences mistaken. What is
      // between the numbers of a sentence alone needs no heading.
      const read = relations.some(tiesToTable);
      const trusted = relations.filter(
        (relation) =>
          (read || (anyTies && isWithinText(relation))) && (isAtRate || relation.form.kind !== "translation"),
      );
      yield* withSupport(trusted);
    }
  },
});

/** Where most sentences are at another rate than the one that was read, and no table is at it, it is not theirs. */
function translatesAt(filing: Filing, relations: readonly Relation[]): boolean {
  const ties = relations.filter(({ form }) => form.kind === "translation").map(evaluateTie);
  const breaks = ties.filter((tie) => tie === false).length;
  if (breaks <= ties.length - breaks) return true;
  return [...translation.check(filing)].length > 0;
}

function tiesToTable(relation: Relation): boolean {
  return !isWithinText(relation) && evaluateTie(relation) === true;
}

function isWithinText({ terms }: Relation): boolean {
  return terms.every((term) => term.wording !== undefined);
}
