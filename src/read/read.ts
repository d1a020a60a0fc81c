import { type Document, Unreadable } from "./document.ts";
import { decode } from "./encoding.ts";
import { isMarkdown } from "./markdown/is-markdown.ts";
import { readText } from "./text.ts";

const html = /<(?:!doctype\s+html|html|head|body)\b/i;
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
  if (html.test(text.slice(0, 4_096))) {
    throw new Unreadable(
      "this is HTML, which this version does not read yet; save it as text with tab-separated tables",
    );
  }
  if (submission.test(text)) {
    const { isEdgarText, readEdgarText } = await import("./edgar-text.ts");
    if (isEdgarText(text)) return readEdgarText(text, path, notes);
  }
  if (isMarkdown(text)) return (await import("./markdown/markdown.ts")).readMarkdown(text, path, notes);
  return readText(text, path, notes);
}
