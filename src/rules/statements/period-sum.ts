import { columnWords } from "../../tables/column-words.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { captionKey } from "../../tables/caption.ts";
import { dayBefore } from "../../tables/period.ts";
import { isRate } from "../../tables/rates.ts";
import { type Column, type Figure, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
SELECTED CASH FLOWS (in thousands)
\tThree Months Ended\t\t\t\tTwelve Months Ended
\tMar 31, 2024\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB\tRMB
Purchases of equipment\t31,207\t28,415\t40,118\t36,902\t136,642
Depreciation\t12,044\t12,310\t12,988\t13,571\t50,913
Share-based compensation\t5,316\t4,902\t4,711\t4,850\t19,779
Interest paid\t2,790\t-\t2,655\t-\t5,445
Rent\t5,011\t5,104\t5,090\t5,216\t20,421
`;

const stocks = `Aldermoor Limited
SELECTED DATA (in thousands, except per share data)
\tThree Months Ended\t\t\t\tTwelve Months Ended
\tMar 31, 2024\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB\tRMB
Purchases of equipment\t31,207\t28,415\t40,118\t36,902\t136,642
Depreciation\t12,044\t12,310\t12,988\t13,571\t50,913
Share-based compensation\t5,316\t4,902\t4,711\t4,850\t19,779
Cash at beginning of period\t275,118\t281,407\t277,350\t288,016\t275,118
Cash at end of period\t281,407\t277,350\t288,016\t264,592\t264,592
Average revenue for each customer\t104\t109\t107\t115\t436
Earnings per share\t0.11\t0.12\t0.10\t0.14\t0.48
`;

const quarterMissing = `Aldermoor Limited
SELECTED CASH FLOWS (in thousands)
\tThree Months Ended\t\t\tTwelve Months Ended
\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB
Purchases of equipment\t28,415\t40,118\t36,902\t136,642
Depreciation\t12,310\t12,988\t13,571\t50,913
Share-based compensation\t4,902\t4,711\t4,850\t19,779
Interest paid\t2,790\t-\t2,655\t5,445
`;

const name = "period-sum";

export const periodSum = defineRule({
  name,
  summary: "Quarters add up to the year, halves to the year, shorter periods to the longer one they fill",
  what: "Where the columns of a table are periods that fill a longer one (four quarters and a year, two halves and a year), adds each line across them. Balances, averages and amounts per share do not add up over time and are left alone.",
  why: "One quarter is often derived from the year, and a slip in it shows only across the columns.",
  fix: "Add the periods of the line. If a quarter was restated, the filing should say so.",
  source: "Amounts of adjacent periods add up to the amount of the whole",
  examples: {
    passes: [{ title: "Four quarters and the year", filing: sound }],
    fails: [{ title: "Two digits transposed in a quarter", filing: sound.replace("12,988", "12,898") }],
    quiet: [
      { title: "Balances, averages and amounts per share do not add up", filing: stocks },
      { title: "A quarter of the year is not printed", filing: quarterMissing },
    ],
  },
  *check(filing) {
    for (const table of filing.tables) {
      for (const [whole, parts] of tilings(table)) {
        const relations = table.rows.flatMap((row) => sumOf(row, whole, parts));
        const tried = relations.map(evaluateTie).filter((tie) => tie !== null);
        const ties = tried.filter((tie) => tie).length;
        // Columns that are periods of each other tie in nearly every line; else they are something else.
        if (ties >= 3 && ties * 5 >= tried.length * 4) yield* withSupport(relations);
      }
    }
  },
});

/** Columns of one currency whose periods fill that of another column without gap or overlap. */
function* tilings(table: Table): Generator<[Column, readonly Column[]]> {
  const columns = table.columns.filter(
    (column) => column.role === "amount" && column.period?.kind === "duration",
  );
  for (const whole of columns) {
    const parts = columns.filter(
      (column) => column !== whole && column.currency === whole.currency && inside(column, whole),
    );
    const run: Column[] = [];
    let end = whole.period?.end;
    while (end !== undefined) {
      const last = end;
      // The longest part first would find "nine months"; the shortest finds quarters, which say more.
      const next = parts
        .filter((column) => column.period?.end === last)
        .sort(byStart)
        .at(-1);
      if (next?.period?.kind !== "duration") break;
      run.unshift(next);
      if (whole.period?.kind === "duration" && next.period.start === whole.period.start) {
        yield [whole, run];
        break;
      }
      end = dayBefore(next.period.start);
    }
  }
}

function byStart(a: Column, b: Column): number {
  const start = (column: Column): string => (column.period?.kind === "duration" ? column.period.start : "");
  return start(a) < start(b) ? -1 : 1;
}

function inside(part: Column, whole: Column): boolean {
  if (part.period?.kind !== "duration" || whole.period?.kind !== "duration") return false;
  const { start, end } = part.period;
  return (
    start >= whole.period.start &&
    end <= whole.period.end &&
    (start > whole.period.start || end < whole.period.end)
  );
}

/** Balances and averages do not add up over periods. */
const stock =
  /\bbeginning\b|\bend of\b|\bat end\b|\b(?:period|quarter|month|year) end\b|\bas (?:of|at)\b|\bbalance\b|\baverage\b|\boutstanding\b|\bnumber of (?:employee|store|location|customer|subscriber|branch|restaurant|unit|account)|\b(?:employee|headcount|subscriber)s?$|\bunder (?:management|custody|administration)\b|\bbacklog\b|\bbook value\b|\bmarket (?:capitalization|value)\b/;

function sumOf(row: Row, whole: Column, parts: readonly Column[]): Relation[] {
  if (row.unit !== "currency" || row.kind === "ghost" || isRate(row)) return [];
  // "Assets (period-end)": what stands in brackets tells it as well as the caption.
  if (stock.test(captionKey(row.caption)) || stock.test(captionKey(row.caption.replace(/[()]/g, " "))))
    return [];
  const result = row.figures[whole.index];
  const terms = parts.map((part) => row.figures[part.index]);
  if (!result || terms.some((term) => term === undefined)) return [];
  const figures = terms.filter((term): term is Figure => term !== undefined);
  if (result.nil && figures.every((figure) => figure.nil)) return [];
  const words = (column: Column): string => columnWords(column, result.table);
  return [
    {
      rule: name,
      title: `${printedCaption(row) || "line without a caption"}: ${parts.map(words).join(" + ")} = ${words(whole)}`,
      form: { kind: "linear", weights: figures.map(() => 1) },
      result,
      terms: figures,
      belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `${name}:${result.table.index}:${whole.index}`,
    },
  ];
}
