import { abs, compare, sign } from "../../money/decimal.ts";
import { saidLine } from "../../read/document.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { dilution } from "../../rules/statements/share-counts.ts";
import { type Figure, periodKey, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const adjusted = `Aldermoor Limited
Consolidated statements of operations (in millions, except per share data)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net earnings (loss)\t4,136.0\t3,822.6\t(8,636.4)
Diluted earnings (loss) per share\t4.78\t4.42\t(10.01)
Weighted average shares outstanding:
Diluted\t864.9\t865.2\t863.1

Financial measures (in millions, except per share data)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net earnings (loss)\t4,136.0\t3,822.6\t(8,636.4)
Adjusted net earnings\t4,402.0\t3,461.0\t2,489.0
Diluted earnings (loss) per share\t4.78\t4.42\t(10.01)
Weighted average shares outstanding, diluted\t864.9\t865.2\t864.5
`;

/** A quotient of fewer digits ties with any count that is near. */
const fewestDigits = 3;

/** Another table may print its numbers of shares in another scale, or in one that its header does not say. */
const scales = [0, 3, -3, 6, -6];

/** Basic or diluted, as the line per share is; in a loss nothing dilutes, so the basic number will do. */
function countsFor(count: Figure, result: Figure): boolean {
  const { unit, kind: kindOfRow, caption, section } = count.row;
  const said = `${section.at(-1) ?? ""} ${caption}`;
  if (unit !== "shares" || kindOfRow !== "item" || !/\bweighted\b/i.test(said)) return false;
  const kind = dilution(count.row);
  return kind === dilution(result.row) || (sign(result.value) < 0 && ["10", "11"].includes(kind));
}

export const anotherCount = defineReading({
  name: "another-count",
  summary: "The result per share is divided by the number of shares that another table prints for the period",
  what: "Where two tables print a weighted number of shares of the same kind and period, and they differ, the line per share may be over either: the number beside an adjusted profit counts what dilutes it, while nothing dilutes the loss that was adjusted (ASC 260-10-45-17, IAS 33.41). The result has to tie with the other number to the last digit, and to have three digits or more.",
  examples: {
    cleared: [{ title: "A loss beside an adjusted profit, with the shares of the profit", filing: adjusted }],
    stands: [
      { title: "It ties with neither number", filing: adjusted.replaceAll("(10.01)", "(10.10)") },
      { title: "No other number is printed", filing: adjusted.replace("863.1", "864.5") },
    ],
  },
  clear({ broken: { relation } }, { filing }): Innocent | null {
    const { result, rule, terms, form } = relation;
    const [profit, shares] = terms;
    if (rule !== "per-share" || form.kind !== "quotient" || !profit || !shares || terms.length !== 2)
      return null;
    if (abs(result.value).coefficient.toString().length < fewestDigits) return null;
    const key = periodKey(result.column.period);
    if (key === null) return null;
    const count = filing.figures.find(
      (other) =>
        readable(other) &&
        periodKey(other.column.period) === key &&
        countsFor(other, result) &&
        compare(other.value, shares.value) !== 0 &&
        scales.some(
          (scale) =>
            evaluateTie({
              ...relation,
              form: { ...form, scale: form.scale + scale },
              terms: [profit, other],
              memo: {},
            }) === true,
        ),
    );
    if (!count) return null;
    return {
      sentence: `${profit.raw} / ${count.raw} ties, the number of shares on ${saidLine(count.place.line)}`,
      figures: [result, profit, count],
    };
  },
});
