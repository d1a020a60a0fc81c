import { sign as signOf } from "../../money/decimal.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";

/** Lines that change sign by nature. */
const changeable =
  /\bnet\b|\bother\b|\bchange|\bgain|\b(?:profit|income|loss|earning|result|ebitda|cash|tax|adjust|effect|translation|increase|decrease|difference|margin|benefit|deferred)/;
const fewest = 4;

export const sign = defineRule({
  name: "sign",
  summary: "A line has one sign in all its columns, unless its nature is to change",
  why: "A bracket lost or added turns a cost into income.",
  fix: "Compare the sign with the other columns of the line; a warning only, since lines may legitimately turn.",
  source: "Consistency of presentation, IAS 1.45",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    for (const table of filing.tables) {
      for (const row of table.rows) {
        if (row.kind !== "item" || row.unit !== "currency" || changeable.test(captionKey(row.caption)))
          continue;
        const figures = row.figures.filter((figure): figure is Figure => readable(figure) && !figure.nil);
        if (figures.length < fewest) continue;
        const odd = minority(figures);
        if (odd) {
          yield {
            rule: "sign",
            title: "Sign against the other columns",
            figure: odd,
            message: `is ${signOf(odd.value) < 0 ? "negative" : "positive"} where the ${figures.length - 1} other columns of its line are not`,
          };
        }
      }
    }
  },
});

/** The one figure whose sign is not that of all others. */
function minority(figures: readonly Figure[]): Figure | null {
  const negative = figures.filter((figure) => signOf(figure.value) < 0);
  const positive = figures.filter((figure) => signOf(figure.value) > 0);
  if (negative.length === 1) return negative[0] ?? null;
  return positive.length === 1 ? (positive[0] ?? null) : null;
}
