/** Words about periods -> Period: "in the same quarter of 2023", "last quarter", "as of December 31, 2024". */
import { dash, monthOf, monthsBetween } from "../tables/month-range.ts";
import { monthName } from "../read/months.ts";
import { makePeriod, monthsOf, readDates } from "../tables/period.ts";
import type { Period } from "../tables/table.ts";
import {
  before,
  type Calendar,
  ending,
  firstMonths,
  isNth,
  latest,
  quarter,
  year,
  yearsBefore,
} from "./calendar.ts";

/** What the words are read beside. */
export interface Setting {
  readonly calendar: Calendar;
  /** The period of the heading or of the subject's own figure. */
  readonly base: Period | null;
  /** What the filing defines "the Reporting Period" to be. */
  readonly reporting: Period | null;
}

export interface When {
  readonly at: number;
  readonly end: number;
  /** null: words about a period, but which is not certain. */
  readonly period: Period | null;
}

const ordinal = "first|second|third|fourth|1st|2nd|3rd|4th";
const month = monthName;
const anno = "(?:19|20)\\d\\d";
export const date = `(?:${month}\\.?\\s+\\d{1,2},?\\s+${anno}|\\d{1,2}\\s+${month},?\\s+${anno})`;
const lastYear =
  "(?:last|the (?:previous|prior|preceding)|previous|prior|a) (?:fiscal )?year(?:\\s+(?:ago|earlier))?";
const fiscal = "(?:fiscal\\s+(?:year\\s+)?|fy\\s*)?";
/** A year in two digits says that it is one: "'24", "24’", "FY24". */
const short = "['’‘]\\s?\\d\\d(?!\\d)|\\d\\d(?=['’](?!\\w))|fy\\s?['’‘]?\\d\\d(?!\\d)";
const counted =
  "three|six|nine|twelve|thirteen|twenty[- ]six|thirty[- ]nine|fifty[- ]two|fifty[- ]three|3|6|9|12|13|26|39|52|53";
const intro =
  "(?:\\b(?:as of|as at|in|for|of|during|at|on|from|by)\\s+)?(?:the\\s+)?(?<endOf>end\\s+of\\s+(?:the\\s+)?)?";

const forms = [
  `(?:1\\s+)?(?<firstMonth>${month})\\.?(?:\\s+1)?\\s*(?:${dash}|\\bto\\b|\\bthrough\\b)\\s*(?:3[01]\\s+)?(?<lastMonth>${month})\\b\\.?(?:\\s+3[01](?!\\d))?(?:\\s*,?\\s*(?<rangeYear>${anno}))?`,
  `(?<firstNumber>\\d{1,2})\\s?${dash}\\s?(?<lastNumber>\\d{1,2})/(?<numbersYear>${anno})`,
  `(?<same>(?:same|corresponding|comparable|prior[- ]year|year[- ]ago)\\s+(?:(?:fiscal|comparable|prior[- ]year)\\s+)?(?:quarter|period|year))(?:\\s*,?\\s*(?:(?:in|of)\\s+)?(?:the\\s+)?${fiscal}(?<sameYear>${anno}|${lastYear}))?`,
  `(?:(?:prior|last|previous)[- ](?:fiscal\\s+)?year\\s+)?(?:(?<span>${counted})[\\s-]+(?:months?|weeks?)(?:\\s+(?:fiscal\\s+)?(?:period|quarter|year))?|(?:(?:${ordinal})\\s+)?(?:fiscal\\s+)?(?<ended>quarter|year|half))\\s+end(?:ed|ing)\\s+(?<endDate>${date})`,
  `(?:fiscal\\s+)?(?<yearBefore>${anno})\\s+(?:(?<nthBehind>${ordinal})[- ](?:fiscal\\s+)?quarter|q(?<qBehind>[1-4]))`,
  `(?<nth>${ordinal})[- ](?:fiscal\\s+)?quarter(?:\\s*,?\\s*(?:(?:of|in)\\s+)?(?:the\\s+)?${fiscal}(?<nthYear>${anno}|${lastYear}))?`,
  `(?:q(?<q>[1-4])|(?<qAfter>[1-4])q)(?:\\s*(?:of\\s+)?(?:${fiscal}(?<qYear>${anno})|(?<qShort>${short}|(?<=q|q[1-4])\\d\\d(?!\\d))))?(?<unsure>\\s+\\d\\d(?![\\d,.%]))?`,
  `(?<monthsIn>3|6|9|12)m\\s*(?:of\\s+)?(?:${fiscal}(?<monthsYear>${anno})|(?<monthsShort>${short}|(?<=m)\\d\\d(?!\\d)))`,
  `(?<half>(?:h[12]|[12]h)\\s*(?:${anno}|${short}|(?<=h|h[12])\\d\\d(?!\\d))?)`,
  `(?<previous>(?:last|previous|prior|preceding)\\s+quarter)`,
  `(?<this>(?:this|current)\\s+(?:fiscal\\s+)?(?:quarter|year|period))`,
  `(?<reporting>reporting period)`,
  `(?<date>${date})`,
  `(?:(?:full|fiscal|financial)[- ]year|fiscal|fy|year)\\s*(?<named>${anno})`,
  `(?<namedShort>fy\\s?['’‘]?\\d\\d)(?!\\d|[.,]\\d)`,
  `(?<lastYear>(?:last|previous|prior|preceding)\\s+(?:fiscal\\s+)?year|year\\s+(?:ago|earlier))`,
  `(?<=\\b(?:in|for|of|during|from)\\s+)(?<bare>${anno})(?![\\d,.]*\\d|\\s*[-–])`,
  `(?<=\\bthe\\s+)(?<the>quarter|year|period)(?!\\s+(?:end|of|over|on\\b|ago|earlier|\\d))`,
];

