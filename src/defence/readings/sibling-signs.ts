import { printedTie } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, readable, type Row, type Table } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const blocks = `Aldermoor Limited
Consolidated statements of income (in millions)
\t2023\t2024
\tRMB\tRMB
Income before income taxes\t4,117\t4,360
Income taxes\t1,004\t1,127
Net income\t3,113\t3,233

Reclassifications from other comprehensive income (in millions)
\tAmount reclassified
Currency translation:
Divestitures\t223
Income before income taxes\t223
Income taxes\t-
Net income\t223
Derivatives:
Currency contracts\t3
Forward contracts\t(17)
Interest contracts\t4
Income before income taxes\t(10)
Income taxes\t3
Net income\t(7)
Pensions:
Divestitures\t1
Settlements\t67
Actuarial losses\t91
Prior service cost\t(2)
Income before income taxes\t157
Income taxes\t(32)
Net income\t125
`;

/** The row of that name nearest above, below the last row of the name of the result. */
function rowAbove(table: Table, below: Row, name: string, end: string): Row | undefined {
  for (let i = below.index - 1; i >= 0; i--) {
    const row = table.rows[i];
    if (!row || captionKey(row.caption) === end) return undefined;
    if (captionKey(row.caption) === name) return row;
  }
  return undefined;
}

/** The first other block of the table that ties with these signs and not with those of the relation. */
function siblingOf(
  relation: Relation,
  weights: readonly (1 | -1)[],
  turned: number,
): readonly Figure[] | null {
  const { result, terms } = relation;
  const { table, column } = result;
  const names = terms.map(({ row }) => captionKey(row.caption));
  const end = captionKey(result.row.caption);
  for (const row of table.rows) {
    const total = row.figures[column.index];
    if (row === result.row || captionKey(row.caption) !== end || !readable(total)) continue;
    const parts = names.flatMap((name) => rowAbove(table, row, name, end)?.figures[column.index] ?? []);
    if (parts.length !== terms.length || !parts.every(readable) || parts[turned]?.nil) continue;
    const tie = (signs: readonly (1 | -1)[]): string | null =>
      printedTie({
        ...relation,
        form: { kind: "linear", weights: signs },
        result: total,
        terms: parts,
        memo: {},
      });
    const own = relation.form.kind === "linear" ? relation.form.weights : [];
    if (tie(weights) === "exact" && tie(own) !== "exact") return [total, ...parts];
  }
  return null;
}

export const siblingSigns = defineReading({
  name: "sibling-signs",
  summary:
    "The other blocks of the table add the line with the opposite sign, with which this one ties as well",
  what: "Tables of several blocks of one layout (what is reclassified from other comprehensive income, results by segment) have one convention of signs. Where the sum ties with the other sign of one line, and the blocks that print the same captions tie with that sign, the sign was misread. A block that goes against the convention of the others is still reported.",
  examples: {
    cleared: [{ title: "Taxes with their own sign in each block", filing: blocks }],
    stands: [
      {
        title: "Two digits transposed, which no sign settles",
        filing: blocks.replace(/Derivatives:[^]*Pensions:/, "Pensions:").replace("\t125", "\t152"),
      },
    ],
  },
  clear({ broken: { relation } }): Innocent | null {
    const { form, terms } = relation;
    if (form.kind !== "linear" || terms.length < 2) return null;
    for (const [i, term] of terms.entries()) {
      if (term.nil) continue;
      const weights = form.weights.map((own, k): 1 | -1 => (k === i ? (own === 1 ? -1 : 1) : own));
      const tie = printedTie({ ...relation, form: { kind: "linear", weights }, memo: {} });
      const sibling = tie === "exact" ? siblingOf(relation, weights, i) : null;
      const [total] = sibling ?? [];
      if (!sibling || !total) continue;
      return {
        sentence: `it ties with the sign that "${term.row.caption}" (${term.raw}) has in the block that ends in ${total.raw}`,
        figures: [term, ...sibling],
      };
    }
    return null;
  },
});
