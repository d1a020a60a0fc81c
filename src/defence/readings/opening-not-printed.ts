import { abs, isZero, subtract } from "../../money/decimal.ts";
import { isBalance } from "../../tables/balances.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const deferred = `Aldermoor Limited
Deferred revenue (in thousands)
\tYear ended December 31,
\t2024\t2023
\tRMB\tRMB
Additions\t278,397\t259,962
Recognised as revenue\t(118,567)\t(27,654)
Cancelled early\t(9,590)\t(1,452)
Deferred revenue, end of year\t381,096\t230,856
`;

/** A shorter difference is equal to some figure by chance. */
const fewestDigits = 3;

/** "Balance, end of year", "Deferred revenue—end of period". */
const closing = /\b(?:end|close) of (?:the )?(?:year|period|quarter|month)\b|\bclosing\b/i;

export const openingNotPrinted = defineReading({
  name: "opening-not-printed",
  summary: "The balance at the beginning, which another column closes with, is not printed",
  what: "A balance at the end that is more than the movements above it by the very balance at the end of another column: the line of the balance at the beginning is left out, since it is nil in the other column. Only for lines whose captions say that they are of the end, in sums of movements without a balance among them, and for differences of three digits and more.",
  examples: {
    cleared: [{ title: "The first year begins with nothing", filing: deferred }],
    stands: [{ title: "Two digits transposed", filing: deferred.replace("381,096", "318,096") }],
  },
  clear({ broken: { relation, difference } }): Innocent | null {
    const { form, result, terms } = relation;
    if (!difference || form.kind !== "linear" || result.wording) return null;
    if (abs(difference).coefficient.toString().length < fewestDigits) return null;
    if (!closing.test(result.row.caption)) return null;
    if (terms.some(({ column, row }) => column !== result.column || isBalance(row.caption))) return null;
    const opening = result.row.figures.find(
      (figure): figure is Figure =>
        readable(figure) && figure !== result && isZero(subtract(figure.value, difference)),
    );
    if (!opening) return null;
    return { sentence: `it ties with ${opening.raw}, with which another column ends`, figures: [opening] };
  },
});
