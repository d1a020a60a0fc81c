/** Paragraphs -> claims: every number that a sentence says something of, with its table figure where that is certain. */
import type { Filing } from "../statements/filing.ts";
import { onlyPeriod, readCalendar } from "./calendar.ts";
import type { Prose } from "./claim.ts";
import { ClaimReader } from "./claim-reader.ts";
import { headingPeriod } from "./heading-period.ts";
import { readPassages } from "./passage.ts";
import { readReportingPeriod } from "./when.ts";

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
      if (named !== undefined) base = named;
      reader.startSection();
    } else reader.take(passage, { calendar, base, reporting });
  }
  return { sections: reader.done() };
}
