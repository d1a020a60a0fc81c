import { describe, expect, test } from "vitest";
import type { Block, Cell, GridRow } from "../../../src/read/document.ts";
import { isMarkdown } from "../../../src/read/markdown/is-markdown.ts";
import { readMarkdown } from "../../../src/read/markdown/markdown.ts";

function blocks(text: string): readonly Block[] {
  return readMarkdown(text, "x.md", []).blocks;
}

/** "caption ¦ value ¦ value" by column; "?" leads a row that may stand elsewhere. */
function shown({ cells, ragged }: GridRow): string {
  const width = Math.max(...cells.map((cell) => cell.col)) + 1;
  const own = Array.from({ length: width }, (_, col) =>
    cells
      .filter((cell) => cell.col === col)
      .map((cell) => cell.text + ((cell.span ?? 1) > 1 ? `<${cell.span}>` : ""))
      .join("+"),
  );
  return (ragged ? "? " : "") + own.join(" ¦ ");
}

function grid(...lines: string[]): string[] {
  return blocks(lines.join("\n")).flatMap((block) =>
    block.kind === "grid" ? block.rows.map(shown) : [`# ${block.text}`],
  );
}

describe("tables with a delimiter row stand by place", () => {
  test.each<[string, string[], string[]]>([
    [
      "empty cells are kept",
      ["| | Note | 2024 | 2023 |", "|---|---|--:|--:|", "| Sales | 3 | 10 | 9 |", "| Costs | | (4) | |"],
      [" ¦ Note ¦ 2024 ¦ 2023", "Sales ¦ 3 ¦ 10 ¦ 9", "Costs ¦  ¦ (4) ¦ "],
    ],
    [
      "emphasis, escapes and breaks are markup",
      ["| | 2024 |", "|-|-|", "| **Total**<br>net \\| all | __\\$10__ |"],
      [" ¦ 2024", "Total net | all ¦ $10"],
    ],
    [
      "a long line of a numbered table is no list",
      [
        "| No. | Line | 2024 |",
        "|-|-|-|",
        "| 1 | Sales | 10 |",
        "| 2 | Other comprehensive income and expenses of the period | |",
      ],
      ["No. ¦ Line ¦ 2024", "1 ¦ Sales ¦ 10", "2 ¦ Other comprehensive income and expenses of the period ¦ "],
    ],
    [
      "emphasis that was escaped",
      ["| | \\*\\*2024\\*\\* |", "|-|-|", "| \\*\\*Total\\*\\* | \\*\\*1,204\\*\\* |"],
      [" ¦ 2024", "Total ¦ 1,204"],
    ],
    [
      "lines stacked in one row",
      ["| | Note | 2024 |", "|-|-|-|", "| Pledged deposits<br>Cash | 18<br>19 | 239,068<br>**222,885** |"],
      [" ¦ Note ¦ 2024", "Pledged deposits ¦ 18 ¦ 239,068", "Cash ¦ 19 ¦ 222,885"],
    ],
    [
      "a caption of more lines than figures stays whole",
      ["| | 2024 |", "|-|-|", "| Deposits with<br>banks<br>Cash | 239,068<br>222,885 |"],
      [" ¦ 2024", "Deposits with banks Cash ¦ 239,068 222,885"],
    ],
    [
      "numbers over each other are not one number, digits that blanks group are",
      [
        "| | 2024 | 2023 |",
        "|-|-|-|",
        "| Cash<br>Stock<br>Other | 12<br>345 | 5 10 15 |",
        "| Land | 12 345 | ( 1,200 ) |",
      ],
      [" ¦ 2024 ¦ 2023", "Cash Stock Other ¦ 12 345 ¦ 5 10 15", "Land ¦ 12345 ¦ (1,200)"],
    ],
    [
      "a header over two columns",
      ["| | Year ended | |", "|-|-|-|", "| | 2024 | 2023 |", "| Sales | 10 | 9 |"],
      [" ¦ Year ended<2> ¦ ", " ¦ 2024 ¦ 2023", "Sales ¦ 10 ¦ 9"],
    ],
    [
      "without pipes around it",
      ["Line | 2024 | 2023", "--- | --- | ---", "Sales | 10 | 9", "", "A note | in prose"],
      ["Line ¦ 2024 ¦ 2023", "Sales ¦ 10 ¦ 9", "# A note | in prose"],
    ],
    [
      "two tables on lines that follow",
      ["| | 2024 |", "|-|-|", "| Sales | 10 |", "| | 2023 | 2022 |", "|-|-|-|", "| Costs | 4 | 3 |"],
      [" ¦ 2024", "Sales ¦ 10", " ¦ 2023 ¦ 2022", "Costs ¦ 4 ¦ 3"],
    ],
    [
      "marks of their own that shift the rows without them: by count",
      [
        "| | | 2024 | | 2023 | | |",
        "|-|-|-|-|-|-|-|",
        "| Sales | $ | 10 | $ | 9 | | |",
        "| Costs | (4 | ) | (3 | ) | | |",
        "| Gain | 6 | 6 | | | | |",
      ],
      [" ¦ 2024 ¦ 2023", "Sales ¦ $10 ¦ $9", "Costs ¦ (4) ¦ (3)", "Gain ¦ 6 ¦ 6"],
    ],
  ])("%s", (_, lines, expected) => expect(grid(...lines)).toEqual(expected));
});

