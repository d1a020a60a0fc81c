import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseIndex } from "./index-file.ts";
import { isKnown, parseKnownBreaks } from "./known-breaks.ts";
import type { Line } from "./survey.ts";

const head = "file\tline\trow\tfigure\trule\tevidence\n";
const found: Line = {
  status: "fail",
  line: 12,
  column: 3,
  page: null,
  rule: "footing",
  row: "Total assets",
  raw: "1,234",
  message: "",
};

describe("known breaks", () => {
  test.each([
    ["the line", "a.txt\t12\t\t\t\tprinted 1,234 for 1,243", true],
    ["row and figure", "a.txt\t\tTotal assets\t1,234\tfooting\tprinted 1,234 for 1,243", true],
    ["another line", "a.txt\t13\t\t\t\tprinted 1,234 for 1,243", false],
    ["another rule", "a.txt\t12\t\t\tprose\tprinted 1,234 for 1,243", false],
    ["another file", "b.txt\t12\t\t\t\tprinted 1,234 for 1,243", false],
  ])("%s", (_, line, expected) => {
    const [known] = parseKnownBreaks(head + line);
    expect(known && isKnown(known, "corpus/a.txt", found)).toBe(expected);
  });

  test("a line without evidence or place is refused", () => {
    expect(() => parseKnownBreaks(`${head}a.txt\t12\t\t\tfooting\t`)).toThrow("evidence");
    expect(() => parseKnownBreaks(`${head}a.txt\t\tTotal\t\tfooting\tx`)).toThrow("evidence");
  });

  test("those of the corpus can be read", () => {
    expect(() => parseKnownBreaks(readFileSync("test/bench/known-breaks.tsv", "utf8"))).not.toThrow();
  });
});

const index = "../shared/corpus/INDEX.tsv";

test.skipIf(!existsSync(index))(`the index of ${index}`, () => {
  const statements = parseIndex(readFileSync(index, "utf8"));
  expect(statements.get("html/buckle-release.html")).toBe("yyn");
  expect(statements.has("pdf-text/pdd-q4-2025.txt")).toBe(false);
});
