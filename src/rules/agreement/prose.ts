import { proseOf } from "../../prose/claims.ts";
import { marginRelations, repeatedRelations } from "../../prose/derived.ts";
import type { MarginClaim } from "../../prose/claim.ts";
import { sectionRelations } from "../../prose/relations.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

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
    const said = proseOf(filing);
    const sections = said.sections.map((section) => ({
      relations: [...sectionRelations(section, filing.rate)],
      margins: section.margins,
    }));
    const anyTies = sections.some(({ relations }) => relations.some(tiesToTable));
    const margins: MarginClaim[] = [];
    for (const section of sections) {
      // Where nothing under a heading ties, the heading was misread, not the sentences mistaken. What is
      // between the numbers of a sentence alone needs no heading.
      const read = section.relations.some(tiesToTable);
      const trusted = section.relations.filter((relation) => read || (anyTies && isWithinText(relation)));
      yield* withSupport(trusted);
      if (read || marginRelations(section.margins).flat().some(tiesToTable)) margins.push(...section.margins);
    }
    for (const kind of marginRelations(margins)) yield* withSupport(kind);
    if (anyTies) for (const pair of repeatedRelations(said)) yield* withSupport(pair);
  },
});

function tiesToTable(relation: Relation): boolean {
  return !isWithinText(relation) && evaluateTie(relation) === true;
}

function isWithinText({ terms }: Relation): boolean {
  return terms.every((term) => term.wording !== undefined);
}