describe("rows whose empty cells were dropped stand by count", () => {
  test.each<[string, string[], string[]]>([
    [
      "marks are joined to their numbers",
      ["| 2024 | 2023 |", "| Sales | $ | 2,615 | $ | 2,493 |", "| Costs | ( 2,172 | ) | ( 2,113 | ) |"],
      [" ¦ 2024 ¦ 2023", "Sales ¦ $2,615 ¦ $2,493", "Costs ¦ (2,172) ¦ (2,113)"],
    ],
    [
      "a dash is a value",
      ["| 2024 | 2023 |", "| Sales | - | 9 |", "| Costs | $ | — | ( — | ) |"],
      [" ¦ 2024 ¦ 2023", "Sales ¦ - ¦ 9", "Costs ¦ — ¦ —"],
    ],
    [
      "a header over the captions, too",
      ["| (In thousands) | 2024 | 2023 |", "| Sales | 10 | 9 |", "| Costs | ( 4 ) | — |"],
      ["(In thousands) ¦ 2024 ¦ 2023", "Sales ¦ 10 ¦ 9", "Costs ¦ (4) ¦ —"],
    ],
    [
      "a header over groups that repeat",
      ["| Three months | Six months |", "| 2024 | 2023 | 2024 | 2023 |", "| Sales | 1 | 2 | 3 | 4 |"],
      [" ¦ Three months<2> ¦  ¦ Six months<2>", " ¦ 2024 ¦ 2023 ¦ 2024 ¦ 2023", "Sales ¦ 1 ¦ 2 ¦ 3 ¦ 4"],
    ],
    [
      "a period over its years, another header over one column",
      ["| Three months | Change |", "| 2024 | 2023 | % |", "| Sales | 11 | 10 | 10 | % |"],
      [" ¦ Three months<2> ¦  ¦ Change", " ¦ 2024 ¦ 2023 ¦ %", "Sales ¦ 11 ¦ 10 ¦ 10%"],
    ],
    [
      "a title over the captions, a period over its years",
      [
        "| North | Year ended May 31, | Change | FX |",
        "| 2024 | 2023 | Better |",
        "| Sales | 11 | 10 | 1 | 0 |",
      ],
      [
        "North ¦ Year ended May 31,<2> ¦  ¦ Change ¦ FX",
        " ¦ 2024 ¦ 2023 ¦ Better",
        "Sales ¦ 11 ¦ 10 ¦ 1 ¦ 0",
      ],
    ],
    [
      "a period that divides no columns is left in order",
      ["| Three months | Six months |", "| 2024 | 2023 | % |", "| Sales | 11 | 10 | 10 | % |"],
      ["Three months+Six months", " ¦ 2024 ¦ 2023 ¦ %", "Sales ¦ 11 ¦ 10 ¦ 10%"],
    ],
    [
      "words that divide no columns are over the captions",
      ["| Additional | Total |", "| Shares | Capital | Deficit |", "| Balance | 11 | 10 | 5 |"],
      ["Additional Total", " ¦ Shares ¦ Capital ¦ Deficit", "Balance ¦ 11 ¦ 10 ¦ 5"],
    ],
    [
      "a row of too few cells is ragged",
      ["| 2024 | 2023 |", "| Sales | 10 | 9 |", "| Grants | 5 |"],
      [" ¦ 2024 ¦ 2023", "Sales ¦ 10 ¦ 9", "? Grants ¦ 5"],
    ],
    [
      "unless the shapes of the numbers leave one way",
      [
        "| 2024 | % | 2023 | % |",
        "| A | 10 | 1 % | 9 | 2 % |",
        "| B | 10 | 1 % | 9 | 2 % |",
        "| C | 10 | 1 % | 9 | 2 % |",
        "| D | 7 | 8 |",
        "| E | 7 |",
      ],
      [
        " ¦ 2024 ¦ % ¦ 2023 ¦ %",
        "A ¦ 10 ¦ 1% ¦ 9 ¦ 2%",
        "B ¦ 10 ¦ 1% ¦ 9 ¦ 2%",
        "C ¦ 10 ¦ 1% ¦ 9 ¦ 2%",
        "D ¦ 7 ¦  ¦ 8 ¦ ",
        "? E ¦ 7",
      ],
    ],
    [
      "a footnote in a cell of its own",
      ["| Name | Shares | Class |", "| Ann | 120 | (3) | 12.5 | % |", "| Bob | 80 | 8.1 | % |"],
      ["Name ¦ Shares ¦ Class", "Ann ¦ 120 ¦ 12.5%", "Bob ¦ 80 ¦ 8.1%"],
    ],
    [
      "years as captions, and a total without one",
      ["| Year | Amount |", "| 2025 | $ | 10 |", "| 2026 | 20 |", "| Total | 30 |", "| 30 |"],
      ["Year ¦ Amount", "2025 ¦ $10", "2026 ¦ 20", "Total ¦ 30", " ¦ 30"],
    ],
    [
      "the period of a second half begins another table",
      [
        "| 2024 | 2023 |",
        "| Sales | 10 | 9 |",
        "| Half year ended June 30, |",
        "| 2024 | 2023 | 2022 |",
        "| Sales | 4 | 3 | 2 |",
      ],
      [
        " ¦ 2024 ¦ 2023",
        "Sales ¦ 10 ¦ 9",
        " ¦ Half year ended June 30,<3>",
        " ¦ 2024 ¦ 2023 ¦ 2022",
        "Sales ¦ 4 ¦ 3 ¦ 2",
      ],
    ],
    [
      "a list is prose",
      ["| (1) | The award was granted in 2023 and vests over a period of four years. |", "| A | 1 | 2 |"],
      ["# (1) | The award was granted in 2023 and vests over a period of four years.", "A ¦ 1 ¦ 2"],
    ],
  ])("%s", (_, lines, expected) => expect(grid(...lines)).toEqual(expected));
});