let compiled: RegExp | undefined;

/** One expression for both uses, over lower-case text: compiling it takes longer than all its matches. */
function phrases(): RegExp {
  compiled ??= new RegExp(`${intro}\\b(?:${forms.join("|")})\\b`, "g");
  return compiled;
}

/** In lower case, unless that would move offsets. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

/** All words about periods in a stretch of text. */
export function whensIn(text: string, setting: Setting): When[] {
  if (!hint.test(text)) return [];
  return [...lower(text).matchAll(phrases())].map((match) => whenOf(match, 0, setting));
}

/** Words about a period at the very start of a text, behind a closing bracket or a comma at most. */
export function whenAtStart(text: string, setting: Setting): When | null {
  const start = /^[\s)]*,?\s*/.exec(text)?.[0].length ?? 0;
  const head = text.slice(start, start + longestPhrase);
  if (!hint.test(head)) return null;
  const [match] = lower(head).matchAll(phrases());
  return match?.index === 0 ? whenOf(match, start, setting) : null;
}

const longestPhrase = 120;

/** Cheap: no period is named without one of these. */
const hint =
  /\b(?:jan|apr|jul|oct)[a-z]*\.?\s*(?:[-\u02d7\u2010-\u2015\u2212]|to\b|through\b)|(?:19|20)\d\d|quarter|year|period|\bq[1-4]|\b[1-4]q|\bfy|\b\d{1,2}m\b|\b[12]h|\bh[12]/i;

function whenOf(match: RegExpExecArray, offset: number, setting: Setting): When {
  return {
    at: offset + match.index,
    end: offset + match.index + match[0].length,
    period: atEnd(resolve(match.groups ?? {}, setting), match.groups?.["endOf"] !== undefined),
  };
}

/** "At the end of the quarter": the day that it ends on. */
function atEnd(period: Period | null, isEnd: boolean): Period | null {
  return isEnd && period ? { kind: "instant", end: period.end } : period;
}

const ordinals = ["first", "second", "third", "fourth"];
/** Months of a span by the first word that counts them, in months or in weeks. */
const spans: Readonly<Record<string, number>> = {
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  thirteen: 3,
  twenty: 6,
  thirty: 9,
  fifty: 12,
  "3": 3,
  "6": 6,
  "9": 9,
  "12": 12,
  "13": 3,
  "26": 6,
  "39": 9,
  "52": 12,
  "53": 12,
  quarter: 3,
  year: 12,
  half: 6,
};

export function monthsSaid(word: string): number | null {
  return spans[/^[a-z]+|^\d+/.exec(word.toLowerCase())?.[0] ?? ""] ?? null;
}

