/** The formats of a report: what each needs of the check, and the code that makes it. */
import type { archivePages } from "./html/archive.ts";
import type { Reporter } from "./stream.ts";

export type Format =
  | "table"
  | "lines"
  | "json"
  | "ndjson"
  | "markdown"
  | "sarif"
  | "junit"
  | "github"
  | "html"
  | "csv"
  | "xlsx";

/** A format asks for what it cannot be made without, so that no other code has to know formats by name. */
export interface Entry {
  /** Explains the rules. */
  readonly rules?: true;
  /** Shows the filing itself. */
  readonly content?: true;
  /** Is no text, and so nothing for a terminal. */
  readonly binary?: true;
  /** Loads what makes a page of each filing of an archive, and their index. */
  pages?(): Promise<typeof archivePages>;
  /** Loads this reporter and nothing else. */
  load(): Promise<Reporter>;
}

export const entries: Readonly<Record<Format, Entry>> = {
  table: { load: async () => (await import("./table.ts")).tableStream },
  lines: { load: async () => (await import("./lines.ts")).linesStream },
  json: {
    load: async () => {
      const { jsonStream } = await import("./json.ts");
      return (_options, version) => jsonStream(version);
    },
  },
  ndjson: {
    load: async () => {
      const { ndjsonLine } = await import("./ndjson.ts");
      return () => ({ file: ndjsonLine, end: () => "" });
    },
  },
  markdown: { load: async () => (await import("./markdown.ts")).markdownStream },
  sarif: { rules: true, load: async () => (await import("./sarif.ts")).sarifStream },
  junit: { load: async () => (await import("./junit.ts")).junitStream },
  github: { load: async () => (await import("./github.ts")).githubStream },
  html: {
    rules: true,
    content: true,
    pages: async () => (await import("./html/archive.ts")).archivePages,
    load: async () => (await import("./html/html.ts")).htmlStream,
  },
  csv: { load: async () => (await import("./lists/csv.ts")).csvStream },
  xlsx: { binary: true, load: async () => (await import("./lists/workbook.ts")).workbookStream },
};

/** In the order of the help. */
export const formats = Object.keys(entries) as readonly Format[];