describe("places", () => {
  function cellOf(text: string, row: string): Cell[] {
    return blocks(text).flatMap((block) =>
      block.kind === "grid"
        ? block.rows.filter(({ cells }) => cells[0]?.text === row).flatMap(({ cells }) => cells.slice(1))
        : [],
    );
  }

  test.each<[string, string, string[]]>([
    ["plain", "| Sales | 10 | 9 |", ["10", "9"]],
    ["emphasis is left out", "| Sales | **10** | _9_ |", ["10", "9"]],
    ["marks of their own", "| Sales | $ | 10 | ( 9 | ) |", ["10", "( 9"]],
    ["blanks and a tab", "|Sales|  10\t|9   |", ["10", "9"]],
  ])("%s", (_, row, expected) => {
    const text = `Title\r\n\r\n| 2024 | 2023 |\r\n${row}\r\n| Costs | 1 | 1 |`;
    const lines = text.split("\r\n");
    const found = cellOf(text, "Sales").map(({ line, column, endColumn }) =>
      lines[line - 1]?.slice(column - 1, endColumn - 1),
    );
    expect(found).toEqual(expected);
  });

  test("each part of a paragraph knows where it stands", () => {
    const source = "> Sales **rose** to \\$5.2&nbsp;million, see [the notes](#n) below[^1] _now_";
    const [block] = blocks(`## Heading ##\n${source}`).slice(1);
    expect(block).toMatchObject({ text: "Sales rose to $5.2 million, see the notes below now", line: 2 });
    if (block?.kind !== "paragraph") throw new Error("no paragraph");
    for (const word of ["Sales", "rose", "$5.2", "million", "the notes", "below", "now"]) {
      const at = block.text.indexOf(word);
      const piece = block.pieces?.findLast(({ offset }) => offset <= at);
      const column = (piece?.column ?? 0) + at - (piece?.offset ?? 0);
      expect(source.slice(column - 1, column - 1 + word.length)).toBe(word);
    }
  });
});

