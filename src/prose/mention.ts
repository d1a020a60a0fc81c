/** Numbers in running text: value, unit, currency, scale word, sign, and where they stand. */
import { mostDigits } from "../money/figure.ts";
import { type Decimal, decimal, negate, parseDecimal } from "../money/decimal.ts";

export interface Mention {
  /** The whole print, currency and scale word included: offsets in the sentence. */
  readonly at: number;
  readonly end: number;
  /** The digits with their sign: the place to point at. */
  readonly numberAt: number;
  readonly numberEnd: number;
  /** In units, with the sign of the print. The exponent is that of the last printed digit. */
  readonly value: Decimal;
  readonly unit: "currency" | "percent" | "points" | "count";
  /** ISO code; null for a bare "$" or "¥" and for what is no money. */
  readonly currency: string | null;
  readonly scale: number;
  /** Whether a scale word stands behind it. */
  readonly scaled: boolean;
  /** "RMB", " million". */
  readonly before: string;
  readonly after: string;
  /** It stands in brackets behind another that is in the same: "EUR 53.1 (57.6) million". */
  readonly beside?: true;
}

const scales: Readonly<Record<string, number>> = {
  "ten thousand": 4,
  "hundred million": 8,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  m: 6,
  mn: 6,
  bn: 9,
};

const codes: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:RMB|CNY)/i, "CNY"],
  [/^(?:US|U\.S\.)/i, "USD"],
  [/^(?:HK)/i, "HKD"],
  [/^(?:NT)/i, "TWD"],
  [/^(?:€|EUR)/i, "EUR"],
  [/^(?:£|GBP)/i, "GBP"],
  [/^SEK/i, "SEK"],
  [/^NOK/i, "NOK"],
  [/^DKK/i, "DKK"],
  [/^CHF/i, "CHF"],
];

const currency = "(?:RMB|CNY|(?:US|U\\.S\\.|HK|NT)\\s?\\$|USD|HKD|EUR|GBP|SEK|NOK|DKK|CHF|[$€£¥])";
const minus = "[-\\u2010-\\u2013\\u2212]";
const digits = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
let pattern: RegExp | undefined;

/** Compiled when the first sentence with a digit is read. */
function numbers(): RegExp {
  pattern ??= new RegExp(
    `(?<![\\w.,/+]|\\w${minus})(?<lead>${minus})?(?<mark>${currency})?\\s?(?<sign>${minus})?(?:\\((?<inner>${digits})\\)|(?<outer>${digits}))` +
      "(?![\\d/]|[.,]\\d|(?!(?:mn?|bn)\\b)[A-Za-z])(?:\\s?(?<short>mn?|bn)\\b)?(?<unit>\\s?%(?:\\s+points?\\b)?|\\s+per\\s?cent\\b|\\s+(?:percentage|basis) points?\\b)?(?:\\s+(?<scale>ten thousand|hundred million|thousand|million|billion|trillion)\\b)?|\\bnil\\b",
    "gi",
  );
  return pattern;
}

const mostMentions = 150;

export function mentionsIn(text: string): Mention[] {
  if (!/\d|\bnil\b/i.test(text)) return [];
  const found: Mention[] = [];
  for (const match of text.matchAll(numbers())) {
    const pair = pairOf(match, text);
    if (pair) {
      found.push(...pair);
      continue;
    }
    const mention = match[0].toLowerCase() === "nil" ? nilAt(match.index) : mentionOf(match);
    if (mention) found.push(mention);
  }
  // A list that was run together: what stands around a number there says nothing of it.
  return found.length > mostMentions ? [] : inOneUnit(found, text);
}

const joint = /^\s*(?:,|,?\s*(?:and|or|to))\s*$/i;

/** "$0.2 and $0.3 million": the scale word behind the last of amounts that are told together is of all of them. */
function inOneUnit(mentions: readonly Mention[], text: string): Mention[] {
  const read = [...mentions];
  for (let i = read.length - 2; i >= 0; i--) {
    const [amount, next] = [read[i], read[i + 1]];
    if (!amount || !next || !isToldWith(amount, next, text)) continue;
    const { coefficient, exponent } = amount.value;
    read[i] = {
      ...amount,
      value: { coefficient, exponent: exponent + next.scale },
      scale: next.scale,
      scaled: true,
      after: next.after,
    };
  }
  return read;
}

/** Printed alike: "$950 and $1.2 million" may well be 950 dollars, and "$1,950 and $1.2 million" is nothing else. */
function isToldWith(amount: Mention, next: Mention, text: string): boolean {
  if (amount.unit !== "currency" || amount.scaled || !next.scaled || next.beside) return false;
  if (next.unit !== "currency" || amount.before !== next.before) return false;
  const print = text.slice(amount.numberAt, amount.numberEnd);
  if (print.includes(",") || amount.value.exponent !== next.value.exponent - next.scale) return false;
  return joint.test(text.slice(amount.end, next.at));
}

const besides = new RegExp(
  `^\\s?\\((?<sign>${minus})?(?<inner>${digits})\\)(?<after>\\s?%|\\s+per\\s?cent\\b|\\s+(?<scale>thousand|million|billion|trillion)\\b)`,
  "i",
);

