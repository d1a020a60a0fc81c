/** More lines, rows and cells in one stretch than fit on the stack as arguments of one call. */
import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";

const many = 132_000;
const statement = `Tern Ferries Limited
BALANCE SHEETS (in thousands)
                  December 31,  December 31,
                      2023          2022
Cash                  100           90
Other                 200          110
Total assets          300          200
`;
const tabbed = "\t2023\t2022\nCash\t100\t90\nOther\t200\t110\nTotal\t300\t200\n";
const piped =
  "| | 2023 | 2022 |\n|---|---|---|\n| Cash | 100 | 90 |\n| Other | 200 | 110 |\n| Total | 300 | 200 |\n";
const html = (body: string): string => `<html><body>${body}</body></html>`;

describe(`${many} of them are read`, () => {
  test.each<[string, string]>([
    ["paragraphs between laid-out tables", `${statement}\n${"abc def ghi.\n\n".repeat(many)}${statement}`],
    [
      "rows of a laid-out table",
      `${statement.trimEnd()}\n${"Cash                  100           90\n".repeat(many)}`,
    ],
    ["rows with tabs", `${tabbed}${"Cash\t100\t90\n".repeat(many)}`],
    ["paragraphs between rows with tabs", `${tabbed}${"abc def ghi.\n".repeat(many)}${tabbed}`],
    ["rows in Markdown", `${piped}${"| Cash | 100 | 90 |\n".repeat(many)}`],
    ["paragraphs in Markdown", `${piped}\n${"abc def ghi.\n".repeat(many)}\n${piped}`],
    ["records", `Line,2023,2022\n${'"Cash","1,000","900"\n'.repeat(many)}`],
    ["paragraphs in HTML", html("<p>abc</p>".repeat(many))],
    ["rows in HTML", html(`<table>${"<tr><td>Cash</td><td>1</td></tr>".repeat(many)}</table>`)],
    ["cells of one row in HTML", html(`<table><tr>${"<td>1</td>".repeat(many)}</tr></table>`)],
    ["paragraphs in one cell", html(`<table><tr><td>${"<p>1</p>".repeat(many)}</td></tr></table>`)],
    ["lines of EDGAR", `<SEC-DOCUMENT>\n<TABLE>\n<S> <C>\n${"Cash        1\n".repeat(many)}</TABLE>\n`],
    ["lines that hold one number", "Cash\n100\n90\n".repeat(many / 3)],
  ])("%s", async (_, text) => {
    const { blocks } = await read(new TextEncoder().encode(text), "x.txt");
    expect(Array.isArray(blocks)).toBe(true);
  });
});
