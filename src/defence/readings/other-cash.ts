import { abs, compare, type Decimal } from "../../money/decimal.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, periodKey, readable, type Row } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
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

/** A summary of the cash flows leaves out the line that the statement has. */
const summary = `Aldermoor Limited
Consolidated statements of cash flows (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net cash provided by operating activities\t161,307\t175,320
Net cash used in investing activities\t(142,118)\t(201,470)
Net cash used in financing activities\t(2,020)\t(1,672)
Effect of exchange rate changes on cash\t300\t-
Net increase (decrease) in cash\t17,469\t(27,822)

Liquidity (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net cash provided by operating activities\t161,307\t175,320
Net cash used in investing activities\t(142,118)\t(201,470)
Net cash used in financing activities\t(2,020)\t(1,672)
Net increase (decrease) in cash\t17,469\t(27,822)
`;

/** Cash that one of the two statements may count and the other not. */
const counted =
  /\brestricted\b|\bdiscontinu|\bheld for sale\b|\bsegregated\b|\bescrow\b|\btrust\b|\bcustomer|\bdisposal group|\boverdraft|\bother (?:non ?)?current asset/;

/** What moves cash beside the three activities. */
const movements =
  /\b(?:exchange|translation|currency)\b.*\b(?:cash|translation|effect|change)|\bcash\b.*\b(?:discontinu|held for sale|deconsolidat)/;

function isOtherCash({ row }: Figure): boolean {
  const key = captionKey(row.caption);
  return (
    counted.test(key) &&
    /\bcash\b|\bdeposit|\boverdraft/.test(`${key} ${captionKey(row.section.at(-1) ?? "")}`)
  );
}

/** A line of such cash that prints the difference for the day. */
function balanceOf(difference: Decimal, { column }: Figure, scene: Scene): Figure | undefined {
  const day = column.period?.end;
  return scene
    .printed(difference)
    .find((figure) => day !== undefined && figure.column.period?.end === day && isOtherCash(figure));
}

/**
 * A line of the statement of cash flows, of the same period, that a summary of it leaves out. Where the columns of
 * the statement have no period, the line must print what lacks in each column of the summary.
 */
function movementOf(difference: Decimal, { relation }: Judged, scene: Scene): Figure | undefined {
  const { result } = relation;
  const period = periodKey(result.column.period);
  const lacking = scene
    .siblings(relation)
    .flatMap((other) => (other.status === "fail" && other.difference ? [other.difference] : []));
  const prints = (row: Row, value: Decimal): boolean =>
    row.figures.some((figure) => readable(figure) && compare(figure.value, value) === 0);
  return scene.printed(difference).find(({ table, column, row, value }) => {
    const caption = captionKey(row.caption);
    // "Continuing operations" says that the flows of the others are told in a line of their own.
    if (table === result.table) {
      return (
        column === result.column &&
        /\bcontinuing\b/.test(captionKey(result.row.caption)) &&
        discontinued.test(caption)
      );
    }
    return (
      compare(value, difference) === 0 &&
      movements.test(caption) &&
      (column.period === null
        ? lacking.length >= fewestColumns && lacking.every((each) => prints(row, each))
        : periodKey(column.period) === period)
    );
  });
}

const discontinued = /\bcash\b.*\bdiscontinu/;

const fewestColumns = 2;

/** Of fewer digits some line prints the same by chance. */
const fewestDigits = 2;

export const otherCash = defineReading({
  name: "other-cash",
  summary:
    "The difference is cash, or a movement of cash, that another place prints: restricted, of discontinued operations, by exchange rates",
  what: "Between closing cash and the balance sheet: looks for a line of restricted cash, of cash held for sale or of discontinued operations, or of overdrafts that prints the difference for the same day, as the reconciliation does that is required where the two differ (ASC 230-10-50-8; IAS 7.45). In the net change of cash: for the line of exchange rates or of discontinued operations that another table prints for the same period, with its sign, and a summary left out. In the table itself only a line of discontinued operations explains a net change of continuing ones.",
  examples: {
    cleared: [
      { title: "Cash of discontinued operations below the closing line", filing: reconciled },
      { title: "A summary without the effect of exchange rates", filing: summary },
    ],
    stands: [
      { title: "Two digits transposed", filing: reconciled.replace("295,901", "259,901") },
      {
        title: "Two digits transposed in a summary",
        filing: summary.replace(/17,469\t\(27,822\)\n$/, "17,496\t(27,822)\n"),
      },
      { title: "A line of another year", filing: reconciled.replace("-\t3,314\t-", "3,314\t-\t-") },
    ],
  },
  clear({ broken }, scene): Innocent | null {
    const { relation, difference } = broken;
    const { rule, result } = relation;
    if (!difference || abs(difference).coefficient.toString().length < fewestDigits) return null;
    const line =
      rule === "cash-to-balance-sheet"
        ? balanceOf(difference, result, scene)
        : rule === "cash-roll-forward"
          ? movementOf(difference, broken, scene)
          : undefined;
    if (!line || compare(abs(line.value), abs(result.value)) === 0) return null;
    return { sentence: `it ties with "${line.row.caption}" (${line.raw})`, figures: [line] };
  },
});
