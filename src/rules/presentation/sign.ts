import { sign as signOf } from "../../money/decimal.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, type Row, readable } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
SELECTED COSTS (in thousands)
\tYear ended December 31,
\t2021\t2022\t2023\t2024
\tRMB\tRMB\tRMB\tRMB
Staff costs\t(120,118)\t(131,020)\t(140,307)\t(139,912)
Rent\t(16,044)\t(18,117)\t(19,250)\t(20,421)
Bandwidth\t(71,330)\t(78,204)\t(80,015)\t(84,166)
Total\t(207,492)\t(227,341)\t(239,572)\t(244,499)
`;

const lost = `Aldermoor Limited
SELECTED COSTS (in thousands)
\tYear ended December 31,
\t2021\t2022\t2023\t2024
\tRMB\tRMB\tRMB\tRMB
Staff costs\t(120,118)\t(131,020)\t(140,307)\t(139,912)
Rent\t(16,044)\t(18,117)\t(19,250)\t(20,421)
Total of the two\t(136,162)\t(149,137)\t(159,557)\t(160,333)
Bandwidth\t(71,330)\t(78,204)\t80,015\t(84,166)
`;

const turning = `Aldermoor Limited
SELECTED DATA (in thousands)
\tYear ended December 31,
\t2021\t2022\t2023\t2024
\tRMB\tRMB\tRMB\tRMB
Operating (loss) income\t(20,118)\t(31,020)\t(40,307)\t9,912
Other income, net\t3,044\t2,117\t(950)\t1,421
Exchange differences\t(1,330)\t(204)\t15\t(166)
Income tax (expense) benefit\t(8,207)\t(9,116)\t4,310\t(11,902)
Change in receivables\t(9,660)\t(12,118)\t(8,204)\t7,730
Reversal (write-down) of inventories\t(316)\t(402)\t118\t(207)
Revenues\t903,118\t1,118,207\t1,204,310\t1,377,925
Gross profit\t301,040\t361,204\t401,104\t459,311
Gross margin\t33.3%\t32.3%\t33.3%\t33.3%
Diluted\t1.20\t1.31\t(2.38)\t1.45
Average rate paid\t0.12\t0.15\t(0.08)\t0.20
`;

/** Lines that change sign by nature, and those that are not amounts. */
const changeable =
  /\bnet\b|\bother\b|\bchange|\bgain|\b(?:profit|income|loss|earning|result|ebit|eps\b|ffo\b|cash|tax|adjust|effect|translation|increase|decrease|difference|margin|benefit|deferred)|^(?:basic|diluted)\b|\b(?:rate|yield|ratio|spread)\b/;
/** "Reversal (write-down) of inventories", "provision/(reversal)": the caption names both signs. */
const bothSigns = /\((?!NOTE|[Nn]ote|[Uu]n-?audited|[Aa]udited|[Rr]estated)\p{L}[\p{L}-]*(?: \p{L}+)?\)/u;
const fewest = 4;

export const sign = defineRule({
  name: "sign",
  summary: "A line has the same sign in all its columns, unless its sign may change",
  what: "Looks for the one column, of at least four, in which the sign of a line differs from all the others. Lines whose sign changes by nature (results, gains, taxes, changes) are left alone, and so are figures that a sum confirms. It is a warning: no equation proves it.",
  why: "A bracket lost or added turns a cost into income.",
  fix: "Compare the sign with the other columns of the line. Leave it if the sign did change.",
  source: "Consistency of presentation, IAS 1.45",
  severity: "warning",
  examples: {
    passes: [{ title: "Costs in brackets in all columns", filing: sound }],
    fails: [{ title: "Brackets lost where no sum tells", filing: lost }],
    quiet: [{ title: "Lines whose sign changes by nature", filing: turning }],
  },
  *check(filing) {
    for (const table of filing.tables) {
      for (const row of table.rows) {
        if (row.kind !== "item" || row.unit !== "currency") continue;
        if (changeable.test(captionKey(namedIn(row))) || bothSigns.test(row.caption)) continue;
        const figures = row.figures.filter((figure): figure is Figure => isComparable(figure));
        if (figures.length < fewest) continue;
        const odd = minority(figures);
        if (odd) {
          yield {
            rule: "sign",
            title: "Sign unlike that of the other columns",
            figure: odd,
            message: `is ${signOf(odd.value) < 0 ? "negative" : "positive"}, and the ${figures.length - 1} other figures of its line are not`,
          };
        }
      }
    }
  },
});

/** "Basic" and "Diluted" are named by the heading that they stand under. */
function namedIn({ caption, section }: Row): string {
  return /^\W*(?:basic|diluted)\b/i.test(caption) ? `${section.at(-1) ?? ""} ${caption}` : caption;
}

/** Amounts of a period: changes, shares of a whole and columns of different measures have signs of their own. */
function isComparable(figure: Figure | undefined): figure is Figure {
  if (!readable(figure) || figure.nil) return false;
  return figure.column.role === "amount" && figure.column.period !== null;
}

/** The one figure whose sign is not that of all others. */
function minority(figures: readonly Figure[]): Figure | null {
  const negative = figures.filter((figure) => signOf(figure.value) < 0);
  const positive = figures.filter((figure) => signOf(figure.value) > 0);
  if (negative.length === 1) return negative[0] ?? null;
  return positive.length === 1 ? (positive[0] ?? null) : null;
}
