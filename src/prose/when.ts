/** Words about periods -> Period: "in the same quarter of 2023", "last quarter", "as of December 31, 2024". */
import { makePeriod, monthsOf, readDates } from "../tables/period.ts";
import type { Period } from "../tables/table.ts";
import { before, type Calendar, ending, latest, quarter, year, yearsBefore } from "./calendar.ts";

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
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const date = `(?:${month}\\.?\\s+\\d{1,2},?\\s+20\\d\\d|\\d{1,2}\\s+${month},?\\s+20\\d\\d)`;
const lastYear = "(?:last|the (?:previous|prior|preceding)|previous|prior|a) year(?:\\s+ago)?";
const intro = "(?:\\b(?:as of|as at|in|for|of|during|at|on|from|by)\\s+)?(?:the\\s+)?";

const forms = [
  `(?<same>(?:same|corresponding|comparable|prior[- ]year|year[- ]ago)\\s+(?:fiscal\\s+)?(?:quarter|period|year))(?:\\s*,?\\s*(?:(?:in|of)\\s+)?(?:the\\s+)?(?:fiscal\\s+(?:year\\s+)?)?(?<sameYear>20\\d\\d|${lastYear}))?`,
  `(?:(?<span>three|six|nine|twelve)\\s+months|(?:(?:${ordinal})\\s+)?(?:fiscal\\s+)?(?<ended>quarter|year|half))\\s+ended\\s+(?<endDate>${date})`,
  `(?<nth>${ordinal})\\s+(?:fiscal\\s+)?quarter(?:\\s*,?\\s*(?:of\\s+)?(?:the\\s+)?(?:fiscal\\s+(?:year\\s+)?)?(?<nthYear>20\\d\\d|${lastYear}))?`,
  `\\bq(?<q>[1-4])\\s+(?<qYear>20\\d\\d)`,
  `(?<previous>(?:last|previous|prior|preceding)\\s+quarter)`,
  `(?<this>(?:this|current)\\s+(?:quarter|year|period))`,
  `(?<reporting>reporting period)`,
  `(?<date>${date})`,
  `(?:(?:full|fiscal|financial)\\s+year|fy|year)\\s*(?<named>20\\d\\d)`,
  `(?<lastYear>(?:last|previous|prior|preceding)\\s+(?:fiscal\\s+)?year)`,
  `(?<=\\b(?:in|for|of|during|from)\\s+)(?<bare>20\\d\\d)(?![\\d,.]*\\d|\\s*[-–])`,
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
const hint = /20\d\d|quarter|year|period/i;

function whenOf(match: RegExpExecArray, offset: number, setting: Setting): When {
  return {
    at: offset + match.index,
    end: offset + match.index + match[0].length,
    period: resolve(match.groups ?? {}, setting),
  };
}

const ordinals = ["first", "second", "third", "fourth"];
const spans: Readonly<Record<string, number>> = {
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  quarter: 3,
  year: 12,
  half: 6,
};

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
  const endDate = said["endDate"];
  if (endDate !== undefined) {
    const months = spans[(said["span"] ?? said["ended"] ?? "").toLowerCase()] ?? 12;
    return ending(calendar, isoDate(endDate), months);
  }
  const nth = said["nth"] ?? said["q"];
  if (nth !== undefined) {
    const n = /^\d/.test(nth) ? Number(nth[0]) : ordinals.indexOf(nth.toLowerCase()) + 1;
    const named = said["nthYear"] ?? said["qYear"];
    if (named !== undefined && /^\d/.test(named)) return quarter(calendar, n, Number(named));
    const now = base && monthsOf(base) === 3 ? base : latest(calendar, 3);
    if (!now) return null;
    const own = quarter(calendar, n, Number(now.end.slice(0, 4)));
    if (!own || own.end !== now.end) return null;
    return named === undefined ? own : yearsBefore(calendar, own, 1);
  }
  if (said["previous"] !== undefined) return base && monthsOf(base) === 3 ? before(calendar, base) : null;
  const current = said["this"];
  if (current !== undefined) {
    const months = /quarter/i.test(current) ? 3 : /year/i.test(current) ? 12 : base ? monthsOf(base) : 0;
    return base && monthsOf(base) === months ? base : latest(calendar, months);
  }
  if (said["reporting"] !== undefined) return reporting;
  const day = said["date"];
  if (day !== undefined) return { kind: "instant", end: isoDate(day) };
  const named = said["named"];
  if (named !== undefined) return year(calendar, Number(named));
  if (said["lastYear"] !== undefined) return base ? yearsBefore(calendar, base, 1) : null;
  const bare = said["bare"];
  // Beside a quarter a bare year may mean the quarter of that year or the year.
  if (bare === undefined || (base && base.kind === "duration" && monthsOf(base) !== 12)) return null;
  return year(calendar, Number(bare));
}

function isoDate(text: string): string {
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
