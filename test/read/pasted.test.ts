import { expect, test } from "vitest";
import { readText } from "../../src/read/text.ts";

function grids(text: string): string[][] {
  return readText(text, "x.txt", []).blocks.map((block) =>
    block.kind === "paragraph"
      ? [`# ${block.text}`]
      : block.rows.map(({ cells }) => {
          const own = cells.filter((cell) => cell.text !== "");
          return own.map(({ text: said, col }) => `${col} ${said}`).join(" | ");
        }),
  );
}

test("a table pasted from a browser", () => {
  const text = `Harbour Tools Inc.

March 30,
2024\t\tApril 1,
2023
Assets:
Cash\t$\t1,204 \t\t\t$\t1,118 \t
Receivables\t372 \t\t\t401 \t
Share capital, 900 shares authorized; 245 shares issued
24 \t\t\t25 \t
Additional paid-in capital, 900 shares authorized
1,024 \t\t\t(25)\t
Total\t$\t2,600 \t\t\t$\t1,494 \t
`;
  expect(grids(text)).toEqual([
    ["# Harbour Tools Inc."],
    ["0 March 30, 2024 | 2 April 1, 2023"],
    ["# Assets:"],
    [
      "0 Cash | 1 $1,204 | 2 $1,118",
      "0 Receivables | 1 372 | 2 401",
      "0 Share capital, 900 shares authorized; 245 shares issued",
      "1 24 | 2 25",
      "0 Additional paid-in capital, 900 shares authorized | 1 1,024 | 2 (25)",
      "0 Total | 1 $2,600 | 2 $1,494",
    ],
  ]);
});

test("a column for the marks stays, and so does a line above years", () => {
  const text = `\t\t2024\t\t2023
Cash\t$\t1,204\t$\t1,118
Receivables\t\t372\t\t401

As of
2024\t2023
`;
  expect(grids(text)).toEqual([
    ["2 2024 | 4 2023", "0 Cash | 2 $1,204 | 4 $1,118", "0 Receivables | 2 372 | 4 401"],
    ["# As of"],
    ["0 2024 | 1 2023"],
  ]);
});
