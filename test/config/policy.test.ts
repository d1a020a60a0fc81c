import { describe, expect, test } from "vitest";
import { parseDecimal } from "../../src/money/decimal.ts";
import type { FileReport } from "../../src/report/report.ts";
import { noPolicy, type Policy } from "../../src/rules/policy.ts";
import { defineRule } from "../../src/rules/rule.ts";
import { checkFiling } from "../check-text.ts";

const filing = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Rent\t1,200\t1,300\t1,400
Power\t345\t400\t455
Other costs, net\t20\t30\t40
Total costs\t1,565\t1,730\t1,890
`;

const check = (policy: Partial<Policy>, text = filing): FileReport =>
  checkFiling(new TextEncoder().encode(text), {
    path: "a.txt",
    all: true,
    policy: { ...noPolicy, ...policy },
  });

const found = (report: FileReport): unknown =>
  report.checks
    .filter(({ status }) => status === "fail" || status === "warn")
    .map(({ rule, status, severity }) => ({ rule, status, severity }));

describe("severity", () => {
  test.each([
    [undefined, "fail", "error", "fail"],
    ["error", "fail", "error", "fail"],
    ["warning", "warn", "warning", "warn"],
    ["note", "warn", "note", "warn"],
  ] as const)("%s", (severity, status, expected, whole) => {
    const severities = new Map(severity ? [["footing", severity]] : []);
    const report = check({ severities });
    expect(found(report)).toEqual([{ rule: "footing", status, severity: expected }]);
    expect(report.status).toBe(whole);
    expect(report.counts).toMatchObject(status === "fail" ? { fail: 1, warn: 0 } : { fail: 0, warn: 1 });
  });

  test("a suspicion fails where its rule is made an error, a strained sum never does", () => {
    const unreadable = filing.replace("1,890", "1,895").replace("1,730", "1,7·0");
    const severities = new Map([["malformed-figure", "error"]] as const);
    expect(found(check({ severities }, unreadable))).toEqual([
      { rule: "malformed-figure", status: "fail", severity: "error" },
    ]);
  });
});

describe("lines and tables that a rule leaves alone", () => {
  test.each<[what: string, lines: string[], tables: string[], fails: number]>([
    ["another line", ["other line"], [], 1],
    ["the line", ["total cost"], [], 0],
    ["a part of it", ["other cost net"], [], 0],
    ["the table", [], ["statements of operations"], 0],
    ["another table", [], ["balance sheet"], 1],
  ])("%s", (_, lines, tables, fails) => {
    const exceptions = new Map([["footing", { lines: new Set(lines), tables }]]);
    expect(check({ exceptions }).counts.fail).toBe(fails);
  });
});

describe("tolerance", () => {
  const tolerance = { rule: "footing", amount: null, units: null, reason: "rounded by hand", only: null };
  test.each<[what: string, part: object, fails: number]>([
    ["of enough units", { units: 5n }, 0],
    ["of too few", { units: 4n }, 1],
    ["of an amount, in units of the currency", { amount: parseDecimal("5000") }, 0],
    ["of too small an amount", { amount: parseDecimal("4999.99") }, 1],
    ["of another rule", { rule: "cross-footing", units: 5n }, 1],
    ["for another line", { units: 5n, only: { lines: new Set(["rent"]), tables: [] } }, 1],
    ["for the line", { units: 5n, only: { lines: new Set(["total cost"]), tables: [] } }, 0],
  ])("%s", (_, part, fails) => {
    const report = check({ tolerances: [{ ...tolerance, ...part }] });
    expect(report.counts.fail).toBe(fails);
    const notes = report.notes?.map(({ note }) => note) ?? [];
    expect(notes).toEqual(fails === 0 ? ["1 relation ties by tolerance: rounded by hand"] : []);
  });
});

test("a caption of the house's own is taken for its concept", () => {
  const own = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Takings\t1,204,310\t1,377,925
Cost of revenues\t(803,206)\t(918,614)
Rent received\t10,500\t11,300
Gross profit\t401,104\t459,311
`;
  const rulesOf = (report: FileReport): string[] =>
    report.checks.map(({ rule, status }) => `${rule} ${status}`);
  const captions = new Map([
    ["taking", "Revenues"],
    ["takings", "Revenues"],
  ] as const);
  expect(rulesOf(check({}, own))).not.toContain("gross-profit pass");
  expect(rulesOf(check({ captions }, own))).toContain("gross-profit pass");
});

test("a rule of the house's own yields relations, with its options", () => {
  const twice = defineRule({
    name: "twice",
    summary: "Power is an option of rent",
    options: { divisor: 4 },
    *check({ tables }, { divisor }) {
      yield { rule: "twice", remark: `the divisor is ${String(divisor)}, ${tables.length} table` };
    },
  });
  const words = { what: "", why: "", fix: "", source: "", examples: { passes: [], fails: [], quiet: [] } };
  const policy = { own: [{ ...words, ...twice }], options: new Map([["twice", { divisor: 5 }]]) };
  expect(check(policy).notes).toEqual([{ rule: "twice", note: "the divisor is 5, 1 table" }]);
});
