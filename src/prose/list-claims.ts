/** The parts that a sentence divides an amount or a line of a table into, as claims. */
import type { Period } from "../tables/table.ts";
import type { Claim, ListClaim } from "./claim.ts";
import type { ClaimTable } from "./claim-table.ts";
import type { Fact, Facts } from "./facts.ts";
import { listIn, type PartList } from "./lists.ts";
import { placeAt, printAt, type Sentence } from "./passage.ts";
import type { Spoken } from "./statement.ts";
import { subjectKey } from "./subject.ts";
import { clauseOf } from "./subject-words.ts";
import { type Setting, whenAtStart, whensIn } from "./when.ts";

/** What a list is read beside. */
export interface Beside {
  readonly setting: Setting;
  readonly facts: Facts;
  readonly into: ClaimTable;
  /** The count of the sentence. */
  readonly sentences: number;
}

/** What is divided, and how its amount is printed. */
interface Divided {
  readonly whole: Claim | Fact;
  readonly period: Period | null;
  /** Power of ten of amounts that name no scale. */
  readonly shift: number;
}

/** `told`: what the sentence was found to say. New claims are of parts; others were told already. */
export function listClaim(
  sentence: Sentence,
  told: ReadonlyMap<Spoken, Claim>,
  beside: Beside,
): ListClaim | null {
  const list = listIn(sentence.text);
  if (!list) return null;
  const before = [...told].filter(([{ mention, said }]) => mention.at < list.at && said !== "translation");
  const [spoken, claim] = before.at(-1) ?? [];
  const divided = spoken && claim ? amount(list, spoken, claim) : line(sentence, list, beside);
  if (!divided) return null;
  const { whole, period, shift } = divided;
  const read = new Map([...told].map(([{ mention }, own]) => [mention.numberAt, own]));
  const { line: at } = placeAt(sentence.passage, sentence.at, sentence.at);
  const parts = list.parts.map(({ name, mention }): Claim => {
    const known = read.get(mention.numberAt);
    const power = mention.scaled ? 0 : shift;
    // Amounts that name no scale are all in one: a part that its own line was found for is in no other than the rest.
    if (known && known.figure.scale === mention.scale + power) {
      return known.subject === "" ? { ...known, subject: name } : known;
    }
    const figure = beside.into.add(beside.into.row(name, at), {
      ...printAt(sentence, mention),
      value: { coefficient: mention.value.coefficient, exponent: mention.value.exponent + power },
      unit: whole.figure.unit,
      scale: mention.scale + power,
      period,
      currency: whole.figure.column.currency,
      wording: { before: mention.before, after: mention.after, signInWords: false },
    });
    return {
      figure,
      subject: name,
      said: "part",
      period,
      fact: null,
      reason: "",
      standing: "alone",
      dated: false,
      sentence: beside.sentences,
    };
  });
  return { whole, parts };
}

/** The amount right before the list. */
function amount({ parts }: PartList, { said, reason, mention: own }: Spoken, whole: Claim): Divided | null {
  if (said !== "figure" || reason !== "") return null;
  const alike = parts.every(
    ({ mention }) =>
      mention.unit === own.unit && mention.currency === own.currency && mention.scaled === own.scaled,
  );
  // Amounts of notes are in thousands without saying so.
  const shift = own.scaled ? 0 : whole.figure.scale - own.scale;
  return alike ? { whole, period: whole.period, shift } : null;
}

/** "Total revenues in 2024 consisted of …": the line of the tables, where the amounts name their currency. */
function line({ text }: Sentence, { at, parts }: PartList, { setting, facts }: Beside): Divided | null {
  const lead = text.slice(0, at).replace(/\b(?:is|are|was|were)\s*$/i, "");
  if (/\d/.test(lead.replace(/\b(?:20\d\d|[0-3]?\d(?=,))/g, ""))) return null;
  const opening = whenAtStart(lead, setting);
  const named = whensIn(lead, setting);
  if (named.length > 1 || named.some((when) => !when.period)) return null;
  const subject = clauseOf(
    `${withoutEnd(lead, named.at(-1)?.at, opening !== null)} was `,
    true,
    setting,
    facts,
  ).subject;
  const period = named[0]?.period ?? setting.base;
  const [first] = parts;
  if (!subject || !period || first?.mention.unit !== "currency" || !first.mention.currency) return null;
  if (!parts.every(({ mention }) => mention.scaled)) return null;
  const { fact } = facts.find(subjectKey(subject), "currency", period, first.mention.currency);
  return fact && !fact.figure.nil ? { whole: fact, period, shift: 0 } : null;
}

/** The lead without the words about a period at its end. */
function withoutEnd(lead: string, at: number | undefined, isOpening: boolean): string {
  return at === undefined || isOpening ? lead : lead.slice(0, at);
}
