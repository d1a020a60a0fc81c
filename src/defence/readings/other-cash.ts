import { abs, compare, type Decimal, sign } from "../../money/decimal.ts";
import { captionKey } from "../../tables/caption.ts";
import type { Figure } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const reconciled = `Aldermoor Limited
Consolidated balance sheets (in thousands)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Cash and cash equivalents\t310,220\t292,587\t264,592
Total assets\t930,117\t961,594\t991,601

Consolidated statements of cash flows (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Cash and cash equivalents at end of year\t310,220\t295,901\t264,592
Cash of discontinued operations\t-\t3,314\t-
`;

/** Cash that one of the two statements may count and the other not. */
const counted =
  /\brestricted\b|\bdiscontinu|\bheld for sale\b|\bsegregated\b|\bescrow\b|\btrust\b|\bcustomer|\bdisposal group|\boverdraft|\bother (?:non ?)?current asset/;

function isOtherCash({ row }: Figure): boolean {
  const key = captionKey(row.caption);
  return (
    counted.test(key) &&
    /\bcash\b|\bdeposit|\boverdraft/.test(`${key} ${captionKey(row.section.at(-1) ?? "")}`)
  );
}

/** A line of such cash that prints the difference for the day. */
function lineOf(difference: Decimal, { column }: Figure, scene: Scene): Figure | undefined {
  const day = column.period?.end;
  return scene
    .printed(difference)
    .find((figure) => day !== undefined && figure.column.period?.end === day && isOtherCash(figure));
}

/** Of fewer digits some line prints the same by chance. */
const fewestDigits = 2;

export const otherCash = defineReading({
  name: "other-cash",
  summary: "One statement counts cash that the other does not: restricted, or of discontinued operations",
  what: "Looks for a line of restricted cash, of cash held for sale or of discontinued operations, or of overdrafts that prints the difference between the closing cash of the cash-flow statement and the cash of the balance sheet for the same day, as the reconciliation does that is required where the two differ (ASC 230-10-50-8; IAS 7.45).",
  examples: {
    cleared: [{ title: "Cash of discontinued operations below the closing line", filing: reconciled }],
    stands: [
      { title: "Two digits transposed", filing: reconciled.replace("295,901", "259,901") },
      { title: "A line of another year", filing: reconciled.replace("-\t3,314\t-", "3,314\t-\t-") },
    ],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    if (relation.rule !== "cash-to-balance-sheet" || !difference || sign(difference) === 0) return null;
    if (abs(difference).coefficient.toString().length < fewestDigits) return null;
    const line = lineOf(difference, relation.result, scene);
    if (!line || compare(abs(line.value), abs(relation.result.value)) === 0) return null;
    return { sentence: `it ties with "${line.row.caption}" (${line.raw})`, figures: [line] };
  },
});
