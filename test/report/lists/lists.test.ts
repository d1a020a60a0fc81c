import { describe, expect, it } from "vitest";
import { formatReport, formatWorkbook } from "../../../src/library/format-report.ts";
import { openPackage } from "../../../src/read/office/package.ts";
import { read } from "../../../src/read/read.ts";
import { csvCell, csvStream } from "../../../src/report/lists/csv.ts";
import { figureRows } from "../../../src/report/lists/figure-rows.ts";
import { findingNames } from "../../../src/report/lists/finding-rows.ts";
import { plainOptions } from "../../../src/report/options.ts";
import type { FileReport } from "../../../src/report/report.ts";
import { streamed } from "../../../src/report/stream.ts";
import { checkFiling } from "../../../src/run.ts";
import { wordFile, statement, headingStyle } from "../../read/word/word-file.ts";
import { awkward, report } from "../awkward.ts";

/** A list as a spreadsheet reads it. */
function records(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && bare === "" && end === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

async function draft(cost = "609", all = true): Promise<FileReport> {
  return checkFiling(wordFile({ body: statement(cost), styles: headingStyle }), { path: "draft.docx", all });
}

describe("a list of findings", () => {
  it("has one row for each, with its place, equation and suspect", async () => {
    const [head, row, ...rest] = records(await formatReport(await draft("609", false), "csv"));
    expect(head).toEqual(findingNames);
    expect(rest).toEqual([]);
    const of = (name: string): string | undefined => row?.[findingNames.indexOf(name)];
    expect(of("File")).toBe("draft.docx");
    expect(of("Status")).toBe("breaks");
    expect(of("Line")).toBe("Cost of revenue");
    expect(of("Printed")).toBe("(609)");
    expect(of("Should read")).toBe("(690)");
    expect(of("Place")).toBe('table 1, row 3, under "CONSOLIDATED STATEMENTS OF OPERATIONS"');
    expect(of("Equation")).toContain("≠");
  });

  it("is empty but for its heading when everything ties, and lists what ties when asked", async () => {
    expect(records(await formatReport(await draft("690"), "csv"))).toEqual([[...findingNames]]);
    const ties = records(await formatReport(await draft("690"), "csv", { all: true }));
    expect(ties.slice(1).every((row) => row[2] === "ties")).toBe(true);
    expect(ties.length).toBeGreaterThan(4);
  });

  it("says why a file was not checked", () => {
    const [, row] = records(streamed(awkward.unreadable, csvStream(plainOptions)));
    expect(row).toContain("unreadable");
    expect(row).toContain("missing.txt does not exist; check the path");
  });

  it.each(Object.entries(awkward))("holds no formula and no forged row: %s", (_name, each) => {
    const rows = records(streamed(each, csvStream({ ...plainOptions, all: true })));
    for (const row of rows) {
      expect(row).toHaveLength(findingNames.length);
      for (const text of row) {
        expect(text).not.toMatch(/^\s*[=@＝＋－＠]/u);
        expect(text).not.toMatch(/^\s*[+-](?![\d,.]+%?$)/);
      }
    }
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["＝1+1", "'＝1+1"],
    ["\t=1", `"'\t=1"`],
    ["+5.0 pp", "'+5.0 pp"],
    ["-1,234", '"-1,234"'],
    ["-5.5%", "-5.5%"],
    ['say "x"', '"say ""x"""'],
    ["(27)", "(27)"],
    ["Revenue;=1+1;x", `"Revenue;'=1+1;x"`],
    ["Revenue\n\t@x", `"Revenue\n\t'@x"`],
    ["Revenue; net", '"Revenue; net"'],
  ])("%s becomes %s", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe("the binder of figures", () => {
  it("ticks what ties, marks what breaks and says to what it ties", async () => {
    const rows = figureRows(await draft());
    const of = (raw: string, column = 7): unknown => rows.find((row) => row[4] === raw)?.[column];
    expect(of("1,210")).toBe("✓");
    expect(of("(609)")).toBe("✗");
    expect(of("1,210", 5)).toBe(1_210_000);
    expect(of("1,210", 9)).toMatch(/gross-profit: 480 = 1,210 [-+] \(?730\)?/);
    expect(rows.every((row) => row.length === 12 && row[10] === null && row[11] === null)).toBe(true);
  });

  it("keeps the digits of amounts that no spreadsheet holds", () => {
    const figure = { ...awkward.all.files[0]?.figureList?.[0], value: "12345678901234567890" };
    const [row] = figureRows({ ...awkward.all.files[0], figureList: [figure] } as FileReport);
    expect(row?.[5]).toBe("12345678901234567890");
  });
});

describe("a workbook of findings", () => {
  it("opens with the findings, and with all figures where they are asked for", async () => {
    const bytes = await formatWorkbook(await draft(), { all: true });
    const { blocks, notes } = await read(bytes, "list.xlsx");
    expect(notes).toEqual([]);
    const text = JSON.stringify(blocks);
    expect(text).toContain("Should read");
    expect(text).toContain("(690)");
    expect(text).toContain("Checked by");
    expect(
      JSON.stringify((await read(await formatWorkbook(await draft("690")), "list.xlsx")).blocks),
    ).not.toContain("Checked by");
  });

  it("holds no formula whatever a filing says", async () => {
    for (const { files } of Object.values({ ...awkward, more: report(await draft()) })) {
      const parts = await openPackage(await formatWorkbook(files, { all: true }));
      for (const sheet of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
        const xml = new TextDecoder().decode(parts.part(sheet) ?? new Uint8Array());
        expect(xml).toContain("<sheetData>");
        expect(xml).not.toMatch(/<f[ >]/);
      }
    }
  });

  it("is no text", async () => {
    await expect(formatReport(await draft(), "xlsx")).rejects.toThrow(
      "formatReport: xlsx is no text; formatWorkbook gives its bytes",
    );
  });
});
