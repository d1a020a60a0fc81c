/** The formats of a report: what each needs of the check, and the code that makes it. */
import type { Reporter } from "../report/stream.ts";
import { UsageError } from "./usage-error.ts";

export type Format =
  | "table"
  | "lines"
  | "json"
  | "ndjson"
  | "markdown"
  | "sarif"
  | "junit"
  | "github"
  | "html";

/** A format asks for what it cannot be made without, so that no other code has to know formats by name. */
interface Entry {
  /** Explains the rules. */
  readonly rules?: true;
  /** Shows the filing itself. */
  readonly content?: true;
  /** Loads this reporter and nothing else. */
  load(): Promise<Reporter>;
}

export const entries: Readonly<Record<Format, Entry>> = {
  table: { load: async () => (await import("../report/table.ts")).tableStream },
  lines: { load: async () => (await import("../report/lines.ts")).linesStream },
  json: {
    load: async () => {
      const { jsonStream } = await import("../report/json.ts");
      return (_options, version) => jsonStream(version);
    },
  },
  ndjson: {
    load: async () => {
      const { ndjsonLine } = await import("../report/ndjson.ts");
      return () => ({ file: ndjsonLine, end: () => "" });
    },
  },
  markdown: { load: async () => (await import("../report/markdown.ts")).markdownStream },
  sarif: { rules: true, load: async () => (await import("../report/sarif.ts")).sarifStream },
  junit: { load: async () => (await import("../report/junit.ts")).junitStream },
  github: { load: async () => (await import("../report/github.ts")).githubStream },
  html: {
    rules: true,
    content: true,
    load: async () => (await import("../report/html/html.ts")).htmlStream,
  },
};

/** The summary in place of the report. @throws UsageError */
export function summaryEntry(format: Format): Entry {
  if (format !== "table" && format !== "json") {
    throw new UsageError(`--summary is a table or json, not ${format}; drop one of the two`);
  }
  return { load: async () => (await import("../report/summary.ts")).summaryReporter(format) };
}

/** In the order of the help. */
export const formats = Object.keys(entries) as readonly Format[];
