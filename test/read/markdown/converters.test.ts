import { describe, expect, test } from "vitest";
import type { Block, GridRow } from "../../../src/read/document.ts";
import { isMarkdown } from "../../../src/read/markdown/is-markdown.ts";
import { readMarkdown } from "../../../src/read/markdown/markdown.ts";

function blocks(lines: readonly string[]): readonly Block[] {
  return readMarkdown(lines.join("\n"), "x.md", []).blocks;
}

/** "column:text" of each filled cell; "?" leads a row that may stand elsewhere. */
function shown({ cells, ragged }: GridRow): string {
  const own = cells.filter(({ text }) => text !== "").map(({ col, text }) => `${col}:${text}`);
  return (ragged ? "? " : "") + own.join(" ");
}

function grid(...lines: string[]): string[] {
  return blocks(lines).flatMap((block) => (block.kind === "grid" ? block.rows.map(shown) : []));
}

describe("tables without pipes around the rows", () => {
  const table = ["| 2024| 2023", "---|---|---  ", "Sales| 10| 9  ", "Costs| (4| )| (3| )  "];

  test("are told by the row of dashes", () => {
    expect(isMarkdown(table.join("\n"))).toBe(true);
    expect(isMarkdown(table.join("\r\n"))).toBe(true);
    expect(isMarkdown("Sales | 10\n\nCosts\n")).toBe(false);
  });

  test("are read like the others", () => {
    expect(grid("Net sales| | $| 10|  ", "---|---|---|---|---  ", "Costs| | | 4|  ")).toEqual([
      "0:Net sales 3:$10",
      "0:Costs 3:4",
    ]);
  });
});

test("a column that is empty throughout has no dashes below its header", () => {
  expect(grid("| | | 2024 |", "| ----- |  | ----- |", "| Sales | | 10 |", "| Costs | | 4 |")).toEqual([
    "2:2024",
    "0:Sales 2:10",
    "0:Costs 2:4",
  ]);
});

describe("what a data frame leaves", () => {
  test("its index, the names of empty headers and nan are no part of the table", () => {
    expect(
      grid(
        "|    | (in thousands) | Unnamed: 1 | Unnamed: 2 |",
        "|---:|:---------------|:-----------|-----------:|",
        "|  0 | nan            | 2024       |       2023 |",
        "|  1 | Sales          | 10         |          9 |",
        "|  2 | Costs          | nan        |          4 |",
      ),
    ).toEqual(["0:(in thousands)", "1:2024 2:2023", "0:Sales 1:10 2:9", "0:Costs 2:4"]);
  });

  test("numbers that do not count the lines are figures", () => {
    expect(
      grid("| | Name | 2024 |", "|-|-|-|", "| 4 | Sales | 10 |", "| 7 | Costs | 4 |", "| 8 | Tax | 1 |")[1],
    ).toBe("0:4 1:Sales 2:10");
  });
});

describe("numbers with the mark a cell behind those without", () => {
  test("are one column", () => {
    expect(
      grid(
        "| December 31 | 2024 |   | 2023 |   |",
        "|---|---|---|---|---|",
        "| Trade |   | $9,204 |   | $7,377 |",
        "| Advances | 867 |   | 546 |   |",
        "| Total |   | $10,071 |   | $7,923 |",
      ),
    ).toEqual([
      "0:December 31 1:2024 3:2023",
      "0:Trade 1:$9,204 3:$7,377",
      "0:Advances 1:867 3:546",
      "0:Total 1:$10,071 3:$7,923",
    ]);
  });

  test("stay where a line has both", () => {
    expect(
      grid(
        "|   | Shares | Amount |",
        "|---|---|---|",
        "| Opening | 10 | $120 |",
        "| Issued |   | $40 |",
        "| Split | 20 |   |",
      )[2],
    ).toBe("0:Issued 2:$40");
  });
});

describe("two columns in one", () => {
  test("are parted where every line holds as many numbers", () => {
    expect(
      grid(
        "|   | 2024 2023 | Change |",
        "|---|---|---|",
        "| Interest | $ 28,606 $ 24,016 | 19% |",
        "| Fees | 811 782 | 4% |",
        "| Rate | 1.82 1.53 |  |",
      ),
    ).toEqual([
      "1:2024 2:2023 3:Change",
      "0:Interest 1:$28,606 2:$24,016 3:19%",
      "0:Fees 1:811 2:782 3:4%",
      "0:Rate 1:1.82 2:1.53",
    ]);
  });

  test("have the days of their headers", () => {
    expect(
      grid(
        "|   | April 30 July 31 |",
        "|---|---|",
        "| Basic | 1.72 1.76 |",
        "| Diluted | 1.72 1.75 |",
        "| Dividends | 0.96 - |",
      ),
    ).toEqual([
      "1:April 30 2:July 31",
      "0:Basic 1:1.72 2:1.76",
      "0:Diluted 1:1.72 2:1.75",
      "0:Dividends 1:0.96 2:-",
    ]);
  });

  test("are one where blanks part thousands, or a line holds one number", () => {
    expect(grid("| | 2024 |", "|-|-|", "| A | 811 782 |", "| B | 1 204 |", "| C | 2 300 |").slice(1)).toEqual(
      ["0:A 1:811782", "0:B 1:1204", "0:C 1:2300"],
    );
    expect(
      grid("| | 2024 |", "|-|-|", "| A | 1.5 1.6 |", "| B | 1.7 1.8 |", "| C | 4 |", "| D | 1.1 2.2 |")[1],
    ).toBe("0:A 1:1.5 1.6");
  });
});

