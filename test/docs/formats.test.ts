import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { examplesOf, outputOf } from "../../scripts/examples.js";
import { formats } from "../../src/report/formats.ts";
import { root } from "../cli/built.ts";

const page = readFileSync(`${root}/docs/formats.md`, "utf8");
const examples = examplesOf(page);

test.each(examples.map(({ command, output }) => [command, output] as const))("%s", (command, output) => {
  expect(output).not.toBe("");
  expect(outputOf(command, root)).toBe(output);
});

test("every format has its section and its command", () => {
  const headings = [...page.matchAll(/^## (.+)$/gm)].flatMap(([, heading = ""]) => heading.split(", "));
  expect(headings).toEqual(formats);
  // JSON and NDJSON are one example; the page of the HTML report is too long to be shown, a workbook is no text.
  expect(examples).toHaveLength(formats.length - 3);
});
