import { describe, expect, it } from "vitest";
import type { Table } from "../../src/tables/table.ts";
import { periodKey } from "../../src/tables/table.ts";
import { figureOf, filingOf, rowOf, tableOf } from "../filing.ts";
import { toPlain } from "../../src/money/decimal.ts";

/** Columns as words: "2024-12-31 CNY", "2024-01-01/2024-12-31 USD", "percent". */
function columns(table: Table): string[] {
  return table.columns.map(({ period, currency, role }) =>
    role === "amount" ? `${periodKey(period)} ${currency}` : role,
  );
}

const year = (n: number): string => `${n}-01-01/${n}-12-31`;

describe("headers", () => {
  it("of two dates", () => {
    const table = tableOf("\tDec 31, 2023\tDec 31, 2024\n\tRMB\tRMB\nTrade\t205\t231\nOther\t41\t38\n");
    expect(columns(table)).toEqual(["2023-12-31 CNY", "2024-12-31 CNY"]);
  });

  it("of years under one span", () => {
    const text =
      "\tYear ended December 31,\n\t2023\t2024\t2024\n\tRMB\tRMB\tUS$\nTrade\t205\t231\t33\nOther\t41\t38\t5\n";
    expect(columns(tableOf(text))).toEqual([`${year(2023)} CNY`, `${year(2024)} CNY`, `${year(2024)} USD`]);
  });

  it("cut in the middle of a word", () => {
    const text =
      "\tFor the ye\tar ended Decembe\tr 31,\n\t2022\t2023\t2023\n\tRMB\tRMB\tUS$\nTrade\t205\t231\t33\nOther\t41\t38\t5\n";
    expect(columns(tableOf(text))).toEqual([`${year(2022)} CNY`, `${year(2023)} CNY`, `${year(2023)} USD`]);
  });

  it("read twice", () => {
    const text =
      "\tDec 31, 2022 Dec 31, 2022\tDec 31, 2023\tDec 31, 2023\n\tRMB\tRMB\tUS$\nTrade\t205\t231\t33\nOther\t41\t38\t5\n";
    expect(columns(tableOf(text))).toEqual(["2022-12-31 CNY", "2023-12-31 CNY", "2023-12-31 USD"]);
  });

  it("with a column of notes", () => {
    const table = tableOf("\tNotes\t2023\t2024\nTrade\t4\t205\t231\nLeases\t5, 12\t41\t38\nOther\t\t7\t9\n");
    expect(table.columns.map(({ role }) => role)).toEqual(["note", "amount", "amount"]);
    expect(rowOf(table, "Leases").figures.map((figure) => figure?.raw)).toEqual([undefined, "41", "38"]);
  });

  const fiveAndTwo = [
    "2023-10-01/2023-12-31 CNY",
    "2024-01-01/2024-03-31 CNY",
    "2024-04-01/2024-06-30 CNY",
    "2024-07-01/2024-09-30 CNY",
    "2024-10-01/2024-12-31 CNY",
    "2024-10-01/2024-12-31 USD",
    `${year(2023)} CNY`,
    `${year(2024)} CNY`,
    `${year(2024)} USD`,
  ];
  const dates =
    "\tDec 31, 2023\tMar 31, 2024\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024\tDec 31, 2023\tDec 31, 2024\tDec 31, 2024\n" +
    "\tRMB\tRMB\tRMB\tRMB\tRMB\tUS$\tRMB\tRMB\tUS$\nTrade\t1\t2\t3\t4\t5\t6\t7\t8\t9\nOther\t1\t2\t3\t4\t5\t6\t7\t8\t9\n";

  it.each([
    ["over its first column", "\tThree Months Ended\t\t\t\t\t\tTwelve Months Ended\t\t\n"],
    ["a column too early", "\tThree Months Ended\t\t\t\t\tTwelve Months Ended\t\t\t\n"],
    ["at the left", "\tThree Months Ended\tTwelve Months Ended\n"],
  ])("of five quarters and two years in two currencies, the second group %s", (_, groups) => {
    expect(columns(tableOf(groups + dates))).toEqual(fiveAndTwo);
  });

  it("of years and parts of years that end on other days, where only their order tells", () => {
    const text = (years: string): string =>
      `\tYear ended December 31,\tNine months ended September 30,\n${years}\nTrade\t1\t2\t3\t4\nOther\t1\t2\t3\t4\n`;
    expect(columns(tableOf(text("\t2023\t2024\t2023\t2024"))).map((own) => own.replace(/ .*/, ""))).toEqual([
      year(2023),
      year(2024),
      "2023-01-01/2023-09-30",
      "2024-01-01/2024-09-30",
    ]);
    // Two and two, or three and one: nothing tells.
    expect(columns(tableOf(text("\t2021\t2022\t2023\t2024"))).map((own) => own.replace(/ .*/, ""))).toEqual([
      "null",
      "null",
      "null",
      "null",
    ]);
  });

  it("of which one that lost its blanks says notes over the captions", () => {
    const table = tableOf("Notes\t2023\t2024\nTrade receivables\t205\t231\nOther assets\t41\t38\n");
    expect(table.rows.map(({ caption }) => caption)).toEqual(["Trade receivables", "Other assets"]);
  });

  it("of changes, percentages and counts", () => {
    const table = tableOf(
      "\t2023\t2024\tChange\t% Change\tNumber of employees\nTrade\t205\t231\t26\t12.7%\t4\nOther\t41\t38\t(3)\t(7.3%)\t9\n",
    );
    expect(table.columns.map(({ role }) => role)).toEqual(["amount", "amount", "change", "percent", "count"]);
  });
});

describe("scale and currency", () => {
  const value = (heading: string, caption = "Trade"): string =>
    toPlain(figureOf(tableOf(`${heading}\n\t2023\t2024\t\n${body}`), caption, 1).value);
  const body =
    "Trade\t205\t231\nEarnings per share\t0.11\t0.12\nWeighted average number of shares\t1,204\t1,210\n";

  it.each([
    ["(In thousands)", "231000"],
    ["(RMB in millions)", "231000000"],
    ["(Amounts in US$'000)", "231000"],
    ["(In RMB)", "231"],
  ])("of %s", (heading, expected) => {
    expect(value(heading)).toBe(expected);
  });

  it("of amounts per share and share counts are told by the heading", () => {
    expect(value("(In thousands, except per share data)", "Earnings per share")).toBe("0.12");
    const shares = "Weighted average number of shares";
    expect(value("(In thousands, except per share data)", shares)).toBe("1210000");
    expect(value("(In thousands, except share and per share data)", shares)).toBe("1210");
  });

  it("of a column of changes are those of its amounts", () => {
    const table = tableOf(
      "(RMB in thousands)\n\t2023\t2024\tChange\nTrade\t205\t231\t26\nOther\t41\t38\t(3)\n",
    );
    expect(toPlain(figureOf(table, "Trade", 2).value)).toBe("26000");
    expect(table.columns[2]?.currency).toBe("CNY");
  });

  it("are those of most headers where a table says none", () => {
    const { tables } = filingOf(
      "(RMB in thousands)\n\t2023\t2024\nTrade\t205\t231\nOther\t41\t38\n\nMore of it.\n\n\t2023\t2024\nRent\t20\t21\nFuel\t4\t5\n",
    );
    expect(tables.map((table) => table.columns[0]?.currency)).toEqual(["CNY", "CNY"]);
    expect(tables.map((table) => table.columns[0]?.scale)).toEqual([3, 3]);
  });
});
