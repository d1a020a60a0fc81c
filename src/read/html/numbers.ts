/**
 * The text of one cell of a table: a number, or a piece of one. Converters give currency marks, brackets
 * and percent signs cells of their own.
 */

/** prefix: opens a number · suffix: ends one · nil: a dash for zero · blank · text: anything else. */
export type Piece = "blank" | "number" | "nil" | "prefix" | "suffix" | "mark" | "text";

const currency =
  "(?:US\\s?\\$|RMB|CNY|HK\\s?\\$|NT\\s?\\$|CA?\\s?\\$|A\\s?\\$|S\\s?\\$|R\\s?\\$|USD|EUR|GBP|CAD|CHF|SEK|NOK|DKK|INR|Rs\\.?|[$€£¥₹₩])";
const dash = "[-\\u2010-\\u2015\\u2212]";
/** Before a number; alone a triangle is no dash. */
const minus = "[-\\u2010-\\u2015\\u2212△▲]";
/** Last, groups by points or blanks, and a decimal comma. */
const digits =
  "(?:\\d[\\d,]*(?:\\.\\d*)?|\\.\\d+|\\d{1,3}(?:\\.\\d{3})+(?:\\.\\d{3}|,\\d+)|\\d{1,3}(?:\\s\\d{3})+(?:,\\d+)?)";
const footnote = "(?:\\s*(?:\\((?:\\d{1,2}|[a-z])\\)|[*†‡§#]+|[\\u00b9\\u00b2\\u00b3\\u2070-\\u2079]+))?";
const unit = "(?:\\s*(?:%|x|pts?\\.?|bps?|ppts?))?";

const number = new RegExp(
  `^(?:${minus}\\s*)?\\(?\\s*${currency}?\\s*(?:${minus}\\s*)?\\(?\\s*${digits}\\s*\\)?${unit}\\s*\\)?${footnote}$`,
  "i",
);
const nilMark = new RegExp(`^\\(?\\s*${currency}?\\s*(?:${dash}+|nil)\\s*\\)?\\s*%?\\s*\\)?$`, "i");
const prefix = new RegExp(
  `^(?:${dash}?\\s*${currency}?\\s*\\(?\\s*${currency}|\\(|\\(\\s*${currency}|${currency}\\s*\\()\\s*$`,
  "i",
);
const suffix = new RegExp(
  `^(?:\\)|%|\\)\\s*%|%\\s*\\)|\\)?\\s*(?:x|pts?\\.?|bps?\\.?|ppts?\\.?)\\s*\\)?)${footnote}$`,
  "i",
);
const markOnly = /^(?:\((?:\d{1,2}|[a-z])\)|[*†‡§#])(?:\s*(?:,\s*)?(?:\((?:\d{1,2}|[a-z])\)|[*†‡§#]))*$/i;

export function pieceOf(text: string): Piece {
  if (text === "") return "blank";
  const first = text.charCodeAt(0);
  // Letters start neither; nearly all captions leave here.
  if (text.length > 40) return "text";
  if (first >= 48 && first <= 57) return number.test(text) ? "number" : "text";
  if (suffix.test(text)) return "suffix";
  if (prefix.test(text)) return "prefix";
  if (markOnly.test(text)) return "mark";
  if (nilMark.test(text)) return "nil";
  return number.test(text) ? "number" : "text";
}

export function isYear(text: string): boolean {
  return /^(?:FY\s?)?(?:19|20)\d\d(?:\s?[AE])?$/i.test(text);
}

const currencyMark = new RegExp(currency, "i");
/** The currency mark of a printed number, or null. */
export function currencyOf(printed: string): string | null {
  return /^[\d(.]?[\d.,]*\)?$/.test(printed) ? null : (currencyMark.exec(printed)?.[0] ?? null);
}

const footnoteBehind = new RegExp(`(?<=[\\d)%])${footnote}$`, "i");

/** The number as the figures' grammar has it: no currency mark, no blanks, no footnote mark. */
export function numberText(printed: string): string {
  let text = printed;
  if (/[^\d.,()]/.test(text)) {
    text = text.replace(currencyMark, "").replace(/\s+(?!\d{3}(?!\d))/g, "");
    text = text.replace(/^\((.*)%\)$/, "($1)%");
  }
  return text.replace(footnoteBehind, "").replace(/^\(\((.*)\)\)$/, "($1)");
}
