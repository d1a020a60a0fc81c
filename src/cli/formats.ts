import type { Entry, Format } from "../report/formats.ts";
import { UsageError } from "./usage-error.ts";

/** The summary in place of the report. @throws UsageError */
export function summaryEntry(format: Format): Entry {
  if (format !== "table" && format !== "json") {
    throw new UsageError(`--summary is a table or json, not ${format}; drop one of the two`);
  }
  return { load: async () => (await import("../report/summary.ts")).summaryReporter(format) };
}
