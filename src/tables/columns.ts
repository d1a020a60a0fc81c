/**
 * Header rows -> columns. Converters lose column spans and OCR reads headers twice, so what a header
 * cell stands over is settled by position where that fits, else by order and by the law that no two
 * columns of a table are the same period in the same currency.
 */
import type { MonthDay, Span } from "./period.ts";
import { type DateParts, makePeriod, readDates, readMonthDay, readShorthand, readSpan } from "./period.ts";
import { isYears, type RawTable } from "./segment.ts";
import { type Column, type ColumnRole, type Period, periodKey } from "./table.ts";

/** What the whole filing says, for headers that say less. */
export interface Defaults {
  readonly currency: string | null;
  readonly scale: number;
  readonly yearEnd: MonthDay | null;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Grid column of each column. */
  readonly at: readonly number[];
  /** Grid columns of note references: no part of a caption. */
  readonly notes: readonly number[];
  /** Whether grid column 0 holds captions. */
  readonly captions: boolean;
  /** "except share and per share data": share counts are not in the table's scale. */
  readonly sharesInUnits: boolean;
}

const currencies: readonly [RegExp, string][] = [
  [/RMB|Renminbi|CNY|人民币/i, "CNY"],
  [/US\s?\$|USD|U\.S\. ?dollars?/i, "USD"],
  [/HK\s?\$|HKD/i, "HKD"],
  [/NT\s?\$|TWD/i, "TWD"],
  [/€|EUR\b|euros?\b/i, "EUR"],
  [/£|GBP\b/i, "GBP"],
  [/JPY|¥/i, "JPY"],
  [/\$/, "USD"],
];

export function readCurrency(text: string): string | null {
  for (const [mark, code] of currencies) if (mark.test(text)) return code;
  return null;
}

