/** What lies packed in a PDF, measured before a reader unpacks it whole into memory. */
import { isFlate, unpack } from "./filters.ts";

/** Pages of text unpack to a few hundred kilobytes, the fonts of a large alphabet to some ten megabytes. */
const mostUnpacked = 64 * 1024 * 1024;
/** All streams of a PDF together. */
const mostInAll = 512 * 1024 * 1024;
/** Streams may be packed several times over; nobody does so more often. */
const mostLayers = 4;
/** A page is drawn by streams of its own; a header may be one that is used twice. */
const mostUses = 4;
/** Dictionaries of streams are shorter. */
const longestDictionary = 4_096;

const keyword = "stream";
const image = /\/Subtype\s*\/Image\b/;
const filter = /\/F(?:ilter)?\s{0,9}(?:\[([^\]]{0,200})\]|\/(\w{1,20}))/;
const drawn = /\/Contents\s{0,9}(?:\[|(\d{1,10}\s{1,9}\d{1,5}\s{1,9}R))/g;
const reference = /(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/g;

/**
 * Whether the streams of the PDF unpack (PDF 32000-1:2008, 7.4) to more than any filing needs, as those that are
 * made to fill a memory do. Images are passed over, since whoever reads text does not unpack them; but not where
 * a page is drawn by one.
 */
export function isOverfull(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const uses = contentsOf(buffer);
  if (uses === null) return true;
  let inAll = 0;
  for (let at = buffer.indexOf(keyword); at >= 0; at = buffer.indexOf(keyword, at + keyword.length)) {
    // Of the keyword that ends a stream.
    if (buffer.toString("latin1", Math.max(0, at - 3), at) === "end") continue;
    let start = at + keyword.length;
    if (buffer[start] === 0x0d) start++;
    if (buffer[start] === 0x0a) start++;
    const before = buffer.toString("latin1", Math.max(0, at - longestDictionary), at);
    const object = before.lastIndexOf(" obj");
    const dictionary = before.slice(object + 1);
    const number = /(?<!\d)(\d{1,10})\s{1,9}\d{1,5}$/.exec(
      before.slice(Math.max(0, object - 24), Math.max(0, object)),
    )?.[1];
    const isDrawn = number !== undefined && uses.has(number);
    if (image.test(dictionary) && !isDrawn) continue;
    const size = sizeOf(buffer.subarray(start), filtersOf(dictionary));
    if (size === "more") return true;
    inAll += size;
    if (inAll > mostInAll) return true;
  }
  return false;
}

/** The objects that pages are drawn by; null where one is to be drawn over and over again. */
function contentsOf(buffer: Buffer): ReadonlySet<string> | null {
  const all = new Set<string>();
  const text = buffer.toString("latin1");
  let read = 0;
  for (const { index, 0: begun, 1: one } of text.matchAll(drawn)) {
    // Where lists begin and do not end, none is read twice.
    if (index < read) continue;
    const end = one === undefined ? text.indexOf("]", index) : index + begun.length;
    if (end < 0) break;
    read = end;
    const uses = new Map<string, number>();
    for (const [, number = ""] of text.slice(index, end).matchAll(reference)) {
      const count = (uses.get(number) ?? 0) + 1;
      if (count > mostUses) return null;
      uses.set(number, count);
      all.add(number);
    }
  }
  return all;
}

/** Null where the dictionary does not say them itself. */
function filtersOf(dictionary: string): readonly string[] | null {
  const [, several, one] = filter.exec(dictionary) ?? [];
  if (one !== undefined) return [one];
  const names: readonly string[] = several?.match(/\w+/g) ?? [];
  // A reference to where the names stand.
  return names.length === 0 || names.includes("R") ? null : names;
}

/** Bytes that come out of a stream, or "more" than any filing needs. */
function sizeOf(packed: Uint8Array, filters: readonly string[] | null): number | "more" {
  let layer = packed;
  let size = 0;
  if (filters !== null && filters.length > mostLayers) return "more";
  for (let depth = 0; depth <= mostLayers; depth++) {
    const name = filters === null || filters[depth] === undefined ? null : filters[depth];
    if (filters !== null && name === null) return size;
    if (filters === null && !isFlate(layer)) return size;
    const unpacked = unpack(name ?? "FlateDecode", layer, mostUnpacked);
    if (unpacked === null) return size;
    if (unpacked === "more" || depth === mostLayers) return "more";
    layer = unpacked;
    size += layer.length;
  }
  return size;
}
