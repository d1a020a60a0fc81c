import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/read/document.ts";
import { saidSpot } from "../../../src/read/office/spots.ts";
import { read } from "../../../src/read/read.ts";
import type { Tracked } from "../../../src/read/word/tracked.ts";
import { checkFiling } from "../../../src/run.ts";
import { segment } from "../../../src/tables/segment.ts";
import {
  cell,
  headingStyle,
  paragraph,
  row,
  run,
  statement,
  table,
  type WordParts,
  wordFile,
} from "./word-file.ts";

function readWord(parts: WordParts, tracked?: Tracked): Promise<Document> {
  return read(wordFile(parts), "draft.docx", tracked ? { tracked } : {});
}

/** Its paragraphs, and the cells of its tables between bars. */
async function textOf(
  body: string,
  tracked?: Tracked,
  rest: Omit<WordParts, "body"> = {},
): Promise<string[]> {
  const { blocks } = await readWord({ body, ...rest }, tracked);
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(" | ")),
  );
}

describe("a document of Word", () => {
  it("ties like a text, and names table, row and heading where it does not", async () => {
    const good = await checkFiling(wordFile({ body: statement(), styles: headingStyle }), { path: "d.docx" });
    expect(good).toMatchObject({ status: "pass", format: "word", counts: { fail: 0 } });
    const bad = await checkFiling(wordFile({ body: statement("609"), styles: headingStyle }), {
      path: "d.docx",
    });
    expect(bad.checks).toHaveLength(1);
    expect(bad.checks[0]).toMatchObject({
      status: "fail",
      suspect: { raw: "(609)", reading: "(690)", row: "Cost of revenue", where: "table 1, row 3" },
      place: {
        where: "table 1, row 3",
        heading: "CONSOLIDATED STATEMENTS OF OPERATIONS",
        line: 5,
      },
    });
  });

  it("knows bold cells, whose weight a run or its style sets", async () => {
    const strong = '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>';
    const { blocks } = await readWord({
      body: table([
        row([cell(paragraph(run("Rent"))), cell(paragraph(run("412"))), cell(paragraph(run("398")))]),
        row([
          cell(paragraph(run("Total"))),
          cell(paragraph(run("4", "<w:b/>") + run("12", '<w:rStyle w:val="Strong"/>'))),
          cell(paragraph(run("3", "<w:b/>") + run("98", '<w:b w:val="0"/>'))),
        ]),
      ]),
      styles: strong,
    });
    const cells = blocks.flatMap((block) =>
      block.kind === "grid" ? block.rows.flatMap((one) => one.cells) : [],
    );
    expect(cells.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(["412"]);
  });

  it("puts together a number whose runs are split, and keeps its place", async () => {
    const split = cell(paragraph(run("1,2", "<w:b/>") + run("10")));
    const { blocks } = await readWord({
      body: table([
        ["", "2024", "2023"],
        row([cell("Revenue"), split, cell("1,100")]),
        ["Costs", "(1,000)", "(900)"],
      ]),
    });
    const [grid] = blocks;
    const revenue = grid?.kind === "grid" ? grid.rows[1]?.cells[1] : undefined;
    expect(revenue).toMatchObject({ text: "1,210" });
    expect((revenue?.endColumn ?? 0) - (revenue?.column ?? 0)).toBe(5);
  });

  it("keeps columns under merged cells", async () => {
    const spans = '<w:gridSpan w:val="2"/>';
    expect(
      await textOf(
        table([
          row([cell(""), cell("Year ended December 31,", spans)]),
          ["", "2024", "2023"],
          row([cell("Revenue", '<w:vMerge w:val="restart"/>'), cell("1,210"), cell("1,100")]),
          row([cell("Revenue", "<w:vMerge/>"), cell("1,310"), cell("1,200")]),
          row([cell("Costs"), cell("900")], '<w:gridAfter w:val="1"/>'),
          row([cell("800")], '<w:gridBefore w:val="2"/>'),
        ]),
      ),
    ).toEqual([
      " | Year ended December 31, | ",
      " | 2024 | 2023",
      "Revenue | 1,210 | 1,100",
      " | 1,310 | 1,200",
      "Costs | 900 | ",
      " |  | 800",
    ]);
  });

  it("reads paragraphs with tabs as a table, with stops of their own or without", async () => {
    const stops =
      '<w:tabs><w:tab w:val="decimal" w:pos="5000"/><w:tab w:val="decimal" w:pos="7000"/></w:tabs>';
    expect(
      await textOf(
        ["\t2024\t2023", "Revenue\t1,210\t1,100", "Other income\t\t40", "Costs\t(730)\t(690)"]
          .map((line) => paragraph(line, stops))
          .join("") + paragraph("A sentence behind it."),
      ),
    ).toEqual([
      " | 2024 | 2023",
      "Revenue | 1,210 | 1,100",
      "Other income |  | 40",
      "Costs | (730) | (690)",
      "A sentence behind it.",
    ]);
    expect(
      await textOf(
        ["\t\t\t2024\t2023", "Revenue\t\t\t1,210\t1,100", "Costs of all our revenue\t(730)\t(690)"]
          .map((line) => paragraph(line))
          .join(""),
      ),
    ).toEqual([" | 2024 | 2023", "Revenue | 1,210 | 1,100", "Costs of all our revenue | (730) | (690)"]);
  });

  it("keeps headings within a table that tabs set, and says in which paragraph a figure stands", async () => {
    const stops = '<w:tabs><w:tab w:val="right" w:pos="5000"/><w:tab w:val="right" w:pos="7000"/></w:tabs>';
    const lines = ["\t2024\t2023", "Income:\t\t", "Fares\t1,210\t1,100", "Costs:", "Wages\t(730)\t(690)"];
    const { blocks } = await readWord({
      body: paragraph("Statement") + lines.map((line) => paragraph(line, stops)).join(""),
    });
    const wages = blocks.flatMap((block) => (block.kind === "grid" ? block.rows : [])).at(-1);
    expect(wages?.cells.map(({ text }) => text)).toEqual(["Wages", "(730)", "(690)"]);
    expect(wages?.cells.map(({ line, column }) => [saidSpot(line), column])).toEqual([
      ["paragraph 6", 1],
      ["paragraph 6", 7],
      ["paragraph 6", 13],
    ]);
  });

  it("keeps what stands empty between tabs where their number says nothing of the length of a caption", async () => {
    const lines = [
      "\t2024\t2023\t2022",
      "Fares\t1,210\t1,100\t990",
      "Freight, mail and other income\t\t40\t",
      "Costs\t(730)\t(690)\t(680)",
    ];
    expect(await textOf(lines.map((line) => paragraph(line)).join(""))).toEqual([
      " | 2024 | 2023 | 2022",
      "Fares | 1,210 | 1,100 | 990",
      "Freight, mail and other income |  | 40 | ",
      "Costs | (730) | (690) | (680)",
    ]);
    const part = ["Mail\t\t20\t", "Income from terminals and other\t\t12\t11"];
    expect(
      await textOf(
        part.map((line) => paragraph(`${line}\t`)).join("") + lines.map((line) => paragraph(line)).join(""),
      ),
    ).toEqual([
      "Mail |  | 20 |  | ",
      "Income from terminals and other |  | 12 | 11 | ",
      " | 2024 | 2023 | 2022",
      "Fares | 1,210 | 1,100 | 990",
      "Freight, mail and other income |  | 40 | ",
      "Costs | (730) | (690) | (680)",
    ]);
  });

  it("takes headings between rows for those of sections, and one above labels of columns for a title", async () => {
    const document = await readWord({
      body: [
        "Balance sheets",
        "\t2024\t2023",
        "ASSETS",
        "Current assets:",
        "Cash\t310\t300",
        "Stores\t90\t100",
        "",
        "Statements of income",
        "\t2024\t2023",
        "Fares\t1,210\t1,100",
      ]
        .map((line) => paragraph(line))
        .join(""),
    });
    const said = document.blocks.map((block) => (block.kind === "grid" ? block.rows.length : block.text));
    expect(said).toEqual(["Balance sheets", 1, "ASSETS", "Current assets:", 2, "Statements of income", 2]);
    expect(segment(document).map(({ body }) => body.map(({ cells }) => cells[0]?.text))).toEqual([
      ["ASSETS", "Current assets:", "Cash", "Stores"],
      ["Fares"],
    ]);
  });

  it("takes no list for a table, nor a table of contents", async () => {
    expect(
      await textOf(
        paragraph("(a)\tRevenue rose by 10.0% in the year to $1,210 thousand, from $1,100 thousand.") +
          paragraph("(b)\tCosts rose as well."),
      ),
    ).toHaveLength(2);
    const contents = '<w:pStyle w:val="TOC1"/>';
    expect(
      await textOf(
        paragraph("Risk factors\t12", contents) + paragraph("Our business\t34", contents),
        undefined,
        { styles: '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>' },
      ),
    ).toEqual(["Risk factors 12", "Our business 34"]);
  });

  it("leaves out hidden text, and says so", async () => {
    const { blocks, notes } = await readWord({
      body:
        paragraph(run("Revenue was ") + run("secretly ", "<w:vanish/>") + run("$1,210.")) +
        paragraph(run("shown", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Off"/>') +
        paragraph("All of it.", '<w:pStyle w:val="Off"/>'),
      styles: '<w:style w:type="paragraph" w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style>',
    });
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      "Revenue was $1,210.",
      "shown",
    ]);
    expect(notes).toEqual(["hidden text of the document was not read"]);
  });

  it("reads what a field shows, not what it says to Word", async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) 999 </w:instrText></w:r>';
    expect(
      await textOf(
        paragraph(
          run("The total is ") +
            field("begin") +
            code +
            field("separate") +
            run("480") +
            field("end") +
            run("."),
        ) + paragraph(`<w:fldSimple w:instr="PAGE">${run("7")}</w:fldSimple>`),
      ),
    ).toEqual(["The total is 480.", "7"]);
  });

  it("reads content controls but not their prompts", async () => {
    const control = (properties: string, text: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
    expect(
      await textOf(
        paragraph(run("Sales: ") + control("<w:text/>", "1,210")) +
          paragraph(run("Date: ") + control("<w:showingPlcHdr/>", "Click here")),
      ),
    ).toEqual(["Sales: 1,210", "Date:"]);
  });

  it("reads a text box once, behind its paragraph", async () => {
    const box = `<w:txbxContent>${paragraph("In the box.")}</w:txbxContent>`;
    expect(
      await textOf(
        paragraph(
          `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("Beside it.")}`,
        ) + paragraph("Below."),
      ),
    ).toEqual(["Beside it.", "In the box.", "Below."]);
  });

  it("puts footnotes behind the text and leaves their marks out", async () => {
    const { blocks, whereabouts } = await readWord({
      body: paragraph(
        run("Revenue was $1,210") +
          run("3", '<w:vertAlign w:val="superscript"/>') +
          '<w:r><w:footnoteReference w:id="5"/></w:r>' +
          run(" thousand."),
      ),
      footnotes:
        `<w:footnote w:id="2">${paragraph("Nobody refers to it.")}</w:footnote>` +
        `<w:footnote w:id="5">${paragraph("Unaudited figures.")}</w:footnote>`,
    });
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      "Revenue was $1,210 thousand.",
      "Unaudited figures.",
    ]);
    expect(whereabouts?.({ where: "footnote 1", line: 2 })).toEqual({
      where: 'footnote 1 "Unaudited figures."',
    });
  });

  it("keeps how far captions are set in, and rule lines above sums", async () => {
    const line = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>';
    const { blocks } = await readWord({
      body: table([
        ["", "2024", "2023"],
        row([cell(paragraph("Cash", '<w:ind w:left="200"/>')), cell("10"), cell("20")]),
        row([cell(paragraph("   Bonds")), cell("30"), cell("40")]),
        row([cell("Total"), cell("40", line), cell("60", line)]),
      ]),
    });
    const [grid] = blocks;
    const rows = grid?.kind === "grid" ? grid.rows : [];
    expect(rows.map(({ indent }) => indent)).toEqual([0, 10, 7.5, 0]);
    expect(rows.map(({ ruled }) => ruled)).toEqual([undefined, undefined, undefined, [1, 2]]);
  });
});

