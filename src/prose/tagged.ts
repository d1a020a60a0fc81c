/** Numbers of sentences that inline XBRL tags, as figures: the tag says what they are, no grammar is needed. */
import { abs, compare, type Decimal, parseDecimal } from "../money/decimal.ts";
import type { Paragraph, TaggedFact } from "../read/document.ts";
import type { Filing } from "../statements/filing.ts";
import { factPeriod } from "../tables/covered.ts";
import type { Figure, Unit } from "../tables/table.ts";
import { proseOf } from "./claims.ts";
import { ClaimTable } from "./claim-table.ts";
import { placeInParagraph } from "./passage.ts";

/** Figures of these sentences are numbered above all others. */
const numberedApart = 3_000_000_000;

export interface TaggedPrint {
  readonly figure: Figure;
  readonly fact: TaggedFact;
}

export function taggedSentences(filing: Filing): TaggedPrint[] {
  const prints: TaggedPrint[] = [];
  let claims: ReadonlyMap<string, Figure> | null = null;
  const into = new ClaimTable(numberedApart, numberedApart);
  for (const block of filing.document.blocks) {
    if (block.kind !== "paragraph") continue;
    for (const { start, end, fact } of block.facts ?? []) {
      if (fact.nil) continue;
      const number = printedNumber(block, start, end);
      if (!number) continue;
      claims ??= claimsByPlace(filing);
      const place = placeInParagraph(block, number.at, number.at + number.raw.length);
      const value = toDecimals(scaled(number.value, fact.scale), fact);
      const known = claims.get(`${place.line}:${place.column}`);
      if (known) {
        // Words and tag that give it another size, or another precision, leave open which of them is meant.
        const isSame = compare(abs(known.value), value) === 0 && known.value.exponent === value.exponent;
        if (isSame) prints.push({ figure: known, fact });
        continue;
      }
      const figure = into.add(into.row(elementName(fact), block.line), {
        raw: number.raw,
        place,
        value,
        unit: unitOf(fact),
        scale: fact.scale,
        period: factPeriod(fact),
        currency: /^[A-Z]{3}/.exec(fact.unit)?.[0] ?? null,
        wording: { before: "", after: "", signInWords: true },
      });
      prints.push({ figure, fact });
    }
  }
  return prints;
}

function claimsByPlace(filing: Filing): ReadonlyMap<string, Figure> {
  const claims = proseOf(filing).sections.flatMap((section) => section.claims);
  return new Map(claims.map(({ figure }) => [`${figure.place.line}:${figure.place.column}`, figure]));
}

interface Printed {
  readonly at: number;
  readonly raw: string;
  /** Without its sign, which words may give. */
  readonly value: Decimal;
}

/** The number that a tag holds; words for numbers say less than they seem ("two"), and are left alone. */
function printedNumber({ text }: Paragraph, start: number, end: number): Printed | null {
  const found = /^\D{0,3}(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\D{0,3}$/.exec(text.slice(start, end));
  const raw = found?.[1];
  if (!found || raw === undefined) return null;
  return { at: start + found[0].indexOf(raw), raw, value: parseDecimal(raw.replaceAll(",", "")) };
}

function scaled(value: Decimal, scale: number): Decimal {
  return { coefficient: value.coefficient, exponent: value.exponent + scale };
}

/** "5.0 million" that is tagged as exact to the million is no more exact than that. */
function toDecimals(value: Decimal, { decimals }: TaggedFact): Decimal {
  let { coefficient, exponent } = value;
  if (decimals === null) return value;
  while (exponent < -decimals && coefficient !== 0n && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return { coefficient, exponent };
}

function unitOf({ unit }: TaggedFact): Unit {
  if (/^[A-Z]{3}$/.test(unit)) return "currency";
  if (unit === "shares") return "shares";
  if (/^[A-Z]{3}\/shares$/.test(unit)) return "per-share";
  return unit === "pure" ? "percent" : "count";
}

/** "us-gaap:OperatingLeaseCost" -> "Operating lease cost". */
function elementName({ concept }: TaggedFact): string {
  const words = concept
    .replace(/^.*:/, "")
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
