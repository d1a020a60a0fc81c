/**
 * The printed text of one cell -> what it says. Never guesses: a cell that looks like a figure but
 * breaks the grammar of figures is `damaged`, with what is left of its digits.
 */
import { type Decimal, negate, parseDecimal } from "./decimal.ts";
import { holdsSeveral } from "./several.ts";

/** What is left of a damaged figure. */
export interface Fragment {
  /** The digits that can be read, in order. */
  readonly digits: string;
  readonly negative: boolean;
}

export type Printed =
  | { readonly kind: "blank" }
  /** A dash or "nil": the figure is zero, or there is none. */
  | { readonly kind: "nil" }
  | { readonly kind: "text" }
  | {
      readonly kind: "figure";
      /** As printed: sign applied, percent and scale not. The exponent is that of the last digit. */
      readonly value: Decimal;
      readonly percent: boolean;
      /** ISO code of a currency mark in the cell itself. */
      readonly currency: string | null;
    }
  | { readonly kind: "damaged"; readonly reason: string; readonly fragment: Fragment };

const currencyMarks: readonly [RegExp, string | null][] = [
  [/^(?:RMB|CNY|CN¥)\s*/i, "CNY"],
  [/^(?:US\s?\$|USD|U\.S\.\$)\s*/i, "USD"],
  [/^(?:HK\s?\$|HKD)\s*/i, "HKD"],
  [/^(?:NT\s?\$|TWD)\s*/i, "TWD"],
  [/^(?:C\s?\$|CA\s?\$|CAD)\s*/i, "CAD"],
  [/^(?:€|EUR)\s*/i, "EUR"],
  [/^(?:£|GBP)\s*/i, "GBP"],
  [/^(?:JP¥|JPY)\s*/i, "JPY"],
  [/^(?:₹|INR|Rs\.)\s*/i, "INR"],
  [/^(?:AU?\s?\$|AUD)\s*/i, "AUD"],
  [/^(?:S\s?\$|SGD)\s*/i, "SGD"],
  [/^(?:R\s?\$|BRL)\s*/i, "BRL"],
  [/^CHF\s*/i, "CHF"],
  [/^(?:₩|KRW)\s*/i, "KRW"],
  // Which dollar and which yen or yuan a bare mark means, the column or the filing says.
  [/^[$¥]\s*/, null],
];

const blank: Printed = { kind: "blank" };

/** Marks of nil: dashes, underscores, dots and commas of a leader, with the mark of a currency or percentage ("$--", "--%"). */
const nil =
  /^(?:[$€£¥]\s*)?(?:[-\u2010-\u2015\u2212_]+|\(-+\)|-0-|[\s·.,_\u2013\u2014-]*[·_\u2010-\u2015\u2212-][\s·.,_\u2013\u2014-]*|nil|Nil|NIL)(?:\s*%)?$/;
const sound = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** Footnote marks behind a figure: (1), (a), (B)(J), *, †, superscript digits. */
const footnote = /(?<=[\d)%])\s*(?:(?:\((?:\d{1,2}|[a-z])\))+|[*†‡§]+|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$/i;

/** "1,234 €"; a mark of dollars there is mostly that of the figure in the next column. */
const markBehind = /(?<=[\d)%])\s*([$€£])$/;

/** What nearly all cells are: grouped digits, perhaps in brackets, perhaps with decimals. */
const common = /^(\(?)(\d{1,3}(?:,\d{3})*(?:\.\d+)?)(\)?)$/;

/** Characters; with the dots that lead to it a printed figure has no more. */
const longestFigure = 250;
/** Of a number. */
export const mostDigits = 60;

