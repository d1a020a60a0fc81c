/** The rules as people read them: the list, and a page for each. */
import type { Example, Rule } from "../rules/rule.ts";
import { paddedGrid } from "./grid.ts";
import { wrap } from "./width.ts";

const lineWidth = 96;

/** The filings of the examples are tables by tabs: set in columns they can be read. */
function alignTabs(text: string): readonly string[] {
  const lines = text.replace(/\n+$/, "").split("\n");
  const rows = lines.filter((line) => line.includes("\t")).map((line) => line.split("\t"));
  const most = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: most }, (_, index) => ({
    head: "",
    align: index === 0 ? ("left" as const) : ("right" as const),
  }));
  const cells = rows.map((row) => row.map((cell) => ({ text: cell })));
  const aligned = paddedGrid(columns, cells, String).values();
  return lines.map((line) => (line.includes("\t") ? (aligned.next().value ?? line) : line));
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return ["", heading, ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
}

function filingLines(text: string): readonly string[] {
  return alignTabs(text).map((line) => (line === "" ? "" : `  ${line}`));
}

function exampleLines(heading: string, examples: readonly Example[]): readonly string[] {
  const lines = examples.flatMap((example, index) => [
    ...(index > 0 ? [""] : []),
    `${example.title}:`,
    ...(example.prior === undefined ? [] : [...filingLines(example.prior), "", "then:", ""]),
    ...filingLines(example.filing),
  ]);
  return lines.length === 0 ? [] : section(heading, lines);
}

function prose(text: string): readonly string[] {
  return wrap(text.replaceAll(/\s+/g, " ").trim(), lineWidth);
}

/** The page of a rule for the terminal. */
export function rulePage(rule: Rule): string {
  const lines = [
    ...prose(`${rule.name}: ${rule.summary}`),
    ...section("Why it matters", prose(rule.why)),
    ...section("What to do", prose(rule.fix)),
    ...section("Source", prose(rule.source)),
    ...exampleLines("Ties", rule.examples.passes),
    ...exampleLines("Does not tie", rule.examples.fails),
    ...exampleLines("Looks like a case, and is none", rule.examples.quiet),
  ];
  return `${lines.join("\n")}\n`;
}

/** Names and summaries. */
export function ruleList(rules: readonly Rule[]): string {
  const left = { head: "", align: "left" } as const;
  const rows = rules.map((rule) => [{ text: rule.name }, { text: rule.summary }]);
  const lines = paddedGrid([left, left], rows, String);
  return `${lines.join("\n")}\n\n"kc-check explain <rule>" says more about one of them.\n`;
}
