import { describe, expect, it } from "vitest";
import { nameQuarters } from "../../src/tables/quarters.ts";
import { type Column, type Period, periodKey } from "../../src/tables/table.ts";

function column(label: string, period: Period | null, index = 0): Column {
  return { index, label, period, currency: "USD", role: "amount", scale: 6 };
}

const span = (start: string, end: string): Column => column("", { kind: "duration", start, end });
const day = (end: string): Column => column("", { kind: "instant", end });

/** The periods of columns of these labels, in a filing with those other columns. */
function named(labels: readonly string[], others: readonly Column[]): (string | null)[] {
  const own = labels.map((label, i) => column(label, null, i));
  return (nameQuarters([others, own])[1] ?? []).map(({ period }) => periodKey(period));
}

const threeAndNine = [
  span("1998-03-28", "1998-06-26"),
  span("1997-03-29", "1997-06-27"),
  span("1997-09-27", "1998-06-26"),
  span("1996-09-28", "1997-06-27"),
];

describe("quarters called by their number", () => {
  it("are those with as many months of the year to the same day", () => {
    expect(named(["Third Quarter 1998", "Third Quarter 1997"], threeAndNine)).toEqual([
      "1998-03-28/1998-06-26",
      "1997-03-29/1997-06-27",
    ]);
  });

  it("are so in digits, too", () => {
    expect(named(["3rd Quarter 1998", "3rd Quarter 1997"], threeAndNine)).toEqual([
      "1998-03-28/1998-06-26",
      "1997-03-29/1997-06-27",
    ]);
    expect(named(["4th Quarter 1998"], threeAndNine)).toEqual([null]);
  });

  it("have no period where no other column tells", () => {
    expect(named(["Second Quarter 1998", "Third Quarter 1996"], threeAndNine)).toEqual([null, null]);
    expect(named(["Third Quarter 1998"], [span("1998-03-28", "1998-06-26")])).toEqual([null]);
  });

  it("begin the year on the day after a balance sheet", () => {
    const others = [
      span("1999-09-26", "2000-01-01"),
      span("1998-09-27", "1998-12-26"),
      day("2000-01-01"),
      day("1999-09-25"),
    ];
    expect(named(["FIRST QUARTER 2000", "FIRST QUARTER 1999"], others)).toEqual([
      "1999-09-26/2000-01-01",
      "1998-09-27/1998-12-26",
    ]);
  });

  it("are called after the year they lie in where the fiscal year ends in January", () => {
    const others = [
      span("2004-08-01", "2004-10-30"),
      span("2003-08-03", "2003-11-01"),
      span("2004-02-01", "2004-10-30"),
      span("2003-02-02", "2003-11-01"),
    ];
    expect(named(["Third quarter 2004", "Third quarter 2003"], others)).toEqual([
      "2004-08-01/2004-10-30",
      "2003-08-03/2003-11-01",
    ]);
    expect(named(["Third quarter 2004"], others)).toEqual([null]);
  });
});
