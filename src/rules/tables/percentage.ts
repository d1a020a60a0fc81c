import { compare, decimal } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { countTies } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import {
  type Column,
  type Figure,
  periodKey,
  printedCaption,
  readable,
  type Row,
  type Table,
} from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { commonSize } from "./common-size.ts";

const sound = `Aldermoor Limited
Employees by function
\tNumber of employees\t% of total
Research\t1,204\t47.9%
Sales\t688\t27.4%
Operations\t402\t16.0%
Administration\t219\t8.7%
Total\t2,513\t100.0%
`;

const otherWhole = `Aldermoor Limited
Revenues by service (RMB in thousands)
\tYear ended December 31, 2024
\tAmount\tGross margin %
Hosting\t921,330\t31.2%
Consulting\t284,115\t42.0%
Licences\t172,480\t88.5%
Total\t1,377,925\t40.6%
`;

const madeToFoot = `Aldermoor Limited
Employees by function
\tNumber of employees\t% of total
Research\t1,204\t47.9%
Sales\t687\t27.4%
Operations\t401\t16.0%
Administration\t221\t8.7%
Total\t2,513\t100.0%
`;

const inPercent = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net sales\t1,204,310\t1,377,925
Cost of sales\t803,206\t918,614
Gross profit\t401,104\t459,311
Selling expenses\t118,420\t125,066
Operating income\t282,684\t334,245

RESULTS IN PERCENT OF NET SALES
\tYear ended December 31,
\t2023\t2024
Net sales\t100.0%\t100.0%
Cost of sales\t66.7%\t66.7%
Selling expenses\t9.8%\t9.1%
Operating income\t23.5%\t24.3%
`;

const name = "percentage";
const fewestTies = 3;
/** More where no line prints 100%. */
const fewestOfSilent = 4;

export const percentage = defineRule({
  name,
  summary: "A percentage is the share of its amount: of the total beside it, or of revenue",
  what: "In a column of percentages with a line of 100%, divides each amount by the amount of that line. A share moved by one unit of its last digit so that the shares make 100% is accepted. A table of percentages whose revenue is 100% is compared with the amounts of the income statement, and percentages beside amounts with its revenue of their period. A break is reported only when most shares of the column tie.",
  why: "The shares are what readers take from a breakdown.",
  fix: "Divide the amount by the total of its column, and check that the shares make 100%.",
  source: "The quotient of two printed figures, each of which may be off by half a unit of its last digit",
  examples: {
    passes: [
      { title: "Employees and their shares", filing: sound },
      { title: "An income statement in percent of sales", filing: inPercent },
    ],
    fails: [
      { title: "One digit wrong", filing: sound.replace("16.0%", "18.0%") },
      { title: "Two digits transposed in percent of sales", filing: inPercent.replace("9.1%", "1.9%") },
    ],
    quiet: [
      { title: "Percentages of something else", filing: otherWhole },
      { title: "A share turned by a tenth so that the shares make 100%", filing: madeToFoot },
    ],
  },
  *check(filing) {
    yield* commonSize(name, filing);
    for (const table of filing.tables) {
      for (const column of table.columns) {
        if (column.role !== "percent") continue;
        for (const amounts of amountColumns(table, column)) {
          const whole = wholeRow(table, column);
          const base = whole ?? silentBase(filing, table, column, amounts);
          const relations = base ? shares(table, column, amounts, base) : [];
          const ties = countTies(relations);
          const enough = whole
            ? ties >= fewestTies && ties * 5 >= relations.length * 3
            : ties >= fewestOfSilent && ties * 5 >= relations.length * 4;
          if (!enough) continue;
          yield* withSupport(relations);
          break;
        }
      }
      const relations = ofRevenue(filing, table);
      const ties = countTies(relations);
      if (ties >= fewestOfSilent && ties * 5 >= relations.length * 4) yield* withSupport(relations);
    }
  },
});

/** Shares beside the amounts of their periods, of revenue that another table prints: "% of net sales" in a discussion of costs. */
function ofRevenue(filing: Filing, table: Table): Relation[] {
  if (filing.rowOf(table, "Revenues")) return [];
  const percents = table.columns.filter(({ role, period }) => role === "percent" && period !== null);
  return percents.flatMap((percent) => {
    const key = periodKey(percent.period);
    const amounts = table.columns.find(({ role, period }) => role === "amount" && periodKey(period) === key);
    if (!amounts || wholeRow(table, percent)) return [];
    const total = revenueIn(filing, amounts);
    return total ? sharesOf(table, percent, amounts, total, ":revenue") : [];
  });
}

/** Revenue of the period of a column, on the face of the statements. */
function revenueIn(filing: Filing, { period, currency }: Column): Figure | undefined {
  const key = periodKey(period);
  for (const table of filing.tables) {
    if (filing.kindOf(table) !== "income") continue;
    const found = filing
      .rowOf(table, "Revenues")
      ?.figures.find(
        (figure) => figure && periodKey(figure.column.period) === key && figure.column.currency === currency,
      );
    if (readable(found) && !found.nil) return found;
  }
  return undefined;
}

/** Columns whose shares these may be, nearest on the left first. */
function amountColumns(table: Table, percent: Column): Column[] {
  return table.columns
    .filter((column) => column.role === "amount" || column.role === "count")
    .filter((column) => !table.columns.slice(column.index + 1, percent.index).some(isMisplaced))
    .sort((a, b) => distance(a, percent) - distance(b, percent));
}

/** A change between an amount and its share: its header may be that of another column, and the share its own. */
function isMisplaced({ role }: Column): boolean {
  return role === "change";
}

function distance(column: Column, percent: Column): number {
  return column.index < percent.index ? percent.index - column.index : column.index - percent.index + 100;
}

function shares(table: Table, percent: Column, amounts: Column, base: Row): Relation[] {
  const total = base.figures[amounts.index];
  return !total || total.nil ? [] : sharesOf(table, percent, amounts, total, "");
}

function sharesOf(table: Table, percent: Column, amounts: Column, total: Figure, of: string): Relation[] {
  return table.rows.flatMap((row): Relation[] => {
    const result = row.figures[percent.index];
    const part = row.figures[amounts.index];
    if (!result || result.nil || !part || part.nil || row.kind === "ghost" || part === total) return [];
    return [
      {
        rule: name,
        title: `${printedCaption(row)} = share of ${printedCaption(total.row) || "the total"}`,
        form: { kind: "quotient", scale: 0 },
        result,
        terms: [part, total],
        belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
        pattern: `${name}:${result.table.index}:${percent.index}${of}`,
      },
    ];
  });
}

/** Revenue, where the lines below it are told in percent of it and its own 100% is left out. */
function silentBase(filing: Filing, table: Table, percent: Column, amounts: Column): Row | null {
  const row = filing.rowOf(table, "Revenues");
  const own = row?.figures[percent.index];
  return row && (!own || own.nil) && row.figures[amounts.index]?.unit === "currency" ? row : null;
}

/** The row that prints 100%. */
function wholeRow(table: Table, percent: Column): Row | undefined {
  return table.rows.find((row) => {
    const figure = row.figures[percent.index];
    return readable(figure) && compare(figure.value, decimal(1n)) === 0;
  });
}
