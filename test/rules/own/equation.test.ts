import { describe, expect, test } from "vitest";
import type { FileReport } from "../../../src/report/report.ts";
import { type EquationSpec, equationRule } from "../../../src/rules/own/equation.ts";
import { noPolicy } from "../../../src/rules/policy.ts";
import { checkFiling } from "../../check-text.ts";

const metrics = `Tern Ferries Limited
KEY METRICS (in thousands, except passengers and fares)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Passenger revenue\t24,690\t27,780\t30,873
Freight revenue\t5,310\t6,120\t7,027
Fare per passenger\t12.35\t12.50\t12.60
Average passengers\t2,000,000\t2,222,400\t2,450,238
Gross profit\t9,000\t10,170\t11,370
Cost of revenues\t(21,000)\t(23,730)\t(26,530)
Yield\t30.0%\t30.0%\t30.0%
`;

const fare: EquationSpec = {
  name: "fare",
  equation: "Fare per passenger * Average passengers = Passenger revenue",
};

function check(filing: string, ...specs: readonly EquationSpec[]): FileReport {
  const policy = { ...noPolicy, own: specs.map(equationRule) };
  return checkFiling(new TextEncoder().encode(filing), {
    path: "tern.txt",
    rules: specs.map(({ name }) => name),
    all: true,
    policy,
  });
}

const statuses = (report: FileReport): string[] =>
  report.checks.map(({ status, display }) => `${status} ${display.period}`);

const reasons = (report: FileReport): string[] =>
  report.skipped.map(({ rule, reason }) => `${rule}: ${reason}`);

const tied = ["pass FY2022 CNY", "pass FY2023 CNY", "pass FY2024 CNY"];

describe("an equation of the config", () => {
  test("is checked in every column, in units, by intervals", () => {
    expect(statuses(check(metrics, fare))).toEqual(tied);
  });

  test("breaks with its arithmetic and the cell that explains it", () => {
    const report = check(metrics.replace("27,780", "27,870"), fare);
    const [found] = report.checks;
    expect(found).toMatchObject({
      rule: "fare",
      status: "fail",
      severity: "error",
      title: fare.equation,
      display: { equation: "27,870 = 12.50 * 2,222,400", printed: "27,870", recomputed: "27,780" },
    });
    expect(found?.diagnosis?.message).toContain("Passenger revenue 27,780");
    expect(statuses(report)).toHaveLength(3);
  });

  test.each<[what: string, equation: string]>([
    ["sums with signs as printed", "Passenger revenue + Freight revenue + Cost of revenues = Gross profit"],
    ["the result on either side", "Gross profit = Passenger revenue + Freight revenue + Cost of revenues"],
    ["no side with one line", "Gross profit - Cost of revenues = Passenger revenue + Freight revenue"],
    ["ratios and brackets", "Yield = Gross profit / (Passenger revenue + Freight revenue)"],
    ["constants", "Gross profit = 30% * (Passenger revenue + Freight revenue)"],
    ["a concept", "GrossProfit / (Passenger revenue + Freight revenue) = 0.3"],
    ["captions in quotes", "\"Gross profit\" - 'Cost of revenues' = `Passenger revenue` + Freight revenue"],
    ["a minus in front", "-Cost of revenues = Passenger revenue + Freight revenue - Gross profit"],
  ])("%s", (_, equation) => {
    expect(statuses(check(metrics, { name: "own", equation }))).toEqual(tied);
  });

  test("every one of them breaks where it should", () => {
    const wrong = metrics.replace("11,370", "11,730");
    for (const equation of [
      "Passenger revenue + Freight revenue + Cost of revenues = Gross profit",
      "Yield = Gross profit / (Passenger revenue + Freight revenue)",
      "Gross profit = 30% * (Passenger revenue + Freight revenue)",
    ]) {
      expect(check(wrong, { name: "own", equation }).counts, equation).toMatchObject({ fail: 1, pass: 2 });
    }
  });

  test("signs may be settled by the columns", () => {
    const equation = "Passenger revenue + Freight revenue - Cost of revenues = Gross profit";
    expect(check(metrics, { name: "own", equation }).counts.fail).toBeGreaterThan(0);
    expect(statuses(check(metrics, { name: "own", equation, signs: "either" }))).toEqual(tied);
    const slip = metrics.replace("(26,530)", "26,530");
    expect(check(slip, { name: "own", equation, signs: "either" }).counts).toMatchObject({
      pass: 2,
      fail: 1,
    });
  });

  test("names may stand for several captions, and for a line under a heading", () => {
    const as = { fare: ["Ticket price", "Fare per passenger"], guests: ["Average passengers"] };
    const equation = "fare * guests = Passenger revenue";
    expect(statuses(check(metrics, { name: "own", equation, as }))).toEqual(tied);
  });

  test("lines of other tables are found by period and currency", () => {
    const [head = "", rest = ""] = metrics.split("Fare per passenger\t");
    const second = `\nOPERATING DATA\n\tYear ended December 31,\n\t2023\t2024\nFare per passenger\t12.50\t12.60\nVoyages\t310\t322\n`;
    const apart = `${head}${rest.replace(/^.*\n/, "")}${second}`;
    const report = check(apart, fare);
    expect(statuses(report)).toEqual(["pass FY2023 CNY", "pass FY2024 CNY"]);
    expect(reasons(report)).toEqual(['fare: "Fare per passenger" is not printed for FY2022 CNY']);
  });
});

