/** An extract that was torn from its headings: what its columns are of, nothing tells. */
import type { Cause } from "../diagnose/cause.ts";
import { nameSlip } from "../diagnose/slips.ts";
import { shownOf } from "../diagnose/shown.ts";
import type { Slip } from "../report/report.ts";
import type { Filing } from "../statements/filing.ts";
import type { Table } from "../tables/table.ts";

/** Slips that the digits themselves show, whatever the column is of. */
const shownByDigits: ReadonlySet<Slip> = new Set([
  "transposition",
  "digit",
  "digit-dropped",
  "digit-added",
  "ocr",
  "sign",
  "scale",
]);

function isHeadless({ columns }: Table): boolean {
  return columns.every(({ label, period }) => label === "" && period === null);
}

/**
 * Whether a cause stands in an extract none of whose columns has a heading, and rests on no slip that digits show. An
 * extract that was cut off above its first line was cut elsewhere too: rows that print nothing in most columns, what
 * stands between liabilities and equity, the shares beside the amounts. That its other columns tie says nothing of
 * them.
 */
export function restsOnHeadless(cause: Cause, { tables }: Filing): boolean {
  const shown = shownOf(cause);
  if (!shown || shown.relation.result.wording || !tables.every(isHeadless)) return false;
  const [fix] = cause.suspects;
  if (!fix || cause.row) return true;
  return !shownByDigits.has(nameSlip(fix.figure, fix.value, false).slip);
}
