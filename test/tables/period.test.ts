import { describe, expect, it } from "vitest";
import {
  dayBefore,
  type DateParts,
  makePeriod,
  type MonthDay,
  monthsOf,
  readDates,
  readMonthDay,
  readShorthand,
  readSpan,
  type Span,
} from "../../src/tables/period.ts";
import type { Period } from "../../src/tables/table.ts";

const words = (period: Period): string =>
  period.kind === "instant" ? period.end : `${period.start}/${period.end}`;

describe("dates of a header", () => {
  it.each<[string, DateParts[]]>([
    ["December 31, 2024", [{ year: 2024, month: 12, day: 31 }]],
    ["Dec 31,2024", [{ year: 2024, month: 12, day: 31 }]],
    ["Sept. 30, 2024", [{ year: 2024, month: 9, day: 30 }]],
    ["31 December 2024", [{ year: 2024, month: 12, day: 31 }]],
    ["30th June, 2024", [{ year: 2024, month: 6, day: 30 }]],
    ["March 2024", [{ year: 2024, month: 3 }]],
    ["31-Dec-25", [{ year: 2025, month: 12, day: 31 }]],
    ["31-Mar-2025", [{ year: 2025, month: 3, day: 31 }]],
    ["31.12.2025", [{ year: 2025, month: 12, day: 31 }]],
    ["30/06/2025", [{ year: 2025, month: 6, day: 30 }]],
    ["12/31/2025", [{ year: 2025, month: 12, day: 31 }]],
    ["Sep-24", [{ year: 2024, month: 9 }]],
    ["31 March 31 December", []],
    ["2023 2024", [{ year: 2023 }, { year: 2024 }]],
    [
      "As of December 31, 2023 and June 30, 2024",
      [
        { year: 2023, month: 12, day: 31 },
        { year: 2024, month: 6, day: 30 },
      ],
    ],
  ])("%s", (text, expected) => {
    expect(readDates(text)).toEqual(expected);
  });

  it.each(["2,024", "12024", "1.2024", "RMB", "Note 12", "May", "2150"])("none in %j", (text) => {
    expect(readDates(text)).toEqual([]);
  });
});

describe("month and day", () => {
  it.each<[string, MonthDay]>([
    ["For the year ended December 31,", { month: 12, day: 31 }],
    ["Nine months ended 30 September", { month: 9, day: 30 }],
    // Cut in the middle of a word, and read twice.
    ["For the ye ar ended Decembe r 31,", { month: 12, day: 31 }],
    // The day behind the broken end of the month is lost: another header of the filing says it.
    ["ended Dear ended Decem becember 31,", { month: 12, day: null }],
    ["As of Septem ber 30", { month: 9, day: 30 }],
  ])("%s", (text, expected) => {
    expect(readMonthDay(text)).toEqual(expected);
  });

  it.each(["Total", "March", "Unaudited", "RMB"])("none in %j", (text) => {
    expect(readMonthDay(text)?.day ?? null).toBeNull();
  });
});

describe("spans", () => {
  it.each<[string, Span | null]>([
    ["Three Months Ended", { months: 3 }],
    ["3 months ended", { months: 3 }],
    ["Six months ended June 30,", { months: 6 }],
    ["Nine Months Ended", { months: 9 }],
    ["Twelve Months Ended", { months: 12 }],
    ["Year Ended December 31,", { months: 12 }],
    ["For the fiscal years ended", { months: 12 }],
    ["For the quarter ended", { months: 3 }],
    ["Thirteen weeks ended", { months: 3 }],
    ["Twenty-six weeks ended", { months: 6 }],
    ["Fifty-two weeks ended", { months: 12 }],
    ["Fifty-three weeks ended", { months: 12 }],
    ["For the ye ar ended", { months: 12 }],
    ["As of", "instant"],
    ["As at 31 December", "instant"],
    ["Revenues", null],
    ["Change", null],
  ])("%s", (text, expected) => {
    expect(readSpan(text)).toEqual(expected);
  });
});

