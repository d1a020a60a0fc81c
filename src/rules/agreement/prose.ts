import { proseOf } from "../../prose/claims.ts";
import { type Computed, computedRelations, repeatedRelations } from "../../prose/derived.ts";
import { sectionRelations } from "../../prose/relations.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { credible, recordOf } from "./credible.ts";
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

const derived = `Aldermoor Limited
Fourth Quarter 2024 Financial Results

Revenues from harbour services were RMB214.6 million. Dredging bookings were RMB30.2 million, accounting for 14% of total revenues. Operating margin was -3.9%, compared with 1.4% in the same quarter of 2023.

Capital expenditures were RMB41.3 million, consisting of cranes of RMB28.9 million and berths of RMB12.4 million, compared with RMB38.6 million in the same quarter of 2023.

Our capital expenditures were RMB41.3 million, compared with RMB38.6 million in the same quarter of 2023.

CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tThree months ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues:
Harbour services\t191,482\t214,616
Total revenues\t191,482\t214,616
Operating (loss) profit\t2,704\t(8,319)
`;

const others = `Aldermoor Limited
Fourth Quarter 2024 Financial Results

Revenues from harbour services were RMB214.6 million.

Revenues from harbour services in the north were RMB97.2 million, and we expect revenues from harbour services to be RMB230 million. Dredging bookings were RMB30.2 million, accounting for approximately 20% of total revenues, and pilotage was RMB9.0 million, representing 40% of total revenues from the north.

Capital expenditures were RMB41.3 million, consisting primarily of cranes of RMB20.9 million and berths of RMB12.4 million. Operating margin of the northern harbours was 12.0%.

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
  what: 'Reads sentences that name a line, a period and a number: amounts, changes and their direction, margins, shares of a total, translations, lists with their sum, and the same statement made twice. A sentence is compared only where subject, period and currency are certain; forecasts, approximate amounts ("about", "more than"), open lists and parts of a line are left alone.',
  why: "Sentences are written by hand after the tables are done, and they are what is quoted.",
  fix: "Compare the sentence with the line named beside it. Check the period, the sign, the scale word (thousand, million) and the direction.",
  source:
    "The number as printed in the sentence, with the rounding that its last digit allows (XBRL Calculations 1.1)",
  examples: {
    passes: [
      { title: "Amounts, a change and a loss in words", filing: sound },
      { title: "A share, margins, a list of all parts, the same said twice", filing: derived },
    ],
    fails: [
      { title: "A digit changed", filing: sound.replace("RMB191.5", "RMB197.5") },
      { title: "Another direction", filing: sound.replace("increased by", "decreased by") },
      { title: "A profit called a loss", filing: sound.replace("operating profit of", "operating loss of") },
      { title: "A share of revenue", filing: derived.replace("14% of", "41% of") },
      { title: "A margin that no table prints", filing: derived.replace("-3.9%", "3.9%") },
      { title: "Parts that do not add up", filing: derived.replace("RMB28.9", "RMB29.8") },
      {
        title: "Two sentences that disagree",
        filing: derived.replace(
          "RMB38.6 million in the same quarter of 2023.\n\nOur",
          "RMB36.8 million in the same quarter of 2023.\n\nOur",
        ),
      },
    ],
    quiet: [{ title: "Parts of a line, what is expected, rounding words, open lists", filing: others }],
  },
  *check(filing) {
    const said = proseOf(filing);
    const sections = said.sections.map((section) => ({
      told: [...sectionRelations(section, filing.rates)],
      section,
    }));
    const all = sections.flatMap(({ told }) => told);
    const anyTies = all.some(({ relation }) => tiesToTable(relation));
    const isAtRate = translatesAt(
      filing,
      all.map(({ relation }) => relation),
    );
    const computed: Computed[] = [];
    const record = recordOf(all);
    for (const { told, section } of sections) {
      // Where nothing under a heading ties, the heading was misread, not the sentences mistaken. What is
      // between the numbers of a sentence alone needs no heading.
      const read = told.some(({ relation }) => tiesToTable(relation));
      const trusted = told.filter(
        ({ relation }) =>
          (read || (anyTies && isWithinText(relation))) && (isAtRate || relation.form.kind !== "translation"),
      );
      yield* withSupport(credible(trusted, record));
      if (read || computedRelations(section).flat().some(tiesToTable)) computed.push(section);
    }
    const kinds = computedRelations({
      margins: computed.flatMap(({ margins }) => margins),
      lists: computed.flatMap(({ lists }) => lists),
    });
    for (const kind of kinds) yield* withSupport(kind);
    if (anyTies) for (const pair of repeatedRelations(said)) yield* withSupport(pair);
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

function isWithinText({ result, terms }: Relation): boolean {
  return [result, ...terms].every((figure) => figure.wording !== undefined);
}
