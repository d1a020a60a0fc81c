import { abs, compare } from "../../money/decimal.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { isTelling } from "../said.ts";

const perShare = `Aldermoor Limited
Results per share
\tYear ended December 31,
\t2024\t2023\t2022
\tRMB\tRMB\tRMB
Diluted earnings per common share from:
Net income attributable to Aldermoor\t1.48\t7.18\t1.74
Discontinued operations, net of tax\t(0.09)\t(5.35)\t(0.26)
Income from continuing operations\t1.39\t1.83\t1.48

CONSOLIDATED INCOME STATEMENTS (in thousands, except per share data)
\tYear ended December 31,
\t2024\t2023\t2022
\tRMB\tRMB\tRMB
Basic earnings per common share from:
Income from continuing operations\t1.40\t1.84\t1.49
Discontinued operations, net of tax\t0.09\t5.39\t0.26
Net income attributable to Aldermoor\t1.49\t7.23\t1.75
Diluted earnings per common share from:
Income from continuing operations\t1.39\t1.83\t1.48
Discontinued operations, net of tax\t0.09\t5.35\t0.26
Net income attributable to Aldermoor\t1.48\t7.18\t1.74
`;

/** Other rows of that name in the same table that print the amount in the same column. */
function namesakesOf(figure: Figure, amount: Figure): Figure | undefined {
  const name = captionKey(figure.row.caption);
  if (name === "") return undefined;
  for (const row of figure.table.rows) {
    const other = row.figures[figure.column.index];
    if (row === figure.row || captionKey(row.caption) !== name || !readable(other)) continue;
    if (other.unit === figure.unit && compare(abs(other.value), abs(amount.value)) === 0) return other;
  }
  return undefined;
}

export const namesake = defineReading({
  name: "namesake",
  summary: "The other print is that of another line of the same name in the same table",
  what: "A table may print two lines of one name, basic and diluted for one, and another table or note one of them. Where the figure that was held against this one stands in the same column of this table in another row of that name, it is the one that is repeated. A figure of one or two digits agrees by chance and clears nothing.",
  examples: {
    cleared: [{ title: "Basic and diluted under one caption", filing: perShare }],
    stands: [{ title: "Two digits transposed", filing: perShare.replace("\t(5.35)", "\t(3.55)") }],
  },
  clear({ broken: { relation } }): Innocent | null {
    const { form, result, terms } = relation;
    const [other] = terms;
    if (form.kind !== "linear" || !other || terms.length > 1) return null;
    if (result.wording || other.wording || !isTelling(other.value)) return null;
    const meant = namesakesOf(result, other) ?? namesakesOf(other, result);
    if (!meant) return null;
    return {
      sentence: `another line "${meant.row.caption}" of the same column prints ${meant.raw}`,
      figures: [meant],
    };
  },
});
