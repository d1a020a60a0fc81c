/** The innocent readings as people read them in a terminal: a page for each. */
import type { InnocentReading } from "../defence/reading.ts";
import { filingLines } from "./rule-examples.ts";
import type { ToldExample } from "./rule-examples.ts";
import { saidOf } from "./rule-examples.ts";
import { wrap } from "./width.ts";

const lineWidth = 96;

/** The examples of a reading, and what the tool says of them. */
export interface ToldReading {
  readonly cleared: readonly ToldExample[];
  readonly stands: readonly ToldExample[];
}

/** What was cleared in an example: "Balance at …: it ties with …". */
export function clearedIn({ report }: ToldExample): readonly string[] {
  return report.skipped.filter(({ cleared }) => cleared).map(({ reason }) => reason);
}

function prose(text: string): readonly string[] {
  return wrap(text.replaceAll(/\s+/g, " ").trim(), lineWidth);
}

function told(example: ToldExample, said: readonly string[]): readonly string[] {
  return [
    ...prose(`${example.title}:`),
    ...filingLines(example.filing).map((line) => (line === "" ? "" : `  ${line}`)),
    ...said.flatMap((text) =>
      wrap(text, lineWidth - 5).map((line, index) => `${index === 0 ? "=> " : "   "}${line}`),
    ),
  ].map((line) => (line === "" ? "" : `  ${line}`));
}

/** The page of a reading for the terminal. */
export function readingPage(reading: InnocentReading, { cleared, stands }: ToldReading): string {
  const lines = [
    ...prose(`${reading.name}: ${reading.summary}`),
    "",
    ...prose("An innocent reading: where it holds, a break is not reported; --verbose says so."),
    "",
    "What it looks at",
    ...prose(reading.what).map((line) => `  ${line}`),
    "",
    "Cleared",
    ...cleared.flatMap((example) => told(example, clearedIn(example))),
    "",
    "Not cleared",
    ...stands.flatMap((example) => told(example, saidOf(example))),
  ];
  return `${lines.join("\n")}\n`;
}
