import type { Document } from "./document.ts";
import { decode } from "./encoding.ts";
import { readText } from "./text.ts";

/**
 * Bytes -> Document, the reader chosen by content.
 * @throws Unreadable when there is nothing to read: empty, binary.
 */
export function read(bytes: Uint8Array, path: string): Document {
  const { text, notes } = decode(bytes);
  return readText(text, path, notes);
}
