/** The page of a rule in docs/rules, and the index of all of them. */
import { toldExamples } from "../../src/cli/explain.ts";
import { plainOptions } from "../../src/report/options.ts";
import { changedLines, filingLines, type ToldExample } from "../../src/report/rule-examples.ts";
import { severityOf } from "../../src/report/rule-pages.ts";
import { tableStream } from "../../src/report/table.ts";
import { type RuleGroup, ruleGroups } from "../../src/rules/index.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { checkFiling } from "../../src/run.ts";

/** What wrote the page and what writes it anew: nobody should mend it by hand. */
export const generated = "<!-- Written by `npm run docs`. Change the rule, not this page. -->";

function block(language: string, lines: readonly string[]): string {
  return ["```" + language, ...lines, "```"].join("\n");
}

function reportOf({ report }: ToldExample): string {
  const stream = tableStream({ ...plainOptions, width: 100 });
  return `${stream.file(report)}${stream.end()}`.trim();
}

function exampleSection(example: ToldExample, sound: readonly ToldExample[]): string {
  const { title, filing, prior } = example;
  const changed = changedLines(example, sound);
  const parts = [`### ${title}`];
  if (changed) {
    parts.push("The filing that ties, except for:", block("diff", changed));
  } else if (prior === undefined) {
    parts.push(block("text", filingLines(filing)));
  } else {
    parts.push("The earlier filing:", block("text", filingLines(prior)));
    parts.push("This filing:", block("text", filingLines(filing)));
  }
  parts.push("kc-check prints:", block("text", reportOf(example).split("\n")));
  return parts.join("\n\n");
}

function optionsSection({ name, options = {} }: Rule): string {
  const defaults = Object.entries(options).map(([key, value]) => `\`${key}\` (${JSON.stringify(value)})`);
  const own = defaults.length === 0 ? "None of its own." : `With their defaults: ${defaults.join(", ")}.`;
  return [
    "## Options",
    `${own} The [config](../configuration.md) sets its severity and the lines and tables that it leaves alone. \`--ignore ${name}\` leaves the rule out of a run, \`--rule ${name}\` runs it alone.`,
  ].join("\n\n");
}

/** The page of one rule. The examples are checked as the page is written. */
export async function rulePage(rule: Rule, group: RuleGroup): Promise<string> {
  const { passes, fails, quiet } = await toldExamples(rule, checkFiling);
  const sections = [
    generated,
    `# ${rule.name}`,
    `**${rule.summary}.**`,
    `[All rules](README.md) · ${group.title}`,
    "## What it looks at",
    rule.what,
    "## Why it matters",
    rule.why,
    "## What to do about a finding",
    rule.fix,
    "## Severity",
    `A finding is of severity ${severityOf(rule)}.`,
    optionsSection(rule),
    "## Source",
    `${rule.source}.`,
    "## A filing that ties",
    ...passes.map((example) => exampleSection(example, [])),
    "## What it finds",
    ...fails.map((example) => exampleSection(example, passes)),
    "## What it leaves alone",
    "These look like a case for the rule and are none.",
    ...quiet.map((example) => exampleSection(example, [])),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** Rows of a table of rules, each with a link to its page. */
export function ruleRows(rules: readonly Rule[], folder: string): string {
  return [
    "| rule | what must hold |",
    "|---|---|",
    ...rules.map(({ name, summary }) => `| [\`${name}\`](${folder}${name}.md) | ${summary} |`),
  ].join("\n");
}

/** docs/rules/README.md. */
export function ruleIndex(): string {
  const sections = [
    generated,
    "# Rules",
    "What kc-check looks at. `kc-check rules` prints this list, `kc-check explain <rule>` a page.",
    "A rule only says which figures belong together. Whether they tie, and whether a break is reported, is decided for all rules alike: see [how it decides](../how-it-decides.md).",
    ...ruleGroups.flatMap(({ title, about, rules }) => [`## ${title}`, about, ruleRows(rules, "")]),
  ];
  return `${sections.join("\n\n")}\n`;
}
