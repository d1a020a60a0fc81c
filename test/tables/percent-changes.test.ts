import { describe, expect, it } from "vitest";
import { checkFiling } from "../check-text.ts";
import { tableOf } from "../filing.ts";

const encoder = new TextEncoder();

function broken(filing: string): string[] {
  const report = checkFiling(encoder.encode(filing), { path: "filing.txt", all: true });
  return report.checks
    .filter(({ status, grade }) => status !== "skip" && grade === "broken")
    .map(({ rule, result }) => `${rule} ${result.raw}`);
}

const body = (last: string, percent: string): string => `Loans:
Net write-offs\t639\t259\t380\t147
Reserve build\t343\t337\t6\t2
Total loans\t982\t596\t386\t65
Receivables:
Net write-offs\t241\t122\t119\t98
Reserve build\t43\t35\t8\t23
Total receivables\t284\t157\t127\t${percent}
Total provisions\t1,266\t753\t${last}\t68
`;

/** One header stands over the amount and the percentage. */
const provisions = (last: string, percent: string): string => `Aldermoor Limited
Provisions for credit losses (in millions)
\tYear ended December 31,
\t2024\t2023\tChange\tChange
\tRMB\tRMB
${body(last, percent)}`;

describe("two columns under one header of changes", () => {
  it("are an amount and a percentage where their figures say so", () => {
    const table = tableOf(provisions("513", "81"));
    expect(table.columns.map(({ role }) => role)).toEqual(["amount", "amount", "change", "percent"]);
    expect(broken(provisions("513", "81"))).toEqual([]);
  });

  it("are both checked", () => {
    expect(broken(provisions("531", "81"))).toContainEqual(expect.stringContaining("531"));
    expect(broken(provisions("513", "18"))).toEqual(["change-column 18"]);
  });
});

describe("columns of amounts", () => {
  it("stay amounts, though a line or two are the change of others by chance", () => {
    const table = tableOf(`Loans by kind (in millions)
\tCards\tHomes\tTrade
\tRMB\tRMB\tRMB
Asset-specific\t110\t100\t10
Portfolio-based\t240\t200\t20
Other\t300\t200\t75
Past due\t150\t140\t90
`);
    expect(table.columns.map(({ role }) => role)).toEqual(["amount", "amount", "amount"]);
  });
});

describe("columns from one year to the next", () => {
  const change = (result: string, second: string): string => `Aldermoor Limited
Income from operations (in millions)
\tYears ended December 31,\tChange
\t2022\t2023\t2024\t2022-23\t2023-24
Harbour\t$ 20.5\t$ 25.4\t$ 25.4\t24%\t-
Corporate expense\t(10.0)\t(11.7)\t(11.3)\t17\t(3)
Income from operations\t$ 10.5\t$ 13.7\t${result}\t31\t${second}
`;

  it("are in percent where one of them is", () => {
    const { columns } = tableOf(change("$ 14.1", "3"));
    expect(columns.map(({ role }) => role).slice(3)).toEqual(["percent", "percent"]);
    expect(broken(change("$ 14.1", "3"))).toEqual([]);
  });

  it("are amounts where they are printed in money", () => {
    const { columns } = tableOf(change("$ 14.1", "$ 3"));
    expect(columns.map(({ role }) => role).slice(3)).toEqual(["percent", "amount"]);
  });
});
