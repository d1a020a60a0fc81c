/** In which period a heading puts the sentences below it. */
import { monthsOf } from "../tables/period.ts";
import type { Period } from "../tables/table.ts";
import type { Calendar } from "./calendar.ts";
import { listedPeriods } from "./listed-periods.ts";
import type { Passage } from "./passage.ts";
import { type Setting, whensIn } from "./when.ts";

type Duration = Extract<Period, { kind: "duration" }>;

/** undefined: the heading says nothing of it, and what was in force goes on. null: which is not certain. */
export function headingPeriod(passage: Passage, setting: Setting): Period | null | undefined {
  const { calendar } = setting;
  const { text } = passage;
  // "Three and six months ended": the sentences below may be of either.
  if (/\b[a-z]+ and [a-z]+[- ](?:months|weeks)\b/i.test(text)) return null;
  const named = (listedPeriods(text, setting)?.periods ?? whensIn(text, setting).map(({ period }) => period))
    .filter((period) => period?.kind === "duration")
    .filter((period) => !isBeforeAll(period, calendar));
  const [first, second, ...more] = named;
  if (!first || more.length > 0) return undefined;
  // "2024 compared to 2023", "the years ended March 31, 2023 and 2024": of the later, beside the earlier.
  if (second) return monthsOf(first) === monthsOf(second) ? later(first, second) : undefined;
  // What is compared in a section about a year to come is of which year nothing tells.
  if (isToCome(first, calendar)) return null;
  if (!isComparative(first, calendar) || !isBare(text, setting)) return first;
  // The heading of a table of the year before ends with its table.
  return passage.isAboveTable ? undefined : null;
}

function later(a: Duration, b: Duration): Duration {
  return a.end > b.end ? a : b;
}

/** "THE SECURITIES EXCHANGE ACT OF 1934". */
function isBeforeAll({ end }: Duration, { durations }: Calendar): boolean {
  return durations.length > 0 && durations.every(({ start }) => end < start);
}

/** "OUTLOOK FOR 2025": a period behind all that the tables print. */
function isToCome({ end }: Duration, { durations: [latest] }: Calendar): boolean {
  return latest !== undefined && end > latest.end;
}

function isComparative(period: Duration, { durations }: Calendar): boolean {
  return durations.some((other) => monthsOf(other) === monthsOf(period) && other.end > period.end);
}

/** Whether it is words about the period and nothing else: the label of a table or a picture. */
function isBare(text: string, setting: Setting): boolean {
  const rest = whensIn(text, setting).reduceRight(
    (left, { at, end }) => left.slice(0, at) + left.slice(end),
    text,
  );
  return !/[a-z]{4}/i.test(rest);
}
