/** The page of an innocent reading in docs/defence, and the index of all of them. */
import { toldReading } from "../../src/cli/explain.ts";
import { innocentReadings } from "../../src/defence/index.ts";
import type { InnocentReading } from "../../src/defence/reading.ts";
import { clearedIn } from "../../src/report/reading-pages.ts";
import { filingLines, saidOf, type ToldExample } from "../../src/report/rule-examples.ts";
import { checkFiling } from "../../src/run.ts";

const generated = "<!-- Written by `npm run docs`. Change the reading, not this page. -->";

function block(lines: readonly string[]): string {
  return ["```text", ...lines, "```"].join("\n");
}

function exampleSection(example: ToldExample, intro: string, said: readonly string[]): string {
  return [`### ${example.title}`, block(filingLines(example.filing)), intro, block(said)].join("\n\n");
}

/** The page of one reading. The examples are checked as the page is written. */
export async function readingPage(reading: InnocentReading): Promise<string> {
  const { cleared, stands } = await toldReading(reading, checkFiling);
  const sections = [
    generated,
    `# ${reading.name}`,
    `**${reading.summary}.**`,
    "[All innocent readings](README.md)",
    "## What it looks at",
    reading.what,
    "## What it clears",
    ...cleared.map((example) =>
      exampleSection(example, "`kc-check --verbose` says why nothing is reported:", clearedIn(example)),
    ),
    "## What it does not clear",
    ...stands.map((example) => exampleSection(example, "kc-check reports:", saidOf(example))),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** docs/defence/README.md. */
export function readingIndex(): string {
  const sections = [
    generated,
    "# The defence",
    "A break accuses the filing of a misprint. Before it is reported, kc-check tries these innocent readings: other ways to read the same print under which it ties. What one of them clears is not a finding; `--verbose` and the JSON report say which reading cleared it, with the figures that show it. What remains is weighed: see [how it decides](../how-it-decides.md). `kc-check explain <reading>` prints a page.",
    [
      "| reading | what the filing may mean instead |",
      "|---|---|",
      ...innocentReadings.map(({ name, summary }) => `| [\`${name}\`](${name}.md) | ${summary} |`),
    ].join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}
