/** The sentence that a finding is about, for reports that quote it. */
import type { Document, Paragraph } from "../read/document.ts";
import type { Check, Quote } from "../report/report.ts";
import type { Figure } from "../tables/table.ts";
import { placeRef } from "./refs.ts";

/** A sentence is cut where it is longer, at words. */
const mostBefore = 220;
const mostAfter = 180;

const paragraphs = new WeakMap<Document, readonly Paragraph[]>();

function paragraphsOf(document: Document): readonly Paragraph[] {
  const known = paragraphs.get(document);
  if (known) return known;
  const found = document.blocks.filter((block) => block.kind === "paragraph");
  paragraphs.set(document, found);
  return found;
}

/** Where a place of the source stands in the text of a paragraph; null where it stands elsewhere. */
function offsetIn({ line, column, text, pieces }: Paragraph, place: Figure["place"]): number | null {
  const parts = pieces ?? [{ offset: 0, line, column }];
  for (const [i, part] of parts.entries()) {
    const length = (parts[i + 1]?.offset ?? text.length) - part.offset;
    const at = place.column - part.column;
    if (part.line === place.line && at >= 0 && at < Math.max(length, 1)) return part.offset + at;
  }
  return null;
}

/** A full stop behind a word, not behind an initial or a short form, with a capital after it, also in bold ("**Net"). */
const sentenceEnd = /(?<=[a-z0-9%)”"’]{3}[.!?])["”’)]?\s+(?=["“(*]{0,3}[A-Z])/g;

/** The sentence with the figure; null for a figure of a table. */
export function quoteOf(document: Document, { place, raw, wording }: Figure): Quote | null {
  if (!wording || raw === "") return null;
  for (const paragraph of paragraphsOf(document)) {
    const at = offsetIn(paragraph, place);
    if (at === null || !paragraph.text.startsWith(raw, at)) continue;
    return around(paragraph.text, at, at + raw.length);
  }
  return null;
}

function around(text: string, start: number, end: number): Quote {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(sentenceEnd)) {
    const next = match.index + match[0].length;
    if (next <= start) from = next;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  const first = start - from > mostBefore ? text.indexOf(" ", start - mostBefore) + 1 : from;
  const last = to - end > mostAfter ? text.lastIndexOf(" ", end + mostAfter) : to;
  const before = first > from ? "… " : "";
  const after = last < to ? " …" : "";
  const shift = before.length - first;
  return {
    text: before + text.slice(first, last).trimEnd() + after,
    start: start + shift,
    end: end + shift,
  };
}

function keyOf({ page, line, column }: Check["place"]): string {
  return `${page ?? ""}:${line}:${column}`;
}

/** The findings, those about a figure of a sentence with that sentence. */
export function withQuotes(
  findings: readonly Check[],
  document: Document,
  inText: readonly Figure[],
): readonly Check[] {
  const byPlace = new Map(inText.map((figure) => [keyOf(placeRef(figure.place)), figure]));
  return findings.map((check): Check => {
    const figure = byPlace.get(keyOf(check.place));
    const quote = figure ? quoteOf(document, figure) : null;
    return quote ? { ...check, quote } : check;
  });
}
