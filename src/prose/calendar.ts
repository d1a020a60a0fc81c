/** The periods that a filing's tables print, and what words about periods mean beside them. */
import { dayBefore, makePeriod, type MonthDay, monthsOf } from "../tables/period.ts";
import { type Period, periodKey, type Table } from "../tables/table.ts";
import { type NamedQuarter, nameOf } from "./quarter-names.ts";

type Duration = Extract<Period, { kind: "duration" }>;

export interface Calendar {
  /** Durations of the tables, latest end first. */
  readonly durations: readonly Duration[];
  /** Month and day on which financial years end; null where no table shows a year. */
  readonly yearEnd: MonthDay | null;
  /** How the filing calls its latest quarter; null where it does not. */
  readonly named: NamedQuarter | null;
}

export function readCalendar(tables: readonly Table[], texts: Iterable<string> = []): Calendar {
  const found = new Map<string, Duration>();
  const ends = new Map<string, number>();
  for (const table of tables) {
    for (const { period, role } of table.columns) {
      if (period?.kind !== "duration" || role === "note") continue;
      found.set(periodKey(period) ?? "", period);
      if (monthsOf(period) === 12) ends.set(period.end.slice(5), (ends.get(period.end.slice(5)) ?? 0) + 1);
    }
  }
  const [most] = [...ends].sort((a, b) => b[1] - a[1]);
  const [month, day] = (most?.[0] ?? "").split("-").map(Number);
  const durations = [...found.values()].sort((a, b) => (a.end < b.end ? 1 : -1));
  const last = durations.find((period) => monthsOf(period) === 3);
  return {
    durations,
    yearEnd: month && day ? { month, day } : null,
    named: last ? nameOf(last, texts) : null,
  };
}

/** Days that a week-based calendar moves a quarter's end. */
const mostDays = 10;

/** The period of the tables that ends within days of this one and is as long, else the period itself. */
export function snap(calendar: Calendar, period: Period): Period {
  if (period.kind === "instant") return period;
  const months = monthsOf(period);
  const near = calendar.durations.find(
    (other) => monthsOf(other) === months && Math.abs(daysBetween(other.end, period.end)) <= mostDays,
  );
  return near ?? period;
}

function daysBetween(a: string, b: string): number {
  return (Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** The period that ends `months` after another, and is `length` months long. */
function shifted(calendar: Calendar, end: string, months: number, length: number): Period {
  const [y = 0, m = 12, d = 31] = end.split("-").map(Number);
  const index = y * 12 + (m - 1) + months;
  const date = { year: Math.floor(index / 12), month: (index % 12) + 1, ...(d < 28 ? { day: d } : {}) };
  return snap(calendar, makePeriod(date, null, { months: length }));
}

/** Whether a quarter is the nth of its financial year, as far as the filing tells. */
export function isNth(calendar: Calendar, n: number, period: Period): boolean {
  const { named } = calendar;
  if (named && named.period.end === period.end) return named.n === n;
  const own = quarter(calendar, n, Number(period.end.slice(0, 4)));
  return own !== null && own.end === period.end;
}

/**
 * The nth quarter of a financial year, or null where it is unknown when years end. A year is named after
 * the calendar year it ends in; one that ends in January or February may be named otherwise.
 */
export function quarter(calendar: Calendar, n: number, inYear: number): Period | null {
  const { named } = calendar;
  if (named) return shifted(calendar, named.period.end, (inYear - named.year) * 12 + (n - named.n) * 3, 3);
  const end =
    calendar.yearEnd ?? (calendar.durations.some(isCalendarQuarter) ? { month: 12, day: 31 } : null);
  if (!end || end.month <= 2) return null;
  const index = inYear * 12 + (end.month - 1) - 12 + n * 3;
  const date = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return snap(calendar, makePeriod(date, null, { months: 3 }));
}

function isCalendarQuarter(period: Duration): boolean {
  return /-(?:03-31|06-30|09-30|12-31)$/.test(period.end);
}

export function year(calendar: Calendar, number: number): Period | null {
  const { yearEnd, named } = calendar;
  if (named) {
    return shifted(calendar, named.period.end, (number - named.year) * 12 + (4 - named.n) * 3, 12);
  }
  if (!yearEnd || yearEnd.month <= 2) return null;
  return snap(calendar, makePeriod({ year: number }, yearEnd, { months: 12 }));
}

/** The first months of a financial year, or all of it. */
export function firstMonths(calendar: Calendar, whole: Period, months: number): Period {
  const left = 12 - months;
  return left === 0 ? whole : shifted(calendar, whole.end, -left, months);
}

export function ending(calendar: Calendar, end: string, months: number): Period {
  const [y = 0, month = 12, day] = end.split("-").map(Number);
  return snap(calendar, makePeriod({ year: y, month, ...(day ? { day } : {}) }, null, { months }));
}

/** The same period `years` earlier. */
export function yearsBefore(calendar: Calendar, period: Period, years: number): Period {
  const [y = 0, month = 12, day = 31] = period.end.split("-").map(Number);
  // A month's last day is the month's last day in every year.
  const date = makePeriod({ year: y - years, month, ...(day < 28 ? { day } : {}) }, null, "instant").end;
  if (period.kind === "instant") return { kind: "instant", end: date };
  return ending(calendar, date, monthsOf(period));
}

/** The period of the same length right before. */
export function before(calendar: Calendar, period: Period): Period | null {
  if (period.kind === "instant") return null;
  return ending(calendar, dayBefore(period.start), monthsOf(period));
}

/** The latest period of that many months. */
export function latest(calendar: Calendar, months: number): Period | null {
  return calendar.durations.find((period) => monthsOf(period) === months) ?? null;
}

/** The period that a filing speaks of when it names none: the only length its tables print, at its latest. */
export function onlyPeriod(calendar: Calendar): Period | null {
  const lengths = new Set(calendar.durations.map(monthsOf));
  return lengths.size === 1 ? (calendar.durations[0] ?? null) : null;
}
