/**
 * Definitions of measures in sentences: "We define non-GAAP X as Y excluding A, B and C", "Non-GAAP X is
 * defined as …", "X margin as X as a percentage of revenues". What is not of this form is not read.
 */
import type { Document } from "../../read/document.ts";
import { conceptKey } from "../../statements/concepts.ts";
import { captionKey } from "../../tables/caption.ts";

export interface Definition {
  readonly line: number;
  /** The measure as the sentence calls it. */
  readonly name: string;
  /** The measure it starts from, or that a margin is of. */
  readonly base: string;
  /** What is excluded, piece by piece; empty for a margin. */
  readonly items: readonly string[];
  readonly isMargin: boolean;
}

const defining = /\bdefine[sd]?\b/i;
/** A measure and "as" begin the next definition of a row: "…, and non-GAAP EBITDA as …". */
const nextMeasure = /,?\s+and\s+(?=(?:non-gaap|adjusted)\s[^,;]{2,60}?\sas\s)/i;
const measure =
  /^(?<name>.{3,90}?)\s+(?:(?:is|are) defined as|as)\s+(?<base>.{3,80}?)\s+excluding\s+(?<list>.+)$/i;
const margin =
  /^(?<name>.{3,90}?\bmargin)\s+(?:(?:is|are) defined as|as|is)\s+(?<base>.{3,80}?)\s+as a percentage of\s+(?:our |the |its )?(?:total |net )*(?:revenues?|sales)$/i;
/** A list with such words leaves open what is in it. */
const vague =
  /\b(?:net of|tax effects?|related|such|certain|other|others|non-?recurring|one-?time|items?|etc)\b/i;

export function readDefinitions(document: Document): Definition[] {
  return document.blocks.flatMap((block) =>
    block.kind === "paragraph" && (defining.test(block.text) || /as a percentage of/i.test(block.text))
      ? sentences(block.text).flatMap((sentence) => ofSentence(sentence, block.line))
      : [],
  );
}

/** Sentences without markup, footnote marks and hyphens left by a line break. */
function sentences(text: string): string[] {
  return text
    .replace(/\*+|[\u00b9\u00b2\u00b3\u2070-\u2079]/g, "")
    .replace(/\bnon-\s+/gi, "non-")
    .split(/(?<=[^\s.])\.(?:\s+|$)/);
}

function ofSentence(sentence: string, line: number): Definition[] {
  const isDefinition = defining.test(sentence);
  return sentence
    .split(/;\s*(?:and\s+)?|,?\s*(?:\band\s+)?\bwe define\b/i)
    .flatMap((part) => part.split(nextMeasure))
    .flatMap((part) => ofClause(part.trim().replace(/,$/, ""), line, isDefinition));
}

function ofClause(clause: string, line: number, isDefinition: boolean): Definition[] {
  const ofMargin = margin.exec(clause)?.groups;
  if (ofMargin) {
    return [{ line, name: ofMargin["name"] ?? "", base: ofMargin["base"] ?? "", items: [], isMargin: true }];
  }
  const found = isDefinition ? measure.exec(clause)?.groups : undefined;
  if (!found) return [];
  const { name = "", base = "", list = "" } = found;
  if (vague.test(list)) return [];
  const items = list.split(/,\s*(?:and\s+)?|\s+and\s+/).filter((item) => /\p{L}/u.test(item));
  return [{ line, name, base, items, isMargin: false }];
}

/** The words that name a measure, whatever its sign and whether it is called adjusted or non-GAAP. */
export function measureKey(caption: string): string {
  const known = measureKeys.get(caption);
  if (known !== undefined) return known;
  const key = makeMeasureKey(caption);
  if (measureKeys.size >= mostKeys) measureKeys.clear();
  measureKeys.set(caption, key);
  return key;
}

/** Captions repeat; the bound keeps a long run's memory flat. */
const measureKeys = new Map<string, string>();
const mostKeys = 20_000;

function makeMeasureKey(caption: string): string {
  const key = conceptKey(caption)
    .replace(/\bnon gaap\b/g, "adjusted")
    .replace(/\b(?:income|loss|profit|earning|deficit)\b/g, "result")
    .replace(/\b(?:financial measure|consolidated|the|our)\b/g, " ");
  return [...new Set(key.split(" ").filter((word) => word !== ""))].sort().join(" ");
}

/** Words that say nothing about which line is meant. */
const idle = new Set(
  "the a an of in on and or from to for by as our its allocated included recorded expense cost charge gain loss benefit provision".split(
    " ",
  ),
);

/** The telling words of an adjustment. */
export function itemWords(caption: string): readonly string[] {
  const words = captionKey(caption).replace(/[()/]/g, " ").split(/\s+/);
  const telling = words.filter((word) => word !== "" && !idle.has(word));
  // "Interest expense" and "interest income" are told apart by what is idle elsewhere.
  const isExpense = telling.length === 1 && /\bexpense\b/.test(words.join(" "));
  return isExpense ? [...telling, "expense"] : telling;
}

/** Whether two names may be the same line: one says all that the other says. */
export function mayBeSame(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((word) => many.includes(word));
}
