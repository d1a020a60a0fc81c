/**
 * Header cells that say which columns they stand over -> columns. What a column is told is what stands
 * over it, group headers included; what stands in the corner or over all of it is told to every column.
 */
import type { TaggedFact } from "../read/document.ts";
import { printedIn } from "./column-words.ts";
import { readMonthRange } from "./month-range.ts";
import {
  columnLabel,
  type Defaults,
  type Layout,
  noteColumns,
  readCurrency,
  readRole,
  readScale,
  sameMonth,
  saysTotal,
  sharesInUnits,
} from "./header.ts";
import {
  type DateParts,
  isDateline,
  makePeriod,
  type MonthDay,
  readDates,
  readMonthDay,
  readShorthand,
  readSpan,
  type Span,
} from "./period.ts";
import { readQuarter } from "./quarters.ts";
import type { RawTable } from "./segment.ts";
import { type Column, type Period, periodKey } from "./table.ts";

/** "Thousands of U.S. dollars (as at 31 Mar 2024)": longer texts speak of more than the unit of a column. */
const longestUnit = 60;

/** The texts over one grid column, from top to bottom. */
interface Stack {
  /** Over this column and not over every other. */
  readonly own: readonly string[];
  readonly all: readonly string[];
}

export function coveredLayout(raw: RawTable, at: readonly number[], defaults: Defaults): Layout {
  const corner = raw.header.flatMap((row) =>
    row.cells.filter((cell) => cell.col === 0).map((cell) => cell.text),
  );
  const said = [...raw.heading, ...raw.header.flatMap((row) => row.cells.map((cell) => cell.text))].join(
    " \n ",
  );
  const scale = readScale([...corner, ...raw.heading].join(" \n ")) ?? readScale(said) ?? defaults.scale;
  const stacks = at.map((col) => stackOver(raw, col, at));
  const context = readContext(raw, corner, defaults);
  const drafts = at.map((col, i) => {
    const stack = stacks[i] ?? { own: [], all: [] };
    const role = readRole(raw, col, stack.own);
    const money = role === "amount" || role === "change";
    const currency = stack.all.findLast((text) => text.length <= longestUnit && readCurrency(text) !== null);
    return {
      stack,
      role,
      period: isTimeless(role, stack) ? null : periodOf(stack, context),
      currency: money
        ? ((currency === undefined ? null : readCurrency(currency)) ??
          printedCurrency(raw, col) ??
          defaults.currency)
        : null,
      scale: money ? (stack.all.map(readScale).find((s) => s !== null) ?? scale) : 0,
    };
  });
  const tagged = at.map((col) => taggedPeriod(raw, col));
  const known = drafts.map((draft, i) =>
    isTimeless(draft.role, draft.stack) ? null : agreed(draft.period, tagged[i] ?? null),
  );
  const amounts = drafts.filter((draft) => draft.role !== "note").length;
  const periods = distinct(
    drafts.map((draft, i) => ({
      ...draft,
      period: known[i] ?? (amounts === 1 && !isTimeless(draft.role, draft.stack) ? context.period : null),
    })),
  );
  const columns = drafts.map((draft, index): Column => {
    const period = periods[index] ?? null;
    const { own, all } = draft.stack;
    const printed = own.length > 0 && (period !== null || !isNumbered(all.join(" "))) ? own : all;
    return {
      index,
      label:
        draft.role === "note"
          ? "Notes"
          : period
            ? columnLabel(printed, draft.role, period, draft.currency)
            : printed.join(" "),
      period,
      currency: draft.currency,
      role: draft.role,
      scale: draft.scale,
      ...(saysTotal(period ? draft.stack.own : printed) ? { total: true } : {}),
      ...printedIn(all, period),
    };
  });
  return { columns, at, notes: noteColumns(raw), captions: true, sharesInUnits: sharesInUnits(said) };
}

/** Notes are of no period, and changes lie between two. */
function isTimeless(role: string, { own }: Stack): boolean {
  return role === "note" || role === "change" || (role === "percent" && changeWords.test(own.join(" ")));
}

const changeWords = /\b(?:change|variance|increase|decrease|growth|chg)\b|y-?o-?y/i;

