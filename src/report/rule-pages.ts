/** The rules as people read them in a terminal: the list, and a page for each. */
import type { Rule } from "../rules/rule.ts";
import { paddedGrid } from "./grid.ts";
import { changedLines, filingLines, saidOf, type ToldExample, type ToldExamples } from "./rule-examples.ts";
import { wrap } from "./width.ts";

const lineWidth = 96;

/** The gravest that a finding of the rule is. */
export function severityName({ severity }: Pick<Rule, "severity">): "error" | "warning" {
  return severity ?? "error";
}

/** What a finding of the rule is, in a sentence. */
export function severityOf({ severity }: Pick<Rule, "severity">): string {
  return severity === "warning"
    ? "warning: it is reported, and fails a run only with --fail-on warning"
    : "error: a certain break fails a run. One that is only likely, a difference that rounding might just explain, or one that the filing gives a reason for, is a warning";
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
}

function prose(text: string): readonly string[] {
  return wrap(text.replaceAll(/\s+/g, " ").trim(), lineWidth);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

function exampleLines(example: ToldExample, sound: readonly ToldExample[]): readonly string[] {
  const { title, filing, prior } = example;
  const changed = changedLines(example, sound);
  const shown =
    changed ??
    (prior === undefined
      ? filingLines(filing)
      : [...filingLines(prior), "", "then:", "", ...filingLines(filing)]);
  return [
    ...prose(changed ? `${title}. As above, except for:` : `${title}:`),
    ...indented(shown),
    ...saidOf(example).flatMap((said) =>
      wrap(said, lineWidth - 5).map((line, index) => `${index === 0 ? "=> " : "   "}${line}`),
    ),
  ];
}

function examplesSection(
  heading: string,
  examples: readonly ToldExample[],
  sound: readonly ToldExample[],
): readonly string[] {
  const lines = examples.flatMap((example, index) => [
    ...(index > 0 ? [""] : []),
    ...exampleLines(example, sound),
  ]);
  return section(heading, lines);
}

/** The page of a rule for the terminal. */
export function rulePage(rule: Rule, examples: ToldExamples): string {
  const lines = [
    ...prose(`${rule.name}: ${rule.summary}`),
    ...section("What it looks at", prose(rule.what)),
    ...section("Why it matters", prose(rule.why)),
    ...section("What to do", prose(rule.fix)),
    ...section("Source", prose(rule.source)),
    ...section("Severity", prose(severityOf(rule))),
    ...examplesSection("Ties", examples.passes, []),
    ...examplesSection("Does not tie", examples.fails, examples.passes),
    ...examplesSection("Looks like an error, and is not one", examples.quiet, []),
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