test("lines without the number of a note have an empty cell in its column", () => {
  expect(
    grid(
      "| Notes | 2024 | 2023 |",
      "|---|---|---|",
      "| Sales | 5 | 1,204 | 1,377 |",
      "| Costs | (803) | (561) |",
      "| Tax | 7(a) | (98) | (90) |",
    ),
  ).toEqual([
    "1:Notes 2:2024 3:2023",
    "0:Sales 1:5 2:1,204 3:1,377",
    "0:Costs 2:(803) 3:(561)",
    "0:Tax 1:7(a) 2:(98) 3:(90)",
  ]);
});

describe("cells over several columns that count for one", () => {
  test("put a line's figures out of their columns", () => {
    expect(
      grid(
        "| 2024| | 2023|  ",
        "---|---|---|---  ",
        "Loans| | $| 1,379| | $| 1,362|  ",
        "Bonds| | $| 293| | $| 253|  ",
        "Other| | | | 70| |  ",
      ).slice(1),
    ).toEqual(["0:Loans 3:$1,379 6:$1,362", "0:Bonds 3:$293 6:$253", "? 0:Other 4:70"]);
  });

  test("put headers out of place: a row with a cell for each column tells what they stand over", () => {
    expect(
      grid(
        "|  | Three Months | Change | Change |  |  |  |  |  |  |  |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
        "|  | 2024 | % of sales | 2023 | % of sales | in US $ | constant |  |  |  |  |",
        "| Sales |  | 100 |  | 100% |  | 90 |  | 100% | 11% | 12% |",
        "| Costs |  | 40 |  | 40% |  | 45 |  | 50% | (11%) | (9%) |",
      ).slice(0, 2),
    ).toEqual([
      "0:Three Months 0:Change 0:Change",
      "2:2024 4:% of sales 6:2023 8:% of sales 9:in US $ 10:constant",
    ]);
  });
});

describe("rows broken where a cell holds a paragraph", () => {
  const broken = [
    "Statement",
    "",
    "| | |   ",
    "---|---|---  ",
    "  ",
    "Sales of tools",
    "",
    "| $| 10|   ",
    "  ",
    "| $| ",
    "",
    "—",
    "",
    "|   ",
    "Costs| $| 4|   ",
    "",
    "A sentence follows.",
  ];

  test("are put together, and end with their table", () => {
    expect(isMarkdown(broken.join("\n"))).toBe(true);
    expect(grid(...broken)).toEqual(["", "0:Sales of tools 2:$10", "2:—", "0:Costs 2:$4"]);
    expect(blocks(broken).filter(({ kind }) => kind === "paragraph")).toHaveLength(2);
  });

  test("keep the places of their cells", () => {
    const row = blocks(broken).flatMap((block) => (block.kind === "grid" ? block.rows : []))[1];
    expect(row?.cells.filter(({ text }) => text !== "").map(({ line, column }) => [line, column])).toEqual([
      [6, 1],
      [8, 6],
    ]);
  });
});

describe("cells that hold a blank without width", () => {
  const blank = "\u200B";

  test("are empty, so that a mark of money in one of them moves no figure", () => {
    expect(
      grid(
        `| ${blank} | ${blank} | North | ${blank} | South |`,
        `| Tobacco | ${blank} | $ | 367,878 | ${blank} | $ | 204 |`,
        `| Grain | ${blank} | ${blank} | 114,832 | ${blank} | ${blank} | 19 |`,
        `| Wine | ${blank} | ${blank} | 37,862 | ${blank} | ${blank} | 7 |`,
      ),
    ).toEqual([
      "1:North 2:South",
      "0:Tobacco 1:$367,878 2:$204",
      "0:Grain 1:114,832 2:19",
      "0:Wine 1:37,862 2:7",
    ]);
  });

  test("and a row of them parts two blocks", () => {
    const rows = blocks([
      `| ${blank} | 2024 | 2023 |`,
      `| Net loss | ${blank} | (84) | (114) |`,
      `| ${blank} | ${blank} | ${blank} |`,
      `| Net loss | ${blank} | (84) | (114) |`,
    ]).flatMap((block) => (block.kind === "grid" ? block.rows : []));
    expect(rows.map(({ apart }) => apart === true)).toEqual([false, false, true]);
  });
});
