import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const restated = (effect: string): string => `Aldermoor Limited
Effects of the new standard (in thousands, except per share)
Year ended December 31, 2024
\tUnder the old standard\tEffects of adoption\tAs adopted
\tRMB\tRMB\tRMB
Net income\t41,360\t10,558\t51,918
Weighted average shares, diluted\t167,342\t4,771\t172,113
Net income per share, diluted\t0.25\t${effect}\t0.30
Revenues\t591,482\t-\t591,482
`;

/** Columns of a bridge are few; a table of segments has many, and pairs that add up by chance. */
const mostColumns = 8;

/** Whether the cell is what leads from one of the columns to the other, in its row. */
function leads(cell: Figure, from: number, to: number): boolean {
  const [a, b] = [cell.row.figures[from], cell.row.figures[to]];
  if (!readable(a) || !readable(b) || b.nil) return false;
  const difference: Relation = {
    rule: "bridge",
    title: "",
    form: { kind: "linear", weights: [1, 1] },
    result: b,
    terms: [a, cell],
    belief: { identity: false, structure: false, wording: false, complete: false, ties: 0, breaks: 0 },
    pattern: "",
    memo: {},
  };
  return evaluateTie(difference) === true;
}

export const bridgeColumn = defineReading({
  name: "bridge-column",
  summary:
    "The column is the difference between two others, so a margin or a result per share in it is not a quotient",
  what: "Looks for two other columns of the table between which every figure of the equation is the difference in its own row: before and after a change of accounting, reported and adjusted. A result per share or a margin in such a column is the difference of two results per share or margins, not the quotient of the amounts that stand above it. If one of the figures is not that difference, the break stands.",
  examples: {
    cleared: [{ title: "The effect on earnings per share", filing: restated("0.05") }],
    stands: [{ title: "An effect that leads nowhere", filing: restated("0.44") }],
  },
  clear({ broken: { relation } }): Innocent | null {
    const { form, result, terms } = relation;
    const figures = [result, ...terms];
    if (form.kind !== "quotient" || figures.some(({ column }) => column !== result.column)) return null;
    const columns = result.table.columns.filter((column) => column !== result.column);
    if (columns.length > mostColumns) return null;
    for (const from of columns) {
      for (const to of columns) {
        if (from === to || !figures.every((figure) => leads(figure, from.index, to.index))) continue;
        const ends = [from, to].flatMap(({ index }) => result.row.figures[index] ?? []);
        return {
          sentence: `each of its figures leads from "${from.label}" to "${to.label}": ${ends.map(({ raw }) => raw).join(" to ")}`,
          figures: ends,
        };
      }
    }
    return null;
  },
});
