/**
 * Maturities: amounts due by year, what is due after the last of them, and their total. The years leave
 * nothing out, so the total is theirs even where a single column has no other to compare with (ASC
 * 842-20-50-6 and IFRS 16.58 for leases, ASC 470-10-50-1 for debt).
 */
import { captionKey } from "./caption.ts";
import type { Line } from "./fit.ts";
import type { Row, Table } from "./table.ts";

const fewestYears = 3;

const years = /\b(?:19|20)\d\d\b/g;
const later = /\bthereafter\b|\band (?:beyond|later|after)\b|^(?:later|subsequent) (?:year|period)s?$/;
const total = /^total\b/;

/** The lines of the years that a total closes; null where they are not told one by one to the last. */
export function maturitiesOf(table: Table, { row }: Line, open: readonly Line[]): readonly Line[] | null {
  if (!total.test(captionKey(row.caption))) return null;
  let at = row.index - 1;
  const last = table.rows[at];
  if (!last || !later.test(captionKey(last.caption))) return null;
  at--;
  let next: number | null = null;
  let count = 0;
  for (; at >= 0; at--) {
    const year = yearIn(table.rows[at]);
    if (year === null || (next !== null && year !== next - 1)) break;
    next = year;
    count++;
  }
  const before = table.rows[at];
  if (count < fewestYears || (before !== undefined && !opensList(before, next))) return null;
  const run = open.filter((line) => line.row.index > at);
  return run.length === count + 1 && run.every((line) => isWhole(line, row)) ? run : null;
}

/** A heading, and not a line that lost its amount: what is left of this year, or the year before the first. */
function opensList({ kind, caption }: Row, first: number | null): boolean {
  const key = captionKey(caption);
  return kind === "heading" && !/\bremain/.test(key) && (first === null || !key.includes(`${first - 1}`));
}

function yearIn(row: Row | undefined): number | null {
  const named = row?.kind === "item" ? (captionKey(row.caption).match(years) ?? []) : [];
  return named.length === 1 ? Number(named[0]) : null;
}

/** It prints an amount, or nil, wherever the total does. */
function isWhole({ row }: Line, result: Row): boolean {
  return (
    row.ragged !== true && result.figures.every((figure, col) => !figure || row.figures[col]?.damage === null)
  );
}
