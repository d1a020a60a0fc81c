/**
 * "Third Quarter 1998": which months these are only the fiscal year tells. A filing that also prints three
 * and nine months to one day says it; where it does not, the column stays without a period.
 */
import { dayAfter, monthsOf } from "./period.ts";
import type { Column, Period } from "./table.ts";

const ordinals = ["first", "second", "third", "fourth"] as const;
const named = /\b(?:(first|second|third|fourth)|([1-4])(?:st|nd|rd|th))\s+(?:fiscal\s+)?quarters?\b/i;

interface Quarter {
  /** 1 to 4. */
  readonly number: number;
  readonly period: Period;
}

/** The number of the one quarter that the text names; null where it names none, or also a month. */
export function readQuarter(text: string): number | null {
  const [, word, digit] = named.exec(text) ?? [];
  if (digit !== undefined) return Number(digit);
  const found = word?.toLowerCase();
  return found === undefined ? null : ordinals.findIndex((ordinal) => ordinal === found) + 1;
}

/** Columns of named quarters with their periods, where the other columns of the filing tell them. */
export function nameQuarters(tables: readonly (readonly Column[])[]): readonly (readonly Column[])[] {
  const isNamed = ({ period, label, role }: Column): boolean =>
    period === null && role !== "note" && readQuarter(label) !== null;
  if (!tables.some((columns) => columns.some(isNamed))) return tables;
  const quarters = quartersOf(tables.flat().flatMap(({ period }) => (period ? [period] : [])));
  return tables.map((columns) => {
    const own = columns.filter(isNamed);
    // A fiscal year is called after the year in which it ends, or after that in which most of it lies.
    const ways = [endOfYear, endOfQuarter].map((yearOf) =>
      own.map(
        (column) => quarters.find((quarter) => isCalled(column.label, quarter, yearOf))?.period ?? null,
      ),
    );
    const [best, other] = ways.sort((a, b) => told(b) - told(a));
    if (!best || !other || told(best) === 0) return columns;
    return columns.map((column) => {
      const at = own.indexOf(column);
      const period = best[at] ?? null;
      if (period === null) return column;
      const isDoubtful = told(best) === told(other) && other[at] !== period;
      return isDoubtful ? column : { ...column, period };
    });
  });
}

function told(periods: readonly (Period | null)[]): number {
  return periods.filter((period) => period !== null).length;
}

/** Three months with the months of the year to the same day; the first quarter begins where a balance stands. */
function quartersOf(periods: readonly Period[]): Quarter[] {
  const toDate = new Map<string, number>();
  const balances = new Set<string>();
  for (const period of periods) {
    if (period.kind === "instant") balances.add(dayAfter(period.end));
    else toDate.set(period.end, Math.max(toDate.get(period.end) ?? 0, monthsOf(period)));
  }
  const isLater = [...toDate.values()].some((months) => months === 6 || months === 9);
  const quarters = periods.filter((period) => period.kind === "duration" && monthsOf(period) === 3);
  const found = new Map<string, Quarter>();
  for (const period of quarters) {
    const months = toDate.get(period.end) ?? 3;
    if (months % 3 !== 0 || months > 12) continue;
    const isFirst = period.kind === "duration" && !isLater && balances.has(period.start);
    if (months > 3 || isFirst) found.set(period.end, { number: months / 3, period });
  }
  // The same months of another year are the same quarter.
  const known = [...found.values()];
  for (const period of quarters) {
    const same = known.find((quarter) => sameTime(quarter.period.end, period.end));
    if (same && !found.has(period.end)) found.set(period.end, { number: same.number, period });
  }
  return [...found.values()];
}

/** Whether two days lie in the same weeks of their years. */
function sameTime(a: string, b: string): boolean {
  const [day = 0, other = 0] = [a, b].map((date) => Date.parse(`2001${date.slice(4)}`) / 86_400_000);
  const apart = Math.abs(day - other);
  return Math.min(apart, 365 - apart) <= mostDaysOff;
}

/** A quarter of weeks may end on the first days of the month after. */
const mostDaysOff = 8;

function isCalled(label: string, quarter: Quarter, yearOf: (quarter: Quarter) => number): boolean {
  const years = label.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return readQuarter(label) === quarter.number && years.length === 1 && Number(years[0]) === yearOf(quarter);
}

/** The calendar year in which the fiscal year of a quarter ends. */
function endOfYear({ number, period }: Quarter): number {
  const [year = 0, month = 0, day = 0] = period.end.split("-").map(Number);
  const months = month - (day <= mostDaysOff ? 1 : 0) + (4 - number) * 3;
  return year + Math.floor((months - 1) / 12);
}

function endOfQuarter({ period }: Quarter): number {
  const [year = 0, month = 0, day = 0] = period.end.split("-").map(Number);
  return month === 1 && day <= mostDaysOff ? year - 1 : year;
}
