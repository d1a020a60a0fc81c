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
  { code: "ja", sign: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, load: () => import("./ja.ts") },
  { code: "ko", sign: /\p{Script=Hangul}/u, load: () => import("./ko.ts") },
  { code: "zh", sign: /\p{Script=Han}/u, load: () => import("./zh.ts") },
  { code: "ru", sign: /\p{Script=Cyrillic}/u, load: () => import("./ru.ts") },
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

/**
 * The language of the captions and titles, where it is one of those above; null for English. A text counts for
 * each language it has a sign of, in letters that only one language has for that alone; English words outweigh
 * the signs of a language that shares its letters.
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
      if (language.sign.source.includes("Script=")) break;
    }
  }
  let best: Language | null = null;
  for (const [language, count] of counts) if (count > (best ? (counts.get(best) ?? 0) : 0)) best = language;
  const most = best ? (counts.get(best) ?? 0) : 0;
  const [japanese] = languages;
  const kana = (japanese && counts.get(japanese)) ?? 0;
  // Most captions in Japanese are in Chinese characters alone.
  if (japanese && best?.code === "zh" && kana >= fewest && kana * mostWithoutKana >= most) return japanese;
  return best && most >= fewest && most > own ? best : null;
}

export function* vocabularyOf({ load }: Language): Steps<Vocabulary> {
  return (yield* loaded(load())).vocabulary;
}
