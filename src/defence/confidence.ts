/** Evidence -> how often such a finding is true on filings never seen. */
import type { Confidence } from "../report/report.ts";
import type { Evidence } from "./evidence.ts";
import { baseline, thresholds, weights } from "./weights.ts";

/** The share of figures that tie with nothing in the filings that the weights were fitted on. */
const usuallyUntied = 0.32;
/** Less says nothing more: a few figures of any filing are determined by no others. */
const leastUntied = 0.015;

/**
 * The share of true ones among findings of this evidence, from 0 to 1, as the weights were fitted. A filing is
 * misread where it does not tie: one of which a tenth of the usual share is left untied has a tenth of the usual
 * misreadings, and the odds are ten times as high.
 */
export function probabilityOf(evidence: Evidence, untied: number): number {
  let score = baseline + Math.log(usuallyUntied / Math.min(usuallyUntied, Math.max(leastUntied, untied)));
  for (const [name, value] of evidence) score += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-score));
}

/** `untied`: the share of the figures of the filing that tie with nothing. */
export function confidenceOf(evidence: Evidence, untied: number): Confidence {
  const probability = probabilityOf(evidence, untied);
  if (probability >= thresholds.certain) return "certain";
  return probability >= thresholds.likely ? "likely" : "possible";
}
