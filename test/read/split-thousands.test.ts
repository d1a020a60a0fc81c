/** Thousands that a source sets apart from the rest of their number. */
import { expect, test } from "vitest";
import type { Block, Cell } from "../../src/read/document.ts";
import { withWholeNumbers } from "../../src/read/split-thousands.ts";

/** Cells as a reader by position finds them: one blank between two pieces of a number. */
function grid(rows: readonly (readonly (string | null)[])[], gap = 1): Block {
  return {
    kind: "grid",
    rows: rows.map((texts, i) => {
      let column = 1;
      const cells: Cell[] = [];
      for (const [col, text] of texts.entries()) {
        if (text !== null) cells.push({ text, col, line: i + 1, column, endColumn: column + text.length });
        column += (text?.length ?? 0) + gap;
      }
      return { line: i + 1, cells };
    }),
  };
}

const texts = (blocks: readonly Block[]): string[][] =>
  blocks.flatMap((block) =>
    block.kind === "grid" ? block.rows.map((row) => row.cells.map(({ text }) => text)) : [],
  );

const split = [
  ["Trésorerie", "28", "379"],
  ["Capital", "9", "379"],
  ["Résultats", "(185", "624)"],
];

test("are put together where the filing has a decimal comma", () => {
  const blocks = [grid(split), grid([["Taux", "15,2"]])];
  expect(texts(withWholeNumbers(blocks, false))).toEqual([
    ["Trésorerie", "28 379"],
    ["Capital", "9 379"],
    ["Résultats", "(185 624)"],
    ["Taux", "15,2"],
  ]);
});

test.each<[string, readonly Block[]]>([
  ["nothing says that blanks part thousands", [grid(split)]],
  [
    "a number is grouped by commas",
    [
      grid(split),
      grid([
        ["Taux", "15,2"],
        ["Ventes", "1,234"],
      ]),
    ],
  ],
  ["the pieces are two blanks apart", [grid(split, 2), grid([["Taux", "15,2"]])]],
  [
    "the second column holds numbers of two digits",
    [grid([...split, ["Autres", "3", "42"]]), grid([["Taux", "15,2"]])],
  ],
])("stay apart where %s", (_, blocks) => {
  expect(withWholeNumbers(blocks, false)).toEqual(blocks);
});
