/** Tables whose columns an extractor of PDF lost: one blank between cells, or each cell on a line of its own. */
import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";
import { checkFiling } from "../../src/run.ts";
import { understand } from "../../src/statements/filing.ts";

const statement = (header: string): string => `Harbour Tools Inc.
CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands)
${header}
Net sales:
Tools $ 9,412 $ 8,017
Parts 1,308 1,204
Total net sales 10,720 9,221
Cost of sales 6,108 5,311
Gross profit 4,612 3,910
Selling expenses 1,204 1,100
Impairment of assets — 36
Research and development expenses 804 706
Total operating expenses 2,008 1,842
Operating income 2,604 2,068
Interest expense (50) (36)
Income before income taxes 2,554 2,032
Income tax expense 408 325
Net income $ 2,146 $ 1,707
See the notes.
`;

async function columnsOf(text: string): Promise<string[]> {
  const filing = understand(await read(new TextEncoder().encode(text), "x.txt"));
  return (filing.tables[0]?.columns ?? []).map(({ period, currency }) => {
    const span = period?.kind === "duration" ? `${period.start}/${period.end}` : (period?.end ?? "?");
    return currency ? `${span} ${currency}` : span;
  });
}

async function found(text: string): Promise<string[]> {
  const { checks } = await checkFiling(new TextEncoder().encode(text), { path: "x.txt" });
  return checks.map(({ rule, status, message }) => `${rule} ${status} ${message}`);
}

const years = ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31"];

describe("one blank between the cells", () => {
  test.each([
    ["years on one line", "Year Ended December 31,\n2024 2023"],
    ["dates on one line", "Years ended\nDecember 31, 2024 December 31, 2023"],
    ["dates whose years follow on the next line", "Year Ended\nDecember 31, December 31,\n2024 2023"],
    ["a date a line, its year on the next", "Year Ended\nDecember 31,\n2024\nDecember 31,\n2023"],
    ["what is audited", "For the year ended December 31,\n2024 2023\n(Unaudited) (Audited)"],
  ])("%s", async (_name, header) => {
    expect(await columnsOf(statement(header))).toEqual(years);
  });

  test("groups over years", async () => {
    const text = statement(
      "Three Months Ended June 30, Six Months Ended June 30,\n2024 2023 2024 2023",
    ).replace(
      /^(.*\D) (\S+) (\$ )?(\S+)$/gm,
      (row: string, caption: string, a: string, mark: string | undefined, b: string) =>
        /^[(\d—]/.test(a) && !/30|2024/.test(row) ? `${caption} ${a} ${mark ?? ""}${b} ${a} ${b}` : row,
    );
    expect(await columnsOf(text)).toEqual([
      "2024-04-01/2024-06-30",
      "2023-04-01/2023-06-30",
      "2024-01-01/2024-06-30",
      "2023-01-01/2023-06-30",
    ]);
  });

  test("a header that does not name each column names none", async () => {
    expect(await columnsOf(statement("December 31, 2024"))).toEqual(["?", "?"]);
    // One may be the change from the date that stands twice.
    expect(await columnsOf(statement("December 31, 2024\nDecember 31, 2024"))).toEqual(["?", "?"]);
  });

  const right = statement("Year Ended December 31,\n2024 2023");

  test("a right statement is quiet, a slip is named where it stands", async () => {
    expect(await found(right)).toEqual([]);
    const wrong = right.replace("6,108 5,311", "6,108 5,131");
    const { checks } = await checkFiling(new TextEncoder().encode(wrong), { path: "x.txt" });
    const suspects = checks.map(({ diagnosis }) => diagnosis?.suspects[0]);
    expect(suspects).toMatchObject([{ raw: "5,131", line: 10, column: 21, endColumn: 26 }]);
  });

  test("a dash between two numbers is a nil of its own, a bracket behind one is no footnote", async () => {
    const text = right.replaceAll(/^(\D+?) ((?:\$ )?\S+) ((?:\$ )?\S+)$/gm, "$1 $2 $3 $2 $3");
    expect(text).toContain("Impairment of assets — 36 — 36");
    expect(text).toContain("Interest expense (50) (36) (50) (36)");
    expect(await found(text)).toEqual([]);
    expect(await found(text.replace("(50) (36) (50) (36)", "(50) (36) (50) (63)"))).toHaveLength(1);
  });

  test("numbers of notes, years, footnotes and thousands in captions are none of the columns'", async () => {
    const text = right
      .replace("Tools $", "Tools (1) $")
      .replace("Selling expenses", "Selling expenses 4")
      .replace("Cost of sales", "Cost of sales 3,12")
      .replace("Gross profit", "Gross profit as of December 31, 2024");
    expect(await found(text)).toEqual([]);
    expect(await found(text.replace("4 1,204 1,100", "4 1,240 1,100"))).toHaveLength(1);
  });

  test("the number of a page and a row with a figure too many are left out", async () => {
    const text = right.replace("Total operating", "17\nTable of Contents\nTotal operating");
    expect(await found(text)).toEqual([]);
    expect(await found(right.replace("804 706", "804 706 5 7"))).toEqual([]);
  });

  test("a row without its nil does not say whose its figures are", async () => {
    expect(await found(right.replace("Impairment of assets — 36", "Impairment of assets 36"))).toEqual([]);
  });

  test("is no table where few lines end so", async () => {
    const { blocks } = await read(
      new TextEncoder().encode("Sales rose.\nTools 9,412 8,017\nParts 1,308 1,204\nLeft: 5 of 9\n"),
      "x.txt",
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => "paragraph"));
  });

  test("a very long line is left as it is", async () => {
    const { blocks } = await read(new TextEncoder().encode(`${right}${"a 1 ".repeat(2_000_000)}\n`), "x.txt");
    expect(blocks.at(-1)).toMatchObject({ kind: "paragraph", line: right.split("\n").length });
  });
});

