/** Ordinary shares and the depositary shares (ADSs) they are equivalent to, at the ratio the text states. */
import { decimal } from "../../money/decimal.ts";
import type { ClaimTable } from "../../prose/claim-table.ts";
import { mentionsIn } from "../../prose/mention.ts";
import { type Passage, printAt, readPassages } from "../../prose/passage.ts";
import type { Document } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import { makePeriod, readDates } from "../../tables/period.ts";
import type { Figure } from "../../tables/table.ts";

const words =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const stated =
  /\b(?:each|one|every)\s+(?:ADS|American depositary share)s?,?\s+(?:represents?|representing|is equal to|equals?|equivalent to)\s+(?<ratio>[a-z]+|\d+)(?:\s+\(\d+\))?\s+(?:[\w"“”]+\s+){0,3}shares?\b/gi;
const statedInverse =
  /\bADSs?\s*(?:(?:\(,?|,)\s*)?each\s+representing\s+(?<ratio>[a-z]+|\d+)\s+(?:[\w"“”]+\s+){0,3}shares?\b/gi;
const equivalence =
  /\bshares?\b[^.;]{0,60}?\b(?:were|was|of|totall?ed)\s+(?<shares>\d{1,3}(?:,\d{3})+)\b[^;]{0,80}?\b(?:equivalent to|representing|equal to)\s+(?:about |approximately )?(?<ads>\d{1,3}(?:,\d{3})+)\s+ADSs?\b/i;

export function* depositaryShares(rule: string, filing: Filing, into: ClaimTable): Generator<Relation> {
  const ratio = statedRatio(filing.document);
  if (ratio === null) return;
  for (const passage of readPassages(filing.document)) yield* equivalent(rule, passage, ratio, into);
}

/** The one ratio that the text states; null when it states none, or several. */
function statedRatio(document: Document): number | null {
  const ratios = new Set<number>();
  for (const block of document.blocks) {
    if (block.kind !== "paragraph" || !/\bADS|depositary/i.test(block.text)) continue;
    for (const pattern of [stated, statedInverse]) {
      for (const match of block.text.matchAll(pattern)) {
        const said = match.groups?.["ratio"]?.toLowerCase() ?? "";
        const ratio = /^\d{1,6}$/.test(said) ? Number(said) : words.indexOf(said) + 1;
        if (ratio > 0) ratios.add(ratio);
      }
    }
  }
  const [only] = ratios;
  return ratios.size === 1 && only !== undefined ? only : null;
}

function* equivalent(rule: string, passage: Passage, ratio: number, into: ClaimTable): Generator<Relation> {
  const { text } = passage;
  const found = equivalence.exec(text);
  const { shares, ads } = found?.groups ?? {};
  const date = readDates(found?.[0] ?? "").find(({ day }) => day !== undefined);
  if (!found || !shares || !ads || !date) return;
  const period = makePeriod(date, null, "instant");
  const end = found.index + found[0].length;
  const counts = mentionsIn(text).filter(({ at, unit }) => at >= found.index && at < end && unit === "count");
  const print = (raw: string) => {
    const mention = counts.find(({ numberAt, numberEnd }) => text.slice(numberAt, numberEnd) === raw);
    return mention && { mention, ...printAt({ passage, at: 0, text }, mention) };
  };
  const [ordinary, depositary] = [print(shares), print(ads)];
  if (!ordinary || !depositary) return;
  const figure = ({ mention, ...printed }: typeof ordinary, caption: string): Figure =>
    into.add(into.row(caption, printed.place.line), {
      ...printed,
      value: mention.value,
      unit: "shares",
      scale: 0,
      period,
      currency: null,
      wording: { before: "", after: mention.after, signInWords: false },
    });
  yield {
    rule,
    title: `ADSs = Ordinary shares / ${ratio}, the ratio that the text states`,
    form: { kind: "translation", rate: decimal(ratio) },
    result: figure(depositary, "ADSs"),
    terms: [figure(ordinary, "Ordinary shares")],
    belief: { identity: true, structure: false, wording: true, complete: true, ties: 0, breaks: 0 },
    pattern: `${rule}:${ordinary.place.line}:ads`,
  };
}
