/** What the styles of a Word document say of the text that has them. */
import { attribute, readXml } from "../office/xml.ts";

/** The vocabulary of Word, in both editions of the standard. */
export const wordVocabulary =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)$/;

/** Null where a style leaves it to the one it is based on. */
export interface TextStyle {
  readonly hidden: boolean | null;
  readonly raised: boolean | null;
  readonly bold: boolean | null;
  /** Points by which the paragraph is set in. */
  readonly indent: number | null;
  /** The level of a heading, from 0; "toc" for the lines of a table of contents. */
  readonly level: number | "toc" | null;
  /** It sets tab stops of its own. */
  readonly stops: boolean | null;
}

export const plainStyle: TextStyle = {
  hidden: null,
  raised: null,
  bold: null,
  indent: null,
  level: null,
  stops: null,
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Attributes of a switch such as `w:vanish`: on unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}

const twipsOfPoint = 20;

/** Points by which `w:ind` sets the first line in. */
export function indentOf(attributes: Readonly<Record<string, string>>): number {
  const twips = (name: string): number => Number.parseFloat(attribute(attributes, name) ?? "0") || 0;
  const left = twips("left") || twips("start");
  return (left + twips("firstLine") - twips("hanging")) / twipsOfPoint;
}

/** "Heading 2", "Title", "toc 1" by the names that every language edition of Word keeps. */
function levelOf(name: string): TextStyle["level"] {
  const plain = name.toLowerCase();
  const heading = /^heading (\d)$/.exec(plain);
  if (heading) return Number(heading[1]) - 1;
  if (/^(?:toc \d|table of figures)$/.test(plain)) return "toc";
  return plain === "title" ? 0 : null;
}

/** More styles than a document has are not followed. */
const mostStyles = 20_000;
/** A style is based on another, that on a third; a ring of them ends here. */
const longestChain = 20;

/** The styles of a document by their identifiers, each with what it takes over from others. */
export class Styles {
  readonly #own = new Map<string, TextStyle & { readonly basis: string | null }>();
  readonly #whole = new Map<string, TextStyle>();
  #defaultParagraph: string | null = null;

  /** `part`: "word/styles.xml", null where there is none. */
  constructor(part: Uint8Array | null) {
    if (part) this.#read(part);
  }

  #read(part: Uint8Array): void {
    let id: string | null = null;
    let basis: string | null = null;
    let style: Mutable<TextStyle> = { ...plainStyle };
    readXml(part, wordVocabulary, {
      open: (name, attributes) => {
        const value = attribute(attributes, "val");
        if (name === "style") {
          id = attribute(attributes, "styleId") ?? null;
          basis = null;
          style = { ...plainStyle };
          const isDefault = attribute(attributes, "default");
          if (attribute(attributes, "type") === "paragraph" && isDefault !== undefined && isOn(isDefault))
            this.#defaultParagraph = id;
        }
        if (id === null) return;
        if (name === "basedOn") basis = value ?? null;
        else if (name === "name") style.level ??= levelOf(value ?? "");
        else if (name === "vanish") style.hidden = isOn(value);
        else if (name === "vertAlign") style.raised = value === "superscript";
        else if (name === "b") style.bold = isOn(value);
        else if (name === "ind") style.indent = indentOf(attributes);
        else if (name === "tab") style.stops = true;
        else if (name === "outlineLvl") {
          const level = Number(value);
          if (level >= 0 && level < 9) style.level ??= level;
        }
      },
      close: (name) => {
        if (name !== "style" || id === null) return;
        if (this.#own.size < mostStyles) this.#own.set(id, { ...style, basis });
        id = null;
      },
    });
  }

  /** Of the style with this identifier, of the default one of paragraphs for null. */
  of(id: string | null): TextStyle {
    const key = id ?? this.#defaultParagraph;
    if (key === null) return plainStyle;
    const known = this.#whole.get(key);
    if (known) return known;
    const style: Mutable<TextStyle> = { ...plainStyle };
    let next: string | null = key;
    for (let i = 0; next !== null && i < longestChain; i++) {
      const own = this.#own.get(next);
      if (!own) break;
      style.hidden ??= own.hidden;
      style.raised ??= own.raised;
      style.bold ??= own.bold;
      style.indent ??= own.indent;
      style.level ??= own.level;
      style.stops ??= own.stops;
      next = own.basis;
    }
    this.#whole.set(key, style);
    return style;
  }
}
