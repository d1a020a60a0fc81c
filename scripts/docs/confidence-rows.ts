/** How often findings of each confidence are true, as `npm run calibrate` measured it. */
import { defended, judged, planted } from "../../src/defence/weights.ts";
import type { Confidence } from "../../src/report/report.ts";

const levels: readonly Confidence[] = ["certain", "likely", "possible"];

const percent = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(0)} %`;

export function confidenceRows(): string {
  const slips = levels.reduce((sum, level) => sum + planted[level].findings, 0);
  return [
    "| confidence | breaks of real filings | of these true | not cleared when first seen | of these true | planted slips that come to it |",
    "|---|--:|--:|--:|--:|--:|",
    ...levels.map((level) => {
      const real = [judged[level], defended[level]].map(
        ({ findings, true: truths }) => `${findings} | ${percent(truths, findings)}`,
      );
      return `| ${level} | ${real.join(" | ")} | ${percent(planted[level].findings, slips)} |`;
    }),
  ].join("\n");
}
