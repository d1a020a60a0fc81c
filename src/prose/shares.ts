/** "…, accounting for 34% of X": the amount right before it as a part of X. And margins, the share of a result in revenue. */
import { periodKey, type Period } from "../tables/table.ts";
import type { Facts, Fact } from "./facts.ts";
import { type Setting, whensIn } from "./when.ts";

const goesOn =
  /^[\s),;]*(?:(?:and|which|thus|thereby|also)\s+)*(?:account(?:ed|ing|s) for|represent(?:ed|ing|s)|contribut(?:ed|ing|es))\s*$/i;

/** Whether a share is of the amount before it: nothing but the verb stands between. */
export function isOfAmountBefore(lead: string): boolean {
  return goesOn.test(lead);
}

export interface Whole {
  readonly subject: string;
  /** Where the sentence names the period of the whole; undefined where it does not. */
  readonly period: Period | null | undefined;
}

/** What a share is of, from the text behind its number; null where that is not certain. */
export function wholeIn(text: string, setting: Setting): Whole | null {
  const behind = /^\s*of\s+(\S.*)$/is.exec(text)?.[1];
  if (behind === undefined) return null;
  const upTo = /[,;:.()–—]|\s(?:and|compared|versus|while|up|down|which|as compared)\b/i.exec(behind);
  let subject = behind.slice(0, upTo?.index).trim();
  const [when, ...more] = whensIn(subject, setting);
  if (when && (more.length > 0 || subject.slice(when.end).trim() !== "")) return null;
  // "of revenues for the same period" is that of the part, whatever "the same" means elsewhere.
  if (when && /\b(?:same|corresponding|comparable)\b/i.test(subject.slice(when.at))) return null;
  const period = when?.period;
  if (when) subject = subject.slice(0, when.at).trim();
  return subject === "" ? null : { subject, period };
}

/** The result that a margin is of, and revenue. */
export interface Margin {
  readonly measure: Fact;
  readonly revenue: Fact;
  /** Accounting names the two; what an adjusted measure is divided by is for the company to say. */
  readonly isCertain: boolean;
}

const results: Readonly<Record<string, readonly string[]>> = {
  gross: ["GrossProfit"],
  operating: ["OperatingIncomeLoss"],
  net: ["ProfitLoss", "NetIncomeLoss"],
  ebitda: ["ebitda"],
  ebit: ["ebit"],
};

/** What a margin without a line of its own is computed from; null for any other key or where it is not certain. */
export function marginOf(key: string, facts: Facts, period: Period, currency: string | null): Margin | null {
  const [, adjusted = "", kind = ""] =
    /^(adjusted )?(gross|operating|net|ebitda|ebit) margin$/.exec(key) ?? [];
  const measures = (results[kind] ?? []).flatMap((name) => {
    const { fact } = facts.find(`${adjusted}${name}`, "currency", period, currency);
    return fact ? [fact] : [];
  });
  const [measure, other] = measures;
  const found = facts.find("Revenues", "currency", period, currency).fact;
  // Revenue that another table prints may be that of a part, or of another company; a measure of the company's own
  // stands in a table of its own.
  const revenue =
    adjusted !== "" || kind.startsWith("ebit") || found?.figure.table === measure?.figure.table
      ? found
      : facts
          .lines("Revenues")
          .flat()
          .find(({ figure }) => figure.column === measure?.figure.column);
  if (!measure || !revenue || measure.convention !== "as-printed") return null;
  // With non-controlling interests a net margin may be of either result.
  if (other && other.figure.raw !== measure.figure.raw) return null;
  return { measure, revenue, isCertain: adjusted === "" && !kind.startsWith("ebit") };
}

export function samePeriod(a: Period | null, b: Period | null): boolean {
  return a !== null && periodKey(a) === periodKey(b);
}
