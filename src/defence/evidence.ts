/** All that is weighed for and against a cause, measured. */
import type { Cause } from "../diagnose/cause.ts";
import { confirmationEvidence } from "./evidence/confirmation.ts";
import type { Charge, EvidenceItem } from "./evidence/item.ts";
import { readingEvidence } from "./evidence/reading.ts";
import { slipEvidence } from "./evidence/slip.ts";
import { sentenceEvidence } from "./evidence/sentence.ts";
import { kinds } from "./evidence/kinds.ts";
import { supportEvidence } from "./evidence/support.ts";
import type { Scene } from "./scene.ts";
import { shownOf } from "../diagnose/shown.ts";

export const evidenceItems: readonly EvidenceItem[] = [
  ...slipEvidence,
  ...confirmationEvidence,
  ...supportEvidence,
  ...readingEvidence,
  ...sentenceEvidence,
];

const weighed: ReadonlySet<string> = new Set(Object.values(kinds).flat());

/** Rules of a house's own, and comparatives with an earlier filing: nothing was measured of them. */
export function isWeighed(rule: string): boolean {
  return weighed.has(rule);
}

/** By the name of the item. */
export type Evidence = ReadonlyMap<string, number>;

/** null for a cause of the earlier filing alone, which is not reported. */
export function evidenceOf(cause: Cause, causes: readonly Cause[], scene: Scene): Evidence | null {
  const shown = shownOf(cause);
  if (!shown) return null;
  const charge: Charge = { cause, shown, fix: cause.suspects[0], causes };
  return new Map(evidenceItems.map((item) => [item.name, item.measure(charge, scene)]));
}
