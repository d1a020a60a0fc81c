/** How plainly a sentence says what it is of. */
import { type EvidenceItem, yes } from "./item.ts";

export const sentenceEvidence: readonly EvidenceItem[] = [
  {
    name: "sentence-dated",
    what: "the sentence itself names the period",
    measure: ({ shown: { relation } }, scene) => yes(scene.claimOf(relation.result)?.dated === true),
  },
];
