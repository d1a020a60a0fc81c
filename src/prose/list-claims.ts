/** The parts that a sentence divides an amount into, as claims. */
import type { Claim, ListClaim } from "./claim.ts";
import type { ClaimTable } from "./claim-table.ts";
import { listIn } from "./lists.ts";
import { placeAt, printAt, type Sentence } from "./passage.ts";
import type { Spoken } from "./statement.ts";

/** `told`: what the sentence was found to say. New claims are of parts; others were told already. */
export function listClaim(
  sentence: Sentence,
  told: ReadonlyMap<Spoken, Claim>,
  into: ClaimTable,
): ListClaim | null {
  const list = told.size > 0 ? listIn(sentence.text) : null;
  if (!list) return null;
  const before = [...told].filter(([{ mention, said }]) => mention.at < list.at && said !== "translation");
  const [spoken, whole] = before.at(-1) ?? [];
  if (!spoken || !whole || spoken.said !== "figure" || spoken.reason !== "") return null;
  const { unit, currency, scaled, scale } = spoken.mention;
  const alike = list.parts.every(
    ({ mention }) => mention.unit === unit && mention.currency === currency && mention.scaled === scaled,
  );
  if (!alike) return null;
  // Amounts of notes are in thousands without saying so.
  const shift = scaled ? 0 : whole.figure.scale - scale;
  const read = new Map([...told].map(([{ mention }, claim]) => [mention.numberAt, claim]));
  const { line } = placeAt(sentence.passage, sentence.at, sentence.at);
  const parts = list.parts.map(({ name, mention }): Claim => {
    const known = read.get(mention.numberAt);
    if (known) return known;
    const figure = into.add(into.row(name, line), {
      ...printAt(sentence, mention),
      value: { coefficient: mention.value.coefficient, exponent: mention.value.exponent + shift },
      unit: whole.figure.unit,
      scale: mention.scale + shift,
      period: whole.period,
      currency: whole.figure.column.currency,
      wording: { before: mention.before, after: mention.after, signInWords: false },
    });
    return { figure, subject: name, said: "part", period: whole.period, fact: null, reason: "" };
  });
  return { whole, parts };
}
