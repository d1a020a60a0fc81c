import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/read/csv/csv.ts";
import { csvDelimiter } from "../../../src/read/csv/is-csv.ts";

function grid(text: string): string[] {
  const delimiter = csvDelimiter(text);
  if (delimiter === null) return ["no CSV"];
  return readCsv(text, delimiter, "x.csv", []).blocks.flatMap((block) =>
    block.kind === "grid"
      ? block.rows.map(({ cells }) => cells.map((cell) => cell.text).join(" ¦ "))
      : [`# ${block.text}`],
  );
}

describe("delimited values", () => {
  test.each<[string, string, string[]]>([
    [
      "quotes keep thousands together",
      'Line,2024,2023\nSales,"1,234","1,100"\nCosts,"(1,034)","(1,000)"\n',
      ["Line ¦ 2024 ¦ 2023", "Sales ¦ 1,234 ¦ 1,100", "Costs ¦ (1,034) ¦ (1,000)"],
    ],
    [
      "doubled quotes, line ends in a field, blank lines",
      '"Line",2024\r\n\r\n"Sales ""net""\r\nof tax",12\r\nCosts,10\r\n',
      ["Line ¦ 2024", 'Sales "net" of tax ¦ 12', "Costs ¦ 10"],
    ],
    [
      "three records, the last without a line end",
      "Line,2024\nSales,1\nCosts,2",
      ["Line ¦ 2024", "Sales ¦ 1", "Costs ¦ 2"],
    ],
    [
      "titles above and notes below are paragraphs",
      "Acme plc\nBalance sheet\nLine,2024,2023\nCash,1,2\nDebt,3,4\nUnaudited.\n",
      ["# Acme plc", "# Balance sheet", "Line ¦ 2024 ¦ 2023", "Cash ¦ 1 ¦ 2", "Debt ¦ 3 ¦ 4", "# Unaudited."],
    ],
    [
      "titles padded to the width",
      "Acme plc,,\nLine,2024,2023\nAssets,,\nCash,1,2\nDebt,3,4\n",
      ["# Acme plc", "Line ¦ 2024 ¦ 2023", "Assets ¦  ¦ ", "Cash ¦ 1 ¦ 2", "Debt ¦ 3 ¦ 4"],
    ],
    [
      "decimal commas, where they are certain",
      "Posten;2024;2023\nUmsatz;1.234,5;12,0\nKosten;(1.034);2\n",
      ["Posten ¦ 2024 ¦ 2023", "Umsatz ¦ 1,234.5 ¦ 12.0", "Kosten ¦ (1,034) ¦ 2"],
    ],
    [
      "no number tells: left as printed",
      "Posten;2024;2023\nUmsatz;1.234;1.200\nKosten;1.034;1.000\n",
      ["Posten ¦ 2024 ¦ 2023", "Umsatz ¦ 1.234 ¦ 1.200", "Kosten ¦ 1.034 ¦ 1.000"],
    ],
    [
      "tabs, every line as wide",
      "Line\t2024\t2023\nSales\t10\t9\nCosts\t4\t3\n",
      ["Line ¦ 2024 ¦ 2023", "Sales ¦ 10 ¦ 9", "Costs ¦ 4 ¦ 3"],
    ],
  ])("%s", (_, text, expected) => expect(grid(text)).toEqual(expected));

  test.each([
    ["prose with commas", "In 2024, sales rose.\nCosts, too, rose by 5, then fell.\nThat is all, folks.\n"],
    ["tab tables in prose", "Sales rose.\nLine\t2024\nSales\t10\nCosts\t4\n"],
    ["rows of unequal width", "a,1,2\nb,1\nc,1,2\n"],
    ["thousands without quotes", "Line,2024\nSales,1,234\nCosts,10\nCash,3\n"],
    ["a quote that never closes", 'Line,2024\nSales,"1\nCosts,2\n'],
    ["words alone", "a,b\nc,d\ne,f\n"],
    ["two lines", "a,1\nb,2\n"],
  ])("%s is none", (_, text) => expect(grid(text)).toEqual(["no CSV"]));

  test("places are those of the source", () => {
    const text = 'Line,2024\n"Sales\nnet"," 1,234 "\n Costs , 10\n';
    const lines = text.split("\n");
    const [block] = readCsv(text, ",", "x.csv", []).blocks;
    if (block?.kind !== "grid") throw new Error("no grid");
    const cells = block.rows.flatMap((row) => row.cells).filter((cell) => /^\d[\d,]*$|Costs/.test(cell.text));
    expect(
      cells.map(({ line, column, endColumn }) => lines[line - 1]?.slice(column - 1, endColumn - 1)),
    ).toEqual(["2024", "1,234", "Costs", "10"]);
  });
});
