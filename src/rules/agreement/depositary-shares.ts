/** Ordinary shares and the depositary shares (ADSs) they are equivalent to, at the ratio the text states. */
import { decimal, parseDecimal } from "../../money/decimal.ts";
import type { Document, Paragraph } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import { makePeriod, readDates } from "../../tables/period.ts";
import { figureOf } from "./sentence-figures.ts";

const words =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const stated =
  /\b(?:each|one|every)\s+(?:ADS|American depositary share)s?,?\s+(?:represents?|representing|is equal to|equals?|equivalent to)\s+(?<ratio>[a-z]+|\d+)(?:\s+\(\d+\))?\s+(?:[\w"“”]+\s+){0,3}shares?\b/gi;
const statedInverse =
  /\bADSs?\s*\(?,?\s*each\s+representing\s+(?<ratio>[a-z]+|\d+)\s+(?:[\w"“”]+\s+){0,3}shares?\b/gi;
const equivalence =
  /\bshares?\b[^.;]{0,60}?\b(?:were|was|of|totall?ed)\s+(?<shares>\d{1,3}(?:,\d{3})+)\b[^;]{0,80}?\b(?:equivalent to|representing|equal to)\s+(?:about |approximately )?(?<ads>\d{1,3}(?:,\d{3})+)\s+ADSs?\b/i;

export function* depositaryShares(rule: string, filing: Filing): Generator<Relation> {
  const ratio = statedRatio(filing.document);
  if (ratio === null) return;
  for (const block of filing.document.blocks) {
    if (block.kind === "paragraph") yield* equivalent(rule, block, ratio);
  }
}

/** The one ratio that the text states; null when it states none, or several. */
function statedRatio(document: Document): number | null {
  const ratios = new Set<number>();
  for (const block of document.blocks) {
    if (block.kind !== "paragraph" || !/\bADS|depositary/i.test(block.text)) continue;
    for (const pattern of [stated, statedInverse]) {
      for (const match of block.text.matchAll(pattern)) {
        const said = match.groups?.["ratio"]?.toLowerCase() ?? "";
        const ratio = /^\d+$/.test(said) ? Number(said) : words.indexOf(said) + 1;
        if (ratio > 0) ratios.add(ratio);
      }
    }
  }
  const [only] = ratios;
  return ratios.size === 1 && only !== undefined ? only : null;
}

function* equivalent(rule: string, paragraph: Paragraph, ratio: number): Generator<Relation> {
  const found = equivalence.exec(paragraph.text);
  const { shares, ads } = found?.groups ?? {};
  const date = readDates(found?.[0] ?? "").find(({ day }) => day !== undefined);
  if (!found || !shares || !ads || !date) return;
  const period = makePeriod(date, null, "instant");
  const count = (raw: string, from: number, caption: string) =>
    figureOf(
      {
        raw,
        value: parseDecimal(raw.replaceAll(",", "")),
        currency: null,
        scale: null,
        at: paragraph.text.indexOf(raw, from),
      },
      paragraph,
      caption,
      period,
      "shares",
      0,
    );
  const ordinary = count(shares, found.index, "Ordinary shares");
  yield {
    rule,
    title: `ADSs = Ordinary shares / ${ratio}, the ratio that the text states`,
    form: { kind: "translation", rate: decimal(ratio) },
    result: count(ads, paragraph.text.indexOf(shares, found.index) + shares.length, "ADSs"),
    terms: [ordinary],
    belief: { identity: true, structure: false, wording: true, complete: true, ties: 0, breaks: 0 },
    pattern: `${rule}:${paragraph.line}:ads`,
  };
}
