import { abs, add, compare, type Decimal, zero } from "../../money/decimal.ts";
import { type Mention, mentionsIn } from "../../prose/mention.ts";
import { type Passage, printAt, readPassages, sentencesOf } from "../../prose/passage.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Figure } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { isTelling } from "../said.ts";
import type { Scene } from "../scene.ts";

const twoSentences = `Aldermoor Limited
Fiscal Year 2024 Financial Results

Revenue was RMB160.9 million in 2024, compared with RMB145.4 million in 2023.

The costs of the offering in 2024 were RMB6,951,081, consisting of fees of RMB1,235,000, deferred fees of RMB4,322,500 and printing of RMB597,334. In addition, shares of RMB776,815 and an option of RMB19,432 were issued as costs.

Statements of operations (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenue\t145,377\t160,942
`;

const digit = twoSentences.replace("RMB6,951,081", "RMB6,154,834").replace("RMB597,334", "RMB957,334");

/** A sum between numbers of sentences alone. */
function isSumOfText({ rule, form, result, terms }: Relation): boolean {
  return (
    rule === "prose" &&
    form.kind === "linear" &&
    terms.length > 1 &&
    [result, ...terms].every(({ wording }) => wording !== undefined)
  );
}

/** A number of the paragraph, in the scale of the sum. */
interface Beside {
  readonly print: string;
  readonly value: Decimal;
}

const placeKey = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `${line}:${column}`;

/** Amounts of the paragraph in which the sum stands that are no part of it; empty where it is not found. */
function amountsBeside({ result, terms }: Relation, scene: Scene): readonly Beside[] {
  const own = new Set([result, ...terms].map(({ place }) => placeKey(place)));
  for (const passage of readPassages(scene.filing.document)) {
    const amounts = placedIn(passage);
    const whole = amounts.get(placeKey(result.place));
    if (!whole) continue;
    const { scale, scaled } = whole.mention;
    return [...amounts].flatMap(([key, { mention, raw }]) =>
      own.has(key) || mention.unit !== "currency" || mention.scaled !== scaled
        ? []
        : [{ print: `${mention.before}${raw}`, value: shifted(mention, result.scale - scale) }],
    );
  }
  return [];
}

/** A number of a paragraph, as printed. */
interface Placed {
  readonly mention: Mention;
  readonly raw: string;
}

function placedIn(passage: Passage): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const sentence of sentencesOf(passage)) {
    for (const mention of mentionsIn(sentence.text)) {
      const { raw, place } = printAt(sentence, mention);
      found.set(placeKey(place), { mention, raw });
    }
  }
  return found;
}

function shifted({ value }: Mention, by: number): Decimal {
  return { coefficient: value.coefficient, exponent: value.exponent + by };
}

/** Numbers told one after the other that may be the rest. */
const longestRun = 3;

function runOf(amounts: readonly Beside[], rest: Decimal): readonly Beside[] | null {
  for (let start = 0; start < amounts.length; start++) {
    let sum = zero;
    for (let end = start; end < Math.min(start + longestRun, amounts.length); end++) {
      sum = add(sum, amounts[end]?.value ?? zero);
      if (compare(abs(sum), rest) === 0) return amounts.slice(start, end + 1);
    }
  }
  return null;
}

export const restToldBeside = defineReading({
  name: "rest-told-beside",
  summary: "What is missing from a list of parts is mentioned in the same paragraph",
  what: "Looks in the paragraph of a sentence that divides an amount into parts for one, two or three amounts, mentioned one after the other, that together are the difference to the unit. A difference of one or two digits is mentioned somewhere by chance and clears nothing.",
  examples: {
    cleared: [{ title: "Two more costs in the next sentence", filing: twoSentences }],
    stands: [{ title: "Two digits of a part transposed", filing: digit }],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    if (!difference || !isSumOfText(relation) || !isTelling(difference)) return null;
    const rest = runOf(amountsBeside(relation, scene), abs(difference));
    if (!rest) return null;
    const figures: readonly Figure[] = [relation.result, ...relation.terms];
    return {
      sentence: `its paragraph tells of ${rest.map(({ print }) => print).join(" and ")} as well`,
      figures,
    };
  },
});