export function readFigure(text: string): Printed {
  if (text === "") return blank;
  if (text.length > longestFigure) return { kind: /\S/.test(text) ? "text" : "blank" };
  const plain = text.length > mostDigits ? null : common.exec(text);
  if (plain && (plain[1] === "(") === (plain[3] === ")")) {
    const digits = plain[2] ?? "";
    if (!/^0[\d,]/.test(digits)) {
      const value = parseDecimal(digits.replaceAll(",", ""));
      return {
        kind: "figure",
        value: plain[1] === "(" ? negate(value) : value,
        percent: false,
        currency: null,
      };
    }
  }
  if (!/\S/.test(text)) return blank;
  if (!/[1-9]/.test(text) && nil.test(text)) return { kind: "nil" };
  if (!/\d/.test(text)) return { kind: /[\p{L}]/u.test(text) ? "text" : "blank" };
  // A mark of percent printed twice says no more than once.
  let rest = text.trim().replace(/%\s*%$/, "%");
  let currency: string | null = null;
  let negative = false;
  const behind = markBehind.exec(rest);
  if (behind) {
    rest = rest.slice(0, behind.index);
    currency = behind[1] === "€" ? "EUR" : behind[1] === "£" ? "GBP" : null;
  }
  if (/^\(.*\)$/.test(rest.replace(footnote, "")) || /^\([^()]*\)\s*%$/.test(rest)) {
    const percentBehind = rest.endsWith("%");
    rest = rest.replace(footnote, "").replace(/\s*%$/, "").slice(1, -1).trim() + (percentBehind ? "%" : "");
    negative = true;
  }
  for (const [mark, code] of currencyMarks) {
    if (!mark.test(rest)) continue;
    rest = rest.replace(mark, "");
    currency = code ?? currency;
    break;
  }
  if (/^\(.*\)$/.test(rest.replace(footnote, "")) && !negative) {
    rest = rest.replace(footnote, "").slice(1, -1).trim();
    negative = true;
  }
  if (/^[-\u2010-\u2013\u2212]\s*(?=[\d$.])/.test(rest) && !negative) {
    rest = rest.replace(/^[-\u2010-\u2013\u2212]\s*/, "").replace(/^\$\s*/, "");
    negative = true;
  }
  // Japanese statements print negative amounts so; before a percentage a triangle may point up.
  if (/^[△▲]\s*\d[\d,.]*$/.test(rest) && !negative) {
    rest = rest.slice(1).trim();
    negative = true;
  }
  rest = rest.replace(footnote, "");
  const percent = rest.endsWith("%");
  rest = rest.replace(/\s*%$/, "");
  if (/^\.\d+$/.test(rest) && !text.includes(",")) rest = `0${rest}`;
  if (rest.length > mostDigits) return { kind: "text" };
  if (sound.test(rest) && !/^0\d/.test(rest)) {
    const value = parseDecimal(rest.replaceAll(",", ""));
    return { kind: "figure", value: negative ? negate(value) : value, percent, currency };
  }
  return readDamaged(text, rest, negative);
}

/** Letters that OCR puts where digits were; anything else with letters is text. */
const figureLike = /^[\s\d.,()$%=:;'"/\\|·_~<>{}[\]lIOoSB\u2010-\u2015\u2212-]+$/;

/** Numbers that are not figures: those of a list, bounds (">480", "~10%"), dates and what is left of them ("31, 2023", "2024."), ranges ("31%-75%"), ratios ("2.1:1"), numbers of files and registers. */
const otherNumber =
  /^(?:\d{1,2}\.(?:\d{1,2}\.(?:\d\d|(?:19|20)\d\d))?|~\s*\$?[\d,.]*\d\s*%?|\d[\d.]*\s?:\s?\d[\d.]*|(?:[1-9]|[12]\d|3[01]),\s?(?:19|20)\d\d[,.;]?|(?:19|20)\d\d[.;]|0\d{5,}|\(?000s?\)?|[<>≤≥]\s*\$?[\d,.]+\s*%?|\d{1,2}\/\d{1,2}\/(?:\d\d|\d{4})|\d{1,2}\/(?:\d{4}|\d\d)|(?:19|20)\d\d[-/]\d\d(?:[-/]\d\d)?|\d{2,}-\d{2,}(?:-\d+)*|\$?\s*[\d,.]*\d\s*%?\s*[-\u2010-\u2015]\s*\$?\s*[\d,.]*\d\s*%?|[\u2010-\u2015-]\s*%\s*[\u2010-\u2015-]\s*[\d.]+\s*%)$/;

/** "10–12/2024", "1.1.–31.12.2024": from one month or day to another. */
const span =
  /^\d{1,2}(?:\s?[-\u2010-\u2015]\s?\d{1,2}\/(?:\d{4}|\d\d)|\.\d{1,2}\.?\s?[-\u2010-\u2015]\s?\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)$/;

/** "S$'000", "000": the scale of a column. */
const thousands = /^(?:[^\d'’‘`]{0,4}['’‘`]\s?)?000(?:[,.]000)?s?$/;

function readDamaged(text: string, rest: string, negative: boolean): Printed {
  const digits = text.replace(/\D/g, "");
  if (!figureLike.test(text) || otherNumber.test(text.trim())) return { kind: "text" };
  if (span.test(text.trim())) return { kind: "text" };
  if (thousands.test(text) || holdsSeveral(text)) return { kind: "text" };
  const fragment: Fragment = { digits, negative: negative || /^\s*\(/.test(text) };
  return { kind: "damaged", reason: damageReason(text, rest), fragment };
}

function damageReason(text: string, rest: string): string {
  if (/^\d{1,3}(?:,\d{3})*,\d{1,2}$/.test(rest)) return "cut off: its last group has too few digits";
  if (/^[\d,]+$/.test(rest)) return "its digits are not grouped by three";
  if (/^\(?[\d,.]+\)?$/.test(text)) return "its brackets or separators do not match";
  return "it holds stray characters";
}

/** Digits that OCR takes for each other. */
const confusable = ["068", "17", "38", "56", "49", "27", "69"];

/** Whether OCR may read one digit as the other. */
export function looksLike(a: string, b: string): boolean {
  return confusable.some((set) => set.includes(a) && set.includes(b));
}
