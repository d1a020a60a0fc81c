/**
 * Whether a break may be reported. A pattern that holds elsewhere and breaks here is the strongest
 * evidence there is that here is wrong; one that breaks everywhere is first of all evidence that the
 * table was misread.
 */
import type { Belief } from "../relations/relation.ts";

export interface Trust {
  readonly report: boolean;
  /** Why not, for --verbose. */
  readonly reason: string;
}

export function trust(belief: Belief): Trust {
  const { identity, structure, wording, complete, ties, breaks } = belief;
  const said = identity || structure || wording;
  if (ties >= 2 && ties > breaks) return { report: true, reason: "" };
  if (ties >= 1 && said && ties >= breaks) return { report: true, reason: "" };
  if (wording && breaks === 0) return { report: true, reason: "" };
  if (identity && complete) return { report: true, reason: "" };
  if (structure && complete) return { report: true, reason: "" };
  if (ties === 0) {
    return {
      report: false,
      reason: identity
        ? "other lines that may belong to the sum stand between its lines"
        : "it ties in no column, so the table may mean something else",
    };
  }
  return {
    report: false,
    reason: "it breaks in as many places as it ties, so the lines may not belong together",
  };
}
