/** What a sentence or a caption speaks of, as a key: the same words in whatever order of sign and measure. */
import { conceptKey, conceptOf } from "../statements/concepts.ts";

/**
 * What the words say of the sign. loss: a positive number is a loss · gain: as printed · either: the
 * caption names both, the print has the sign · reversed: a loss is printed positive.
 */
export type Tone = "loss" | "gain" | "either" | "reversed" | "none";

const results = "(?:income|loss|profit|earning|result)";
/** What flows out is said in as many ways as companies write: all of them are "used in". */
const losses =
  /\bloss(?:es)?\b|\b(?:used|expended|spent|consumed) (?:in|for|by|on)\b|\bapplied (?:to|in)\b|\bcash used\b|\b(?:used|applied)(?=\)|$|\s*\/)|\bdecrease\b|\boutflows?\b/;
const gains =
  /\b(?:income|profit|earnings?|gain|benefit)\b|\b(?:provided|generated)\b|\bincrease\b|\binflows?\b/;

/** Of the words as printed, upper or lower case. */
export function toneOf(words: string): Tone {
  const text = words
    .toLowerCase()
    .replace(/\bincome tax(?:es)?\b/g, "tax")
    .replace(/\b(?:comprehensive|interest|other|rental) income\b/g, (found) => found.replace("income", ""));
  const loss = losses.exec(text);
  const gain = gains.exec(text);
  if (loss && gain) {
    // "loss (income)": the figure outside the brackets is the loss.
    return loss.index < gain.index && !/\(\s*(?:loss|used|applied|expended|decrease|outflow)/.test(text)
      ? "reversed"
      : "either";
  }
  return loss ? "loss" : gain ? "gain" : "none";
}

/** Names of results, which can be a profit or a loss: their sign is a fact. */
const signed = new RegExp(
  `^(?:adjusted )?(?:.*\\b(?:gross|operating|net|comprehensive|pre ?tax) ${results}\\b|.*\\bebitda?\\b|${results} (?:before|from|attributable)\\b|.*\\bper share$|.*\\bmargin$|(?:ProfitLoss|NetIncomeLoss|GrossProfit|OperatingIncomeLoss|IncomeLossBefore|ComprehensiveIncome|NetCash|CashPeriod))`,
);

export function hasSign(key: string): boolean {
  return signed.test(key.replace(/^adjusted (?=[A-Z])/, ""));
}

interface Words {
  readonly adjusted: boolean;
  /** Lower case, singular, without marks, articles and the word "adjusted". */
  readonly plain: string;
  readonly key: string;
}

const known = new Map<string, Words>();
/** Bounds the memory of a long run. */
const mostKnown = 20_000;

function readWords(words: string): Words {
  const found = known.get(words);
  if (found) return found;
  const adjusted = /\badjusted\b|\bnon-?\s*gaap\b/i.test(words);
  let plain = conceptKey(spelledOut(adjusted ? words.replace(/\bnon-\s+gaap/gi, "non-GAAP") : words));
  if (adjusted) plain = plain.replace(/\b(?:adjusted|non gaap)\b/g, " ");
  plain = plain
    .replace(/\b(?:the|our|its|group|company|gaap)\b/g, " ")
    .replace(/\bprofits\b/g, "profit")
    .replace(
      /\b(?:(?:combined|overall|consolidated|total|worldwide) )?(?:effective )?(?:income )?tax rate\b/,
      "tax rate",
    )
    .replace(/ {2,}/g, " ")
    .trim();
  const key = keyOf(plain);
  const read = { adjusted, plain, key: adjusted ? `adjusted ${key}` : key };
  if (known.size >= mostKnown) known.clear();
  known.set(words, read);
  return read;
}

/** Abbreviations that filings use without saying what they stand for. */
const abbreviations: Readonly<Record<string, string>> = {
  "SG&A": "selling, general and administrative expenses",
  "G&A": "general and administrative expenses",
  "R&D": "research and development expenses",
  EPS: "earnings per share",
};
const abbreviated = /(?<![\w&(“"])(SG&A|G&A|R&D|EPS)\b(?: expenses?\b)?/g;

function spelledOut(words: string): string {
  if (!/[GR&]&|EPS/.test(words)) return words;
  return words.replace(abbreviated, (found, short: string) => abbreviations[short] ?? found);
}

function keyOf(plain: string): string {
  if (/\bmargin\b/.test(plain)) return plain.replace(resultBeforeMargin, "");
  if (/\bper (?:\w+ )?(?:share|ads)\b/.test(plain)) return perShareKey(plain);
  return conceptOf(plain) ?? generalKey(plain);
}

const anyResult = new RegExp(`\\b${results}\\b`);
const resultBeforeMargin = new RegExp(`\\b${results} (?=margin)`);
const resultOfKind = new RegExp(`\\b(gross|operating|net|comprehensive) ${results}\\b`, "g");

/**
 * Equal keys speak of the same thing. A known concept is its own key; "Adjusted X", "X (Non-GAAP
 * Financial Measure)" and "Non-GAAP X" are one, and of profit and loss a result.
 */
export function subjectKey(words: string): string {
  return readWords(words).key;
}

function generalKey(key: string): string {
  return key
    .replace(resultOfKind, "$1 result")
    .replace(/\b(\w{3,}[^s\W])s\b/g, "$1")
    .replace(/ net$/, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** "Basic and diluted net loss per share" -> "net result per share basic diluted". */
function perShareKey(key: string): string {
  const kinds = ["basic", "diluted"].filter((kind) => key.includes(kind));
  const unit = /\bper (?:\w+ )?ads\b/.test(key) ? "per ads" : "per share";
  const measure = key
    .replace(/\b(?:basic|diluted|and)\b/g, " ")
    .replace(/\bper (?:\w+ )?(?:share|ads)\b.*$/, "")
    .replace(/\battributable to .*$/, "")
    .replace(anyResult, "result")
    .replace(/ {2,}/g, " ")
    .trim();
  return [measure, ...kinds, unit].filter((part) => part !== "").join(" ");
}

/** Keys under which a row can be spoken of: its caption, and for a line of a list the list's name with it. */
export function captionKeys(caption: string, section: readonly string[]): string[] {
  const own = readWords(caption);
  const keys = [own.key];
  // "Sales, net of discounts and returns" are sales.
  const short = /^(.*?\S)\s*,?\s+(?:net of|less|exclusive of|excluding)\b/i.exec(caption)?.[1];
  if (short !== undefined && /\bnet of\b/i.test(caption)) keys.push(subjectKey(short));
  const list = section.at(-1)?.replace(/[:：]\s*$/, "") ?? "";
  if (list !== "" && list.length < 60 && !own.adjusted) {
    if (/\bper\b/i.test(list)) keys.push(subjectKey(`${caption} ${list}`));
    else {
      const of = readWords(list).plain;
      if (of !== "" && !own.plain.includes(of)) {
        keys.push(
          generalKey(`${own.plain} ${of}`),
          generalKey(`${of} from ${own.plain}`),
          generalKey(`${of} of ${own.plain}`),
        );
      }
    }
  }
  return keys.filter((key, i) => key !== "" && keys.indexOf(key) === i);
}
