import { compare } from "../../money/decimal.ts";
import type { Figure } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const extract = `Aldermoor Limited
Statement of cash flows, nine months ended March 31, 2023 (in thousands)
\tAs previously reported\tAdjustment\tAs revised
\tRMB\tRMB\tRMB
Cash flows from operating activities:
Net loss\t(99,140)\t1,612\t(97,528)
Deferred income taxes\t3,412\t(412)\t3,000
Other non-cash items\t644\t(1,400)\t(756)
Other assets and liabilities\t(16,520)\t200\t(16,320)
Net cash used in operating activities\t(34,010)\t-\t(34,010)
`;

/** From the statements to a measure: the lines that no adjustment touches are left out. */
const measure = `Aldermoor Limited
Reconciliation for the year 2024 (in thousands)
\tGAAP\tAcquisitions\tPensions\tAdjusted (non-GAAP)
\tRMB\tRMB\tRMB\tRMB
Expenses:
Administrative expenses\t485,510\t(27,904)\t-\t457,606
Other income and expense\t(8,142)\t(112)\t(19,237)\t(27,491)
Total expenses\t656,821\t(28,016)\t(19,237)\t609,568
`;

/** Columns of one fact before and after it was revised or adjusted. */
const original =
  /\b(?:previously|originally|as|initially) (?:reported|filed|stated|presented)\b|^(?:u\.?s\.? )?gaap\b|\breported\b/i;
const changed =
  /\b(?:revised|restated|recast|corrected|amended|adjusted|reclassified|non-?gaap|comparable|underlying|core|pro forma)\b/i;

function isOriginal({ column: { label } }: Figure): boolean {
  return original.test(label) && !changed.test(label.replace(original, ""));
}

export const unadjustedLines = defineReading({
  name: "unadjusted-lines",
  summary:
    "A table from one version of a statement to another leaves out the lines that are the same in both",
  what: "In a table with one column as previously reported and one as revised, or one of GAAP and one without some items, a total may lack the same amount in both: lines that no adjustment touches are not shown. Only where both columns lack exactly the same; a slip changes one of them.",
  examples: {
    cleared: [
      { title: "Lines of the operating activities that were not revised", filing: extract },
      { title: "Expenses that no adjustment touches", filing: measure },
    ],
    stands: [
      {
        title: "Two digits transposed in the revised column of a whole statement",
        filing: extract.replaceAll("(34,010)", "(111,604)").replace("-\t(111,604)", "-\t(116,104)"),
      },
    ],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    const { result, form } = relation;
    if (form.kind !== "linear" || !difference) return null;
    const own = isOriginal(result);
    if (!own && !changed.test(result.column.label)) return null;
    const twin = scene
      .siblings(relation)
      .find(
        (other) =>
          other.relation.result.table === result.table &&
          isOriginal(other.relation.result) !== own &&
          (own ? changed.test(other.relation.result.column.label) : true) &&
          other.difference !== undefined &&
          compare(other.difference, difference) === 0,
      );
    if (!twin) return null;
    const figures = [result, twin.relation.result];
    return {
      sentence: `"${result.column.label}" and "${twin.relation.result.column.label}" lack the same amount, that of lines that are the same in both`,
      figures,
    };
  },
});
