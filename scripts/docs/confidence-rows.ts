/** How often findings of each confidence are true, as `npm run calibrate` measured it. */
import { judged, planted } from "../../src/defence/weights.ts";
import type { Confidence } from "../../src/report/report.ts";

const levels: readonly Confidence[] = ["certain", "likely", "possible"];

const percent = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(0)} %`;

export function confidenceRows(): string {
  const slips = levels.reduce((sum, level) => sum + planted[level].findings, 0);
  return [
    "| confidence | breaks of real filings | of these true | planted slips that come to it |",
    "|---|--:|--:|--:|",
    ...levels.map((level) => {
      const { findings, true: truths } = judged[level];
      return `| ${level} | ${findings} | ${percent(truths, findings)} | ${percent(planted[level].findings, slips)} |`;
    }),
  ].join("\n");
}
