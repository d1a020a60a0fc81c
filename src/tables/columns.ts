/**
 * Header rows -> columns. Converters lose column spans and OCR reads headers twice, so what a header
 * cell stands over is settled by position where that fits, else by order and by the law that no two
 * columns of a table are the same period in the same currency.
 */
import { printedIn } from "./column-words.ts";
import { coveredLayout } from "./covered.ts";
import {
  columnLabel,
  dataColumns,
  type Defaults,
  headerCellsAt,
  type Layout,
  noteColumns,
  readCurrency,
  readRole,
  readScale,
  saysTotal,
  sameMonth,
  sharesInUnits,
} from "./header.ts";
import type { MonthDay, Span } from "./period.ts";
import { type DateParts, makePeriod, readDates, readMonthDay, readShorthand, readSpan } from "./period.ts";
import { withPercentChanges } from "./percent-changes.ts";
import { isYears, type RawTable } from "./segment.ts";
import { type Column, type Period, periodKey } from "./table.ts";

interface Token<T> {
  readonly at: number;
  readonly value: T;
}

export function readLayout(raw: RawTable, defaults: Defaults): Layout | null {
  const layout = layoutOf(raw, defaults);
  if (!layout) return null;
  const columns = withPercentChanges({ ...layout, columns: withRates(layout, raw) }, raw);
  return { ...layout, columns: columns.map(betweenPeriods) };
}

/** A change lies between two periods and is of neither. */
function betweenPeriods(column: Column): Column {
  return column.role === "change" && column.period !== null ? { ...column, period: null } : column;
}

/** Fewer rows than these tell nothing of a column. */
const fewestRows = 3;

/**
 * A column that prints decimals where the same lines print whole numbers in most others holds no amounts of
 * them, whatever its header says or hides: ratios, changes in percent, prices.
 */
function withRates({ at, columns }: Layout, raw: RawTable): readonly Column[] {
  const places = new Map(at.map((col, i) => [col, i]));
  const odd = columns.map(() => 0);
  const like = columns.map(() => 0);
  for (const row of raw.body) {
    const decimals = new Map<number, number>();
    for (const [i, cell] of row.cells.entries()) {
      const index = places.get(cell.col);
      const printed = row.printed[i];
      if (index === undefined || columns[index]?.role === "note") continue;
      if (printed?.kind === "figure" && !printed.percent)
        decimals.set(index, Math.max(0, -printed.value.exponent));
    }
    if (decimals.size < 2) continue;
    const whole = [...decimals.values()].filter((digits) => digits === 0).length;
    for (const [index, own] of decimals) {
      // A count of shares beside amounts in millions is the odd one out, not the amounts.
      const isOdd = own > 0 && whole * 2 >= decimals.size - 1 && whole > 0;
      const counts = isOdd ? odd : like;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return columns.map((column, i) => {
    const isRate = (odd[i] ?? 0) >= fewestRows && (odd[i] ?? 0) > (like[i] ?? 0) * 3;
    return isRate && (column.role === "amount" || column.role === "change")
      ? { ...column, role: "rate", currency: null, scale: 0 }
      : column;
  });
}

function layoutOf(raw: RawTable, defaults: Defaults): Layout | null {
  const at = dataColumns(raw);
  if (at.length === 0) return null;
  if (raw.header.some((row) => row.cells.some((cell) => cell.span !== undefined))) {
    return coveredLayout(raw, at, defaults);
  }
  const captions = at[0] !== 0;
  const headerText = raw.header.map((row) => row.cells.map((cell) => cell.text).join(" "));
  const said = [...raw.heading, ...headerText].join(" \n ");
  const roles = at.map((col) => readRole(raw, col, headerCellsAt(raw, col)));
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
      ...(saysTotal(own) ? { total: true } : {}),
      ...printedIn(textsOver(raw, col), role === "note" ? null : (dates[amount] ?? null)),
    };
  });
  return { columns, at, notes: noteColumns(raw), captions, sharesInUnits: sharesInUnits(said) };
}