describe("a scale that a table does not tell", () => {
  const thousands = metrics
    .replace("2,000,000", "2,000.00")
    .replace("2,222,400", "2,222.40")
    .replace("2,450,238", "2,450.24");

  test.each([
    ["counts and prices in units", metrics],
    ["counts in thousands", thousands],
  ])("%s", (_, filing) => {
    const report = check(filing, fare);
    expect(statuses(report)).toEqual(tied);
    expect(report.notes?.map(({ note }) => note).join()).toContain("its columns tie with a factor");
    const broken = check(filing.replace("12.50", "15.20"), fare);
    expect(broken.counts).toMatchObject({ pass: 2, fail: 1 });
    expect(broken.checks[0]?.display.equation).toMatch(/^27,780 = 15.20 \* 2,222/);
  });

  test("where nothing ties, the nearest magnitude is told", () => {
    const nowhere = metrics.replace("12.35", "13.35").replace("12.50", "13.50").replace("12.60", "13.60");
    const report = check(nowhere, fare);
    expect(report.counts.fail).toBeGreaterThan(0);
    expect(report.checks[0]?.display.recomputed).toMatch(/^2\d,\d{3}$/);
  });
});

describe("an equation stays quiet", () => {
  test.each<[what: string, spec: Partial<EquationSpec>, reason: string]>([
    [
      "without one of its lines",
      { equation: "Yield per berth * Berths = Passenger revenue" },
      'own: "Yield per berth" and "Berths" are no lines of this filing',
    ],
    [
      "in tables of another title",
      { table: "balance sheet" },
      'own: no table with "Passenger revenue" has "balance sheet" in its title',
    ],
    ["in periods of another length", { periods: ["quarter"] }, "own: no column prints all of its lines"],
    ["in columns of another currency", { currency: "USD" }, "own: no column prints all of its lines"],
  ])("%s", (_, part, reason) => {
    const report = check(metrics, { ...fare, ...part, name: "own" }, fare);
    expect(report.counts.pass).toBe(3);
    expect(reasons(report)).toContain(reason);
  });

  test("when its conditions hold it looks", () => {
    const spec = { ...fare, table: "key metrics", periods: ["year"], currency: "CNY" } as const;
    expect(statuses(check(metrics, spec))).toEqual(tied);
  });

  test("when a line is printed twice with two values", () => {
    const twice = metrics.replace("Gross profit\t", "Freight revenue\t4,310\t5,120\t6,027\nGross profit\t");
    const sum = {
      name: "own",
      equation: "Passenger revenue + Freight revenue + Cost of revenues = Gross profit",
    };
    const report = check(twice, sum, fare);
    expect(report.counts).toMatchObject({ fail: 0, pass: 3 });
    expect(reasons(report).join("\n")).toContain('"Freight revenue" is printed with several values');
  });
});
