/**
 * Dates and periods in headers, also where OCR split or doubled the words: text is compacted to its
 * letters and digits first, and a month is taken from any unmistakable piece of its name.
 */
import { monthName } from "../read/months.ts";
import { readMonthRange } from "./month-range.ts";
import type { Period } from "./table.ts";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

export interface MonthDay {
  readonly month: number;
  readonly day: number | null;
}

export interface DateParts extends Partial<MonthDay> {
  readonly year: number;
}

/** How long a header says its periods are. Months, or "instant". */
export type Span = "instant" | { readonly months: number };

const monthFirst = new RegExp(
  `\\b(${monthName})\\.?\\s*(\\d{1,2})\\b(?:st|nd|rd|th)?(?:\\s*,?\\s*((?:19|20)\\d\\d)\\b)?`,
  "gi",
);
const dayFirst = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthName})\\.?(?:\\s*,?\\s*((?:19|20)\\d\\d)\\b)?`,
  "gi",
);
const monthYear = new RegExp(`\\b(${monthName})\\.?\\s*,?\\s*((?:19|20)\\d\\d)\\b`, "gi");

function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return months.findIndex((month) => month.startsWith(start)) + 1;
}

/** "31-Dec-25", "31.12.2025", "31/12/2025", "Dec-25" in words; the month first between slashes where it may be one. */
function spelledOut(text: string): string {
  if (!/\d[-./]|[-'’]\d|\s\d\d\W*$/.test(text)) return text;
  return text
    .replace(
      shortYear,
      (_, day: string, month: string, short: string) => `${day} ${month} ${fourDigits(short)}`,
    )
    .replace(dashed, (_, day: string, month: string, short: string) => `${day} ${month} ${fourDigits(short)}`)
    .replace(dashedMonth, (_, month: string, short: string) => `${month} ${fourDigits(short)}`)
    .replace(
      /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d/]|\.\d)/g,
      (whole: string, first: string, mark: string, second: string, year: string) => {
        const isMonthFirst = mark === "/" && Number(first) <= 12;
        const [month, day] = isMonthFirst ? [Number(first), second] : [Number(second), first];
        const name = months[month - 1];
        return name === undefined || !isDay(Number(day)) ? whole : `${day} ${name} ${year}`;
      },
    );
}

/** "30 Sep 24", at the end of what a cell says. */
const shortYear = new RegExp(`\\b(\\d{1,2}) (${monthName})\\.? (\\d\\d)(?=\\W*$)`, "i");
const dashed = new RegExp(`\\b(\\d{1,2})[-–. ]+(${monthName})\\s?[-–.'’]\\s?((?:19|20)?\\d\\d)\\b`, "gi");
const dashedMonth = /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[-–'’]((?:19|20)?\d\d)\b/gi;

function fourDigits(year: string): string {
  return String(year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year));
}

/** "December 00, 2023", "45 June 2023": no day of any month, so that nothing but the year is told. */
function isDay(day: number): boolean {
  return day >= 1 && day <= 31;
}

/** Complete dates and bare years of a header cell, in order of print. */
export function readDates(printed: string): DateParts[] {
  const text = spelledOut(printed);
  if (!/(?:19|20)\d\d/.test(text)) return datesInDigits(text);
  const found: { at: number; end: number; date: DateParts }[] = [];
  const free = (at: number, end: number): boolean => found.every((f) => end <= f.at || at >= f.end);
  for (const [pattern, monthAt, dayAt] of [
    [monthFirst, 1, 2],
    [dayFirst, 2, 1],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const year = match[3];
      const end = match.index + match[0].length;
      if (year === undefined || !isDay(Number(match[dayAt])) || !free(match.index, end)) continue;
      const date = {
        year: Number(year),
        month: monthNumber(match[monthAt] ?? ""),
        day: Number(match[dayAt]),
      };
      found.push({ at: match.index, end, date });
    }
  }
  for (const match of text.matchAll(monthYear)) {
    const end = match.index + match[0].length;
    if (!free(match.index, end)) continue;
    found.push({
      at: match.index,
      end,
      date: { year: Number(match[2]), month: monthNumber(match[1] ?? "") },
    });
  }
  for (const match of text.matchAll(/(?<![\d,.])(?:19[5-9]\d|20[0-9]\d)(?![\d,.]*\d)/g)) {
    const end = match.index + match[0].length;
    if (free(match.index, end)) found.push({ at: match.index, end, date: { year: Number(match[0]) } });
  }
  return found.sort((a, b) => a.at - b.at).map((f) => f.date);
}

/** "12/31/99", "6/30/04": the month first, as American filings print it, unless it cannot be one. */
function datesInDigits(text: string): DateParts[] {
  return [...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d\d)(?![\d/])/g)].flatMap(
    (match): DateParts[] => {
      const [first = 0, second = 0, short = 0] = match.slice(1).map(Number);
      const [month, day] = first > 12 ? [second, first] : [first, second];
      if (month < 1 || month > 12 || day < 1 || day > 31) return [];
      return [{ year: Number(fourDigits(String(short).padStart(2, "0"))), month, day }];
    },
  );
}

