/** The languages that filings are read in beside English, and how each is told from what a filing prints. */
import { loaded, type Steps } from "../steps.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Language {
  readonly code: string;
  /** What its captions have and those of the others have not. */
  readonly sign: RegExp;
  /** It is written in letters of its own. */
  readonly ownLetters?: true;
  readonly load: () => Promise<{ readonly vocabulary: Vocabulary }>;
}

/** A language that another one is written like comes before it. */
export const languages: readonly Language[] = [
  {
    code: "ja",
    sign: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    ownLetters: true,
    load: () => import("./ja.ts"),
  },
  { code: "ko", sign: /\p{Script=Hangul}/u, ownLetters: true, load: () => import("./ko.ts") },
  { code: "zh", sign: /\p{Script=Han}/u, ownLetters: true, load: () => import("./zh.ts") },
  { code: "ru", sign: /\p{Script=Cyrillic}/u, ownLetters: true, load: () => import("./ru.ts") },
  {
    code: "de",
    sign: /(?<!\p{L})(?:und|der|aus|für|sonstige[rsn]?|vor|je|summe|umsatz(?:erlöse)?|eigenkapital|bilanz(?:summe)?|schulden|vermögen(?:swerte)?|davon|mio|tsd|ertragsteuern|aktiva|passiva)(?!\p{L})/iu,
    load: () => import("./de.ts"),
  },
  {
    code: "nl",
    sign: /(?<!\p{L})(?:van|het|een|voor|uit|overige|totaal|activa|balans|schulden|omzet|verplichtingen|vermogen|liquide|voorraden|vorderingen)(?!\p{L})/iu,
    load: () => import("./nl.ts"),
  },
  {
    code: "pt",
    sign: /(?<!\p{L})(?:do|da|dos|das|não|em|ativo|patrimônio|receita|lucro|caixa|outros|exercício)(?!\p{L})/iu,
    load: () => import("./pt.ts"),
  },
  {
    code: "fr",
    sign: /(?<!\p{L})(?:des|du|et|aux|les|sur|par|au|résultat|charges?|actifs?|passifs?|capitaux|trésorerie|produits|autres)(?!\p{L})/iu,
    load: () => import("./fr.ts"),
  },
  {
    code: "it",
    sign: /(?<!\p{L})(?:di|dei|delle|della|degli|del|totale|attività|passività|ricavi|costi|utile|imposte|patrimonio|altre|altri)(?!\p{L})/iu,
    load: () => import("./it.ts"),
  },
  {
    code: "es",
    sign: /(?<!\p{L})(?:y|de|del|los|las|por|en|activos?|pasivos?|ingresos|ventas|utilidad|gastos|efectivo|otros|resultado)(?!\p{L})/iu,
    load: () => import("./es.ts"),
  },
];

/** Captions that tell of the language; a filing of thousands has said it by then. */
const mostTexts = 600;
/** Fewer captions with signs of a language may be names. */
const fewest = 3;
/** In Japanese no more captions than these, for each with letters of its own, have none. */
const mostWithoutKana = 8;
const english = /\b(?:of|the|and|for|from|to|by|other|income|assets|cash|per share)\b/i;

/** Every letter and sign of English, and no other: what is not so may be of any language. */
const ascii = /^[\x20-\x7e]*$/;
/** So many captions with English words, and hardly one with a sign of another language, have said it. */
const enoughEnglish = 30;

/**
 * The language of the captions and titles, where it is one of those above; null for English. A text counts for
 * each language it has a sign of, in letters that only one language has for that alone. Letters of its own decide
 * in a third of the texts, others may be in English beside them; the signs of a language that shares its letters
 * with English are outweighed by English words.
 */
export function languageOf(texts: Iterable<string>): Language | null {
  const counts = new Map<Language, number>();
  let all = 0;
  let own = 0;
  let other = 0;
  for (const text of texts) {
    if (++all > mostTexts) break;
    if (english.test(text)) own++;
    const isOther = count(text, counts);
    if (isOther) other++;
    if (own >= enoughEnglish && other * 8 < own) return null;
  }
  let best: Language | null = null;
  for (const [language, number] of counts) if (number > (best ? (counts.get(best) ?? 0) : 0)) best = language;
  const most = best ? (counts.get(best) ?? 0) : 0;
  if (!best || most < fewest) return null;
  if (!best.ownLetters) return most > own ? best : null;
  if (most * 3 < Math.min(all, mostTexts)) return null;
  const [japanese] = languages;
  const kana = (japanese && counts.get(japanese)) ?? 0;
  // Most captions in Japanese are in Chinese characters alone.
  return japanese && best.code === "zh" && kana >= fewest && kana * mostWithoutKana >= most ? japanese : best;
}

/** Counts a text for the languages that it has signs of; whether it has any. */
function count(text: string, counts: Map<Language, number>): boolean {
  let isOther = false;
  const isPlain = ascii.test(text);
  for (const language of languages) {
    if ((isPlain && language.ownLetters) || !language.sign.test(text)) continue;
    counts.set(language, (counts.get(language) ?? 0) + 1);
    isOther = true;
    if (language.ownLetters) break;
  }
  return isOther;
}

export function* vocabularyOf({ load }: Language): Steps<Vocabulary> {
  return (yield* loaded(load())).vocabulary;
}
