/** The parser of markup, for sources that leave elements open without end. */
import { Parser } from "htmlparser2";

/**
 * Inline elements below which further ones, and elements below which any, are taken as empty: converters
 * left `<font>` open, and the parser's stack costs its depth for each tag.
 */
const deepestInline = 512;
const deepest = 4_000;
const inlineTags = new Set(
  "a b big em font i s small span strike strong sub sup tt u ins del ix:nonnumeric".split(" "),
);

/** A parser that nests no deeper than that. */
export class BoundedParser extends Parser {
  /** How many elements are open. */
  nested = (): number => 0;
  /** The same where the open tag now read began: the parser asks twice for each. */
  #depth = 0;
  #closing = false;

  override onopentagname(start: number, endIndex: number): void {
    this.#depth = this.nested();
    super.onopentagname(start, endIndex);
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#closing = true;
    super.onclosetag(start, endIndex);
    this.#closing = false;
  }

  override isVoidElement(name: string): boolean {
    if (super.isVoidElement(name)) return true;
    if (this.#closing || this.#depth < deepestInline) return false;
    return this.#depth >= deepest || inlineTags.has(name);
  }
}