/** A whole date and nothing else, as a release bears it: no words say that anything ended then. */
export function isDateline(text: string): boolean {
  return text.length < 30 && /^\W*\p{L}+\.? \d{1,2}, \d{4}\W*$/u.test(text) && readDates(text).length === 1;
}

/** "January 1 to December 31", "1 January – 30 June": they end on the second. */
const fromFirst = new RegExp(
  `\\b(?:(?:${monthName})\\.?\\s*1|1(?:st)?\\s+(?:${monthName})\\.?)(?:\\s*,?\\s*(?:19|20)\\d\\d)?\\s*(?:[-–—]|\\bto\\b|\\bthrough\\b)\\s*((?:\\d{1,2}\\s+)?(?:${monthName})\\b.*)$`,
  "i",
);

/** Day and month without a year ("ended December 31,"), also from OCR's pieces. */
export function readMonthDay(printed: string): MonthDay | null {
  const text = spelledOut(printed);
  if (!/[a-z]{3}/i.test(text)) return null;
  const last = fromFirst.exec(text)?.[1];
  if (last !== undefined) return readMonthDay(last);
  for (const match of text.matchAll(monthFirst)) {
    return { month: monthNumber(match[1] ?? ""), day: Number(match[2]) };
  }
  for (const match of text.matchAll(dayFirst)) {
    return { month: monthNumber(match[2] ?? ""), day: Number(match[1]) };
  }
  // Pieces of a month stand in headers of periods, which say a day, "ended" or "as at".
  if (!/\d|end|year|as\s?(?:at|of)/i.test(text)) return null;
  return brokenMonthDay(text.toLowerCase().replace(/[^a-z0-9]/g, ""));
}

/** Pieces of at least five letters from either end of a month's name, longest first. */
const pieces: ReadonlyMap<string, number> = new Map(
  months
    .flatMap((name, index) => {
      const own: [string, number][] = [];
      for (let length = name.length; length >= 5; length--) {
        own.push([name.slice(0, length), index + 1], [name.slice(name.length - length), index + 1]);
      }
      return own;
    })
    .sort(([a], [b]) => b.length - a.length),
);
const anyPiece = new RegExp([...pieces.keys()].join("|"), "g");

/** "endeddearendeddecembecember31": the longest piece of a month's name; of equals the last. */
function brokenMonthDay(compact: string): MonthDay | null {
  let best: RegExpExecArray | null = null;
  for (const match of compact.matchAll(anyPiece)) {
    if (!best || match[0].length >= best[0].length) best = match;
  }
  const month = best && pieces.get(best[0]);
  if (!best || !month) return null;
  const day = /^[a-z]{0,3}(\d{1,2})(?!\d)/.exec(compact.slice(best.index + best[0].length))?.[1];
  return { month, day: day === undefined ? null : Number(day) };
}

const counts: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  nine: 9,
  twelve: 12,
  thirteen: 3,
  twentysix: 6,
  thirtynine: 9,
  fiftytwo: 12,
  fiftythree: 12,
  "3": 3,
  "6": 6,
  "9": 9,
  "12": 12,
};

/** The span that the words of a header name, or null where they name none. */
export function readSpan(text: string): Span | null {
  if (!/[a-z]/i.test(text) || text.length > 400) return null;
  const compact = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const counted =
    /(fiftytwo|fiftythree|twentysix|thirtynine|thirteen|twelve|three|nine|six|two|four|one|12|3|6|9)(months?|weeks?|quarters?)(?:period)?(?:s)?ended/.exec(
      compact,
    );
  if (counted) return { months: counts[counted[1] ?? ""] ?? 12 };
  if (/(three|3)months?/.test(compact)) return { months: 3 };
  if (/(six|6)months?|halfyear/.test(compact)) return { months: 6 };
  if (/(nine|9)months?/.test(compact)) return { months: 9 };
  if (/(twelve|12)months?/.test(compact)) return { months: 12 };
  if (/quarters?ended|forthequarter|threemonth|fiscalquarter/.test(compact)) return { months: 3 };
  if (/years?end(?:ed)?|forthe(?:fiscal)?years?|fiscalyear|yearended|fortheye/.test(compact))
    return { months: 12 };
  if (/asat|asof|^at(?=[a-z]*\d)|balanceat/.test(compact)) return "instant";
  return null;
}

