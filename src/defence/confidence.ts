/** Evidence -> how often such a finding is true on filings never seen. */
import type { Confidence } from "../report/report.ts";
import type { Evidence } from "./evidence.ts";
import { baseline, thresholds, weights } from "./weights.ts";

/**
 * From here on the odds rise. Of the filings that the weights were fitted on few left less than this untied; what
 * breaks in those that left more is not the oftener true the more of them ties.
 */
const littleUntied = 0.15;
/** Less says nothing more: a few figures of any filing are determined by no others. */
const leastUntied = 0.015;

/**
 * How fast. Chosen, not fitted, since hardly any judged break stands in a filing that ties so well: a figure is
 * misread in proportion to what is left untied, and that nothing beside it tells otherwise in proportion again. In the
 * filings that the checks were written with, all breaks of those that tie so well are true (7 in 3 filings, too few to fit
 * it). At 1.5 a wrong sentence of one of these filings, known before, would be likely and not certain.
 */
const steepness = 2;

/**
 * What is added to the score for a filing that ties. It is misread where it does not: where next to nothing is left
 * untied the odds are up to a hundred times as high. `untied`: the share of its figures that tie with nothing.
 */
export function wellRead(untied: number): number {
  return steepness * Math.log(littleUntied / Math.min(littleUntied, Math.max(leastUntied, untied)));
}

/** The share of true ones among findings of this evidence, from 0 to 1, as the weights were fitted. */
export function probabilityOf(evidence: Evidence, untied: number): number {
  let score = baseline + wellRead(untied);
  for (const [name, value] of evidence) score += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-score));
}

/** `untied`: the share of the figures of the filing that tie with nothing. */
export function confidenceOf(evidence: Evidence, untied: number): Confidence {
  const probability = probabilityOf(evidence, untied);
  if (probability >= thresholds.certain) return "certain";
  return probability >= thresholds.likely ? "likely" : "possible";
}
