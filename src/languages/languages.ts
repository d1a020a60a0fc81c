/** The languages that filings are read in beside English, and how each is told from what a filing prints. */
import { loaded, type Steps } from "../steps.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Language {
  readonly code: string;
  /** What its captions have and those of the others have not. */
  readonly sign: RegExp;
  readonly load: () => Promise<{ readonly vocabulary: Vocabulary }>;
}

/** A language that another one is written like comes before it. */
export const languages: readonly Language[] = [
  { code: "zh", sign: /\p{Script=Han}/u, load: () => import("./zh.ts") },
];

/** Captions that tell of the language; a filing of thousands has said it by then. */
const mostTexts = 600;
/** Fewer captions with signs of a language may be names. */
const fewest = 3;
const english = /\b(?:of|the|and|for|from|to|total|net)\b/i;
/** Nothing but what English prints: no letter with an accent, of another script. */
const plain = /^[\x20-\x7e\u00a0\u2010-\u201d\u2022\u2026\u20ac\u00a3\s]*$/;

/**
 * The language of the captions and titles, where it is one of those above; null for English. Every text counts
 * once, for the language it has the first sign of; English words outweigh the signs of a language that shares
 * its letters.
 */
export function languageOf(texts: Iterable<string>): Language | null {
  const counts = new Map<Language, number>();
  let all = 0;
  let own = 0;
  for (const text of texts) {
    if (++all > mostTexts) break;
    if (english.test(text)) own++;
    for (const language of languages) {
      if (!language.sign.test(text)) continue;
      counts.set(language, (counts.get(language) ?? 0) + 1);
      break;
    }
  }
  let best: Language | null = null;
  for (const [language, count] of counts) if (count > (best ? (counts.get(best) ?? 0) : 0)) best = language;
  const most = best ? (counts.get(best) ?? 0) : 0;
  return best && most >= fewest && most > own ? best : null;
}

/** Whether a text can be said in English letters alone, so that hardly a vocabulary knows it. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

export function* vocabularyOf({ load }: Language): Steps<Vocabulary> {
  return (yield* loaded(load())).vocabulary;
}
