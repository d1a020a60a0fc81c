/** Paragraphs -> claims: every number that a sentence says something of, with its table figure where that is certain. */
import type { Filing } from "../statements/filing.ts";
import type { Period } from "../tables/table.ts";
import { type Calendar, onlyPeriod, readCalendar } from "./calendar.ts";
import type { Prose } from "./claim.ts";
import { ClaimReader } from "./claim-reader.ts";
import { type Passage, readPassages } from "./passage.ts";
import { readReportingPeriod, type Setting, whensIn } from "./when.ts";

/** What the sentences of a filing say: read once, when first asked for. */
export function proseOf(filing: Filing): Prose {
  const known = readings.get(filing);
  if (known) return known;
  const prose = readProse(filing);
  readings.set(filing, prose);
  return prose;
}

const readings = new WeakMap<Filing, Prose>();

function readProse(filing: Filing): Prose {
  const passages = readPassages(filing.document);
  const calendar = readCalendar(
    filing.tables,
    passages.map((passage) => passage.text),
  );
  const reporting = readReportingPeriod(
    passages.map((passage) => passage.text),
    calendar,
  );
  const reader = new ClaimReader(filing, calendar);
  let base = onlyPeriod(calendar);
  for (const passage of passages) {
    if (passage.isHeading) {
      const named = headingPeriod(passage, { calendar, base, reporting });
      // What is compared in a section about a year to come is of which year nothing tells.
      if (named) base = isToCome(named, calendar) ? null : named;
      reader.startSection();
    } else reader.take(passage, { calendar, base, reporting });
  }
  return { sections: reader.done() };
}

/** "OUTLOOK FOR 2025": a period behind all that the tables print. */
function isToCome(period: Period, { durations: [latest] }: Calendar): boolean {
  return latest !== undefined && period.end > latest.end;
}

/** The one period that a heading names. */
function headingPeriod(passage: Passage, setting: Setting): Period | null {
  const named = whensIn(passage.text, setting).flatMap(({ period }) => (period ? [period] : []));
  const durations = named.filter((period) => period.kind === "duration");
  return durations.length === 1 ? (durations[0] ?? null) : null;
}
