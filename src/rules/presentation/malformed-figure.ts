import type { Figure, Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
Value-added tax\t41,206\t38,115
Deposits\t12,708\t13,960
Less: allowance\t(14,310)\t(15,529)
Total receivables\t244,981\t267,640
`;

const awkward = `Aldermoor Limited
Receivables (in thousands, except percentages)
\tNotes\tDec 31, 2023\tDec 31, 2024
\t\tRMB\tRMB
Trade (2)\t4(a)\t205,377\tRMB231,094
Value-added tax*\t5, 12\t41,206\t38,115 (1)
Deposits\t\t_\t—
Less: allowance\t6\t( 14,310 )\t-15,529
Total receivables\t\t¥232,273\t253,680*
Share past due\t\t.9%\t1.0%
`;

export const malformedFigure = defineRule({
  name: "malformed-figure",
  summary: "Every printed figure can be read",
  what: "Names every figure that was cut off, garbled or read twice, once per cell, with the value that the equations around it imply where there is one. Several figures in one cell, ranges and dates are not damage. Numbers of notes, and brackets that a converter moved to the next line, are named only where an equation implies a figure. It is a warning: the original may be right and the copy bad.",
  why: "A figure that cannot be read cannot be checked. Lines that depend on it are checked only through other figures.",
  fix: "Compare with the original document. The value that the other figures imply is given where there is one.",
  source: "Grammar of printed figures: digits grouped by three, one decimal point, matching brackets",
  severity: "warning",
  examples: {
    passes: [{ title: "Every figure can be read", filing: sound }],
    fails: [
      { title: "Cut off at the edge of the page", filing: sound.replace("231,094", "231,09") },
      { title: "A bracket lost", filing: sound.replace("(15,529)", "(15,529") },
    ],
    quiet: [{ title: "Nil marks, footnotes, currency marks, note numbers, a minus", filing: awkward }],
  },
  *check(filing) {
    const said = new Set<number>();
    const torn = tornTables(filing.figures);
    const saidTorn = new Set<Table>();
    // The cells of a split row were gathered from its ghost: they are named where they belong.
    for (const { damage, place } of filing.figures) if (damage?.kind === "split") said.add(place.line);
    for (const figure of filing.figures) {
      if (!figure.damage) continue;
      if (figure.row.kind === "ghost") {
        // The whole row was read twice: said once, at its first cell.
        if (said.has(figure.row.line)) continue;
        said.add(figure.row.line);
      }
      const others = isTorn(figure) ? (torn.get(figure.table) ?? 1) - 1 : 0;
      if (others > 0) {
        if (saidTorn.has(figure.table)) continue;
        saidTorn.add(figure.table);
      }
      yield {
        rule: "malformed-figure",
        title: "Figure that cannot be read",
        figure,
        message: `${figure.damage.reason}${others > 0 ? `, as are ${others} more of its table` : ""}`,
      };
    }
  },
});

/** A number without its beginning: a narrow cell was wrapped within it. */
function isTorn({ damage, raw, row }: Figure): boolean {
  return damage !== null && row.kind !== "ghost" && /^\D*,/.test(raw);
}

/** How many numbers are torn in each table that tears several: there it is said once. */
function tornTables(figures: readonly Figure[]): Map<Table, number> {
  const torn = new Map<Table, number>();
  for (const figure of figures) {
    if (isTorn(figure)) torn.set(figure.table, (torn.get(figure.table) ?? 0) + 1);
  }
  for (const [table, count] of torn) if (count < fewestTorn) torn.delete(table);
  return torn;
}

const fewestTorn = 3;
