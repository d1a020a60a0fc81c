/** Totals that the figures alone do not prove, and their captions and places tell: of one line, or of none. */
import { captionKey } from "./caption.ts";
import { type Candidate, fit, type Line, type Sum } from "./fit.ts";
import type { Section } from "./section.ts";
import type { Table } from "./table.ts";
import { isMarkedTotal } from "./total-marks.ts";

export interface Found {
  readonly sum: Sum;
  readonly lines: readonly Line[];
  readonly closed: readonly Line[];
  /** The same lines with other signs, in the columns in which the sum breaks. */
  readonly turned?: Sum;
}

export interface Fit {
  readonly sum: Sum;
  readonly candidate: Candidate;
}

/**
 * The total of a section as its headings say it, where figures alone prove nothing: it ties in no column
 * (whether that may be reported is judged later), or but for one line the section is empty.
 */
export function asPrinted(
  table: Table,
  result: Line,
  { run, isInnermost, isComplete }: Section,
): Found | null {
  const weights = run.map(() => 1 as const);
  const candidate = { lines: run, weights, structure: true, closed: run, tried: 0 };
  const sum = fit(table, result, candidate);
  if (!sum || (run.length === 1 && sum.breaks.length >= sum.ties.length)) return null;
  // A total of percentages is one only where they are shares of one whole, and then it ties somewhere.
  if (result.row.unit === "percent" && sum.ties.length === 0) return null;
  // What stands under a heading further up may hold lines that are no parts.
  if (!isInnermost && sum.ties.length === 0) return null;
  const complete = isComplete === true && sum.breaks.length === 1 && sum.unknown.length === 0;
  return {
    sum: { ...sum, structure: true, ...(complete ? { complete } : {}) },
    lines: run,
    closed: run,
  };
}

/**
 * A total that holds nothing but the subtotal right above it ("Total current liabilities" … "Total
 * liabilities"): the same lines in fewer words, and the same figures.
 */
export function carriedOver(
  table: Table,
  result: Line,
  open: readonly Line[],
  fits: readonly Fit[],
): Found | null {
  const before = open.at(-1);
  if (before?.row.index !== result.row.index - 1) return null;
  const [whole, part] = [result, before].map(({ row }) => captionKey(row.caption).split(" "));
  if (whole?.[0] !== "total" || part?.[0] !== "total" || part.length <= whole.length) return null;
  if (!whole.every((word) => part.includes(word))) return null;
  const sum = fit(table, result, {
    lines: [before],
    weights: [1],
    structure: true,
    closed: [before],
    tried: 0,
  });
  if (!sum || sum.ties.length === 0 || sum.breaks.length > 1) return null;
  // More lines may tie in all columns, though too few to prove them.
  const more = fits.find(({ sum: { ties, breaks } }) => breaks.length === 0 && ties.length > sum.ties.length);
  if (more)
    return {
      sum: { ...more.sum, structure: true },
      lines: more.candidate.lines,
      closed: more.candidate.closed,
    };
  return { sum: { ...sum, structure: true }, lines: [before], closed: [before] };
}

/** Digits that a line and what it comes to must print alike, in all columns together. */
const fewestAlike = 8;

/** A marked result right below the only line that it holds: "Formation costs 1,566,455", "Loss from operations (1,566,455)". */
export function sameAgain(table: Table, result: Line, open: readonly Line[]): Found | null {
  const line = open.at(-1);
  if (line?.row.index !== result.row.index - 1 || result.row.kind !== "item") return null;
  if (!isMarkedTotal(result.row) || isMarkedTotal(line.row)) return null;
  for (const weight of [1, -1] as const) {
    const sum = fit(table, result, {
      lines: [line],
      weights: [weight],
      structure: true,
      closed: [line],
      tried: 0,
    });
    if (!sum || sum.breaks.length > 0 || sum.ties.length === 0) continue;
    if (digitsOf(result, sum.ties) >= fewestAlike)
      return { sum: { ...sum, structure: true }, lines: [line], closed: [line] };
  }
  return null;
}

function digitsOf({ values }: Line, cols: readonly number[]): number {
  return cols.reduce((all, col) => all + Math.log10(1 + Math.abs(values[col] ?? 0)), 0);
}

/** A result of nothing behind lines that cancel each other: deferred tax assets, all of which are allowed for. */
export function cancelled(table: Table, result: Line, open: readonly Line[]): Found | null {
  const { row, values } = result;
  if (row.kind !== "item" || values.some((value) => value !== 0)) return null;
  if (!/^(?:total|net)\b|\bnet$|\brate$|^(?:income )?tax|^provision\b/.test(captionKey(row.caption)))
    return null;
  const run: Line[] = [];
  let digits = 0;
  for (const line of open.toReversed()) {
    if (line.row.index !== row.index - run.length - 1 || run.length >= mostCancelled) break;
    run.unshift(line);
    if (run.length < 2) continue;
    const sums = values.map((_, col) => run.reduce((sum, part) => sum + (part.values[col] ?? Number.NaN), 0));
    digits = digitsOf(line, [...values.keys()]);
    const isAll = sums.every((sum) => sum === 0) && digits >= fewestCancelled;
    const isLive = run.some((part) => part.values.some((value) => value !== 0 && value !== null));
    if (!isAll || !isLive) continue;
    const lines = [...run];
    const sum: Sum = {
      table,
      result: row,
      terms: lines.map((part) => ({ row: part.row, weight: 1 })),
      ties: [...values.keys()].filter((col) => lines.some((part) => part.values[col] !== 0)),
      breaks: [],
      unknown: [],
      independent: 0,
      structure: true,
      doubled: false,
    };
    return { sum, lines, closed: lines };
  }
  return null;
}

const mostCancelled = 20;
const fewestCancelled = 5;

/** Digits of the amounts, together, by which a total that repeats the line above it is told from an accident. */
const fewestRepeated = 5;

/**
 * The total of a list with one line, or with one that is not nil: "Treasury bills 8,293", "Total 8,293". The list
 * begins at a heading, at the top of the table, or below another total.
 */
export function soleLine(table: Table, result: Line, open: readonly Line[]): Found | null {
  const { row } = result;
  if (row.kind === "bare" || !/^(?:sub ?)?total\b/.test(captionKey(row.caption))) return null;
  let first = row.index;
  while (first > 0 && table.rows[first - 1]?.kind === "item" && !isMarkedTotal(table.rows[first - 1] ?? row))
    first--;
  const run = open.filter((line) => line.row.index >= first);
  if (run.length === 0 || run.length < row.index - first) return null;
  const sum = fit(table, result, {
    lines: run,
    weights: run.map(() => 1 as const),
    structure: true,
    closed: run,
    tried: 0,
  });
  if (!sum || sum.breaks.length > 0 || sum.ties.length === 0) return null;
  return digitsOf(result, sum.ties) < fewestRepeated
    ? null
    : { sum: { ...sum, structure: true }, lines: run, closed: run };
}