describe("each cell on a line of its own", () => {
  const stacked = (text: string): string =>
    text.replaceAll(/ (?:\$ )?((?:\(?[\d,]{2,}\)?|—)) (?:\$ )?((?:\(?[\d,]{2,}\)?|—))$/gm, "\n$1\n$2");
  const right = stacked(statement("Year Ended December 31,\n2024\n2023"));

  test("is read with a header that names each column", async () => {
    expect(right).toContain("Cost of sales\n6,108\n5,311\nGross profit");
    expect(await columnsOf(right)).toEqual(years);
    expect(await found(right)).toEqual([]);
    expect(await found(right.replace("5,311", "5,131"))).toHaveLength(1);
  });

  test("two years and one of them in another currency", async () => {
    const rows =
      "Cash\n1,400\n700\n100\nReceivables\n2,800\n1,400\n200\nTotal current assets\n4,200\n2,100\n300\n";
    const text = `Harbour Tools Limited\nBALANCE SHEETS\nAs of December 31,\n2023\nAs of December 31,\n2024\nRMB\nRMB\nUS$\n(in millions)\n${rows}Land\n70\n140\n20\nTools\n140\n210\n30\nTotal non-current assets\n210\n350\n50\nTotal assets\n4,410\n2,450\n350\nLoans\n700\n700\n100\n`;
    expect(await columnsOf(text)).toEqual(["2023-12-31 CNY", "2024-12-31 CNY", "2024-12-31 USD"]);
    expect(await found(text)).toEqual([]);
  });

  test("is not read without a header, or column by column", async () => {
    expect(await columnsOf(stacked(statement("")))).toEqual([]);
    const captions = right.match(/^[A-Z]\D*$/gm) ?? [];
    const numbers = right.match(/^\(?[\d,]{2,}\)?$/gm) ?? [];
    expect(await columnsOf(`${captions.join("\n")}\n${numbers.join("\n")}\n`)).toEqual([]);
  });

  test("the mark of a footnote is no figure of the row before it", async () => {
    const text = right.replace(
      "See the notes.",
      "Shares outstanding (1)\n1,204\n1,100\n(1)\nEach stands for one vote.",
    );
    const filing = understand(await read(new TextEncoder().encode(text), "x.txt"));
    const row = filing.tables[0]?.rows.at(-1);
    expect(row?.figures.map((figure) => figure?.raw)).toEqual(["1,204", "1,100"]);
  });

  test("a bracket that was parted from its number opens it", async () => {
    const text = statement("Year Ended December 31,\n2024 2023").replace("(50) (36)", "(\n50)\n(\n36)");
    expect(await found(text)).toEqual([]);
    expect(await found(text.replace("36)", "63)"))).toHaveLength(1);
  });
});

test("a total without a caption stands behind the figures of the line above it", async () => {
  const lines = [
    "Harbour Tools Inc.",
    "BALANCE SHEETS",
    "(In thousands)",
    "December 31, 2024 2023",
    "ASSETS",
  ];
  const rows: readonly (readonly string[])[] = [
    ["Land", "12,108", "12,108"],
    ["Fleet", "6,412", "7,020"],
    ["Deposit for a vessel", "3,944", "-", "22,464", "19,128"],
    ["Receivables", "9,803", "8,704"],
    ["Prepayments", "1,204", "1,100"],
    ["Derivatives", "302", "-"],
    ["Inventories", "4,118", "4,206"],
    ["Interest receivable", "54", "20"],
    ["Cash", "14,210", "11,306"],
    ["Tax receivable", "105", "-", "24,118", "20,010"],
    ["Total assets", "46,582", "39,138"],
  ];
  const filing = understand(
    await read(new TextEncoder().encode([...lines, ...rows.flat()].join("\n")), "x.txt"),
  );
  const printed = (filing.tables[0]?.rows ?? []).map(({ caption, figures }) =>
    [caption, ...figures.map((figure) => figure?.raw)].join(" "),
  );
  expect(printed).toEqual(
    expect.arrayContaining([
      "Deposit for a vessel 3,944 -",
      " 22,464 19,128",
      "Tax receivable 105 -",
      " 24,118 20,010",
    ]),
  );
});
