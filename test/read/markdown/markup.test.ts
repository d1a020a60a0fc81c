import { describe, expect, test } from "vitest";
import type { Block } from "../../../src/read/document.ts";
import { markupTables } from "../../../src/read/markdown/markup.ts";
import { read } from "../../../src/read/read.ts";

function shown(block: Block): string {
  return block.kind === "paragraph"
    ? `${block.line}: ${block.text}`
    : block.rows.map(({ line, cells }) => `${line}: ${cells.map(({ text }) => text).join(" | ")}`).join("\n");
}

async function blocks(text: string): Promise<string[]> {
  const document = await read(new TextEncoder().encode(text), "x.md");
  expect(document.format).toBe("markdown");
  return document.blocks.map(shown);
}

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

describe("tables of markup among other text", () => {
  test("keep their place", async () => {
    const text = `# Results\n\n<table>\n${row("", "2024")}\n${row("Sales", "1,204")}\n</table>\n\nBehind\n\n|a|b|\n|-|-|\n|c|7|\n`;
    expect(await blocks(text)).toEqual([
      "1: Results",
      "4:  | 2024\n5: Sales | 1,204",
      "8: Behind",
      "10: a | b\n12: c | 7",
    ]);
  });

  test("stand under headings without their marks, where no other table is Markdown's", async () => {
    const text = `## Results\n\n<table>${row("Sales", "1,204")}${row("Tax", "12")}</table>\n`;
    expect(await blocks(text)).toEqual(["1: Results", "3: Sales | 1,204\n3: Tax | 12"]);
  });

  test("may stand within a line, and stress cells as Markdown does", async () => {
    const text = `See <table>${row("**Total**", "**1,204**")}${row("Tax", "*12*")}${row("Duty", "7")}</table> here\n`;
    const document = await read(new TextEncoder().encode(text), "x.md");
    const cells = document.blocks.flatMap((block) =>
      (block.kind === "grid" ? block.rows : []).flatMap((each) => each.cells),
    );
    expect(cells.map((cell) => [cell.text, text.slice(cell.column - 1, cell.endColumn - 1)])).toEqual([
      ["Total", "Total"],
      ["1,204", "1,204"],
      ["Tax", "Tax"],
      ["12", "12"],
      ["Duty", "Duty"],
      ["7", "7"],
    ]);
  });

  test("stand beside tables with tabs", async () => {
    const tabs = "\t2024\t2023\nSales\t1,204\t1,100\nCosts\t(804)\t(700)\n";
    expect(
      await blocks(`Results\n\n${tabs}\n<table>${row("Tax", "12")}${row("Duty", "7")}</table>\n`),
    ).toContain("7: Tax | 12\n7: Duty | 7");
  });

  test("are found from tag to tag, the outer one of nested ones, and to the end where one is left open", () => {
    const found = (text: string): string[] =>
      markupTables(text).map(({ start, end }) => text.slice(start, end));
    const inner = "<table><tr><td>1</td></tr></table>";
    expect(found(`a${inner}b<TABLE border="0">${row(inner)}</TABLE>c`)).toEqual([
      inner,
      `<TABLE border="0">${row(inner)}</TABLE>`,
    ]);
    expect(found(`a<table>${row("1")} b`)).toEqual([`<table>${row("1")} b`]);
    expect(found("a<table> of no rows</table> <tr>")).toEqual([]);
  });

  test("thousands of them, closed or open, end in time", async () => {
    const one = `<table>${row("Sales", "1")}</table>\n`;
    const closed = await read(new TextEncoder().encode(`x\n${one.repeat(20_000)}`), "x.md");
    const open = await read(new TextEncoder().encode(`x\n${"<table><tr>".repeat(100_000)}`), "x.md");
    expect([closed.blocks.length, open.blocks.length]).toEqual([20_001, 1]);
  }, 20_000);
});
