import { type SlippedLines, slippedLines } from "../../statements/slipped-lines.ts";
import { type Figure, printedCaption, type Row } from "../../tables/table.ts";
import { defineRule, type Observation } from "../rule.ts";

const cashFlows = `Aldermoor Limited
CONSOLIDATED STATEMENT OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2024\t2023
\tRMB\tRMB
Operating profit\t20,076\t15,311
Depreciation\t4,120\t3,987
Increase in inventories\t(1,240)\t(886)
Increase in receivables\t(2,515)\t(1,034)
Increase in payables\t1,802\t965
Income tax paid\t(3,990)\t(3,105)
Net cash from operating activities\t18,253\t15,238
`;

const assets = `Aldermoor Limited
CONSOLIDATED BALANCE SHEETS (in millions)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Current assets
Cash\t22,402\t23,075\t26,077
Accounts receivable\t2,993\t3,447\t2,520
Inventories\t14,375\t14,356\t13,721
Prepaid expenses\t3,227\t2,997\t2,708
Total current assets\t42,997\t43,875\t45,026
Equipment\t5,473\t5,935\t6,119
`;

const shiftedLeft = assets.replace("14,375\t14,356\t13,721", "14,356\t13,721\t");
const slippedDown = assets
  .replace("3,227\t2,997\t2,708", "14,375\t14,356\t13,721")
  .replace("Inventories\t14,375\t14,356\t13,721", "Inventories\t2,993\t3,447\t2,520")
  .replace("receivable\t2,993\t3,447\t2,520", "receivable\t22,402\t23,075\t26,077");

const digitForMinus = cashFlows.replace(/\((\d)/g, "2$1").replace(/(\d)\)/g, "$1");

/** Payments and repayments are told as sizes, as the words say. */
const sizes = `Aldermoor Limited
CONSOLIDATED STATEMENT OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2024\t2023
\tRMB\tRMB
Received from customers\t120,076\t115,311
Paid to suppliers\t84,120\t83,987
Paid to employees\t11,240\t10,886
Interest received\t515\t434
Net cash from operating activities\t25,231\t20,872
`;

const hidden = assets.replace("Inventories\t", "Receivable, net\t2,993\t3,447\t2,520\nInventories\t");

const merged = `Aldermoor Limited
Employees
\tFull time\tPart time\tTotal
Women\t173\t\t120293
Men\t227\t116\t343
Total\t400\t236\t636
`;

const name = "slipped-line";

export const slippedLine = defineRule({
  name,
  summary: "No line is moved, and no section has lost its signs, in every column at once",
  what: "Looks at totals that tie in no column. Names the lines whose one change makes them tie in every column: brackets or minus signs that a section of a statement of cash flows lost, a minus that was read as the same digit everywhere, a line whose figures stand one column off. Names a cell that holds the digits of two, beside a blank one, where the two numbers make both columns tie. Also names a line that prints the figures of the line above it for three periods or more, where the recognised total of both ties in none. The change must be the only one of its kind, and the totals long enough for it to be no chance. Payments that are told as sizes are left alone.",
  why: "A fault in every column breaks every equation that could show it, and the table looks as if it had been misread.",
  fix: "Compare the lines with the source of the table, and restore their signs or their places.",
  source: "Casting (tie-out); ISA 500, accuracy of schedules",
  severity: "warning",
  examples: {
    passes: [
      { title: "Outflows in brackets", filing: cashFlows },
      { title: "All lines in their places", filing: assets },
    ],
    fails: [
      { title: "A section without its brackets", filing: cashFlows.replace(/[()](?=\d|[\t\n])/g, "") },
      { title: "A digit in the place of each minus", filing: digitForMinus },
      { title: "A line one column to the left", filing: shiftedLeft },
      { title: "The figures of the lines slipped down", filing: slippedDown },
      { title: "Two cells run together", filing: merged },
    ],
    quiet: [
      { title: "Payments told as sizes", filing: sizes },
      { title: "A hidden line that a converter made visible", filing: hidden },
    ],
  },
  *check(filing) {
    for (const slip of slippedLines(filing)) {
      const found = observe(slip);
      if (found) yield found;
    }
  },
});

function observe(slip: SlippedLines): Observation | null {
  const [first, second] = slip.rows;
  const row = slip.slip === "repeated" ? second : first;
  const figure = slip.cell ?? (row && printedIn(row));
  if (!row || !figure) return null;
  return {
    rule: name,
    title: `Lines of ${printedCaption(slip.total)}`,
    figure,
    message: "is wrong in every column",
    said: sentenceOf(slip),
    stands: true,
    confidence: "likely",
  };
}

function printedIn({ figures }: Row): Figure | undefined {
  return figures.find((figure) => figure !== undefined && !figure.nil);
}

function sentenceOf({ slip, total, rows, columns, cell, parts }: SlippedLines): string {
  const captions = rows.map((row) => `"${printedCaption(row)}"`);
  const [first = "", second = ""] = captions;
  const sum = printedCaption(total);
  const all = captions.length > 1 ? `${captions.slice(0, -1).join(", ")} and ${captions.at(-1)}` : first;
  const number = columns.length;
  switch (slip) {
    case "signs":
      return `${sum} ties in all ${number} columns only when ${all} ${rows.length > 1 ? "are" : "is"} taken away: brackets or minus signs are missing`;
    case "digit-for-minus":
      return `${sum} ties in all ${number} columns only when the first digit of ${all} is a minus`;
    case "shifted":
      return `${first} stands one column off: in its own columns ${sum} ties in ${number} that do not tie now`;
    case "merged":
      return `${first} prints ${cell?.raw} in one cell and nothing in the next: as ${parts?.join(" and ")} ${sum} ties in both columns`;
    case "repeated":
      return `${second} prints the figures of ${first} in all ${number} columns, and ${sum} ties in none: figures may have slipped down a line`;
  }
}
