/** The XML of a part, read in one pass without a tree. Entities of its own are never expanded. */
import { Parser } from "htmlparser2";
import { Unreadable } from "../document.ts";

/** Elements within elements; a document of a table in a table in a text box has fewer than a hundred. */
const deepest = 1_000;
/** Bytes that are decoded and read at a time. */
const chunkSize = 1 << 18;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names without the prefix of the part's main vocabulary; others keep theirs: "mc:Fallback". */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(data: string): void;
}

/** "w:val" as "val": the documents of one program differ from those of another in prefixes. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) {
    if (key.endsWith(name) && key.charCodeAt(key.length - name.length - 1) === 58) return attributes[key];
  }
  return undefined;
}

function decoderFor(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  const [b0, b1] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return new TextDecoder("utf-16le");
  if (b0 === 0xfe && b1 === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder("utf-8");
}

/**
 * Hands the elements and the text of a part to `handler`.
 * @param main matches the address of the vocabulary whose names are given without their prefix
 * @throws Unreadable for elements without end in each other
 */
export function readXml(bytes: Uint8Array, main: RegExp, handler: XmlHandler): void {
  let prefix: string | null = null;
  let depth = 0;
  const known = new Map<string, string>();
  const plain = (name: string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const short = prefix !== null && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    if (known.size < 5_000) known.set(name, short);
    return short;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        prefix ??= prefixOf(attributes, main);
        if (++depth > deepest) {
          throw new Unreadable(
            "its elements stand in each other deeper than in any document; nothing was checked",
          );
        }
        handler.open(plain(name), attributes);
      },
      onclosetag(name) {
        depth--;
        handler.close(plain(name));
      },
      ontext(data) {
        handler.text?.(data);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = decoderFor(bytes);
  for (let at = 0; at < bytes.length; at += chunkSize) {
    parser.write(decoder.decode(bytes.subarray(at, at + chunkSize), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.end();
}

/** Null as long as no element names the vocabulary. */
function prefixOf(attributes: Attributes, main: RegExp): string | null {
  for (const key in attributes) {
    if (key === "xmlns" && main.test(attributes[key] ?? "")) return "";
    if (key.startsWith("xmlns:") && main.test(attributes[key] ?? "")) return `${key.slice(6)}:`;
  }
  return null;
}
