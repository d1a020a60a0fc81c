import type { Relation } from "../../relations/relation.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import type { Column, Figure, Row, Table } from "../../tables/table.ts";
import { periodKey } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
Year ended December 31, 2024 (RMB in thousands)
\tPublic cloud\tEnterprise cloud\tCorporate\tTotal
External sales\t921,330\t456,595\t-\t1,377,925
Equipment bought\t88,204\t31,116\t4,018\t123,338
Depreciation\t101,390\t27,203\t2,615\t131,208
Staff costs\t140,207\t96,012\t51,440\t287,659
Rent\t11,204\t7,310\t1,907\t20,421
`;

const notASum = `Aldermoor Limited
Year ended December 31, 2024 (RMB in thousands)
\tPublic cloud\tEnterprise cloud\tTotal
External sales\t921,330\t456,595\t1,377,925
Staff costs\t140,207\t96,012\t287,659
Customers\t12,204\t3,310\t14,871
Depreciation\t101,390\t27,203\t131,208
Hours a head\t1,904\t1,888\t1,897
`;

const name = "cross-footing";
const totalWords = /\b(?:total|consolidated|combined|group)\b/i;

export const crossFooting = defineRule({
  name,
  summary: "A total column is the sum of the columns beside it, in every row",
  why: "Segment tables and statements of equity add up both ways; a cell wrong in one sum is found by the other.",
  fix: "Add the row; where the column of the same cell does not foot either, that cell is the wrong one.",
  source: "Cross-footing",
  examples: {
    passes: [{ title: "Segments and their total", filing: sound }],
    fails: [{ title: "One digit wrong", filing: sound.replace("27,203", "27,303") }],
    quiet: [{ title: "A total with costs of no segment, customers of both, and averages", filing: notASum }],
  },
  *check(filing) {
    for (const table of filing.tables) {
      for (const column of table.columns) {
        if (!totalWords.test(column.label) || column.role === "percent" || column.role === "note") continue;
        const ways = runsFor(table, column).map((parts) =>
          table.rows.flatMap((row) => sumOf(row, column, parts)),
        );
        const best = mostTied(ways);
        if (countTies(best) >= 2 && countTies(best) * 5 >= best.length * 4) yield* withSupport(best);
      }
    }
  },
});

/** Runs of columns next to the total, of its period and currency, longest first. */
function runsFor(table: Table, total: Column): Column[][] {
  const alike = (column: Column): boolean =>
    column.role === total.role &&
    column.currency === total.currency &&
    periodKey(column.period) === periodKey(total.period);
  const left: Column[] = [];
  for (let i = total.index - 1; i >= 0; i--) {
    const column = table.columns[i];
    if (!column || !alike(column) || totalWords.test(column.label)) break;
    left.unshift(column);
  }
  return left.map((_, i) => left.slice(i)).filter((run) => run.length >= 2);
}

function sumOf(row: Row, total: Column, parts: readonly Column[]): Relation[] {
  const result = row.figures[total.index];
  const terms = parts
    .map((part) => row.figures[part.index])
    .filter((figure): figure is Figure => figure !== undefined);
  if (!result || terms.length === 0 || row.kind === "ghost" || row.unit === "per-share") return [];
  if (result.nil && terms.every((term) => term.nil)) return [];
  return [
    {
      rule: name,
      title: `${row.caption || "Line without a caption"}: ${total.label} = ${parts.map((part) => part.label).join(" + ")}`,
      form: { kind: "linear", weights: terms.map(() => 1) },
      result,
      terms,
      belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `${name}:${result.table.index}:${total.index}`,
    },
  ];
}