/** Power of ten that a header or title names, or null. */
export function readScale(text: string): number | null {
  if (/\bbillions?\b/i.test(text)) return 9;
  if (/\bmillions?\b|['’‘`]000,000/i.test(text)) return 6;
  if (/\bthousands?\b|['’‘`]\s?000\b/i.test(text)) return 3;
  return null;
}

interface Token<T> {
  readonly at: number;
  readonly value: T;
}

export function readLayout(raw: RawTable, defaults: Defaults): Layout | null {
  const at = dataColumns(raw);
  if (at.length === 0) return null;
  const captions = at[0] !== 0;
  const headerText = raw.header.map((row) => row.cells.map((cell) => cell.text).join(" "));
  const said = [...raw.heading, ...headerText].join(" \n ");
  const roles = at.map((col) => readRole(raw, col));
  const amounts = at.filter((_, i) => roles[i] !== "note");
  const currencyOf = spread(currencyTokens(raw), amounts);
  const dates = readPeriods(raw, amounts, currencyOf, defaults);
  const scale = readScale(said) ?? defaults.scale;
  let amount = -1;
  const columns = at.map((col, index): Column => {
    const role = roles[index] ?? "amount";
    if (role !== "note") amount++;
    const own = headerCellsAt(raw, col);
    // A change of amounts is an amount.
    const money = role === "amount" || role === "change";
    const label = columnLabel(own, role, dates.at(amount) ?? null, currencyOf[amount] ?? null);
    return {
      index,
      label: role === "note" ? "Notes" : label,
      period: role === "note" ? null : (dates[amount] ?? null),
      currency: money ? (currencyOf[amount] ?? defaults.currency) : null,
      role,
      scale: money ? (own.map(readScale).find((s) => s !== null) ?? scale) : 0,
    };
  });
  return { columns, at, notes: noteColumns(raw), captions, sharesInUnits: sharesInUnits(said) };
}

/** Grid columns that hold figures. Column 0 only where there are no captions. */
function dataColumns(raw: RawTable): number[] {
  const counts = new Map<number, number>();
  let captioned = 0;
  for (const row of raw.body) {
    if (/\p{L}/u.test(row.cells[0]?.text ?? "")) captioned++;
    for (const [i, printed] of row.printed.entries()) {
      if (printed.kind !== "figure" && printed.kind !== "damaged") continue;
      const col = row.cells[i]?.col ?? i;
      counts.set(col, (counts.get(col) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([col, count]) => (col > 0 || captioned * 2 < raw.body.length) && count * 10 >= most)
    .map(([col]) => col)
    .sort((a, b) => a - b);
}

function isNotes(text: string): boolean {
  return /^notes?\.?$/i.test(text);
}

/** Grid columns that hold note references, with or without figures that can be read. */
function noteColumns(raw: RawTable): number[] {
  return raw.header.flatMap((row) => row.cells.filter((cell) => isNotes(cell.text)).map((cell) => cell.col));
}

function headerCellsAt(raw: RawTable, col: number): string[] {
  return raw.header.flatMap((row) =>
    row.cells.filter((c) => c.col === col && c.text !== "").map((c) => c.text),
  );
}

function readRole(raw: RawTable, col: number): ColumnRole {
  const cells = headerCellsAt(raw, col);
  if (cells.some(isNotes)) return "note";
  const own = cells.join(" ");
  if (/\b(?:change|variance|increase|decrease|growth)\b|y-?o-?y/i.test(own)) {
    return /%|per\s?cent/i.test(own) ? "percent" : percentCells(raw, col) ? "percent" : "change";
  }
  if (/%|per\s?cent/i.test(own)) return "percent";
  if (
    /\baverage\b|\bprice\b|\bper\b.*\b(?:share|unit|ads)\b|\bmay yet\b|\bcontractual\b|\bremaining\b.*\b(?:life|term)\b/i.test(
      own,
    )
  ) {
    return "rate";
  }
  if (/\bnumber of\b|\b(?:employees|headcount)\b/i.test(own)) return "count";
  return percentCells(raw, col) ? "percent" : "amount";
}

/** Most figures of the column carry a percent sign. */
function percentCells(raw: RawTable, col: number): boolean {
  let percent = 0;
  let plain = 0;
  for (const row of raw.body) {
    const printed = row.printed[row.cells.findIndex((cell) => cell.col === col)];
    if (printed?.kind === "figure" && printed.percent) percent++;
    else if (printed?.kind === "figure") plain++;
  }
  return percent > plain;
}

function currencyTokens(raw: RawTable): Token<string>[] {
  const rows = raw.header.map((row) =>
    row.cells.flatMap((cell): Token<string>[] => {
      // A sentence that names two currencies is no column's mark.
      const mark = cell.text.length <= 14 ? readCurrency(cell.text) : null;
      return mark ? [{ at: cell.col, value: mark }] : [];
    }),
  );
  return rows.reduce((best, row) => (row.length > best.length ? row : best), []);
}

/**
 * What each column is told by tokens above: its own, by position where every token stands over a column;
 * by order where the counts agree; else the nearest token at or left of it.
 */
function spread<T>(tokens: readonly Token<T>[], at: readonly number[]): (T | undefined)[] {
  if (tokens.length === 0) return at.map(() => undefined);
  const placed = tokens.every((token) => at.includes(token.at));
  if (!placed && tokens.length === at.length) return tokens.map((token) => token.value);
  return at.map((col) => tokens.findLast((token) => token.at <= col)?.value ?? tokens[0]?.value);
}

function columnLabel(
  own: readonly string[],
  role: ColumnRole,
  period: Period | null,
  currency: string | null,
): string {
  const printed = own.join(" ").trim();
  if (!period) return printed;
  const name = period.kind === "instant" ? period.end : periodName(period);
  return [name, role === "amount" ? currency : "%"]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
}

/** "FY2024", "Q4 2024" for calendar periods, else "9m to 2024-09-30". */
export function periodName(period: Period): string {
  if (period.kind === "instant") return period.end;
  const [startYear, startMonth, startDay] = period.start.split("-").map(Number);
  const [endYear, endMonth] = period.end.split("-").map(Number);
  const whole = startDay === 1 && makeEnd(endYear ?? 0, endMonth ?? 0) === period.end;
  const span = ((endYear ?? 0) - (startYear ?? 0)) * 12 + (endMonth ?? 0) - (startMonth ?? 0) + 1;
  if (whole && span === 12 && endMonth === 12) return `FY${endYear}`;
  if (whole && span === 3 && (endMonth ?? 1) % 3 === 0) return `Q${(endMonth ?? 3) / 3} ${endYear}`;
  if (whole && span === 6 && (endMonth ?? 1) % 6 === 0) return `H${(endMonth ?? 6) / 6} ${endYear}`;
  if (span === 12) return `year to ${period.end}`;
  return `${span}m to ${period.end}`;
}

function makeEnd(year: number, month: number): string {
  const period = makePeriod({ year, month }, null, "instant");
  return period.end;
}

function sharesInUnits(said: string): boolean {
  const except = /except(?:ing)?(?:\s+for)?([^)\n]*)/i.exec(said)?.[1] ?? "";
  return (
    /\bshares?\b(?!\s+(?:amount|data))|number of shares/i.test(
      except.replace(/per[\s-]+(?:ordinary\s+)?(?:share|ads)/gi, ""),
    ) || except === ""
  );
}

/** The period of each amount column; null where the header leaves it open. */
function readPeriods(
  raw: RawTable,
  at: readonly number[],
  currencyOf: readonly (string | undefined)[],
  defaults: Defaults,
): (Period | null)[] {
  const text = raw.header.map((row) => row.cells.map((cell) => cell.text).join(" "));
  const tokens = dateTokens(raw);
  if (tokens.length === 0) return at.map(() => null);
  const yearEnd = text.map(readMonthDay).find((day) => day !== null) ?? null;
  const own = at.map((col) => headerCellsAt(raw, col).join(" "));
  const groups = spanGroups(raw);
  const whole = groups.length > 0 ? null : (text.map(readSpan).find((s) => s !== null) ?? null);
  const titleSpan = raw.heading.map(readSpan).find((s) => s !== null) ?? null;
  const statement = raw.heading.join(" ");
  const balance = /balance sheet|financial position|financial condition/i.test(statement);
  const known = yearEnd ? sameMonth(yearEnd, defaults.yearEnd) : defaults.yearEnd;
  const span: Span =
    whole ??
    (balance
      ? "instant"
      : (titleSpan ?? (tokens.some((t) => t.value?.month !== undefined) ? "instant" : { months: 12 })));
  const build = (date: DateParts | null, spanHere: Span): Period | null =>
    date &&
    makePeriod(
      date,
      date.month === undefined ? known : sameMonth({ month: date.month, day: date.day ?? null }, known),
      spanHere,
    );

  const shorthand = own.map(readShorthand);
  if (shorthand.every((s) => s !== null)) return shorthand.map((s) => build(s.date, s.span));
  for (const dates of alignments(tokens, at)) {
    if (groups.length === 0) {
      const periods = dates.map((date) => build(date, span));
      if (unique(periods, currencyOf)) return periods;
      continue;
    }
    const grouped = partition(groups, at, (splits) =>
      dates.map((date, i) => build(date, groups[splits.filter((split) => split <= i).length]?.value ?? span)),
    );
    for (const periods of grouped) if (unique(periods, currencyOf)) return periods;
  }
  return at.map(() => null);
}

/** A day that is missing, or cut ("December 3|r 31"), is the one the filing's other headers say. */
function sameMonth(day: MonthDay, known: MonthDay | null): MonthDay {
  if (known?.month !== day.month) return day;
  return day.day === null || String(known.day).startsWith(String(day.day)) ? known : day;
}

/** Dates of the header row that names most of them. null stands for a column of another kind ("Change"). */
function dateTokens(raw: RawTable): Token<DateParts | null>[] {
  let best: Token<DateParts | null>[] = [];
  let most = 0;
  for (const row of raw.header) {
    const tokens: Token<DateParts | null>[] = [];
    for (const cell of row.cells) {
      if (/^\(?(?:%\s*)?change|^variance/i.test(cell.text)) tokens.push({ at: cell.col, value: null });
      const dates = isYears(cell.text)
        ? [...cell.text.matchAll(/(?:19|20)\d\d/g)].map((match) => ({ year: Number(match[0]) }))
        : readDates(cell.text);
      for (const date of dates) tokens.push({ at: cell.col, value: date });
    }
    const dated = tokens.filter((token) => token.value !== null).length;
    if (dated > most) {
      most = dated;
      best = tokens;
    }
  }
  return best;
}

/** A header that leaves more ways open says nothing. */
const mostAlignments = 60;

/** Ways to lay the dates over the columns, most literal first. */
function* alignments(
  tokens: readonly Token<DateParts | null>[],
  at: readonly number[],
): Generator<(DateParts | null)[]> {
  const single = at.map((col) => tokens.filter((token) => token.at === col));
  if (single.every((own) => own.length === 1) && tokens.length === at.length) {
    yield single.map((own) => own[0]?.value ?? null);
  }
  if (tokens.length === at.length) yield tokens.map((token) => token.value);
  if (tokens.length < at.length) {
    yield at.map((col) => (tokens.findLast((token) => token.at <= col) ?? tokens[0])?.value ?? null);
  }
  // A header read twice: leave out repeats, in every way that keeps the order.
  if (tokens.length > at.length && tokens.length <= 2 * at.length) {
    const repeats = subsequences(
      tokens.map((token) => token.value),
      at.length,
    );
    let tried = 0;
    for (const dates of repeats) {
      if (++tried > mostAlignments) return;
      yield dates;
    }
  }
}

function* subsequences<T>(items: readonly T[], length: number): Generator<T[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let i = 0; i + length <= items.length; i++) {
    const first = items[i];
    if (first === undefined) continue;
    for (const rest of subsequences(items.slice(i + 1), length - 1)) yield [first, ...rest];
  }
}

/** Spans that differ within one header row: "Three Months Ended", "Twelve Months Ended". */
function spanGroups(raw: RawTable): Token<Span>[] {
  for (const row of raw.header) {
    const tokens = row.cells.flatMap((cell): Token<Span>[] => {
      const span = readSpan(cell.text);
      return span ? [{ at: cell.col, value: span }] : [];
    });
    const names = new Set(tokens.map((token) => JSON.stringify(token.value)));
    if (names.size > 1 && names.size === tokens.length) return tokens;
  }
  return [];
}

/**
 * Where one group of columns ends and the next begins: as printed, else anywhere. Each split is the index
 * of the first column of the next group.
 */
function* partition<T>(
  groups: readonly Token<unknown>[],
  at: readonly number[],
  build: (splits: readonly number[]) => T,
): Generator<T> {
  const printed = groups.slice(1).map((group) => at.findIndex((col) => col >= group.at));
  if (printed.every((split) => split > 0)) yield build(printed);
  if (groups.length === 2) {
    for (let split = at.length - 1; split > 0; split--) yield build([split]);
  }
}

function unique(periods: readonly (Period | null)[], currencyOf: readonly (string | undefined)[]): boolean {
  const keys = periods.flatMap((period, i) =>
    period ? [`${periodKey(period)} ${currencyOf[i] ?? ""}`] : [],
  );
  return new Set(keys).size === keys.length;
}
