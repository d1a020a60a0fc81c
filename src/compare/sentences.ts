/** Which number of a sentence of one draft is which of the other: the same words stand around it. */
import type { Document } from "../read/document.ts";
import { placeAt, readPassages, type Sentence, sentencesOf } from "../prose/passage.ts";
import type { Figure } from "../tables/table.ts";
import type { Pairs } from "./tables.ts";

const number = /\d[\d,]*(?:\.\d+)?/g;

interface Told {
  /** The sentence without its numbers. */
  readonly words: string;
  /** The figures of its numbers in order; null for one that nothing was read of. */
  readonly figures: readonly (Figure | null)[];
}

function placeKey({ line, column }: Figure["place"]): string {
  return `${line}:${column}`;
}

/** `claims`: the figures that the sentences of the document state. */
function sentences(document: Document, claims: readonly Figure[]): readonly Told[] {
  const byPlace = new Map(claims.map((figure) => [placeKey(figure.place), figure]));
  return readPassages(document).flatMap((passage) =>
    sentencesOf(passage).map((sentence): Told => {
      const found = [...sentence.text.matchAll(number)];
      return {
        words: sentence.text.replace(number, "#").replace(/\s+/g, " ").trim(),
        figures: found.map((match) => figureAt(sentence, match.index, match[0].length, byPlace)),
      };
    }),
  );
}

/** A figure may begin with a sign or a bracket before its digits. */
function figureAt(
  { passage, at }: Sentence,
  index: number,
  length: number,
  byPlace: ReadonlyMap<string, Figure>,
): Figure | null {
  for (const back of [0, 1, 2]) {
    if (index < back) break;
    const place = placeAt(passage, at + index - back, at + index + length);
    const figure = byPlace.get(placeKey(place));
    if (figure) return figure;
  }
  return null;
}

/** Sentences of the same words: the nth of as many is the nth. */
function sameWords(now: readonly Told[], before: readonly Told[]): Map<Told, Told> {
  const group = (told: readonly Told[]): Map<string, Told[]> => {
    const groups = new Map<string, Told[]>();
    for (const each of told) {
      const known = groups.get(each.words);
      if (known) known.push(each);
      else groups.set(each.words, [each]);
    }
    return groups;
  };
  const others = group(before);
  const pairs = new Map<Told, Told>();
  for (const [words, mine] of group(now)) {
    const theirs = others.get(words) ?? [];
    if (theirs.length !== mine.length) continue;
    for (const [i, each] of mine.entries()) {
      const other = theirs[i];
      if (other) pairs.set(each, other);
    }
  }
  return pairs;
}

/** Of the words of the shorter sentence so many are in the other where one was edited into the other. */
const fewestCommon = 0.7;

function isEdited(a: Told, b: Told): boolean {
  if (a.figures.length !== b.figures.length || a.figures.length === 0) return false;
  const [mine, theirs] = [a.words.split(" "), b.words.split(" ")];
  const known = new Set(theirs);
  const common = mine.filter((word) => known.has(word)).length;
  return common >= fewestCommon * Math.max(mine.length, theirs.length);
}

/** Sentences that stand alone between the same two in both drafts, and are much alike. */
function betweenSame(now: readonly Told[], before: readonly Told[], pairs: Map<Told, Told>): void {
  const at = new Map(before.map((told, i) => [told, i]));
  let from = 0;
  let gap: Told[] = [];
  const close = (to: number): void => {
    const theirs = before.slice(from, to);
    if (gap.length === theirs.length) {
      for (const [i, told] of gap.entries()) {
        const other = theirs[i];
        if (other && isEdited(told, other)) pairs.set(told, other);
      }
    }
    gap = [];
  };
  for (const told of now) {
    const other = pairs.get(told);
    const index = other === undefined ? undefined : at.get(other);
    if (index === undefined) gap.push(told);
    else if (index >= from) {
      close(index);
      from = index + 1;
    }
  }
  close(before.length);
}

interface Side {
  readonly document: Document;
  readonly claims: readonly Figure[];
}

/** Pairs the figures that the sentences of two drafts state. */
export function pairClaims(now: Side, before: Side, pairs: Pairs): void {
  const mine = sentences(now.document, now.claims);
  const theirs = sentences(before.document, before.claims);
  const same = sameWords(mine, theirs);
  betweenSame(mine, theirs, same);
  for (const [told, was] of same) {
    for (const [i, figure] of told.figures.entries()) {
      const other = was.figures[i];
      if (figure && other && figure.unit === other.unit) pairs.set(other, figure);
    }
  }
}
