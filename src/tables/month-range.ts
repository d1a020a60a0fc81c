/** "October–December 2024", "1–12/2024", "1.1.–31.12.2024": periods from their first month to their last. */
import { monthName } from "../read/months.ts";

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

export const dash = "[-\\u02d7\\u2010-\\u2015\\u2212]";
const anno = "(?:19|20)\\d\\d";

export interface MonthRange {
  /** Of its last month. */
  readonly year: number;
  readonly month: number;
  /** How many months it is long. */
  readonly months: number;
}

const named = new RegExp(
  `\\b(?:1\\s+)?(${monthName})\\.?(?:\\s+1\\b)?(?:\\s*,?\\s*${anno})?\\s*(?:${dash}|/|\\bto\\b|\\bthrough\\b)\\s*(?:(\\d\\d)\\.?\\s+)?(${monthName})\\b\\.?(?:\\s+(\\d\\d)(?!\\d))?\\s*,?\\s*(${anno})\\b`,
  "i",
);
/** "2018 Jul–Sep": the year may stand above. */
const yearFirst = new RegExp(
  `\\b(${anno})\\s+(${monthName})\\.?\\s?${dash}\\s?(${monthName})\\b(?!\\.?,?\\s*\\d)`,
  "i",
);
const numbered = new RegExp(
  `(?<![\\d./]|${dash})(\\d{1,2})\\s?${dash}\\s?(\\d{1,2})\\s?/\\s?(${anno})(?![\\d/])`,
);
const dotted = new RegExp(
  `(?<![\\d./])0?1\\.(\\d{1,2})\\.?\\s?${dash}\\s?(\\d\\d)\\.(\\d{1,2})\\.(${anno})(?![\\d/]|\\.\\d)`,
);

/** A last month that ends before this day is not told whole. */
const earliestEnd = 28;

/** The whole months that a text names by the first and the last; null where it names none so. */
export function readMonthRange(text: string): MonthRange | null {
  if (!/\d{4}/.test(text)) return null;
  const byName = named.exec(text);
  if (byName) {
    const [, first = "", before, last = "", behind, year = ""] = byName;
    return rangeOf(monthOf(first), monthOf(last), Number(year), before ?? behind);
  }
  const byYear = yearFirst.exec(text);
  if (byYear) {
    const [, year = "", first = "", last = ""] = byYear;
    return rangeOf(monthOf(first), monthOf(last), Number(year));
  }
  const byNumber = numbered.exec(text);
  if (byNumber) {
    const [first = 0, last = 0, year = 0] = byNumber.slice(1).map(Number);
    return first <= last ? rangeOf(first, last, year) : null;
  }
  const byDate = dotted.exec(text);
  if (!byDate) return null;
  const [, first, day, last, year] = byDate;
  return rangeOf(Number(first), Number(last), Number(year), day);
}

/** 1 to 12; 0 for what is no month. */
export function monthOf(name: string): number {
  return names.findIndex((start) => name.toLowerCase().startsWith(start)) + 1;
}

/** How many months there are from the first to the last. */
export function monthsBetween(first: number, last: number): number {
  return ((last - first + 12) % 12) + 1;
}

function rangeOf(first: number, last: number, year: number, endDay?: string): MonthRange | null {
  if (first < 1 || last < 1 || first > 12 || last > 12 || first === last) return null;
  if (endDay !== undefined && Number(endDay) < earliestEnd) return null;
  return { year, month: last, months: monthsBetween(first, last) };
}