/** "SEK 495 million (539)", "7.5 percent (7.4)": the unit is said once, and both are printed to the same digit. */
const behindUnit = new RegExp(`^\\s\\((?<sign>${minus})?(?<inner>${digits})\\)(?<after>)`, "i");

/** Where amounts are printed in these, the year before stands beside them in brackets. */
const european = /^(?:€|EUR|SEK|NOK|DKK|CHF)/i;

function alikePrinted(print: string, other: string): boolean {
  const places = (text: string): number => (/\.(\d+)$/.exec(text)?.[1] ?? "").length;
  const size = (text: string): number => text.replace(/\D/g, "").length;
  // "(2024)" may be a year, and "(3)" or "(12)" behind a long number the mark of a footnote.
  if (/^(?:19|20)\d\d$/.test(other)) return false;
  return (
    places(print) === places(other) && (places(print) > 0 || size(other) >= Math.max(2, size(print) - 1))
  );
}

/** "EUR 53.1 (57.6) million", "7.5 (7.6)%": what stands behind both is of both. */
function pairOf(match: RegExpExecArray, text: string): readonly Mention[] | null {
  const { mark, inner, outer = "", unit, scale, short } = match.groups ?? {};
  if (inner !== undefined) return null;
  const from = match.index + match[0].length;
  const ahead = text.slice(from, from + longestBeside);
  const isUnitSaid = unit !== undefined || scale !== undefined || short !== undefined;
  const behind = (isUnitSaid ? behindUnit : besides).exec(ahead);
  if (!behind) return null;
  const after = behind.groups?.["after"] ?? "";
  const print = behind.groups?.["inner"] ?? "";
  const sign = behind.groups?.["sign"] ?? "";
  if (isUnitSaid && !alikePrinted(outer, print)) return null;
  if (isUnitSaid && (mark === undefined ? unit === undefined : !european.test(mark))) return null;
  const whole = {
    unit: behind.groups?.["scale"] === undefined ? after : undefined,
    scale: behind.groups?.["scale"],
  };
  const now = mentionOf(
    isUnitSaid ? match : ({ ...match, groups: { ...match.groups, ...whole } } as RegExpExecArray),
  );
  if (!now) return null;
  const plain = parseDecimal(print.replaceAll(",", ""));
  const numberAt = from + behind[0].indexOf("(") + 1;
  const value = { coefficient: plain.coefficient, exponent: plain.exponent + now.scale };
  const base: Mention = {
    ...now,
    at: numberAt - 1,
    end: from + behind[0].length,
    numberAt,
    numberEnd: numberAt + sign.length + print.length,
    value: sign === "" ? value : negate(value),
    after: "",
    before: "",
    beside: true,
  };
  return [isUnitSaid ? now : { ...now, after: after.replace(/\s+/g, " ") }, base];
}

/** "(1,234.5) per cent" and its like. */
const longestBeside = 40;

/** "nil" is nothing at all, to the precision that sentences print: a tenth of a million. */
function nilAt(at: number): Mention {
  return {
    at,
    end: at + 3,
    numberAt: at,
    numberEnd: at + 3,
    value: decimal(0n, 5),
    unit: "currency",
    currency: null,
    scale: 6,
    scaled: true,
    before: "",
    after: "",
  };
}

/** null for a number that says nothing of money, shares or percent: a year, a day, an age. */
function mentionOf(match: RegExpExecArray): Mention | null {
  const { lead, mark, sign, inner, outer, unit, short } = match.groups ?? {};
  const scale = match.groups?.["scale"] ?? short;
  const print = inner ?? outer ?? "";
  if (print.length > mostDigits) return null;
  // "40 m" may be of anything.
  if (mark === undefined && short !== undefined) return null;
  if (mark === undefined && unit === undefined && scale === undefined && !print.includes(",")) return null;
  if (mark === undefined && inner !== undefined) return null;
  const points = unit !== undefined && /point/i.test(unit);
  const power =
    unit === undefined ? (scales[scale?.toLowerCase() ?? ""] ?? 0) : /basis/i.test(unit) ? -4 : -2;
  const plain = parseDecimal(print.replaceAll(",", ""));
  const value = { coefficient: plain.coefficient, exponent: plain.exponent + power };
  const whole = match[0];
  let from = whole.indexOf(print, lead?.length ?? 0);
  const to = from + print.length + (inner === undefined ? 0 : 1);
  if (inner !== undefined) from--;
  else if (sign !== undefined) from = whole.lastIndexOf(sign, from);
  else if (mark === undefined && lead !== undefined) from = 0;
  const negative = lead !== undefined || sign !== undefined || inner !== undefined;
  const blank = whole.length - whole.trimStart().length;
  return {
    at: match.index + blank,
    end: match.index + whole.length,
    numberAt: match.index + from,
    numberEnd: match.index + to,
    value: negative ? negate(value) : value,
    unit: points ? "points" : unit !== undefined ? "percent" : mark === undefined ? "count" : "currency",
    currency: mark === undefined ? null : codeOf(mark),
    scale: power,
    scaled: scale !== undefined,
    before: (mark ?? "").replace(/\s/g, ""),
    after: whole.slice(to).replace(/\s+/g, " "),
  };
}

function codeOf(mark: string): string | null {
  return codes.find(([start]) => start.test(mark))?.[1] ?? null;
}