/** "Q4 2024", "Q4/2024", "4Q24", "FY2024", "1H 2024", "1–12/2024" as a whole period, by calendar months. */
export function readShorthand(text: string): { readonly date: DateParts; readonly span: Span } | null {
  const range = readMonthRange(text);
  if (range) return { date: { year: range.year, month: range.month }, span: { months: range.months } };
  const quarter = /\b(?:Q([1-4])|([1-4])Q)\s*[/'’]?((?:19|20)?\d\d)\b/i.exec(text);
  if (quarter) {
    const month = Number(quarter[1] ?? quarter[2]) * 3;
    return { date: { year: fullYear(quarter[3] ?? ""), month }, span: { months: 3 } };
  }
  const half = /\b(?:H([12])|([12])H)\s*[/'’]?((?:19|20)?\d\d)\b/i.exec(text);
  if (half) {
    const month = Number(half[1] ?? half[2]) * 6;
    return { date: { year: fullYear(half[3] ?? ""), month }, span: { months: 6 } };
  }
  const year =
    /\bFY\s*['’]?((?:19|20)?\d\d)\b/i.exec(text) ??
    /\b((?:19|20)\d\d)\s+full[- ]?year\b/i.exec(text) ??
    /\bfull[- ]?year\s+((?:19|20)\d\d)\b/i.exec(text);
  if (year) return { date: { year: fullYear(year[1] ?? "") }, span: { months: 12 } };
  return null;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * The period that ends on a date. Months without a day end on their last day; a bare year without a
 * known year end stays a calendar year, which serves as a name for the column.
 */
export function makePeriod(date: DateParts, yearEnd: MonthDay | null, span: Span): Period {
  const key = `${date.year} ${date.month} ${date.day} ${yearEnd?.month} ${yearEnd?.day} ${span === "instant" ? 0 : span.months}`;
  const known = made.get(key);
  if (known) return known;
  const period = computePeriod(date, yearEnd, span);
  if (made.size >= mostMade) made.clear();
  made.set(key, period);
  return period;
}

/** A filing names few periods, often. */
const made = new Map<string, Period>();
const mostMade = 5_000;

/** Months: what is said to last longer than a century is no period of a filing. */
const longest = 1_200;

function computePeriod(date: DateParts, yearEnd: MonthDay | null, span: Span): Period {
  const isMonth = date.month !== undefined && date.month >= 1 && date.month <= 12;
  const month = isMonth ? date.month : (yearEnd?.month ?? 12);
  const last = lastDay(date.year, month);
  const printed = date.day ?? (isMonth ? null : (yearEnd?.day ?? null));
  // A day that no month has says no more than the month.
  const day = printed === null || printed < 1 ? last : Math.min(printed, last);
  const end = iso(date.year, month, day);
  if (span === "instant") return { kind: "instant", end };
  const startIndex = date.year * 12 + (month - 1) - Math.min(span.months, longest);
  // The day after the same day `months` earlier; a month's last day is matched by a month's last day.
  const startYear = Math.floor(startIndex / 12);
  const startMonth = (startIndex % 12) + 1;
  const before = day >= last ? lastDay(startYear, startMonth) : Math.min(day, lastDay(startYear, startMonth));
  const start = new Date(Date.UTC(startYear, startMonth - 1, before + 1));
  return { kind: "duration", start: start.toISOString().slice(0, 10), end };
}

/** Whole months of a duration, for "is this a quarter or a year". */
export function monthsOf(period: Period): number {
  if (period.kind === "instant") return 0;
  const known = lengths.get(period);
  if (known !== undefined) return known;
  const count = countMonths(period);
  lengths.set(period, count);
  return count;
}

const lengths = new WeakMap<Period, number>();

function countMonths(period: Extract<Period, { readonly kind: "duration" }>): number {
  const days = (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000 + 1;
  return Math.round(days / 30.4375);
}

/** The day after an ISO date. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** The day before an ISO date: where the opening balance of a period stands. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
