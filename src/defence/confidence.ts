/** Evidence -> how often such a finding is true on filings never seen. */
import type { Confidence } from "../report/report.ts";
import type { Evidence } from "./evidence.ts";
import { baseline, thresholds, weights } from "./weights.ts";

/** The share of true ones among findings of this evidence, from 0 to 1, as the weights were fitted. */
export function probabilityOf(evidence: Evidence): number {
  let score = baseline;
  for (const [name, value] of evidence) score += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-score));
}

export function confidenceOf(evidence: Evidence): Confidence {
  const probability = probabilityOf(evidence);
  if (probability >= thresholds.certain) return "certain";
  return probability >= thresholds.likely ? "likely" : "possible";
}
