import { expect, test } from "vitest";
import { formatPeriod, formatPeriods } from "../../src/report/period.ts";

test.each([
  ["2023-01-01/2023-12-31", "FY2023"],
  ["2024-10-01/2024-12-31", "Q4 2024"],
  ["2024-01-01/2024-03-31", "Q1 2024"],
  ["2024-04-01/2024-06-30", "Q2 2024"],
  ["2023-12-31", "2023-12-31"],
  // A quarter, a year, but not of the calendar.
  ["2024-11-01/2025-01-31", "3 months to 2025-01-31"],
  ["2023-04-01/2024-03-31", "year to 2024-03-31"],
  ["2024-01-01/2024-06-30", "6 months to 2024-06-30"],
  ["2024-01-01/2024-09-30", "9 months to 2024-09-30"],
  ["2024-02-01/2024-02-29", "1 month to 2024-02-29"],
  // Years and quarters of weeks.
  ["2022-09-25/2023-09-30", "year to 2023-09-30"],
  ["2023-07-02/2023-09-30", "3 months to 2023-09-30"],
  // Nothing of the kind.
  ["2024-01-15/2024-03-31", "2024-01-15 to 2024-03-31"],
  ["2024-12-31/2024-01-01", "2024-12-31 to 2024-01-01"],
  ["2024-01-01/2024-02-28", "2 months to 2024-02-28"],
  ["last year", "last year"],
  ["2024/2025", "2024/2025"],
  ["", ""],
])("%s is %s", (period, expected) => {
  expect(formatPeriod(period)).toBe(expected);
});

test.each<[periods: string[], expected: string]>([
  [[], ""],
  [["2023-12-31"], "2023-12-31"],
  [["2022-12-31", "2023-12-31"], "2023-12-31, 2022-12-31"],
  // The balance sheet dates go without saying beside the years.
  [["2022-01-01/2022-12-31", "2023-12-31", "2023-01-01/2023-12-31"], "FY2023, FY2022"],
  // Of two that end together the shorter first.
  [["2024-01-01/2024-12-31", "2024-10-01/2024-12-31", "2023-10-01/2023-12-31"], "Q4 2024, FY2024, Q4 2023"],
  [["2023-01-01/2023-12-31", "2023-01-01/2023-12-31"], "FY2023"],
  // The year so far is the calendar's, a quarter of weeks is not, and the quarter beside it need not be either.
  [["2024-01-01/2024-09-30", "2024-07-01/2024-09-30"], "Q3 2024, 9 months to 2024-09-30"],
  [["2023-10-01/2023-12-30", "2022-10-01/2022-12-31"], "3 months to 2023-12-30, 3 months to 2022-12-31"],
  [
    [2019, 2020, 2021, 2022, 2023, 2024].map((year) => `${year}-01-01/${year}-12-31`),
    "FY2024, FY2023, FY2022, FY2021 +2 more",
  ],
])("%j on a headline is %s", (periods, expected) => {
  expect(formatPeriods(periods)).toBe(expected);
});
