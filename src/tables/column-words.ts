/** The period of a column in the words of its header, and the names of columns as people are told them. */
import { periodName } from "./header.ts";
import { makePeriod, monthsOf, readDates, readMonthDay, readShorthand, readSpan } from "./period.ts";
import { type Column, type Period, printedLabel, type Table } from "./table.ts";

/** A header that says more is a sentence, not the name of a period. */
const longestName = 60;

/** Fiscal periods end within a week of the month's end that a header may name. */
const mostDaysApart = 8;

const dayLength = 86_400_000;

/**
 * What the cells of a header print of a period: "Three Months Ended Dec 30, 2023". null where they do not print all of
 * it: read on its own, the text must give the same length and the same end.
 */
export function printedPeriod(texts: readonly string[], period: Period | null): string | null {
  if (period?.kind !== "duration") return null;
  const cells = texts
    .map((text) => text.replace(/\([^()]*\)|[-_=]{3,}/g, " ").trim())
    .filter((text, i, all) => saysPeriod(text) && all.indexOf(text) === i);
  const text = cells.join(" ").replace(/\s+/g, " ");
  if (text === "" || text.length > longestName) return null;
  const read = readWhole(text);
  if (read === null || monthsOf(read) !== monthsOf(period)) return null;
  if (Math.abs(Date.parse(read.end) - Date.parse(period.end)) > mostDaysApart * dayLength) return null;
  return text.replace(longMonth, "$1");
}

/** The same as the property of a column. */
export function printedIn(texts: readonly string[], period: Period | null): Pick<Column, "printedPeriod"> {
  const printed = printedPeriod(texts, period);
  return printed === null ? {} : { printedPeriod: printed };
}

const longMonth =
  /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)\b/gi;

function saysPeriod(text: string): boolean {
  return [readDates(text)[0] ?? null, readSpan(text), readMonthDay(text), readShorthand(text)].some(
    (read) => read !== null,
  );
}

function readWhole(text: string): Period | null {
  const short = readShorthand(text);
  if (short) return makePeriod(short.date, null, short.span);
  const [date, ...others] = readDates(text);
  const span = readSpan(text);
  if (!date || others.length > 0 || date.month === undefined || span === null) return null;
  return makePeriod(date, null, span);
}

/**
 * The name of a column for people. A calendar year is "FY2024", and beside it a quarter "Q4 2024". Where no such year
 * shows that the fiscal year is the calendar's, a period is named as its header prints it, else as "Q4 2024", or
 * "3 months to 2023-12-30" where not all periods of the table are those of the calendar. The `label` of a column, which
 * is part of the identity of findings, stays as it is.
 */
export function columnWords(column: Column, table: Table): string {
  if (column.printed !== undefined || !column.period || column.role === "note") return printedLabel(column);
  // The currency stands in the label where the header names it.
  const unit = / (?:%|[A-Z]{3})$/.exec(column.label)?.[0] ?? "";
  return periodWords(column, table) + unit;
}

/** The period alone; the label where the column has none. */
export function periodWords(column: Column, table: Table): string {
  const { period, printedPeriod: printed } = column;
  if (!period) return printedLabel(column);
  const name = periodName(period);
  if (period.kind === "instant" || /^FY\d+$/.test(name)) return name;
  const calendar = calendarOf(table);
  const isShort = calendar !== null && !name.includes(" to ");
  if (calendar === "years" && isShort) return name;
  return printed ?? (isShort ? name : plainPeriod(period));
}

/** Whether all periods of a table are those of the calendar, and whether its years show that the company's are. */
type Calendar = "years" | "quarters" | null;

const calendars = new WeakMap<Table, Calendar>();

function calendarOf(table: Table): Calendar {
  const known = calendars.get(table);
  if (known !== undefined) return known;
  const periods = table.columns.flatMap(({ period }) => (period?.kind === "duration" ? [period] : []));
  const found: Calendar = !periods.every(isOfCalendar)
    ? null
    : periods.some((period) => periodName(period).startsWith("FY"))
      ? "years"
      : "quarters";
  calendars.set(table, found);
  return found;
}

/** A year, half or quarter of the calendar, or the months of its year so far. */
function isOfCalendar(period: Period): boolean {
  if (period.kind === "instant" || !periodName(period).includes(" to ")) return true;
  return period.start.endsWith("-01-01") && /-(?:03-31|06-30|09-30)$/.test(period.end);
}

/** "3 months to 2023-12-30", "year to 2024-06-30". */
function plainPeriod(period: Period): string {
  const months = monthsOf(period);
  if (months === 12) return `year to ${period.end}`;
  return `${months} ${months === 1 ? "month" : "months"} to ${period.end}`;
}