function stackOver(raw: RawTable, col: number, at: readonly number[]): Stack {
  const own: string[] = [];
  const all: string[] = [];
  for (const row of raw.header) {
    for (const cell of row.cells) {
      if (cell.text === "" || cell.col === 0) continue;
      const span = cell.span ?? 1;
      if (col < cell.col || col >= cell.col + span) continue;
      all.push(cell.text);
      const coversAll = at.length > 1 && at.every((other) => other >= cell.col && other < cell.col + span);
      if (!coversAll) own.push(cell.text);
    }
  }
  return { own, all };
}

/** What corner and title say of every column. */
interface Context {
  readonly span: Span | null;
  readonly day: MonthDay | null;
  /** The one date that corner or title names. */
  readonly period: Period | null;
  /** The line right above the figures that names their period. */
  readonly inner: string | null;
  readonly defaults: Defaults;
}

const balance = /balance sheets?|financial position|financial condition|statements? of condition/i;

function readContext(raw: RawTable, corner: readonly string[], defaults: Defaults): Context {
  const texts = [...(raw.inner === undefined ? [] : [raw.inner]), ...corner, ...raw.heading.toReversed()];
  const stated = texts.map(readSpan).find((span) => span !== null) ?? null;
  const span = raw.heading.some((line) => balance.test(line)) && stated === null ? "instant" : stated;
  // A date alone above a table is that of the release, but over a balance sheet.
  const dateless = span === "instant" ? texts : texts.filter((text) => !isDateline(text));
  const day = dateless.map(readMonthDay).find((found) => found?.day) ?? null;
  const dated = texts.map(readDates).find((dates) => dates.some((date) => date.month !== undefined)) ?? [];
  const [only] = dated;
  const period = only && dated.length === 1 && span ? makePeriod(only, defaults.yearEnd, span) : null;
  return { span, day, period, inner: raw.inner ?? null, defaults };
}

/** Most to the bottom comes first: what stands right over the figures says most. */
function periodOf({ own, all }: Stack, { span, day, inner, defaults }: Context): Period | null {
  const texts = own.length > 0 ? own : all;
  const joined = texts.join(" ");
  const whole = all.join(" ");
  // What compares two periods is of neither.
  if (/\bvs\b|\bversus\b/i.test(joined)) return null;
  const shorthand = readShorthand(joined);
  const isWhole = readMonthRange(joined) !== null;
  if (shorthand && (isWhole || readDates(joined).every((date) => date.month === undefined))) {
    return build(shorthand.date, shorthand.span, defaults.yearEnd);
  }
  const printed = dateOf(own);
  // Which months a quarter is that is called by its number, the whole filing tells.
  if (printed?.month === undefined && isNumbered(whole)) return null;
  if (!printed && inner !== null) {
    const told = dateOf([inner]);
    const length = readSpan(joined) ?? readSpan(inner) ?? span;
    return (
      told &&
      build(
        told,
        length ?? (told.month === undefined ? { months: 12 } : "instant"),
        day ? sameMonth(day, defaults.yearEnd) : defaults.yearEnd,
      )
    );
  }
  const date = printed ?? dateOf(all);
  if (!date) return null;
  const stated = readSpan(joined) ?? readSpan(whole);
  const monthDay = date.month === undefined ? (readMonthDay(joined) ?? readMonthDay(whole) ?? day) : null;
  const known = monthDay ? sameMonth(monthDay, defaults.yearEnd) : defaults.yearEnd;
  const isPoint = date.month !== undefined;
  return build(date, stated ?? span ?? (isPoint ? "instant" : { months: 12 }), known);
}

/** A quarter by its number alone, perhaps over several years: "Third Quarter" over "2024" and "2023". */
function isNumbered(text: string): boolean {
  return readQuarter(text) !== null && readMonthDay(text) === null;
}

function build(date: DateParts, span: Span, yearEnd: MonthDay | null): Period {
  const known =
    date.month === undefined ? yearEnd : sameMonth({ month: date.month, day: date.day ?? null }, yearEnd);
  return makePeriod(date, known, span);
}

