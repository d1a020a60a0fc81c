/** Words that a converter took apart letter by letter, and letters that it lost. */
import { append } from "../../lists.ts";
import type { Line, Word } from "./line.ts";

/** Fewer letters in a row may be a list: "A B C". */
const fewestLetters = 4;

/**
 * "T o t a l   a s s e t s": words of one letter at even distances are one word; a wider space parts two. The
 * first piece may hold two letters that the font sets as a pair.
 */
export function joinLetters(words: readonly Word[]): readonly Word[] {
  let single = 0;
  for (const word of words) if (word.text.length === 1) single++;
  if (single < fewestLetters) return words;
  const joined: Word[] = [];
  for (let i = 0; i < words.length; ) {
    const end = runEnd(words, i);
    const run = words.slice(i, end);
    if (!isSpacedOut(run)) {
      append(joined, end === i ? words.slice(i, i + 1) : run);
      i = Math.max(end, i + 1);
      continue;
    }
    append(joined, mergeRun(run));
    i = end;
  }
  return joined;
}

function runEnd(words: readonly Word[], start: number): number {
  let end = start;
  while (isPiece(words[end])) end++;
  return end;
}

function isPiece(word: Word | undefined): boolean {
  return word !== undefined && word.text.length <= 2 && /^[\p{L}.,'’():&-]+$/u.test(word.text);
}

function isSpacedOut(run: readonly Word[]): boolean {
  if (run.length < fewestLetters) return false;
  const letters = run.filter(({ text }) => text.length === 1).length;
  return letters * 5 >= run.length * 4;
}

function mergeRun(run: readonly Word[]): Word[] {
  const gaps = run.slice(1).map((word, i) => word.left - (run[i]?.right ?? 0));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 1;
  const merged: Word[] = [];
  for (const [i, word] of run.entries()) {
    const last = merged.at(-1);
    const gap = gaps[i - 1] ?? 0;
    if (last && gap <= usual * 1.3 + 0.5) {
      merged[merged.length - 1] = {
        ...last,
        text: last.text + word.text,
        right: word.right,
        endColumn: word.endColumn,
      };
    } else merged.push(word);
  }
  return merged;
}

/**
 * Words of filings whose ligature a converter dropped or turned into a control character, by what is left
 * around it. Longer ligatures first.
 */
const lost: readonly [RegExp, string][] = [
  [/\b(o|e)\ufffd(?=ci|ic)/giu, "$1ffi"],
  [/\b(di|e|o|a|su|coe|insu)\ufffd(?=i?cien|icul|iliat)/giu, "$1ff"],
  [/\b(di|e|o|sta|tari|cuto|tradeo|drop-o|layo|pay-o|write-o|spin-o|kicko)\ufffd/giu, "$1ff"],
  [/\ufffd(?=(?:ow|oor|oat|eet|uctuat|uid|exib|ag\b|at\b|y\b))/giu, "fl"],
  [/(re|in|con|out|work|cash)\ufffd(?=(?:ect|ation|ict|ow))/giu, "$1fl"],
  [/\ufffd/gu, "fi"],
];

/** The text with lost ligatures put back where `lineOf` left a mark for them. */
export function mendLigatures(text: string): string {
  if (!text.includes("\ufffd")) return text;
  return lost.reduce((left, [pattern, put]) => left.replace(pattern, put), text);
}

/** The line with its words put together. */
export function mended(line: Line): Line {
  const words = joinLetters(line.words);
  return words === line.words ? line : { ...line, words };
}
