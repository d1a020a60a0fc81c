/** The check of text without waiting, for the many tests whose filings are text. */
import { decode } from "../src/read/encoding.ts";
import { LineTable, readHtml } from "../src/read/html/html.ts";
import { readText } from "../src/read/text.ts";
import { type Document, Unreadable } from "../src/read/document.ts";
import { emptyReport } from "../src/report/empty.ts";
import type { FileReport } from "../src/report/report.ts";
import { type CheckOptions, checkDocument } from "../src/run.ts";
import { understandPrior } from "../src/statements/filing.ts";

export function read(bytes: Uint8Array, path: string): Document {
  const { text, notes } = decode(bytes);
  if (/^\s*<html/i.test(text)) {
    const said = [...notes];
    const blocks = readHtml(text, 0, text.length, new LineTable(text), said);
    return { path, format: "html", blocks, notes: said };
  }
  return readText(text, path, notes);
}

export function checkFiling(bytes: Uint8Array, options: CheckOptions): FileReport {
  const { prior } = options;
  try {
    return checkDocument(
      read(bytes, options.path),
      prior ? understandPrior(read(prior.bytes, prior.path)) : null,
      options,
    );
  } catch (error) {
    // As the real check does: what describes a skipped suite has nothing to read.
    if (error instanceof Unreadable) return emptyReport(options.path, "unreadable", error.message);
    throw error;
  }
}
