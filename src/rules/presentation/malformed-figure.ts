import { defineRule } from "../rule.ts";

export const malformedFigure = defineRule({
  name: "malformed-figure",
  summary: "Every printed figure can be read",
  why: "A figure that is cut off or garbled cannot be checked, and what depends on it only through other lines.",
  fix: "Compare with the original document; the value that the other figures imply is given where there is one.",
  source: "Grammar of printed figures: digits grouped by three, one decimal point, matching brackets",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    const ghosts = new Set<number>();
    for (const figure of filing.figures) {
      if (!figure.damage) continue;
      if (figure.row.kind === "ghost") {
        // The whole row was read twice: said once, at its first cell.
        if (ghosts.has(figure.row.line)) continue;
        ghosts.add(figure.row.line);
      }
      yield {
        rule: "malformed-figure",
        title: "Figure that cannot be read",
        figure,
        message: figure.damage.reason,
      };
    }
  },
});
