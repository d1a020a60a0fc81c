/** Paragraphs -> passages: running text with exact places, under the headings in force. */
import { append } from "../lists.ts";
import type { Document, Paragraph, Place } from "../read/document.ts";

/**
 * Text of one or more paragraphs. Markup is blanked out, not removed, so that an offset in `text` is an
 * offset on the line.
 */
export interface Passage {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly isHeading: boolean;
  /** Nothing stands between it and a table. */
  readonly isAboveTable?: boolean;
}

interface Part {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A heading is short, does not end like a sentence and states no number. */
const longestHeading = 150;

export function readPassages(document: Document): Passage[] {
  const passages: Passage[] = [];
  let open: { text: string; parts: Part[] } | null = null;
  const close = (isAboveTable = false): void => {
    if (open) passages.push({ ...open, isHeading: isHeading(open.text), isAboveTable });
    open = null;
  };
  for (const block of document.blocks) {
    if (block.kind !== "paragraph") {
      close(true);
      continue;
    }
    const text = blank(block);
    if (open !== null && continues((open as { text: string }).text, text)) {
      const before: { text: string; parts: Part[] } = open;
      append(before.parts, partsOf(block, before.text.length + 1));
      before.text += ` ${text}`;
      continue;
    }
    close();
    open = { text, parts: partsOf(block, 0) };
  }
  close();
  return passages;
}

/** The place of a stretch of a paragraph. */
export function placeInParagraph(paragraph: Paragraph, at: number, end: number): Place {
  const parts = partsOf(paragraph, 0);
  return placeAt({ text: paragraph.text, parts, isHeading: false }, at, end);
}

/** Where the stretches of a paragraph stand in the source, its own text starting at `from`. */
function partsOf({ line, column, pieces }: Paragraph, from: number): Part[] {
  if (!pieces) return [{ offset: from, line, column }];
  return pieces.map((piece) => ({ ...piece, offset: from + piece.offset }));
}

/** Emphasis, escapes and footnote marks of markdown as blanks of the same length. */
function blank({ text }: Paragraph): string {
  if (!/[*\\_\u00b9\u00b2\u00b3\u2070-\u2079\u00a0]/.test(text)) return text;
  return text
    .replace(/[*\u00b9\u00b2\u00b3\u2070-\u2079\u00a0]/g, " ")
    .replace(/__/g, "  ")
    .replace(/\\(?=[$%#&()[\]-])/g, " ");
}

function isHeading(text: string): boolean {
  return text.length <= longestHeading && !/[.:;,]\s*$/.test(text) && !/^\s*[-·•]|\d[.,]\d|[$%]/.test(text);
}

/** No sentence that a page break cuts is as long. */
const longestJoined = 4_000;

/** A line as long as this is no title. */
const longestTitle = 60;

/** Whether a page break cut a sentence: the first part does not end, and the second does not begin. */
function continues(before: string, after: string): boolean {
  if (before.length > longestJoined || /[.!?:;]["”’')\]]*\s*$/.test(before.slice(-20))) return false;
  // "…, and the sale of Euroasia II," goes on, whatever the next line begins with.
  const isOpen = /(?:,|\b(?:and|or|of|the|to|in|for|with|by|from|our|its))\s*$/.test(before.slice(-20));
  if (isOpen && before.length > longestTitle && /^\s*[A-Z]/.test(after)) return true;
  return /^\s*(?:[a-z]|\(US|(?:19|20)\d\d[,.])/.test(after) && !/^\s*\(?[a-z]\)/.test(after);
}

/** The place of a stretch of the text; its end is taken on the line it starts on, since a number lies on one. */
export function placeAt(passage: Passage, at: number, end: number): Place {
  const start = sourceOf(passage, at);
  const last = sourceOf(passage, end - 1);
  const endColumn = last.line === start.line ? last.column + 1 : start.column + end - at;
  return { ...start, endColumn };
}

function sourceOf({ parts }: Passage, at: number): { readonly line: number; readonly column: number } {
  const part = partAt(parts, at);
  return { line: part?.line ?? 1, column: (part?.column ?? 1) + at - (part?.offset ?? 0) };
}

/** The last part that starts at or before an offset. */
function partAt(parts: readonly Part[], at: number): Part | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.offset ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}

/** The print of a number of a sentence, and its place. */
export function printAt(
  { text, passage, at }: Sentence,
  { numberAt, numberEnd }: { readonly numberAt: number; readonly numberEnd: number },
): { readonly raw: string; readonly place: Place } {
  return {
    raw: text.slice(numberAt, numberEnd),
    place: placeAt(passage, at + numberAt, at + numberEnd),
  };
}

export interface Sentence {
  readonly passage: Passage;
  /** Offset of the sentence in the passage. */
  readonly at: number;
  readonly text: string;
}

/** What is longer is a list or a table that was run together, and says nothing of any figure. */
const longestSentence = 4_000;

/** Abbreviations whose point ends no sentence. */
const abbreviation =
  /(?:\b[A-Z]|\b(?:Mr|Ms|Mrs|Dr|Inc|Ltd|Co|Corp|No|vs|approx|Ext|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$/;

export function sentencesOf(passage: Passage): Sentence[] {
  const { text } = passage;
  const sentences: Sentence[] = [];
  let start = 0;
  const ends = /[.!?]["”’)]{0,9}(?=\s{1,40}["“‘(]?\s{0,40}[A-Z])|(?<=[a-z]):(?=\s+[A-Z])|;(?=\s)/g;
  for (const match of text.matchAll(ends)) {
    if (match[0] === "." && abbreviation.test(text.slice(start, match.index + 1))) continue;
    const end = match.index + match[0].length;
    sentences.push({ passage, at: start, text: text.slice(start, end) });
    start = end;
  }
  if (start < text.length) sentences.push({ passage, at: start, text: text.slice(start) });
  return sentences.filter((sentence) => sentence.text.length <= longestSentence);
}