describe("prose", () => {
  test.each([
    ["# Balance sheet", "Balance sheet"],
    ["**(in € millions)**  ", "(in € millions)"],
    ["> quoted", "quoted"],
    ["* Less than 1% of the class * 2", "* Less than 1% of the class * 2"],
    ["snake_case_name", "snake_case_name"],
    ["Shares<sup>(1)</sup> and ^2", "Shares and ^2"],
    ["100 &lt; 200 &amp; &#8364;5 &unknown;", "100 < 200 & €5 &unknown;"],
  ])("%s", (source, text) => expect(blocks(source)).toMatchObject([{ kind: "paragraph", text }]));

  test.each(["---", "* * *", "```", "   ", "____"])("%s is no text", (source) =>
    expect(blocks(source)).toEqual([]),
  );
});

describe("recognised by its content", () => {
  test.each([
    ["a delimiter row", "| a | b |\n|---|---|\n| 1 | 2 |", true],
    ["rows that follow each other", "Text\n| a |\n| b | 1 |\n| c | 2 |\n", true],
    ["the same with carriage returns", "| a |\r\n| b | 1 |\r\n| c | 2 |", true],
    ["a pipe in a sentence", "either | or\nneither | nor", false],
    ["one row alone", "| a | b |\n\ntext\n", false],
    ["tabs", "a\t1\t2\nb\t3\t4\n", false],
  ])("%s", (_, text, expected) => expect(isMarkdown(text)).toBe(expected));
});

test("long and nested input takes linear time", () => {
  const started = performance.now();
  for (const text of [
    "[".repeat(200_000),
    "*a".repeat(100_000),
    "_a ".repeat(100_000),
    "![".repeat(100_000),
  ]) {
    blocks(`${text}\n| a | ${"| ".repeat(9_000)}|\n| ${text.slice(0, 19_000)} |`);
  }
  blocks("| a | 1 | 2 |\n".repeat(50_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});

describe("tables with pipes between their cells only", () => {
  const flat = [
    "Harbour Tools Inc.",
    "",
    "June 30, 2025 | June 30, 2024",
    "Assets",
    "Cash | 1,204 | 1,118",
    "Trade receivables | 372 | 401",
    "Accumulated losses | (2,118 | (1,986",
    "Lease | (1,012 | (9",
    "Total assets | (1,554 | (476",
    "",
    "\u2022 | Sales rose, as the tables show, by more than a third | and then fell.",
  ];

  test("lines without a pipe are of the table, lists are not", () => {
    expect(isMarkdown(flat.join("\n"))).toBe(true);
    expect(grid(...flat)).toEqual([
      "# Harbour Tools Inc.",
      " ¦ June 30, 2025 ¦ June 30, 2024",
      "Assets",
      "Cash ¦ 1,204 ¦ 1,118",
      "Trade receivables ¦ 372 ¦ 401",
      "Accumulated losses ¦ (2,118) ¦ (1,986)",
      "Lease ¦ (1,012) ¦ (9)",
      "Total assets ¦ (1,554) ¦ (476)",
      expect.stringContaining("Sales rose"),
    ]);
  });

  test("a bracket that is lost where others are closed is damage", () => {
    const text = flat.map((line) => line.replace("(1,986", "(1,986)"));
    expect(grid(...text)).toContain("Accumulated losses ¦ (2,118 ¦ (1,986)");
  });

  test.each<[string, string]>([
    ["prose", "one | two\nthree | four\nfive | six\nseven | eight\n"],
    ["options of a command", "-a | 1\n-b | 2\n-c | 3\n-d | 4\n"],
  ])("%s is no such table", (_, text) => {
    expect(isMarkdown(text)).toBe(false);
  });
});
