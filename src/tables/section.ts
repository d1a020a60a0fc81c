/** The lines of a total as the headings of its table say them. */
import { captionKey } from "./caption.ts";
import type { Line } from "./fit.ts";
import { maturitiesOf } from "./maturity.ts";
import type { Table } from "./table.ts";

/** Rows above a total among which the heading of its section is looked for. */
const longestSection = 120;

/** What before the words of the heading makes the total that of more, or of less, than its section. */
const ownTotal = /\b(?:and|or|liability|asset|other|non|current|net|before|after|excluding)\b/;

export interface Section {
  readonly run: readonly Line[];
  /** No other heading stands between the lines. */
  readonly isInnermost: boolean;
  /** The cash flows of an activity: what is received is printed plain and what is paid in brackets. */
  readonly isSigned: boolean;
  /** Nothing can be missing between the lines. */
  readonly isComplete?: true;
}

/**
 * The open lines below the nearest heading that the total's caption repeats ("Current assets:" … "Total
 * current assets"; "Shareholders' equity:" … "Total Larkfen Limited shareholders' equity"; "Investing:" …
 * "Cash used for investing activities").
 */
export function sectionOf(table: Table, line: Line, open: readonly Line[]): Section | null {
  const maturities = maturitiesOf(table, line, open);
  if (maturities) return { run: maturities, isInnermost: true, isSigned: false, isComplete: true };
  const { row } = line;
  const key = captionKey(row.caption);
  const name = /^total (.+)$/.exec(key)?.[1];
  const activity = activityTotal.exec(key)?.[1];
  if (name === undefined && activity === undefined)
    return sharedOut(table, line, open) ?? repeatedHeading(table, line, open);
  let isInnermost = true;
  for (let i = row.index - 1; i >= Math.max(0, row.index - longestSection); i--) {
    const other = table.rows[i];
    if (other?.kind !== "heading") continue;
    const heading = captionKey(other.caption);
    const repeats = name === undefined ? isActivity(heading, activity) : isNamed(name, heading);
    if (!repeats) {
      isInnermost = false;
      continue;
    }
    const run = open.filter((one) => one.row.index > i);
    if (run.length === 0) return null;
    return { run, isInnermost, isSigned: activity !== undefined && areSigned(run) };
  }
  return null;
}

/** The lines between a heading and the line that repeats it ("Other comprehensive income:" …). */
function repeatedHeading(table: Table, { row }: Line, open: readonly Line[]): Section | null {
  const heading = row.section.at(-1);
  const key = captionKey(row.caption);
  if (heading === undefined || key === "" || captionKey(heading) !== key) return null;
  const run: Line[] = [];
  for (const line of open) if (line.row.section.at(-1) === heading) run.push(line);
  const [first] = run;
  if (!first || table.rows[first.row.index - 1]?.kind !== "heading") return null;
  return { run, isInnermost: false, isSigned: false };
}

/** "Profit for the year" … "Attributable to:" … "Profit for the year": a result, whose it is, and the same again. */
function sharedOut(table: Table, { row }: Line, open: readonly Line[]): Section | null {
  const heading = row.section.at(-1);
  if (heading === undefined || !/\battributable to\s*:?$/i.test(heading)) return null;
  const key = captionKey(row.caption);
  const run = open.filter((line) => line.row.section.at(-1) === heading);
  const first = run[0]?.row.index ?? 0;
  const isAgain = table.rows.some(
    (above) => above.index < first && above.kind === "item" && captionKey(above.caption) === key,
  );
  if (key === "" || !isAgain || run.length < 2) return null;
  return { run, isInnermost: true, isSigned: false };
}

/** Brackets are in use, and no line says in words that it is deducted. */
function areSigned(run: readonly Line[]): boolean {
  return (
    run.some(({ values }) => values.some((value) => value !== null && value < 0)) &&
    !run.some(({ row }) => /^(?:less|deduct)/.test(captionKey(row.caption)))
  );
}

function isNamed(name: string, heading: string): boolean {
  const owner = name.endsWith(` ${heading}`) ? name.slice(0, -heading.length) : null;
  return name === heading || (owner !== null && heading !== "" && !ownTotal.test(owner));
}

/** "Cash used to pay for deferred financing costs" is a line of its section. */
const activityTotal =
  /^(?!.*\b(?:pay|paid|cost|lease)\b)(?:total )?(?:net )?cash\b.*\b(operating|investing|financing)\b/;
const activityHeading =
  /^(?:(?:net )?cash (?:flows? )?)?(?:provided |generated |used |by |in |for |from |or )*(?:operating|investing|financing)(?: activity)?$/;

function isActivity(heading: string, activity: string | undefined): boolean {
  return (
    activity !== undefined && heading.includes(activity) && activityHeading.test(heading.replace(/[()]/g, ""))
  );
}
