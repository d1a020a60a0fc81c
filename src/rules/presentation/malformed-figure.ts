import { defineRule } from "../rule.ts";

export const malformedFigure = defineRule({
  name: "malformed-figure",
  summary: "Every printed figure can be read",
  why: "A figure that is cut off or garbled cannot be checked, and what depends on it only through other lines.",
  fix: "Compare with the original document; the value that the other figures imply is given where there is one.",
  source: "Grammar of printed figures: digits grouped by three, one decimal point, matching brackets",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    const said = new Set<number>();
    // The cells of a split row were gathered from its ghost: they are named where they belong.
    for (const { damage, place } of filing.figures) if (damage?.kind === "split") said.add(place.line);
    for (const figure of filing.figures) {
      if (!figure.damage) continue;
      if (figure.row.kind === "ghost") {
        // The whole row was read twice: said once, at its first cell.
        if (said.has(figure.row.line)) continue;
        said.add(figure.row.line);
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
