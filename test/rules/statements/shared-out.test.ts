/** A result that is shared out and printed again, and a result per share whose shares stand in a note. */
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../check-text.ts";
import type { FileReport } from "../../../src/report/report.ts";

const check = (text: string): FileReport =>
  checkFiling(new TextEncoder().encode(text), { path: "filing.txt", all: true });

const said = ({ checks }: FileReport, status: string): string[] =>
  checks
    .filter((one) => one.status === status)
    .map(({ rule, result }) => `${rule} ${result.row} ${result.raw}`);

const again = `Aldermoor Limited
CONSOLIDATED INCOME STATEMENT (HK$ million)
\t2025\t2024
Profit before taxation\t3,961\t4,045
Taxation\t(1,633)\t(1,388)
Profit for the year\t2,328\t2,657
Attributable to:
Shareholders\t1,806\t2,153
Non-controlling interests\t522\t504
Profit for the year\t2,328\t2,657
`;

describe("a result that is printed again below its shares", () => {
  test("is what they add up to", () => {
    const report = check(again);
    expect(said(report, "fail")).toEqual([]);
    expect(report.untied).toEqual([]);
  });

  test("gives a wrong first print away", () => {
    const wrong = again.replace("Profit for the year\t2,328", "Profit for the year\t2,338");
    expect(said(check(wrong), "fail").length).toBeGreaterThan(0);
  });
});

const apart = `Aldermoor Limited
CONSOLIDATED INCOME STATEMENT (HK$ million, except per share data)
\tYear ended December 31,
\t2025\t2024
Profit before taxation\t3,439\t3,541
Taxation\t(1,633)\t(1,388)
Profit for the year\t1,806\t2,153
Basic earnings per share\t0.37\t0.46

9 Earnings per share. The calculation is based on the number of shares in issue during the year.

WEIGHTED AVERAGE NUMBER OF SHARES
\tYear ended December 31,
\t2025\t2024
Weighted average number of shares, basic\t4,917,535,138\t4,635,426,372
Options\t1,088,328\t2,000,000
`;

describe("a result per share whose shares stand in a note", () => {
  test("is divided by them", () => {
    expect(said(check(apart), "pass").filter((one) => one.startsWith("per-share"))).toEqual([
      "per-share Basic earnings per share 0.37",
      "per-share Basic earnings per share 0.46",
    ]);
  });

  test("is left alone where it ties in one of two columns only: few digits tie by accident", () => {
    const report = check(apart.replace("\t0.46", "\t0.64"));
    expect(
      [...said(report, "pass"), ...said(report, "fail")].filter((one) => one.startsWith("per-share")),
    ).toEqual([]);
  });
});
