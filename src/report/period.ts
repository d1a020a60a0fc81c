/** Periods as people write them. In the data a period is "2023-01-01/2023-12-31" or an instant "2023-12-31". */

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const averageMonth = 30.4375;

function parseDay(text: string | undefined): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "");
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

function dayNumber({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function endsMonth(day: Day): boolean {
  return new Date((dayNumber(day) + 1) * 86_400_000).getUTCDate() === 1;
}

/** Whole calendar months, or null. */
function calendarMonths(start: Day, end: Day): number | null {
  if (start.day !== 1 || !endsMonth(end)) return null;
  return (end.year - start.year) * 12 + end.month - start.month + 1;
}

/** Months of a period by weeks (a 52 or 53-week year, a 13 or 14-week quarter), or null. */
function nearlyMonths(start: Day, end: Day): number | null {
  const days = dayNumber(end) - dayNumber(start) + 1;
  const months = Math.round(days / averageMonth);
  return months > 0 && Math.abs(days - months * averageMonth) <= 7 ? months : null;
}

/** "FY2023", "Q4 2024", "9 months to 2024-09-30", "2023-12-31"; what is not a period is returned as it is. */
export function formatPeriod(period: string): string {
  return named(period, true);
}

/** With `calendar` years and quarters of the calendar have their short names. */
function named(period: string, calendar: boolean): string {
  const [from, to] = period.split("/");
  const start = parseDay(from);
  const end = parseDay(to);
  if (!start || !end || to === undefined) return period;
  const months = calendarMonths(start, end);
  if (months === 12 && start.month === 1) return `FY${start.year}`;
  if (calendar && months === 3 && start.month % 3 === 1) return `Q${(start.month + 2) / 3} ${start.year}`;
  const length = months ?? nearlyMonths(start, end);
  if (length === null || length < 1) return `${from} to ${to}`;
  if (length === 12) return `year to ${to}`;
  return `${length} ${length === 1 ? "month" : "months"} to ${to}`;
}

/** A year or quarter of the calendar, or the months of its year so far. */
function isOfCalendar(period: string): boolean {
  return !formatPeriod(period).includes(" to ") || /-01-01\/\d{4}-(?:03-31|06-30|09-30)$/.test(period);
}

function endOf(period: string): string {
  return period.split("/").at(-1) ?? "";
}

function newestFirst(a: string, b: string): number {
  if (endOf(a) !== endOf(b)) return endOf(a) < endOf(b) ? 1 : -1;
  return a < b ? 1 : -1;
}

/**
 * The periods of a filing on one line, newest first, the shorter of two that end together first, at most
 * `most` of them. Balance sheet dates are named only where there is no other period. "Q4 2022" says nothing beside
 * "3 months to 2023-12-30": calendar quarters are called so only where all periods are those of the calendar.
 */
export function formatPeriods(periods: readonly string[], most = 4): string {
  const durations = periods.filter((period) => period.includes("/"));
  const isCalendar = durations.every(isOfCalendar);
  const shown = [...new Set(durations.length > 0 ? durations : periods)].sort(newestFirst);
  const more = shown.length - most;
  return (
    shown
      .slice(0, most)
      .map((period) => named(period, isCalendar))
      .join(", ") + (more > 0 ? ` +${more} more` : "")
  );
}
