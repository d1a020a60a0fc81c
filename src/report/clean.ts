/**
 * A filing is hostile input: a caption may hold terminal escapes, line breaks that forge a line of the
 * report, or bidirectional overrides that show 169 as 961. Whatever people read goes through here.
 */

/** Anything that needs a second look; most strings leave at this test. */
const suspicious = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|::|##/u;
/**
 * What the log of a CI run takes for a command: "::error::…" of GitHub where a line may begin, "##[error]…" and
 * "##vso[…]" of Azure anywhere.
 */
const logCommand = /(?<![^\s])::(?=[a-z])|##(?=\[|vso\[)/gi;
/** Format characters without a shape: soft hyphen, zero-width space, direction marks, joiners of words, tags. */
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff\u{e0000}-\u{e007f}]/gu;
const lineBreaks = /[\t\n\r\u0085\p{Zl}\p{Zp}]+/gu;
/** Controls, and the embeddings and overrides that reorder what follows them. */
const harmful = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** The same without line feed and tab. */
const harmfulInBlock = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Zl}\p{Zp}]/gu;
const loneSurrogate = /\p{Cs}/gu;

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** One line of text that is safe to print: breaks become a space, controls become a visible `\u001b`. */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(lineBreaks, " ")
    .replace(invisible, "")
    .replace(logCommand, ([mark = ""]) => `${mark} ${mark}`)
    .replace(harmful, escapeCharacter)
    .replace(loneSurrogate, "\ufffd");
}

/** Text of several lines that is safe to print: keeps line feeds and tabs. The escapes are valid inside JSON. */
export function cleanBlock(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(/\r\n/g, "\n")
    .replace(logCommand, ([mark = ""]) => `${mark} ${mark}`)
    .replace(harmfulInBlock, escapeCharacter)
    .replace(loneSurrogate, "\ufffd");
}

function cleanUnknown(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanUnknown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanUnknown(inner)]));
}

/**
 * A copy of plain data with every string in it cleaned. Reporters call it once on what they are given,
 * so that no field can be forgotten.
 */
export function clean<T>(value: T): T {
  return cleanUnknown(value) as T;
}
