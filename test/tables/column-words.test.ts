/** The names of columns as people are told them. */
import { describe, expect, test } from "vitest";
import { columnWords, printedPeriod } from "../../src/tables/column-words.ts";
import { read } from "../check-text.ts";
import { understand } from "../../src/statements/filing.ts";
import { tableOf } from "../filing.ts";

const december: { kind: "duration"; start: string; end: string } = {
  kind: "duration",
  start: "2023-10-01",
  end: "2023-12-30",
};

describe("the printed period", () => {
  test.each([
    [["Three Months Ended", "December 30,", "2023"], "Three Months Ended Dec 30, 2023"],
    [["13 Weeks Ended", "December 30, 2023", "(Unaudited)", "RMB"], "13 Weeks Ended Dec 30, 2023"],
    [
      ["Three Months Ended December 30, 2023", "Three Months Ended December 30, 2023"],
      "Three Months Ended Dec 30, 2023",
    ],
    [["THREE MONTHS ENDED", "--------------", "DECEMBER 30, 2023"], "THREE MONTHS ENDED DEC 30, 2023"],
    [["Q4 2023"], "Q4 2023"],
    // It says another length, another end, or less than a period.
    [["Six Months Ended", "December 30, 2023"], null],
    [["Three Months Ended", "September 30, 2023"], null],
    [["December 30, 2023"], null],
    [["Three Months Ended"], null],
    [["2023"], null],
    // Pieces of words are no print that people would know again.
    [["Three Months Ended", "Decem ber 30,", "2023"], null],
  ])("of %j is %j", (texts, expected) => {
    expect(printedPeriod(texts, december)).toBe(expected);
  });

  test("of a balance is none", () => {
    expect(printedPeriod(["December 30, 2023"], { kind: "instant", end: "2023-12-30" })).toBeNull();
  });
});

const rows = `Sales 1,000 2,000
Costs 400 900
Gross profit 600 1,100`;

function names(header: string): string[] {
  const body = rows
    .split("\n")
    .map((line) => line.replace(/ (\S+) (\S+)$/, (_, a: string, b: string) => `\t${a}\t${b}`))
    .join("\n");
  const table = tableOf(`Larkfen Limited\nSTATEMENTS OF OPERATIONS (in thousands)\n${header}\n${body}\n`);
  return table.columns.map((column) => columnWords(column, table));
}

describe("a column", () => {
  test("of a fiscal quarter is named as printed, and so is the calendar quarter beside it", () => {
    expect(names("\tThree months ended December 30, 2023\tThree months ended December 31, 2022")).toEqual([
      "Three months ended Dec 30, 2023",
      "Three months ended Dec 31, 2022",
    ]);
  });

  test("of a calendar year is named by it, and so is a quarter beside it", () => {
    expect(names("\tQ4 2024\tFY2024")).toEqual(["Q4 2024", "FY2024"]);
  });

  test("without a period is named by its label", () => {
    expect(names("\tRetail\tWholesale")).toEqual(["Retail", "Wholesale"]);
  });

  test("keeps the label that identifies it", () => {
    const markup = `<html><body><table><tr><td></td><td colspan="2">Three Months Ended</td></tr>
<tr><td></td><td>December 30, 2023</td><td>December 31, 2022</td></tr>
<tr><td>Sales</td><td>1,000</td><td>2,000</td></tr><tr><td>Costs</td><td>400</td><td>900</td></tr>
<tr><td>Gross profit</td><td>600</td><td>1,100</td></tr></table></body></html>`;
    const [table] = understand(read(new TextEncoder().encode(markup), "filing.htm")).tables;
    expect(table?.columns.map(({ label }) => label)).toEqual(["3m to 2023-12-30", "Q4 2022"]);
    expect(table?.columns.map((column) => (table ? columnWords(column, table) : ""))).toEqual([
      "Three Months Ended Dec 30, 2023",
      "Three Months Ended Dec 31, 2022",
    ]);
  });
});
