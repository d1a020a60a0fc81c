import { describe, expect, it } from "vitest";
import type { Check } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const statement = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Hosting\t702,118\t790,406\t921,330
Consulting\t304,885\t310,208\t284,115
Licences\t111,204\t103,696\t172,480
Total revenues\t1,118,207\t1,204,310\t1,377,925
Cost of revenues\t(757,003)\t(803,206)\t(918,614)
Gross profit\t361,204\t401,104\t459,311
Selling and marketing expenses\t(110,347)\t(118,420)\t(125,066)
General and administrative expenses\t(91,208)\t(96,015)\t(101,734)
Research and development expenses\t(131,020)\t(140,307)\t(139,912)
Total operating expenses\t(332,575)\t(354,742)\t(366,712)
Operating income\t28,629\t46,362\t92,599
Interest expense\t(9,877)\t(12,645)\t(10,928)
Income before income tax\t18,752\t33,717\t81,671
Income tax expense\t(4,688)\t(8,760)\t(20,117)
Net income\t14,064\t24,957\t61,554
`;

/** Failures as words: "gross-profit: Cost of revenues (803,206) digit". */
function failures(text: string): string[] {
  const { checks } = checkFiling(new TextEncoder().encode(text), { path: "filing.txt" });
  return checks.filter(({ status }) => status === "fail").map(said);
}

function said({ diagnosis }: Check): string {
  const cells = (diagnosis?.suspects ?? []).map(({ row, reading }) => `${row} ${reading}`);
  return `${diagnosis?.slip}: ${cells.join(" or ")}`;
}

function planted(...slips: readonly (readonly [string, string])[]): string {
  return slips.reduce((text, [truth, print]) => {
    if (text.split(truth).length !== 2) throw new Error(`${truth} does not stand once in the filing`);
    return text.replace(truth, print);
  }, statement);
}

it("says nothing of a statement that ties", () => {
  expect(failures(statement)).toEqual([]);
});

describe("one slip", () => {
  it.each([
    ["in a cell of two sums", "1,204,310", "1,240,310", "transposition: Total revenues 1,204,310"],
    ["in a subtotal", "459,311", "459,811", "digit: Gross profit 459,311"],
    ["of a lost bracket", "(366,712)", "366,712", "sign: Total operating expenses (366,712)"],
    ["of a digit dropped", "46,362", "4,632", "digit-dropped: Operating income 46,362"],
    ["of a scale", "33,717", "33,717,000", "scale: Income before income tax 33,717"],
    ["of the figure of the year before", "401,104", "361,204", "stale: Gross profit 401,104"],
  ])("%s is named: %s printed %s", (_, truth, print, expected) => {
    expect(failures(planted([truth, print]))).toEqual([expected]);
  });

  it("in a cell of one sum is one of its cells, the likely slip first", () => {
    const [found = "", ...others] = failures(planted(["(118,420)", "(118,240)"]));
    expect(others).toEqual([]);
    expect(found).toMatch(/^transposition: Selling and marketing expenses \(118,420\) or /);
    expect(found).toContain("General and administrative expenses");
    expect(found).not.toContain("Total operating expenses");
    expect(found).not.toContain("Gross profit");
  });
});

describe("several slips at once", () => {
  it("far apart are two findings", () => {
    expect(failures(planted(["1,204,310", "1,240,310"], ["81,671", "81,617"]))).toEqual([
      "transposition: Total revenues 1,204,310",
      "transposition: Income before income tax 81,671",
    ]);
  });

  it("in most columns of one line are two findings, though its own sum is no longer believed", () => {
    const found = failures(planted(["1,204,310", "1,240,310"], ["1,377,925", "1,377,952"]));
    expect(found.length).toBe(2);
    expect(found[0]).toContain("Total revenues 1,204,310");
    expect(found[1]).toContain("Total revenues 1,377,925");
  });

  it("three of them are three findings", () => {
    expect(
      failures(planted(["1,118,207", "1,181,207"], ["(354,742)", "(345,742)"], ["81,671", "87,671"])),
    ).toEqual([
      "transposition: Total revenues 1,118,207",
      "transposition: Total operating expenses (354,742)",
      "digit: Income before income tax 81,671",
    ]);
  });
});

describe("a row", () => {
  const schedule = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Current receivables:
Trade\t188,204\t205,377\t231,094
Value-added tax\t39,118\t41,206\t38,115
Deposits\t11,330\t12,708\t13,960
Total current receivables\t238,652\t259,291\t283,169
Other receivables:
Loans\t20,040\t21,118\t19,707
Staff\t4,409\t4,866\t5,102
Total other receivables\t24,449\t25,984\t24,809
Non-current receivables:
Leases\t31,206\t30,018\t28,744
Bonds\t8,118\t8,440\t8,209
Total non-current receivables\t39,324\t38,458\t36,953
`;
  const found = (text: string): Check[] =>
    checkFiling(new TextEncoder().encode(text), { path: "filing.txt" }).checks.filter(
      ({ status }) => status === "fail",
    );

  it("that is missing is one finding, with what it would say in each column", () => {
    const [check, ...others] = found(schedule.replace(/Value-added tax.*\n/, ""));
    expect(others).toEqual([]);
    expect(check?.diagnosis?.slip).toBe("row-dropped");
    expect(check?.diagnosis?.message).toContain("39,118, 41,206, 38,115");
  });

  it("that is printed twice is one finding, at the second print", () => {
    const [check, ...others] = found(schedule.replace(/(Deposits.*\n)/, "$1$1"));
    expect(others).toEqual([]);
    expect(check?.diagnosis?.slip).toBe("row-doubled");
    expect(check?.place.line).toBe(9);
  });

  it("that is printed twice and stands in two sums is one finding", () => {
    const net = "Net income\t14,064\t24,957\t61,554\n";
    const split = `Less: net income attributable to non-controlling interests\t1,204\t2,310\t4,118
Net income attributable to Aldermoor Limited\t12,860\t22,647\t57,436
Other comprehensive income (loss)\t2,018\t(1,377)\t3,052
Comprehensive income\t16,082\t23,580\t64,606
`;
    expect(failures(statement + split)).toEqual([]);
    const doubled = found(statement.replace(net, net + net) + split);
    expect(doubled.map(({ diagnosis }) => diagnosis?.slip)).toEqual(["row-doubled"]);
    expect(doubled[0]?.diagnosis?.message).toContain("without the second line all 3 columns foot");
    expect(new Set(doubled[0]?.related.map(({ rule }) => rule)).size).toBe(2);
  });
});
