import { type Document, Unreadable } from "./document.ts";
import { decode } from "./encoding.ts";
import { readText } from "./text.ts";

const html = /<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * Bytes -> Document, the reader chosen by content.
 * @throws Unreadable when there is nothing to read: empty, binary.
 */
export function read(bytes: Uint8Array, path: string): Document {
  const { text, notes } = decode(bytes);
  if (html.test(text.slice(0, 4_096))) {
    throw new Unreadable(
      "this is HTML, which this version does not read yet; save it as text with tab-separated tables",
    );
  }
  return readText(text, path, notes);
}
