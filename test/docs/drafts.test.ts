import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { examplesOf, outputOf } from "../../scripts/examples.js";
import { root } from "../cli/built.ts";

const examples = examplesOf(readFileSync(`${root}/docs/drafts.md`, "utf8"));

test.each(examples.map(({ command, output }) => [command, output] as const))("%s", (command, output) => {
  expect(output).not.toBe("");
  expect(outputOf(command, root)).toBe(output);
});

test("drafts, a comparison and a workbook are shown", () => {
  expect(examples).toHaveLength(4);
});
