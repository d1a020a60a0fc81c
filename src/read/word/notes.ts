/** Footnotes and endnotes, behind the text, in the order in which it refers to them. */
import { attribute, readXml } from "../office/xml.ts";
import type { Package } from "../office/package.ts";
import type { Item } from "./items.ts";
import { wordVocabulary } from "./styles.ts";
import { WordWalk, type WalkOptions } from "./walk.ts";

/** `order`: "footnote 2", "endnote 1". Notes that the text does not refer to are not printed, and not read. */
export function readNotes(
  parts: Package,
  folder: string,
  order: readonly string[],
  options: WalkOptions,
): Item[] {
  if (order.length === 0) return [];
  const numbers = new Map<string, number>();
  for (const name of order) if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
  const items: Item[] = [];
  for (const kind of ["footnote", "endnote"] as const) {
    const part = parts.part(`${folder}${kind}s.xml`);
    if (!part) continue;
    let number: number | undefined;
    const walk = new WordWalk(options);
    readXml(part, wordVocabulary, {
      open(name, attributes) {
        if (name === kind) {
          number = numbers.get(`${kind} ${attribute(attributes, "id") ?? ""}`);
          if (number !== undefined) options.pen.toNote(number);
        }
        if (number !== undefined) walk.open(name, attributes);
      },
      close(name) {
        if (number !== undefined) walk.close();
        if (name === kind) number = undefined;
      },
      text(data) {
        if (number !== undefined) walk.text(data);
      },
    });
    for (const item of walk.end().items) items.push(item);
  }
  return items;
}
