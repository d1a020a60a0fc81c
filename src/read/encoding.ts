import { Empty, Unreadable } from "./document.ts";

export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

const sampleSize = 65_536;
/** One control character in so many characters is the most that text has; a zero is rarer still. */
const mostControls = 20;
const mostZeros = 50;

/**
 * Bytes -> text. UTF-8 and UTF-16 by byte order mark; UTF-16 without one where every other byte is zero as in
 * no other text; UTF-8 where the bytes are valid; else what the source declares; else GB18030 where the bytes
 * are evidently Chinese; else Windows-1252, which names every byte and is what old converters write.
 * @throws Empty, and Unreadable for bytes that are no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Empty("the file is empty; nothing was checked");
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), notes: [] };
  refuseBinary(bytes);
  const text = tryDecode(bytes, "utf-8");
  if (text !== null) return { text, notes: [] };
  const declared = declaredEncoding(bytes);
  const own = declared && !latin.test(declared) ? tryDecode(bytes, declared) : null;
  if (own !== null) return { text: own, notes: [`the file was read as ${declared}, which it declares`] };
  const chinese = isChinese(bytes) ? tryDecode(bytes, "gb18030") : null;
  if (chinese !== null) {
    return { text: chinese, notes: ["the file is not valid UTF-8; it was read as GB18030"] };
  }
  return {
    text: decodeWindows(bytes),
    notes: ["the file is not valid UTF-8; it was read as Windows-1252"],
  };
}

/** What Windows-1252 puts from 0x80 on, where ISO 8859-1 has controls; blanks are bytes it leaves open. */
const windowsSigns = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Some versions of Node take Windows-1252 for ISO 8859-1 and leave controls where its signs should be. */
function decodeWindows(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** null where the bytes are not valid in it, or no such encoding is known. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** UTF-16 by its mark; without one, where a fifth of the bytes on one side of the pairs is zero and none on the other. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [b0, b1] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return "utf-16le";
  if (b0 === 0xfe && b1 === 0xff) return "utf-16be";
  if (bytes.length % 2 !== 0 || bytes.length < 16) return null;
  const sample = bytes.subarray(0, sampleSize);
  let first = 0;
  let second = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) first++;
    if (sample[i + 1] === 0) second++;
  }
  const many = sample.length / 10;
  const wide = second > many && first === 0 ? "utf-16le" : first > many && second === 0 ? "utf-16be" : null;
  return wide !== null && tryDecode(bytes, wide) !== null ? wide : null;
}

/** Names that browsers, too, take for Windows-1252. */
const latin = /^(?:iso-?8859-1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/;

/** The encoding that a page or an XML file names in its first lines. */
const declaration =
  /<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i;

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4_096));
  return declaration.exec(head)?.[1]?.toLowerCase() ?? null;
}

/** Fewer pairs say nothing. */
const leastPairs = 8;

/**
 * Nearly all bytes above ASCII stand in pairs of Chinese characters, most of them among the frequent ones,
 * whose first byte GB2312 puts between B0 and D7.
 */
function isChinese(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize);
  let high = 0;
  let pairs = 0;
  let frequent = 0;
  for (let i = 0; i < sample.length; i++) {
    const [byte = 0, next = 0] = [sample[i], sample[i + 1]];
    if (byte < 0x80) continue;
    high++;
    if (byte < 0xa1 || byte > 0xf7 || next < 0xa1) continue;
    pairs++;
    if (byte >= 0xb0 && byte <= 0xd7) frequent++;
    i++;
  }
  return pairs >= leastPairs && pairs * 10 >= high * 9 && frequent * 2 >= pairs;
}

const magics: readonly [string, string][] = [
  ["\u001f\u008b", "a gzip file"],
  ["\u0089PNG", "a PNG image"],
  ["\u00ff\u00d8\u00ff", "a JPEG image"],
];

function refuseBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [magic, name] of magics) {
    if (head.startsWith(magic)) throw new Unreadable(`this is ${name}, not text; convert it to text first`);
  }
  // Text has letters, digits and spaces; converters leave a control character here and there, also zeros.
  const sample = bytes.subarray(0, sampleSize);
  let controls = 0;
  let zeros = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  if (controls > sample.length / mostControls || zeros > sample.length / mostZeros) {
    throw new Unreadable("this is a binary file, not text; nothing was checked");
  }
}
