/** Several periods named together: "for the years ended December 31, 2023 and 2022", "in 2023 and 2022", "three and six months ended". */
import type { Period } from "../tables/table.ts";
import { ending, year } from "./calendar.ts";
import { date, isoDate, monthsSaid, type Setting } from "./when.ts";

export interface ListedPeriods {
  readonly at: number;
  readonly end: number;
  readonly periods: readonly Period[];
}

let ends: RegExp | undefined;
let spansAtOneEnd: RegExp | undefined;

/** null: the text names no two periods in one breath, or which they are is not certain. */
export function listedPeriods(text: string, setting: Setting): ListedPeriods | null {
  if (!/\band\b/i.test(text) || !/(?:19|20)\d\d/.test(text)) return null;
  return severalSpans(text, setting) ?? severalEnds(text, setting);
}

/** "the three and nine months ended September 30, 2023", "the three- and nine-month periods ended". */
function severalSpans(text: string, { calendar }: Setting): ListedPeriods | null {
  if (!/\b(?:month|week)s?\b/i.test(text)) return null;
  spansAtOneEnd ??= new RegExp(
    `(?:\\b(?:for|during|in)\\s+)?(?:\\b(?:both|each of)\\s+)?(?:the\\s+)?\\b(\\w+)(?:[- ](?:months?|weeks?)(?: periods?)?|-)?,? and (\\w+(?:-\\w+)?)[- ](?:months?|weeks?)(?: periods?)? end(?:ed|ing) (${date})(?!,? and (?:\\w+ \\d|\\d))`,
    "i",
  );
  const match = spansAtOneEnd.exec(text);
  const [first, second] = [monthsSaid(match?.[1] ?? ""), monthsSaid(match?.[2] ?? "")];
  if (!match || !first || !second) return null;
  const end = isoDate(match[3] ?? "");
  return {
    at: match.index,
    end: match.index + match[0].length,
    periods: [ending(calendar, end, first), ending(calendar, end, second)],
  };
}

interface Kind {
  readonly at: number;
  /** Months; 0 for days; null for years that only their number names. */
  readonly months: number | null;
}

const joins =
  /^(?:\s*,\s*|\s*,?\s*and\s+)(?:(?:for|in|at|as of)\s+)?(?:the\s+)?(?:(?:fiscal\s+)?(?:years?|quarters?)\s+(?:ended\s+)?)?(?:fiscal\s+)?$/i;

/** "December 31, 2023 and 2022", "2023, 2022 and 2021". */
function severalEnds(text: string, { calendar }: Setting): ListedPeriods | null {
  ends ??= new RegExp(`\\b(?:${date}|(?:19|20)\\d\\d(?![\\d,.]*\\d))`, "gi");
  const found = [...text.matchAll(ends)];
  for (let first = 0; first + 1 < found.length; first++) {
    let last = first;
    while (isJoined(text, found[last], found[last + 1])) last++;
    const run = found.slice(first, last + 1);
    const [head] = run;
    if (!head || run.length < 2) continue;
    const kind = kindBefore(text.slice(0, head.index));
    const periods = kind ? run.map((match) => periodAt(match[0], head[0], kind, calendar)) : [];
    const known = periods.filter((period) => period !== null);
    if (!kind || known.length < run.length) return null;
    const final = run.at(-1);
    return { at: kind.at, end: (final?.index ?? 0) + (final?.[0].length ?? 0), periods: known };
  }
  return null;
}

function isJoined(text: string, a: RegExpExecArray | undefined, b: RegExpExecArray | undefined): boolean {
  return a !== undefined && b !== undefined && joins.test(text.slice(a.index + a[0].length, b.index));
}

function kindBefore(lead: string): Kind | null {
  const match =
    /\b(?:for|during|in|of)?\s*(?:both\s+)?(?:the\s+)?(?:(?:\b([\w-]+)[- ](?:months?|weeks?)(?:\s+periods?)?|(?:fiscal\s+)?(years?|quarters?))\s+end(?:ed|ing)|\b(as of|as at|at|on)|\b(?:fiscal(?:\s+years?)?|years?|in|for|during|of))\s+$/i.exec(
      lead.slice(-70),
    );
  if (!match) return null;
  const at = Math.max(0, lead.length - 70) + match.index;
  if (match[3] !== undefined) return { at, months: 0 };
  const span = match[1] ?? match[2];
  if (span === undefined) return { at, months: null };
  const months = monthsSaid(span.replace(/s$/i, ""));
  return months === null ? null : { at, months };
}

function periodAt(
  said: string,
  first: string,
  { months }: Kind,
  calendar: Setting["calendar"],
): Period | null {
  if (months === null) return /^\d{4}$/.test(said) ? year(calendar, Number(said)) : null;
  // A year alone is that of the same day.
  const day = /^\d{4}$/.test(said) ? first.replace(/\d{4}/, said) : said;
  const end = isoDate(day);
  if (!/^\d{4}-\d\d-\d\d$/.test(end)) return null;
  return months === 0 ? { kind: "instant", end } : ending(calendar, end, months);
}