describe("shorthand", () => {
  it.each([
    ["Q4 2024", "2024-10-01/2024-12-31"],
    ["4Q24", "2024-10-01/2024-12-31"],
    ["1Q 2023", "2023-01-01/2023-03-31"],
    ["1H 2024", "2024-01-01/2024-06-30"],
    ["H2 2024", "2024-07-01/2024-12-31"],
    ["FY2024", "2024-01-01/2024-12-31"],
    ["FY'23", "2023-01-01/2023-12-31"],
    ["Q3/2024", "2024-07-01/2024-09-30"],
    ["1–9/2024", "2024-01-01/2024-09-30"],
    ["10-12/2023", "2023-10-01/2023-12-31"],
    ["Apr–Jun 2024", "2024-04-01/2024-06-30"],
    ["January to December 2024", "2024-01-01/2024-12-31"],
    ["1 July 2023 – 30 June 2024", "2023-07-01/2024-06-30"],
    ["January 1 - September 30, 2024", "2024-01-01/2024-09-30"],
    ["1.1.–31.3.2024", "2024-01-01/2024-03-31"],
    ["2023 Jul-Sep", "2023-07-01/2023-09-30"],
    ["2023 Full-year", "2023-01-01/2023-12-31"],
  ])("%s is %s", (text, expected) => {
    const found = readShorthand(text);
    expect(found && words(makePeriod(found.date, null, found.span))).toBe(expected);
  });

  it.each(["Q5 2024", "4Q", "FY", "2024", "13–14/2024", "9–1/2024", "31 May 2024", "1 Jan–15 Mar 2024"])(
    "%s is none",
    (text) => {
      expect(readShorthand(text)).toBeNull();
    },
  );
});

describe("periods", () => {
  it.each<[DateParts, MonthDay | null, Span, string]>([
    [{ year: 2024, month: 12, day: 31 }, null, { months: 12 }, "2024-01-01/2024-12-31"],
    [{ year: 2024, month: 12, day: 31 }, null, { months: 3 }, "2024-10-01/2024-12-31"],
    [{ year: 2024, month: 2, day: 29 }, null, { months: 3 }, "2023-12-01/2024-02-29"],
    [{ year: 2024, month: 2 }, null, { months: 12 }, "2023-03-01/2024-02-29"],
    [{ year: 2024, month: 9, day: 30 }, null, { months: 9 }, "2024-01-01/2024-09-30"],
    [{ year: 2024 }, { month: 3, day: 31 }, { months: 12 }, "2023-04-01/2024-03-31"],
    [{ year: 2024 }, { month: 6, day: null }, { months: 12 }, "2023-07-01/2024-06-30"],
    [{ year: 2024 }, null, { months: 12 }, "2024-01-01/2024-12-31"],
    [{ year: 2023, month: 2, day: 29 }, null, "instant", "2023-02-28"],
  ])("%j ends %s", (date, yearEnd, span, expected) => {
    expect(words(makePeriod(date, yearEnd, span))).toBe(expected);
  });

  it("count in whole months, years of weeks too", () => {
    const period = (year: number, month: number, day: number, months: number): Period =>
      makePeriod({ year, month, day }, null, { months });
    expect(monthsOf(period(2024, 12, 28, 12))).toBe(12);
    expect(monthsOf(period(2024, 2, 29, 3))).toBe(3);
    expect(monthsOf(makePeriod({ year: 2024 }, null, "instant"))).toBe(0);
    expect(monthsOf({ kind: "duration", start: "2023-12-31", end: "2024-12-28" })).toBe(12);
    expect(monthsOf({ kind: "duration", start: "2024-01-01", end: "2024-12-31" })).toBe(12);
  });

  it("begin the day after the one before ends", () => {
    expect(dayBefore("2024-03-01")).toBe("2024-02-29");
    expect(dayBefore("2024-01-01")).toBe("2023-12-31");
  });
});
