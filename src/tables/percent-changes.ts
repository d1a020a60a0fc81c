/**
 * Columns of changes in percent that nothing marks as such: one header "Change" stands over the amount and the
 * percentage, the sign stands behind the last figure only, or the header was lost. What they print tells.
 */
import type { Layout } from "./header.ts";
import type { RawTable } from "./segment.ts";
import type { Column } from "./table.ts";

/** With more columns of amounts there are too many pairs that a change may compare. */
const mostAmounts = 12;
/** Fewer lines are alike by chance. */
const fewestLines = 3;
/** Digits that the lines must print together, for the same reason. */
const fewestDigits = 5;

/** "2022-23" beside "2021-22", one of which prints a percentage: what changed between two years in either. */
const fromYearToYear = /^(?:19|20)\d\d\s?[-\u2010-\u2015]\s?(?:(?:19|20)?\d\d)$/;

interface Cell {
  readonly value: number;
  /** Half a unit of the last digit. */
  readonly slack: number;
}

type Values = readonly (Cell | undefined)[];

/** The columns with the role of those that print, line by line, what two others changed in percent. */
export function withPercentChanges({ at, columns }: Layout, raw: RawTable): readonly Column[] {
  const amounts = columns.filter(({ role }) => role === "amount" || role === "count");
  const asked = columns.filter(({ role }) => role === "amount" || role === "change");
  if (amounts.length < 2 || amounts.length > mostAmounts || columns.length < 3) return columns;
  const lines = raw.body.map((row) => valuesOf(row, at));
  const isChange = (column: Column): boolean =>
    mayBePercent(raw, at[column.index]) &&
    amounts.some((now) =>
      amounts.some(
        (before) =>
          new Set([now, before, column]).size === 3 &&
          now.currency === before.currency &&
          changesBy(lines, column.index, now.index, before.index),
      ),
    );
  const found = new Set(asked.filter(isChange));
  const isPercent = (column: Column): boolean => column.role === "percent" || found.has(column);
  const isBeside = (column: Column): boolean =>
    column.role === "amount" &&
    fromYearToYear.test(column.label) &&
    mayBePercent(raw, at[column.index]) &&
    columns.some((other) => fromYearToYear.test(other.label) && isPercent(other));
  // Two columns that would be the change of each other are none.
  return columns.map((column) =>
    found.has(column) || isBeside(column)
      ? { ...column, role: "percent", period: null, currency: null, scale: 0 }
      : column,
  );
}

function valuesOf({ cells, printed }: RawTable["body"][number], at: readonly number[]): Values {
  return at.map((col) => {
    const own = printed[cells.findIndex((cell) => cell.col === col)];
    if (own?.kind !== "figure") return undefined;
    const unit = 10 ** own.value.exponent;
    return { value: Number(own.value.coefficient) * unit, slack: unit / 2 };
  });
}

/** No mark of money stands in the column. */
function mayBePercent(raw: RawTable, col: number | undefined): boolean {
  return raw.body.every(({ cells }) => {
    const cell = cells.find((other) => other.col === col);
    return !cell || (cell.mark === undefined && !/[$€£¥₹]|RMB/.test(cell.text));
  });
}

/** Whether the column is, but for one line in five, what `now` is above `before` in percent, signed or by size. */
function changesBy(lines: readonly Values[], column: number, now: number, before: number): boolean {
  let ties = 0;
  let tried = 0;
  let digits = 0;
  for (const line of lines) {
    const [printed, a, b] = [line[column], line[now], line[before]];
    if (!printed || !a || !b || printed.value === 0 || b.value === 0) continue;
    tried++;
    const change = Math.abs((100 * (a.value - b.value)) / b.value);
    if (Math.abs(change - Math.abs(printed.value)) > printed.slack * (1 + 1e-9)) continue;
    ties++;
    digits += Math.log10(Math.abs(printed.value) / printed.slack);
  }
  return ties >= fewestLines && ties * 5 >= tried * 4 && digits >= fewestDigits;
}
