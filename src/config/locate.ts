import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "./yaml.ts";

export type KeyPath = readonly (string | number)[];

/** A place in a config, by its keys. */
export interface Spot {
  readonly path: KeyPath;
  /** The key itself, not what stands behind it. */
  readonly onKey?: boolean;
  /** UTF-16 units into the string at the path. */
  readonly at?: number;
}

/** Where things stand in the text of a config. JSON is YAML, so one reader tells for both. */
export function locator(
  text: string,
): (spot: Spot) => { readonly line: number; readonly column: number } | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, keepSourceTokens: false });
  return ({ path, onKey, at }) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const [depth, part] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
        if (!pair) break;
        if (onKey && depth === path.length - 1 && isScalar(pair.key)) {
          offset = pair.key.range?.[0] ?? offset;
          node = null;
          break;
        }
        node = pair.value;
      } else if (isSeq(node) && typeof part === "number") {
        node = node.items[part];
      } else break;
      if (node !== null && typeof node === "object" && "range" in node && Array.isArray(node.range)) {
        offset = Number(node.range[0]);
      }
    }
    if (at !== undefined && isScalar(node) && typeof node.value === "string") {
      // Only where the text stands there unescaped can a character of it be pointed at.
      const start = text.indexOf(node.value, offset);
      if (start >= 0 && start - offset <= 1) offset = start + at;
    }
    const { line, col } = counter.linePos(offset);
    return line === 0 ? null : { line, column: col };
  };
}