function resolve(said: Readonly<Record<string, string | undefined>>, setting: Setting): Period | null {
  const { calendar, base, reporting } = setting;
  if (said["same"] !== undefined) {
    if (!base) return null;
    const years = said["sameYear"];
    // "the corresponding period" alone is that of the year before.
    if (years === undefined || !/^\d/.test(years)) return yearsBefore(calendar, base, 1);
    const gap = Number(base.end.slice(0, 4)) - Number(years);
    return gap >= 0 && gap < 10 ? yearsBefore(calendar, base, gap) : null;
  }
  const first = said["firstMonth"] ?? said["firstNumber"];
  const last = said["lastMonth"] ?? said["lastNumber"];
  if (first !== undefined && last !== undefined) {
    return range(calendar, monthSaid(first), monthSaid(last), said["rangeYear"] ?? said["numbersYear"]);
  }
  const endDate = said["endDate"];
  if (endDate !== undefined) {
    const months = monthsSaid(said["span"] ?? said["ended"] ?? "") ?? 12;
    return ending(calendar, isoDate(endDate), months);
  }
  // "Q4 23": a year, or a count of something.
  if (said["unsure"] !== undefined || said["half"] !== undefined) return null;
  const monthsIn = said["monthsIn"];
  if (monthsIn !== undefined) {
    const whole = year(calendar, yearSaid(said["monthsYear"] ?? said["monthsShort"] ?? ""));
    return whole && firstMonths(calendar, whole, Number(monthsIn));
  }
  const nth = said["nth"] ?? said["q"] ?? said["qAfter"] ?? said["nthBehind"] ?? said["qBehind"];
  if (nth !== undefined) {
    const n = /^\d/.test(nth) ? Number(nth[0]) : ordinals.indexOf(nth.toLowerCase()) + 1;
    const named = said["nthYear"] ?? said["qYear"] ?? said["qShort"] ?? said["yearBefore"];
    if (named !== undefined && named !== said["nthYear"]) return quarter(calendar, n, yearSaid(named));
    if (named !== undefined && /^\d/.test(named)) return quarter(calendar, n, Number(named));
    const now = base && monthsOf(base) === 3 ? base : latest(calendar, 3);
    if (!now) return null;
    if (!isNth(calendar, n, now)) return null;
    return named === undefined ? now : yearsBefore(calendar, now, 1);
  }
  if (said["previous"] !== undefined) return base && monthsOf(base) === 3 ? before(calendar, base) : null;
  const current = said["this"] ?? said["the"];
  if (current !== undefined) {
    const months = /quarter/i.test(current) ? 3 : /year/i.test(current) ? 12 : base ? monthsOf(base) : 0;
    return base && monthsOf(base) === months ? base : latest(calendar, months);
  }
  if (said["reporting"] !== undefined) return reporting;
  const day = said["date"];
  if (day !== undefined) return { kind: "instant", end: isoDate(day) };
  const named = said["named"] ?? said["namedShort"];
  if (named !== undefined) return year(calendar, yearSaid(named));
  if (said["lastYear"] !== undefined) return base ? yearsBefore(calendar, base, 1) : null;
  const bare = said["bare"];
  // Beside a quarter a bare year may mean the quarter of that year or the year.
  if (bare === undefined || (base && base.kind === "duration" && monthsOf(base) !== 12)) return null;
  return year(calendar, Number(bare));
}

function monthSaid(text: string): number {
  return /^\d/.test(text) ? Number(text) : monthOf(text);
}

/** From the first month to the last; where no year is said, the latest such months that the tables print. */
function range(calendar: Calendar, first: number, last: number, inYear: string | undefined): Period | null {
  if (first < 1 || last < 1 || first > 12 || last > 12) return null;
  const months = monthsBetween(first, last);
  if (inYear !== undefined) {
    const { end } = makePeriod({ year: Number(inYear), month: last }, null, "instant");
    return ending(calendar, end, months);
  }
  const isSame = (period: Period): boolean =>
    monthsOf(period) === months && Number(period.end.slice(5, 7)) === last;
  return calendar.durations.find(isSame) ?? null;
}

/** "2024", "'24", "24", "FY24". */
function yearSaid(text: string): number {
  const digits = text.replace(/\D/g, "");
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

export function isoDate(text: string): string {
  const [found] = readDates(text);
  return found ? makePeriod(found, null, "instant").end : "";
}

/** `for the year ended December 31, 2023 (the "Reporting Period")`. */
export function readReportingPeriod(texts: Iterable<string>, calendar: Calendar): Period | null {
  for (const text of texts) {
    const at = text.search(/\((?:the )?["“]Reporting Period["”]\)/i);
    if (at < 0) continue;
    const said = whensIn(text.slice(Math.max(0, at - 80), at), { calendar, base: null, reporting: null });
    return said.at(-1)?.period ?? null;
  }
  return null;
}
