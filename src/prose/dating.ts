/** Which period each number of a sentence is of, where it stands beside none, and which subject where there are several. */
import { type Period, periodKey } from "../tables/table.ts";
import { before, type Calendar, yearsBefore } from "./calendar.ts";
import { listedPeriods } from "./listed-periods.ts";
import type { Mention } from "./mention.ts";
import {
  baseUnnamed,
  baseUnsaid,
  doubt,
  narrowed,
  noPeriodNamed,
  nowOf,
  otherPeriodNamed,
  periodUnsure,
  severalAtOnce,
  type Spoken,
  type Statement,
  whichAmount,
} from "./statement.ts";
import { subjectKey } from "./subject.ts";
import { type Setting, whensIn } from "./when.ts";

/** A sentence whose numbers have been read. */
export interface Sentence {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly setting: Setting;
  /** The period that its opening words name. */
  readonly opening: Period | null;
  readonly statements: readonly Statement[];
  /** Statements that "respectively" has been read for. */
  readonly distributed: Set<Statement>;
}

/** Periods that the sentence leaves to its heading, its opening words, or the number it goes with. */
export function datePeriods(statement: Statement, sentence: Sentence): void {
  const { calendar, base } = sentence.setting;
  for (const spoken of statement.numbers) {
    if (spoken.said === "figure" && !spoken.explicit) {
      const own = statement.period;
      spoken.period = own === undefined ? base : own;
      spoken.explicit = sentence.opening !== null || own !== undefined;
      if (own === null) spoken.reason ||= periodUnsure;
      else if (own === undefined && namesOther(sentence, base)) spoken.reason ||= otherPeriodNamed;
      if (!spoken.period) spoken.reason ||= noPeriodNamed;
    }
  }
  const now = nowOf(statement)?.period ?? base;
  for (const spoken of statement.numbers) {
    if (spoken.said === "change") {
      spoken.period = spoken.explicit && spoken.period ? spoken.period : now;
      const from = spoken.of;
      if (from && !from.explicit && spoken.basis && now) {
        from.period = spoken.basis === "year" ? yearsBefore(calendar, now, 1) : before(calendar, now);
        from.explicit = true;
      }
    }
  }
  for (const spoken of statement.numbers) {
    // What something is compared with is of another period: if it seems to be of the same, its words were misread.
    if (spoken.said === "comparison" && now && periodKey(spoken.period) === periodKey(now)) {
      spoken.period = null;
    }
    if (spoken.said === "comparison" && now) {
      const years = spoken.mention.beside ? 1 : Number(now.end.slice(0, 4)) - (spoken.inYear ?? Number.NaN);
      if (years > 0) spoken.period = printedBefore(calendar, now, years);
      else if (spoken.inYear !== undefined) spoken.period = null;
    }
    if (spoken.said === "comparison" && !spoken.period) {
      spoken.reason ||= baseUnnamed;
    }
    if ((spoken.said === "translation" || spoken.said === "share") && spoken.of) {
      spoken.period = spoken.of.period;
    }
  }
}

/** The same period some years before, where the tables print both. */
function printedBefore(calendar: Calendar, now: Period, years: number): Period | null {
  const earlier = yearsBefore(calendar, now, years);
  const isPrinted = [now, earlier].every((period) =>
    calendar.durations.some((printed) => periodKey(printed) === periodKey(period)),
  );
  return isPrinted ? earlier : null;
}

/** Whether the sentence names another period than this, and not beside a number that it compares with. */
function namesOther({ statements, text, setting }: Sentence, base: Period | null): boolean {
  const beside = statements.flatMap(({ numbers }) =>
    numbers
      .filter(({ said, mention, inYear }) => said === "comparison" && !mention.beside && inYear === undefined)
      .map((spoken) => spoken.mention.end),
  );
  return whensIn(text, setting).some((when) => {
    if (periodKey(when.period) === periodKey(base)) return false;
    if (when.period?.kind === "instant" && when.period.end === base?.end) return false;
    if (startsFrom(text.slice(when.at))) return false;
    // A period right behind a comparison, or behind its translation, is that comparison's.
    return !beside.some(
      (end) => when.at >= end && when.at - end < 40 && !/\d/.test(text.slice(end, when.at)),
    );
  });
}