/** In each line of the header what stands over a column, else the nearest text to its left that says how long a period is. */
function textsOver(raw: RawTable, col: number): string[] {
  return raw.header.flatMap(({ cells }) => {
    const own = cells.filter((cell) => cell.col === col && cell.text !== "");
    if (own.length > 0) return own.map(({ text }) => text);
    const spans = cells.filter(({ text }) => readSpan(text) !== null);
    const over = spans.findLast((cell) => cell.col <= col) ?? spans[0];
    return over ? [over.text] : [];
  });
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
  const build = (date: DateParts | null, spanHere: Span, day: MonthDay | null = null): Period | null =>
    date &&
    makePeriod(
      date,
      date.month === undefined
        ? (day ?? known)
        : sameMonth({ month: date.month, day: date.day ?? null }, known),
      spanHere,
    );

  const shorthand = own.map(readShorthand);
  // "Change", "Rolling 12 months": a column whose header says something, but no date, is of none.
  const isUndated = (i: number): boolean => own[i] !== "" && readDates(own[i] ?? "").length === 0;
  if (shorthand.some((s) => s !== null) && shorthand.every((s, i) => s !== null || isUndated(i))) {
    const periods = shorthand.map((s) => s && build(s.date, s.span));
    if (periods.every((period) => period !== null) || unique(periods, currencyOf)) return periods;
  }
  for (const dates of alignments(tokens, at)) {
    if (groups.length === 0) {
      const periods = dates.map((date) => build(date, span));
      if (unique(periods, currencyOf)) return periods;
      continue;
    }
    const grouped = partition(groups, at, (splits) =>
      dates.map((date, i) => {
        const group = groups[splits.filter((split) => split <= i).length]?.value;
        return build(date, group?.span ?? span, group?.day);
      }),
    );
    if (grouped.printed && unique(grouped.printed, currencyOf)) return grouped.printed;
    const ways = grouped.others.filter((periods) => unique(periods, currencyOf));
    // Dates that all differ leave open where one group ends and the next begins.
    const differ = unique(
      dates.map((date) => build(date, span)),
      currencyOf,
    );
    if (ways.length > 1 && differ) return at.map(() => null);
    if (ways[0]) return ways[0];
  }
  return at.map(() => null);
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
  return withDays(raw, best);
}

/** "February 29," above "2024": a year with the day that the same column has in another row, where each has one. */
function withDays(raw: RawTable, tokens: Token<DateParts | null>[]): Token<DateParts | null>[] {
  if (tokens.length < 2 || tokens.some(({ value }) => !value || value.month !== undefined)) return tokens;
  for (const row of raw.header) {
    const dated = tokens.flatMap(({ at, value }): Token<DateParts>[] => {
      const text = row.cells.find((cell) => cell.col === at)?.text ?? "";
      const found = readDates(text).length === 0 ? readMonthDay(text) : null;
      return found?.day && value ? [{ at, value: { ...value, month: found.month, day: found.day } }] : [];
    });
    if (dated.length === tokens.length) return dated;
  }
  return tokens;
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

/** What the header of a group says: how long its periods are, and the day on which they end where it names one. */
interface Group {
  readonly span: Span;
  readonly day: MonthDay | null;
}

/** Spans that differ within one header row: "Three Months Ended", "Twelve Months Ended". */
function spanGroups(raw: RawTable): Token<Group>[] {
  for (const row of raw.header) {
    const tokens = row.cells.flatMap((cell): Token<Group>[] => {
      const span = readSpan(cell.text);
      return span ? [{ at: cell.col, value: { span, day: readMonthDay(cell.text) } }] : [];
    });
    const names = new Set(tokens.map((token) => JSON.stringify(token.value.span)));
    if (names.size > 1 && names.size === tokens.length) return tokens;
  }
  return [];
}

/**
 * Where one group of columns ends and the next begins: as printed, else anywhere. Each split is the index
 * of the first column of the next group.
 */
function partition<T>(
  groups: readonly Token<unknown>[],
  at: readonly number[],
  build: (splits: readonly number[]) => T,
): { readonly printed: T | null; readonly others: readonly T[] } {
  const printed = groups.slice(1).map((group) => at.findIndex((col) => col >= group.at));
  // Groups over the first columns, one each, have lost the blanks between them.
  const isSqueezed = groups.length < at.length && groups.every((group, i) => group.at === at[i]);
  return {
    printed: !isSqueezed && printed.every((split) => split > 0) ? build(printed) : null,
    others: groups.length === 2 ? at.slice(1).map((_, i) => build([at.length - 1 - i])) : [],
  };
}

function unique(periods: readonly (Period | null)[], currencyOf: readonly (string | undefined)[]): boolean {
  const keys = periods.flatMap((period, i) =>
    period ? [`${periodKey(period)} ${currencyOf[i] ?? ""}`] : [],
  );
  return new Set(keys).size === keys.length;
}
