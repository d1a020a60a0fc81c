import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";

async function paragraphsOf(text: string, path: string) {
  const { blocks } = await read(new TextEncoder().encode(text), path);
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
}

async function textsOf(text: string, path = "x.txt"): Promise<string[]> {
  return (await paragraphsOf(text, path)).map((paragraph) => paragraph.text);
}

const wrapped = `Diluted earnings per share were $4.65 for the second quarter of fiscal
2023 compared to $5.05 for the second quarter of fiscal 2022. The
decrease was driven by lower earnings, and in part offset by fewer shares
that were outstanding during the quarter. Net sales of the quarter
were $1,204 million.
`;
const whole = wrapped.trim().replaceAll("\n", " ");
const table = "\t2024\t2023\nSales\t1,204\t1,100\nCosts\t(804)\t(700)\n";
const pipes = "| | 2024 |\n|-|-|\n| Sales | 1,204 |\n";

describe("lines that a margin broke", () => {
  test("are one paragraph, in text and in Markdown", async () => {
    expect(await textsOf(`${wrapped}\n${table}`)).toEqual([whole]);
    expect(await textsOf(`${wrapped}\n${pipes}`, "x.md")).toEqual([whole]);
  });

  test("keep their places", async () => {
    const [paragraph] = await paragraphsOf(`${wrapped}\n${table}`, "x.txt");
    const piece = paragraph?.pieces?.findLast(({ offset }) => offset <= whole.indexOf("$5.05"));
    expect(piece).toMatchObject({ line: 2, column: 1 });
    const offset = whole.indexOf("$5.05") - (piece?.offset ?? 0);
    expect(wrapped.split("\n")[1]?.slice(offset, offset + 5)).toBe("$5.05");
  });

  test("do not take in headings, titles, lists and what stands behind a blank line", async () => {
    const others = [
      "CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS AND COMPREHENSIVE LOSS",
      "Results of Operations for the Second Quarter of Fiscal Year 2023 and 2022",
      "- Net sales rose because more tools of the larger kinds were sold",
      "- Costs rose with them",
    ];
    const text = `${others.join("\n")}\n\n${wrapped}\n${wrapped}\n${table}`;
    const kept = await textsOf(text);
    expect(kept.slice(-2)).toEqual([whole, whole]);
    expect(kept).toHaveLength(others.length + 2);
  });

  test("are told from lines that each hold a paragraph", async () => {
    const long = (word: string): string =>
      `The ${word} that the company sells in its shops were ${"very ".repeat(40)}dear`;
    const lines = ["tools", "parts", "boats", "nails"].map(long);
    expect(await textsOf(`${lines.join("\n")}\n\n${table}`)).toEqual(lines);
  });
});

describe("attributes behind text in brackets", () => {
  test("are no text, though they go on over lines and stand in each other", async () => {
    const text = `[Net sales of the second quarter were \\$1,204 million]{style="color:#000;
font-weight:400"}[, and [costs]{.underline} were \\$804 million.]{style="color:#000"}\n\n${pipes}`;
    expect((await textsOf(text, "x.md")).map((each) => each.replace(/\s+/g, " "))).toEqual([
      "Net sales of the second quarter were $1,204 million",
      ", and costs were $804 million.",
    ]);
  });

  test("many that are never closed take little time", async () => {
    const [paragraph] = await textsOf(`${"[a]{".repeat(50_000)}\n\n${pipes}`, "x.md");
    expect(paragraph).toHaveLength(200_000);
  });
});
