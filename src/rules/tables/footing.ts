import { defineRule } from "../rule.ts";
import { relationsOf } from "../sums.ts";

export const footing = defineRule({
  name: "footing",
  summary: "A printed total or subtotal is the sum of the lines it closes",
  why: "Footing is the first thing an auditor does with a schedule: a column that does not add up has a wrong figure or a missing line.",
  fix: "Add the lines again; look for a transposed figure, a lost bracket, a line left out or printed twice.",
  source: "Footing; rounding by XBRL Calculations 1.1",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    for (const table of filing.tables) {
      for (const sum of filing.sumsOf(table)) yield* relationsOf("footing", filing, sum);
    }
  },
});
