/**
 * Fiscal years of 52 or 53 weeks. "Six months ended July 30, 2023" begins the day after the last year's
 * balance sheet, which the header does not say; counting months back misses it by some days, and then
 * quarters do not make their year.
 */
import { dayAfter } from "./period.ts";
import type { Column, Period } from "./table.ts";

/** A week-based year ends within so many days of the same month's day of the year before. */
const mostDaysOff = 7;

/**
 * Columns whose durations begin where another period of the filing ends, where one ends within a week.
 * `tagged`: first days of the periods that inline XBRL names; these are exact.
 */
export function alignStarts(
  tables: readonly (readonly Column[])[],
  tagged: Iterable<string> = [],
): readonly (readonly Column[])[] {
  const starts = new Set<string>(tagged);
  for (const columns of tables) {
    for (const { period } of columns) {
      if (!period) continue;
      starts.add(dayAfter(period.end));
    }
  }
  const sorted = [...starts].map((start) => ({ start, day: Date.parse(start) }));
  const known = new Map<string, string>();
  const align = (period: Period | null): Period | null => {
    // A year by calendar months ends on a month's last day, and its start is certain.
    if (period?.kind !== "duration" || starts.has(period.start) || dayAfter(period.end).endsWith("-01"))
      return period;
    let start = known.get(period.start);
    if (start === undefined) {
      start = nearest(period.start, sorted) ?? period.start;
      known.set(period.start, start);
    }
    return start === period.start ? period : { ...period, start };
  };
  return agreeOnStarts(mapPeriods(tables, align));
}

function mapPeriods(
  tables: readonly (readonly Column[])[],
  map: (period: Period | null) => Period | null,
): readonly (readonly Column[])[] {
  return tables.map((columns) =>
    columns.map((column) => {
      const period = map(column.period);
      return period === column.period ? column : { ...column, period };
    }),
  );
}

/**
 * Durations that end on one day and begin within a week of each other are one period, which some tables
 * name by months and others by days: it begins where most columns say.
 */
function agreeOnStarts(tables: readonly (readonly Column[])[]): readonly (readonly Column[])[] {
  const byEnd = new Map<string, Map<string, number>>();
  for (const columns of tables) {
    for (const { period } of columns) {
      if (period?.kind !== "duration") continue;
      const counts = byEnd.get(period.end) ?? new Map<string, number>();
      counts.set(period.start, (counts.get(period.start) ?? 0) + 1);
      byEnd.set(period.end, counts);
    }
  }
  const agreed = new Map<string, string>();
  for (const [end, counts] of byEnd) {
    if (counts.size < 2) continue;
    const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const kept: { readonly start: string; readonly day: number }[] = [];
    for (const [start] of byCount) {
      const near = nearest(start, kept);
      if (near === null) kept.push({ start, day: Date.parse(start) });
      else agreed.set(`${start}/${end}`, near);
    }
  }
  if (agreed.size === 0) return tables;
  return mapPeriods(tables, (period) => {
    const start = period?.kind === "duration" ? agreed.get(`${period.start}/${period.end}`) : undefined;
    return period?.kind === "duration" && start !== undefined ? { ...period, start } : period;
  });
}

function nearest(
  start: string,
  starts: readonly { readonly start: string; readonly day: number }[],
): string | null {
  const day = Date.parse(start);
  let best: string | null = null;
  let least = mostDaysOff + 1;
  for (const other of starts) {
    const off = Math.abs(other.day - day) / 86_400_000;
    if (off < least) {
      least = off;
      best = other.start;
    }
  }
  return best;
}