/** The date that the texts give, put together from several cells; null where they give none or more. */
function dateOf(texts: readonly string[]): DateParts | null {
  const dates = readDates(texts.join(" "));
  const full = dates.filter((date) => date.day !== undefined);
  const [first] = full.length > 0 ? full : dates;
  if (!first) return null;
  const others = full.length > 0 ? full : dates;
  return others.every((date) => sameDate(date, first)) ? first : null;
}

function sameDate(a: DateParts, b: DateParts): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** Fewer tagged figures say nothing of their column. */
const fewestTagged = 2;

/** The period that most figures of a column are tagged with, where they are those of the whole entity. */
function taggedPeriod(raw: RawTable, col: number): Period | null {
  const counts = new Map<string, { period: Period; count: number }>();
  let all = 0;
  for (const row of raw.body) {
    const cell = row.cells[col]?.col === col ? row.cells[col] : row.cells.find((other) => other.col === col);
    const [fact] = cell?.facts ?? [];
    if (!fact) continue;
    all++;
    if (fact.dimensions !== "") continue;
    const period = factPeriod(fact);
    const key = periodKey(period) ?? "";
    counts.set(key, { period, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  for (const { period, count } of counts.values()) {
    if (count >= fewestTagged && count * 10 >= all * 6) return period;
  }
  return null;
}

/** The currency that the figures of a column are tagged with or marked by, where they are of one. */
function printedCurrency(raw: RawTable, col: number): string | null {
  let found: string | null = null;
  for (const row of raw.body) {
    const cell = row.cells[col]?.col === col ? row.cells[col] : row.cells.find((other) => other.col === col);
    const unit = cell?.facts?.[0]?.unit;
    const own =
      unit !== undefined && /^[A-Z]{3}$/.test(unit)
        ? unit
        : cell?.mark === undefined
          ? null
          : readCurrency(cell.mark);
    if (own === null) continue;
    if (found !== null && found !== own) return null;
    found = own;
  }
  return found;
}

export function factPeriod({ start, end }: TaggedFact): Period {
  return start === null ? { kind: "instant", end } : { kind: "duration", start, end };
}

/** The tags are exact where the header only names months; a header that names another day is believed. */
function agreed(printed: Period | null, tagged: Period | null): Period | null {
  if (!tagged) return printed;
  if (!printed) return tagged;
  return printed.end === tagged.end || daysApart(printed.end, tagged.end) <= mostDaysApart ? tagged : printed;
}

/** Fiscal years of 52 or 53 weeks end within a week of the month's end. */
const mostDaysApart = 8;

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** Labels of the column that stands for the whole. */
const wholeLabel =
  /^(?:as )?(?:originally )?(?:reported|actual|gaap|total|consolidated(?: total)?|total (?:company|consolidated)|us gaap|u\.s\. gaap)?$/i;

/**
 * Two columns of one period that differ by their label are different things: only the one that stands for
 * the whole keeps the period.
 */
function distinct(
  drafts: readonly {
    readonly stack: Stack;
    readonly role: string;
    readonly period: Period | null;
    readonly currency: string | null;
  }[],
): (Period | null)[] {
  const groups = new Map<string, number[]>();
  for (const [i, draft] of drafts.entries()) {
    if (!draft.period) continue;
    const key = `${periodKey(draft.period)} ${draft.currency} ${draft.role}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  const periods = drafts.map((draft) => draft.period);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const whole = group.filter((i) => wholeLabel.test(rest(drafts[i]?.stack.own ?? [])));
    for (const i of group) if (whole.length !== 1 || i !== whole[0]) periods[i] = null;
  }
  return periods;
}

/** What a label says beside its period. */
function rest(texts: readonly string[]): string {
  return texts
    .join(" ")
    .replace(
      /\b(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-(?:two|three)|\d{1,2})[\s-]+(?:months?|weeks?)\b/gi,
      " ",
    )
    .replace(
      /\b(?:for the|(?:fiscal )?(?:quarters?|years?|periods?)|ended|ending|as of|as at|at|unaudited|audited|fy|q[1-4])\b/gi,
      " ",
    )
    .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?/gi, " ")
    .replace(/[\d.,()$%]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
