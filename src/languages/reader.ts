/** A vocabulary -> a function that puts a printed text into the terms that the rest of the program knows. */
import type { Vocabulary } from "./vocabulary.ts";

/** Puts a text into terms; what the vocabulary does not know stays as it is printed. */
export type Reader = (printed: string, hasFigures?: boolean) => string;

/** Captions repeat; the bound keeps the memory of a hostile filing small. */
const mostKnown = 20_000;
/** A longer text is no caption, header or title. */
const longestText = 400;

/** "(note 19(b))", "(HK$ million)", a colon: what stands behind a caption and is no part of it. */
const remarkBehind = /^(.+?)\s*(\((?:[^()]|\([^()]*\))*\)|[:*])$/u;

interface Caption {
  readonly pattern: RegExp;
  readonly term: string;
}

export function readerOf(vocabulary: Vocabulary): Reader {
  const fold = vocabulary.fold ?? ((text: string): string => text);
  const { neutral, profit, loss } = vocabulary.results;
  const anyResult = [neutral, profit, loss].filter((words) => words !== undefined).join("|");
  const result = `(?<R>\\(?(?:${anyResult})\\)?(?:\\s?(?:/|-|and|or)?\\s?\\(?(?:${anyResult})\\)?)?)`;
  const anyOf = (patterns: readonly string[]): RegExp =>
    new RegExp(`^(?:${patterns.map((each) => fold(each)).join("|")})$`, "iu");
  const isLoss = new RegExp(fold(loss), "iu");
  const isProfit = new RegExp(fold(profit), "iu");
  const captions: readonly Caption[] = Object.entries(vocabulary.captions).flatMap(([term, patterns]) =>
    patterns.map((each) => ({ term, pattern: anyOf([each.replaceAll("{R}", fold(result))]) })),
  );
  const totals: readonly Caption[] = Object.entries(vocabulary.withFigures ?? {}).map(([term, patterns]) => ({
    term,
    pattern: anyOf(patterns),
  }));
  const noise = vocabulary.noise.map((each) => new RegExp(fold(each), "giu"));
  const leads = vocabulary.leads.map(([each, term]) => [new RegExp(`^${fold(each)}`, "iu"), term] as const);
  const phrases = vocabulary.phrases.map(([each, term]) => [new RegExp(fold(each), "giu"), term] as const);

  /** "Profit", "Loss" or both, as the caption has it; a word of neither kind leaves the sign to the figures. */
  const resultIn = (words: string): string => {
    const [up, down] = [isProfit.test(words), isLoss.test(words)];
    if (down) return up ? "Profit (loss)" : "Loss";
    return "Profit";
  };
  const captionTerm = (text: string): string | null => {
    for (const { pattern, term } of captions) {
      const match = pattern.exec(text);
      if (match) return term.replace("{R}", resultIn(match.groups?.["R"] ?? ""));
    }
    return null;
  };
  const withPhrases = (text: string): string => {
    let said = text;
    for (const [pattern, term] of phrases) {
      said =
        typeof term === "string"
          ? said.replace(pattern, term)
          : said.replace(pattern, (_, ...groups: (string | number | undefined)[]) =>
              term(...groups.map((group) => (typeof group === "string" ? group : ""))),
            );
    }
    return said;
  };
  const cleaned = (printed: string): string => {
    let text = fold(printed.normalize("NFKC")).replace(/\s+/g, " ").trim();
    for (const pattern of noise) text = text.replace(pattern, " ").trim();
    return text;
  };
  const read = (printed: string): string => {
    let text = cleaned(printed);
    let lead = "";
    for (const [pattern, term] of leads) {
      if (!pattern.test(text)) continue;
      lead = term;
      text = text.replace(pattern, "").trim();
      break;
    }
    const [, core = "", remark = ""] = remarkBehind.exec(text) ?? [];
    const whole = captionTerm(text);
    const named = whole === null && remark !== "" ? captionTerm(core) : null;
    const rest = whole ?? (named === null ? withPhrases(text) : `${named} ${withPhrases(remark)}`);
    return (lead + rest)
      .replace(/\s+/g, " ")
      .replace(/\s+([,:)])/g, "$1")
      .replace(/\(\s+/g, "(")
      .trim();
  };

  const known = new Map<string, string>();
  return (printed, hasFigures = false) => {
    if (printed.length > longestText) return printed;
    if (hasFigures && totals.length > 0) {
      const bare = cleaned(printed);
      const total = totals.find(({ pattern }) => pattern.test(bare));
      if (total) return total.term;
    }
    const found = known.get(printed);
    if (found !== undefined) return found;
    const said = read(printed);
    const term = said === fold(printed) || said === "" ? printed : said;
    if (known.size >= mostKnown) known.clear();
    known.set(printed, term);
    return term;
  };
}