/** "X and Y were A and B": each amount to its own subject, or to its own period. */
export function distribute(statement: Statement, sentence: Sentence): Statement[] {
  const { distributed } = sentence;
  const amounts = statement.numbers.filter((spoken) => spoken.said === "figure");
  if (amounts.length < 2) return [statement];
  const periods = periodsOf(statement, amounts, sentence);
  if (periods) {
    const wasDoubted = new Set([severalAtOnce, otherPeriodNamed, noPeriodNamed, periodUnsure, narrowed]);
    for (const [i, amount] of amounts.entries()) {
      amount.period = periods[i] ?? null;
      amount.explicit = true;
      if (wasDoubted.has(amount.reason)) amount.reason = "";
    }
    const changes = statement.numbers.filter((spoken) => spoken.said === "change");
    for (const spoken of statement.numbers) {
      if (spoken.said === "change") Object.assign(spoken, changeTold(spoken, changes, amounts, periods));
      else if (spoken.said === "translation" && spoken.of) spoken.period = spoken.of.period;
    }
    distributed.add(statement);
    return [statement];
  }
  if (statement.numbers.some((spoken) => spoken.said !== "figure" && spoken.said !== "translation")) {
    doubt(statement, severalAtOnce);
    return [statement];
  }
  const subjects = statement.subject.split(/\s*,\s+and\s+|\s+and\s+|\s*,\s+/);
  if (subjects.length === amounts.length && statement.subject !== "") {
    return amounts.map((amount, i) => {
      const subject = subjects[i] ?? "";
      const numbers = statement.numbers.filter((spoken) => spoken === amount || spoken.of === amount);
      const own: Statement = { ...statement, subject, key: subjectKey(subject), numbers, move: null };
      distributed.add(own);
      return own;
    });
  }
  for (const amount of amounts.slice(1)) amount.reason ||= whichAmount;
  return [statement];
}

/**
 * "$15 and $13 in 2024 and 2023, growth of 12% and 9%": the first is from the second amount, and from what
 * the second is the sentence does not say.
 */
function changeTold(
  change: Spoken,
  changes: readonly Spoken[],
  amounts: readonly Spoken[],
  periods: readonly Period[],
): Partial<Spoken> {
  const alike = changes.filter(({ mention }) => mention.unit === change.mention.unit);
  const at = alike.indexOf(change);
  const [of = null, period = null] = [amounts[at + 1], periods[at]];
  return of && alike.length <= amounts.length ? { of, period } : { of: null, period, reason: baseUnsaid };
}

/** The periods of amounts told together, where the words list as many: behind the last, or before the first. */
function periodsOf(
  { listed, numbers }: Statement,
  amounts: readonly Spoken[],
  sentence: Sentence,
): readonly Period[] | null {
  const [first] = amounts;
  const last = amounts.at(-1);
  if (!first || !last) return null;
  const told = [
    listed,
    listedBehind(sentence, numbers, last),
    listedPeriods(sentence.text.slice(0, first.mention.at), sentence.setting)?.periods,
  ];
  return told.find((periods) => periods?.length === amounts.length) ?? null;
}

/** Up to the next number that is not of these. */
function listedBehind(
  { text, mentions, setting }: Sentence,
  numbers: readonly Spoken[],
  { mention }: Spoken,
): readonly Period[] | undefined {
  const from = Math.max(
    mention.end,
    ...numbers.flatMap(({ of, mention: own }) => (of?.mention === mention ? [own.end] : [])),
  );
  const next = mentions.find(({ at }) => at >= from);
  const behind = text.slice(from, next?.at);
  const listed = listedPeriods(behind, setting);
  // "as compared to the three and six months ended June 30, 2023, respectively".
  return listed && !comparesWith.test(behind.slice(0, listed.at)) ? listed.periods : undefined;
}

const comparesWith = /\b(?:compared? (?:with|to)|versus|vs\.?|against|over|than|from)\s*(?:the\s*)?$/i;

export function startsFrom(text: string): boolean {
  return /^\W*from\b/i.test(text);
}
