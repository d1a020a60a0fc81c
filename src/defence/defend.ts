/**
 * The defence. A break accuses the filing of a misprint; before it is told, each innocent reading is tried.
 * What a reading clears is taken out, and the causes of the rest are sought anew, since a cause may have
 * rested on it. A filing without breaks pays nothing.
 */
import type { Cause } from "../diagnose/cause.ts";
import type { Confidence } from "../report/report.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged, Verdicts } from "../verdict/judge.ts";
import { confidenceOf } from "./confidence.ts";
import { witnessesOf } from "./evidence/confirmation.ts";
import { type Evidence, evidenceOf, isWeighed } from "./evidence.ts";
import { restsOnHeadless } from "./headless.ts";
import { innocentReadings } from "./index.ts";
import type { Accusation, InnocentReading } from "./reading.ts";
import { Scene } from "./scene.ts";

export interface Defended {
  readonly verdicts: Verdicts;
  readonly causes: readonly Weighed[];
}

/** A cause that no innocent reading clears, and how well it is proved. */
export interface Weighed {
  readonly cause: Cause;
  readonly evidence: Evidence;
  readonly confidence: Confidence;
  /** Figures elsewhere in the filing that print what the one suspect should say. */
  readonly witnesses: readonly Figure[];
}

/** Each round clears at least one break; a filing of which more is cleared than this many rounds is left as it is. */
const mostRounds = 8;

/** `diagnoseAll` finds the causes of what fails among the relations it is given. */
export function defend(
  filing: Filing,
  verdicts: Verdicts,
  diagnoseAll: (judged: readonly Judged[]) => readonly Cause[],
): Defended {
  let current = verdicts;
  let causes = diagnoseAll(current.judged);
  for (let round = 0; round < mostRounds && causes.length > 0; round++) {
    const cleared = clearedBy(innocentReadings, causes, new Scene(filing, current.judged, current.readings));
    if (cleared.size === 0) break;
    current = { ...current, judged: current.judged.map((item) => cleared.get(item) ?? item) };
    causes = diagnoseAll(current.judged);
  }
  return { verdicts: current, causes: weigh(causes, new Scene(filing, current.judged, current.readings)) };
}

/** What breaks in the earlier filing alone is not this filing's finding and is left out. */
function weigh(causes: readonly Cause[], scene: Scene): readonly Weighed[] {
  return causes.flatMap((cause) => {
    const evidence = evidenceOf(cause, causes, scene);
    if (!evidence) return [];
    // What a house states itself is believed as it says.
    const stated = cause.failing.some(({ relation }) => !isWeighed(relation.rule));
    const [fix, ...others] = cause.suspects;
    const witnesses = fix && others.length === 0 ? witnessesOf(fix, scene) : [];
    return [{ cause, evidence, confidence: stated ? "certain" : weighed(cause, evidence, scene), witnesses }];
  });
}

function weighed(cause: Cause, evidence: Evidence, { filing, untied }: Scene): Confidence {
  return restsOnHeadless(cause, filing) ? "possible" : confidenceOf(evidence, untied);
}

/** The breaks that some reading clears, as they stand after it. */
function clearedBy(
  readings: readonly InnocentReading[],
  causes: readonly Cause[],
  scene: Scene,
): ReadonlyMap<Judged, Judged> {
  const cleared = new Map<Judged, Judged>();
  for (const cause of causes) {
    for (const broken of cause.failing) {
      const after = afterReading(readings, { broken, cause }, scene);
      if (after) cleared.set(broken, after);
    }
  }
  return cleared;
}

function afterReading(
  readings: readonly InnocentReading[],
  accusation: Accusation,
  scene: Scene,
): Judged | null {
  for (const reading of readings) {
    const innocent = reading.clear(accusation, scene);
    if (!innocent) continue;
    const { sentence, figures } = innocent;
    return {
      ...accusation.broken,
      status: "skip",
      reason: `${sentence} (${reading.name})`,
      cleared: { reading: reading.name, sentence, figures },
    };
  }
  return null;
}
