/** Tables set with blanks in `<pre>`: read by position, whatever tags and entities stand between. */
import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/read/document.ts";
import { read } from "../../../src/read/read.ts";
import { checkFiling } from "../../../src/run.ts";

const page = (body: string): string => `<html><body>${body}</body></html>`;

async function documentOf(body: string): Promise<Document> {
  return read(new TextEncoder().encode(page(body)), "filing.htm");
}

/** Paragraphs as text, grids as rows of cells. */
async function blocksOf(body: string): Promise<(string | string[])[]> {
  const { blocks } = await documentOf(body);
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? block.text
      : block.rows.map((row) => row.cells.map(({ text }) => text).join(" | ")),
  );
}

const statement = `
                         March 31,
                      2024        2023
                    --------    --------
Research &amp; tests      $  1,204    $    988
Travel                   310         295
Rent &#151; offices            55          60
                    --------    --------
Total costs         $  1,569    $  1,343
`;

describe("text in <pre>", () => {
  test("is a table where a plain text would have one", async () => {
    expect(await blocksOf(`<p>Costs of the quarter</p><pre>${statement}</pre><p>Unaudited.</p>`)).toEqual([
      "Costs of the quarter",
      [
        " | March 31,",
        " | 2024 | 2023",
        "Research & tests | 1,204 | 988",
        "Travel | 310 | 295",
        "Rent — offices | 55 | 60",
        "Total costs | 1,569 | 1,343",
      ],
      "Unaudited.",
    ]);
  });

  test("keeps its order among tables and paragraphs", async () => {
    const table = "<table><tr><td>Sales</td><td>77</td></tr><tr><td>Costs</td><td>12</td></tr></table>";
    const blocks = await blocksOf(`Before<pre>${statement}${table}Behind it</pre>${table}<pre>Last</pre>`);
    expect(blocks.map((block) => (typeof block === "string" ? block : block.at(-1)))).toEqual([
      "Before",
      "Total costs | 1,569 | 1,343",
      "Costs | 12",
      "Behind it",
      "Costs | 12",
      "Last",
    ]);
  });

  test("flows in the cell of a table", async () => {
    expect(
      await blocksOf("<table><tr><td><pre>Sales\n  abroad</pre></td><td><pre> 77 </pre></td></tr></table>"),
    ).toEqual([["Sales abroad | 77"]]);
  });

  test("breaks lines at <br> and each kind of line end", async () => {
    expect(await blocksOf("<pre>One.<br>Two.\r\nThree.\rFour.</pre>")).toEqual([
      "One.",
      "Two.",
      "Three.",
      "Four.",
    ]);
  });

  test("has its places in the source, behind tags and entities", async () => {
    const body = `<pre>${statement.replace("55  ", "<b>55</b>  ")}</pre>`;
    const { blocks } = await documentOf(body);
    const source = page(body).split("\n");
    const cells = blocks.flatMap((block) =>
      (block.kind === "grid" ? block.rows : []).flatMap((row) => row.cells),
    );
    const printed = cells.map(({ text, line, column, endColumn }) => [
      text,
      source[line - 1]?.slice(column - 1, endColumn - 1),
    ]);
    expect(printed).toContainEqual(["988", "988"]);
    expect(printed).toContainEqual(["55", "55"]);
    expect(printed).toContainEqual(["Research & tests", "Research &amp; tests"]);
    expect(printed).toContainEqual(["Rent — offices", "Rent &#151; offices"]);
  });

  const submission = `<TABLE>
<CAPTION>
                          March 31,
                       2024        2023
<S>                  <C>         <C>
Research & tests     $  1,204    $    988
Travel                    310         295
Total costs          $  1,514    $  1,283
</TABLE>
`;
  const rows = [" | March 31,", " | 2024 | 2023", "Research & tests | 1,204 | 988", "Travel | 310 | 295"];

  test("may be EDGAR's plain text, with its tags", async () => {
    const table = [...rows, "Total costs | 1,514 | 1,283"];
    expect(await blocksOf(`<pre>${submission}${submission}</pre>`)).toEqual([table, table]);
  });

  test("may be EDGAR's plain text as a browser keeps it", async () => {
    const escaped = submission.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    expect(await blocksOf(`<pre>${escaped}</pre>`)).toEqual([[...rows, "Total costs | 1,514 | 1,283"]]);
  });

  test("is checked: a slip is named where it stands", async () => {
    const body = (travel: string): string => `<p>Costs</p><pre>${statement.replace("310", travel)}</pre>`;
    const failures = async (travel: string): Promise<(string | number)[][]> => {
      const { checks } = await checkFiling(new TextEncoder().encode(page(body(travel))), { path: "a.htm" });
      return checks
        .filter(({ status }) => status === "fail")
        .map(({ diagnosis }) => [diagnosis?.suspects[0]?.line ?? 0, diagnosis?.suspects[0]?.raw ?? ""]);
    };
    expect(await failures("310")).toEqual([]);
    expect(await failures("370")).toEqual([[6, "370"]]);
  });
});
