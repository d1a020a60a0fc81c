/** Headers that say which columns they stand over, as HTML prints them -> columns. */
import { describe, expect, test } from "vitest";
import { understand } from "../../src/statements/filing.ts";
import { periodKey, type Table } from "../../src/tables/table.ts";
import { read } from "../check-text.ts";

function tablesOf(markup: string): readonly Table[] {
  const bytes = new TextEncoder().encode(`<html><body>${markup}</body></html>`);
  return understand(read(bytes, "filing.htm")).tables;
}

const columns = (table: Table | undefined): string[] =>
  table?.columns.map(({ period, role, label }) =>
    role === "amount" ? (periodKey(period) ?? label) : `${role} ${periodKey(period) ?? label}`,
  ) ?? [];

const row = (caption: string, cells: readonly string[]): string =>
  `<tr><td>${caption}</td>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const body = (width: number): string =>
  ["Sales", "Costs", "Other"]
    .map((caption, i) =>
      row(
        caption,
        Array.from({ length: width }, (_, j) => `${100 * i + j + 11}`),
      ),
    )
    .join("");
const page = (header: string, width: number, title = ""): string =>
  `<p>${title}</p><table>${header}${body(width)}</table>`;

describe("columns", () => {
  test.each([
    [
      "a comparison is of neither of its periods",
      page(row("", ["4Q24", "3Q24", "4Q24 vs 3Q24"]), 3),
      ["2024-10-01/2024-12-31", "2024-07-01/2024-09-30", "4Q24 vs 3Q24"],
    ],
    [
      "groups over dates",
      page(
        `<tr><td></td><td colspan="2">Three Months Ended</td><td colspan="2">Six Months Ended</td></tr>${row("", ["June 30, 2024", "June 30, 2023", "June 30, 2024", "June 30, 2023"])}`,
        4,
      ),
      ["2024-04-01/2024-06-30", "2023-04-01/2023-06-30", "2024-01-01/2024-06-30", "2023-01-01/2023-06-30"],
    ],
    [
      "one cell of three lines",
      page(row("", ["Three Months Ended<br>July 30,<br>2023", "Three Months Ended<br>July 31,<br>2022"]), 2),
      ["2023-05-01/2023-07-30", "2022-05-01/2022-07-31"],
    ],
    [
      "years under a span over all of them",
      page(`<tr><td></td><td colspan="2">Year Ended June 30,</td></tr>${row("", ["2024", "2023"])}`, 2),
      ["2023-07-01/2024-06-30", "2022-07-01/2023-06-30"],
    ],
    [
      "what the corner says",
      page(row("Three months ended March 31,", ["2024", "2023"]), 2),
      ["2024-01-01/2024-03-31", "2023-01-01/2023-03-31"],
    ],
    [
      "a quarter called by its number over years: nothing here tells its months",
      page(
        `<tr><td></td><td colspan="2">First Quarter</td></tr>${row("", ["2024", "2023"])}`,
        2,
        "April 28, 2024",
      ),
      ["First Quarter 2024", "First Quarter 2023"],
    ],
    [
      "years under the date of the release",
      page(row("", ["2024", "2023"]), 2, "April 28, 2024"),
      ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31"],
    ],
    [
      "changes",
      page(row("Year ended December 31,", ["2024", "2023", "$ Change", "% Change"]), 4),
      ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "change $ Change", "percent % Change"],
    ],
    [
      "segments of one period are no periods",
      page(
        `<tr><td></td><td colspan="3">Year Ended December 31, 2024</td></tr>${row("", ["North", "South", "Total"])}`,
        3,
      ),
      ["North", "South", "2024-01-01/2024-12-31"],
    ],
    [
      "as reported beside constant currency",
      page(
        `<tr><td></td><td colspan="2">2024</td><td>2023</td></tr>${row("", ["As Reported", "Constant Currency", "As Reported"])}`,
        3,
      ),
      ["2024-01-01/2024-12-31", "2024 Constant Currency", "2023-01-01/2023-12-31"],
    ],
  ])("%s", (_, markup, expected) => {
    expect(tablesOf(markup).map(columns)).toEqual([expected]);
  });

  test("weeks: a period begins where the balance sheet before it ended", () => {
    const balances = page(row("", ["July 30, 2023", "January 29, 2023"]), 2, "Balance sheets");
    const income = page(row("", ["Six Months Ended<br>July 30, 2023"]), 1, "Statements of earnings");
    expect(tablesOf(balances + income).map(columns)).toEqual([
      ["2023-07-30", "2023-01-29"],
      ["2023-01-30/2023-07-30"],
    ]);
  });

  test("a line inside the table names another day than the header", () => {
    const markup = `<table><tr><td></td><td colspan="3">December 31, 2024</td></tr>${row("", ["Level 1", "Level 2", "Total"])}${body(3)}<tr><td colspan="4">December 31, 2023</td></tr>${body(3)}</table>`;
    expect(tablesOf(markup).map(columns)).toEqual([
      ["Level 1", "Level 2", "2024-12-31"],
      ["Level 1", "Level 2", "2023-12-31"],
    ]);
  });
});
