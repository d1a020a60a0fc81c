import { csvDelimiter } from "./csv/is-csv.ts";
import type { Block, Document } from "./document.ts";
import { decode } from "./encoding.ts";
import { isMarkdown } from "./markdown/is-markdown.ts";
import { type Part, splitSubmission } from "./submission.ts";
import { readText } from "./text.ts";

/** What only markup starts with, or what a page can hardly be without. */
const html = /<(?:!doctype\s+html|html|head|body)\b/i;
const markup = /<(?:table|tr|td|p|div|font|span)\b[^>]*>/gi;
/** Tags that only submissions to EDGAR as text have. */
const submission =
  /^-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(?:SEC|IMS)-DOCUMENT>|^<DOCUMENT>|^[ \t]*<(?:TABLE|CAPTION|PAGE)>/im;

/**
 * Bytes -> Document, the reader chosen by content. What a text filing does not need is loaded only when a
 * source asks for it.
 * @throws Unreadable when there is nothing to read: empty, binary.
 */
export async function read(bytes: Uint8Array, path: string): Promise<Document> {
  const { text, notes } = decode(bytes);
  const { parts, skipped } = splitSubmission(text) ?? {
    parts: [{ type: "", start: 0, end: text.length }],
    skipped: [],
  };
  if (parts.some((part) => isHtml(text, part))) return readMarkup(text, path, notes, parts, skipped);
  if (submission.test(text)) {
    const { isEdgarText, readEdgarText } = await import("./edgar-text.ts");
    if (isEdgarText(text)) return readEdgarText(text, path, notes);
  }
  if (isMarkdown(text)) return (await import("./markdown/markdown.ts")).readMarkdown(text, path, notes);
  const delimiter = csvDelimiter(text);
  if (delimiter !== null) return (await import("./csv/csv.ts")).readCsv(text, delimiter, path, notes);
  return readText(text, path, notes);
}

async function readMarkup(
  text: string,
  path: string,
  notes: readonly string[],
  parts: readonly Part[],
  skipped: readonly string[],
): Promise<Document> {
  const { readHtml, LineTable } = await import("./html/html.ts");
  const lines = new LineTable(text);
  const blocks: Block[] = [];
  const unread = [...skipped];
  for (const part of parts) {
    if (!isHtml(text, part)) unread.push(part.type);
    else for (const block of readHtml(text, part.start, part.end, lines)) blocks.push(block);
  }
  const said = unread.length > 0 ? [`documents of the submission not read: ${unread.join(", ")}`] : [];
  return { path, format: "html", blocks, notes: [...notes, ...said] };
}

/** Markup is told by its first tags; a text may name one, and its tables may be marked by `<TABLE>` alone. */
function isHtml(text: string, { start, end }: Part): boolean {
  const head = text.slice(start, Math.min(end, start + 4_096));
  return html.test(head) || (/^\s*</.test(head) && (head.match(markup)?.length ?? 0) >= 8);
}