describe("tracked changes", () => {
  const changed = (before: string, after: string): string =>
    `<w:del w:id="1" w:author="A"><w:r><w:delText>${before}</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run(after)}</w:ins>`;
  const body = paragraph(run("Revenue was $") + changed("1,120", "1,210") + run(" thousand."));

  it("are read as accepted, or as before them", async () => {
    expect(await textOf(body)).toEqual(["Revenue was $1,210 thousand."]);
    expect(await textOf(body, "original")).toEqual(["Revenue was $1,120 thousand."]);
    expect((await readWord({ body })).notes).toEqual([
      "its 2 tracked changes were read as accepted (--tracked original reads it as it was before)",
    ]);
    expect((await readWord({ body }, "original")).notes).toEqual([
      "its 2 tracked changes were left out: it was read as it was before them",
    ]);
  });

  it("move text, rows and the ends of paragraphs", async () => {
    const moved =
      paragraph(`<w:moveFrom w:id="1">${run("Moved.")}</w:moveFrom>${run("Stays.")}`) +
      paragraph(`<w:moveTo w:id="2">${run("Moved.")}</w:moveTo>`);
    expect(await textOf(moved)).toEqual(["Stays.", "Moved."]);
    expect(await textOf(moved, "original")).toEqual(["Moved.Stays."]);
    const rows = table([
      ["", "2024", "2023"],
      ["Revenue", "10", "20"],
      row(["Old", "1", "2"], '<w:del w:id="1"/>'),
      row(["New", "3", "4"], '<w:ins w:id="2"/>'),
    ]);
    expect(await textOf(rows)).toEqual([" | 2024 | 2023", "Revenue | 10 | 20", "New | 3 | 4"]);
    expect(await textOf(rows, "original")).toEqual([" | 2024 | 2023", "Revenue | 10 | 20", "Old | 1 | 2"]);
    const joined =
      paragraph(run("Revenue was "), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run("$1,210."));
    expect(await textOf(joined)).toEqual(["Revenue was $1,210."]);
    expect(await textOf(joined, "original")).toEqual(["Revenue was", "$1,210."]);
  });

  it("that break a tie are found, and not in the text before them", async () => {
    const edited = statement().replace(
      run("480"),
      `<w:del w:id="1"><w:r><w:delText>480</w:delText></w:r></w:del><w:ins w:id="2">${run("490")}</w:ins>`,
    );
    const bytes = wordFile({ body: edited });
    const after = await checkFiling(bytes, { path: "d.docx" });
    const before = await checkFiling(bytes, { path: "d.docx", tracked: "original" });
    expect(after.checks.filter(({ status }) => status === "fail")).toHaveLength(1);
    expect(after.checks[0]?.suspect).toMatchObject({ raw: "490", reading: "480" });
    expect(before.counts.fail).toBe(0);
  });
});
