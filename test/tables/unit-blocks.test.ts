/** What lines are that only their neighbours tell: percentages between two signs, bridges per share. */
import { describe, expect, it } from "vitest";
import { rowOf, tableOf } from "../filing.ts";

const table = (body: string): ReturnType<typeof tableOf> =>
  tableOf(`\tYear ended December 31,\n\t2023\t2024\n\tRMB\tRMB\nEmployees\t1,204\t1,377\n${body}`);

describe("lines between two with a percent sign", () => {
  it("are percentages where they make the whole", () => {
    const shares = table("Asia\t41%\t60%\nEurope\t44\t28\nAmerica\t15\t12\nTotal\t100%\t100%\n");
    expect(rowOf(shares, "Europe")).toMatchObject({ unit: "percent" });
    expect(rowOf(shares, "Europe").figures[0]?.value).toEqual({ coefficient: 44n, exponent: -2 });
  });

  it("are percentages of a line that is the whole", () => {
    const results = table(
      "Sales\t100.0%\t100.0%\nCosts\t25.0\t27.3\nTax\t8.6\t6.6\nNet income\t55.8%\t48.9%\n",
    );
    expect(rowOf(results, "Tax").unit).toBe("percent");
  });

  it("are amounts where they make nothing of the kind", () => {
    const growth = table("Asia\t41%\t60%\nOffices\t44\t28\nDepots\t15\t12\nAfrica\t18%\t21%\n");
    expect(rowOf(growth, "Offices").unit).toBe("currency");
  });
});

describe("lines between two amounts per share", () => {
  const lines = (result: string): string =>
    `Earnings per share\t3.22\t3.00\nAwards\t2.41\t2.17\nTax effect\t(0.91)\t(1.01)\nAdjusted earnings per share\t${result}\n`;

  it("are amounts per share where they lead from one to the other", () => {
    expect(rowOf(table(lines("4.72\t4.16")), "Awards").unit).toBe("per-share");
  });

  it("are amounts where they do not", () => {
    expect(rowOf(table(lines("5.10\t4.95")), "Awards").unit).toBe("currency");
  });
});

const columns = (header: string, ...rows: string[]): string[] =>
  tableOf(`${header}\n${rows.join("\n")}\n`).columns.map(({ role }) => role);

describe("columns", () => {
  it("of quoted prices are amounts of fair value", () => {
    const header = "\tTotal\tQuoted prices in active markets (Level 1)\tOther inputs (Level 2)";
    const rows = ["Funds\t23,209\t23,209\t-", "Bonds\t13,438\t-\t13,438", "Total\t36,647\t23,209\t13,438"];
    expect(columns(header, ...rows)).toEqual(["amount", "amount", "amount"]);
    expect(columns("\tShares\tAverage price", "May\t1,204\t6.31", "June\t1,377\t6.40")).toEqual([
      "amount",
      "rate",
    ]);
  });

  it("of levels and pages are references", () => {
    const rows = ["Cash\t1\t4,135\t4,135", "Swaps\t2\t175\t175", "Loans\t2\t7,157\t7,216"];
    expect(columns("\tLevel\tCarrying amount\tFair value", ...rows)).toEqual(["note", "amount", "amount"]);
    expect(columns("\tWater level\tCarrying amount\tFair value", ...rows)[0]).toBe("amount");
  });
});
