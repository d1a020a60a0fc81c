import { describe, expect, it } from "vitest";
import { periodKey } from "../../src/tables/table.ts";
import { filingOf, rowOf, tableOf } from "../filing.ts";

const header = "\tDec 31, 2023\tDec 31, 2024\n";

describe("one table", () => {
  it.each([
    ["a blank line", "\n"],
    ["a page number", "\n12\n\n"],
    ["a form feed", "\n\f\n"],
    ["its header again", `\n${header}`],
    ["a page number and its header again", `\n- 12 -\n\n${header}`],
    ["a heading that lost its tabs", "Non-current assets:\n"],
    ["a blank line and a heading that lost its tabs", "\nNon-current assets:\n"],
  ])("goes on after %s", (_, gap) => {
    const table = tableOf(`${header}Trade\t205\t231\nRent\t4\t5\n${gap}Machines\t41\t38\nTotal\t250\t274\n`);
    expect(table.rows.filter(({ kind }) => kind === "item").map(({ caption }) => caption)).toEqual([
      "Trade",
      "Rent",
      "Machines",
      "Total",
    ]);
    expect(table.columns.map(({ period }) => periodKey(period))).toEqual(["2023-12-31", "2024-12-31"]);
  });

  it("is told its scale by a line between header and body", () => {
    const table = tableOf(
      `${header}(amounts in thousands, except per share data)\t\t\nTrade\t205\t231\nRent\t4\t5\n`,
    );
    expect(table.columns.map(({ scale }) => scale)).toEqual([3, 3]);
  });

  it("knows the section of a line below a heading that lost its tabs", () => {
    const table = tableOf(`${header}ASSETS\nCurrent assets:\nTrade\t205\t231\nRent\t4\t5\n`);
    expect(rowOf(table, "Trade").section).toEqual(["ASSETS", "Current assets:"]);
  });

  it("joins a caption over two lines", () => {
    const table = tableOf(
      `${header}Net loss attributable to\t\t\nordinary shareholders\t205\t231\nRent\t4\t5\n`,
    );
    expect(table.rows[0]?.caption).toBe("Net loss attributable to ordinary shareholders");
  });
});

describe("two tables", () => {
  it("are told by a second header inside one grid", () => {
    const { tables } = filingOf(
      `${header}Trade\t205\t231\nRent\t4\t5\n\tYear ended December 31,\n\t2023\t2024\nSales\t900\t950\nFuel\t31\t33\n`,
    );
    expect(tables.map(({ rows }) => rows.map(({ caption }) => caption))).toEqual([
      ["Trade", "Rent"],
      ["Sales", "Fuel"],
    ]);
    expect(tables[1]?.columns.map(({ period }) => periodKey(period))).toEqual([
      "2023-01-01/2023-12-31",
      "2024-01-01/2024-12-31",
    ]);
  });

  it("are told by a title between them", () => {
    const { tables } = filingOf(
      `BALANCE SHEETS\n${header}Trade\t205\t231\nRent\t4\t5\nSTATEMENTS OF CASH FLOWS\n${header}Sales\t900\t950\nFuel\t31\t33\n`,
    );
    expect(tables.map(({ title }) => title)).toEqual(["BALANCE SHEETS", "STATEMENTS OF CASH FLOWS"]);
  });

  it("stay two where a sentence stands between them", () => {
    const { tables } = filingOf(
      `${header}Trade\t205\t231\nRent\t4\t5\nThe following lines are no part of it.\nSales\t900\t950\nFuel\t31\t33\n`,
    );
    expect(tables.length).toBe(2);
  });
});

it("takes no prose with tabs for a table", () => {
  expect(filingOf("1.\tThe first point\n2.\tThe second point\n").figures).toEqual([]);
});
