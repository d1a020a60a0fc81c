/** A stretch of markdown -> plain text, and where each part of it stands in the source. */
import type { Piece } from "../document.ts";

export interface Plain {
  /** Trimmed. */
  readonly text: string;
  /** Where the text breaks off, skips or decodes the source; the first is at offset 0. */
  readonly pieces: readonly Piece[];
  /** Column behind the last character kept. */
  readonly endColumn: number;
}

/**
 * Escapes, tags, entities, links, footnote references and marks of strong emphasis, which some converters
 * escape. Each part is bounded.
 */
const markup =
  /(?:\\\*){2,3}|\\[!-/:-@[-`{-~]|<br\s*\/?>|<sup>[^<]{0,8}<\/sup>|<\/?[a-z][^<>]{0,200}>|&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});|!\[[^\]]{0,200}\]\([^()\s]{0,400}\)|\[\^[^\]]{1,12}\]|\[[^[\]]{0,400}\]\([^()\s]{0,400}\)|(?<=[\p{L})])\^\w{1,2}\^?|\*{2,3}|(?<!_)__(?!_)|~~|`+/giu;
/** Without any of these a source is its own text. */
const anyMarkup = /[\\<&[^*_~`]/;
/** Emphasis by one mark: it hugs what it stresses, and no letter or digit stands outside. */
const emphasis =
  /(?<![\w*\\])\*(?=[^\s*])[^*]{1,400}?(?<=[^\s*\\])\*(?![\w*])|(?<![\w_\\])_(?=[^\s_])[^_]{1,400}?(?<=[^\s_\\])_(?![\w_])/g;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  ndash: "–",
  mdash: "—",
  minus: "−",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  euro: "€",
  pound: "£",
  yen: "¥",
  bull: "•",
  middot: "·",
};

/** `source` starts at `column` of `line`. */
export function plainText(source: string, line: number, column: number): Plain {
  if (!anyMarkup.test(source)) {
    const text = source.trim();
    const start = column + source.length - source.trimStart().length;
    return { text, pieces: [{ offset: 0, line, column: start }], endColumn: start + text.length };
  }
  const out = new Mapped(line, column);
  const single = singleMarks(source);
  let at = 0;
  for (const match of source.matchAll(markup)) {
    out.keep(source, at, match.index, single);
    const [mark] = match;
    at = match.index + mark.length;
    if (mark.startsWith("\\") && mark.length === 2) out.keep(source, match.index + 1, at, single);
    else if (mark.startsWith("[") && mark.includes("](")) {
      const label = plainLabel(mark);
      out.put(label, match.index + 1, label.length);
    } else out.put(replacement(mark), match.index, mark.length);
  }
  out.keep(source, at, source.length, single);
  return out.trimmed();
}

function plainLabel(link: string): string {
  return link.slice(1, link.indexOf("](")).replace(/[*_`\\]/g, "");
}

function replacement(mark: string): string {
  if (/^<br/i.test(mark)) return " ";
  const [, decimal, hex, name] = /^&(?:#(\d+)|#x([\da-f]+)|(\w+));$/i.exec(mark) ?? [];
  if (name !== undefined) return entities[name.toLowerCase()] ?? mark;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
  if (code === null) return "";
  return code === 160 || code < 32 || code > 0x10ffff ? " " : String.fromCodePoint(code);
}

/** Offsets of marks that stand for emphasis. */
function singleMarks(source: string): ReadonlySet<number> {
  const offsets = new Set<number>();
  if (!/[*_]/.test(source)) return offsets;
  for (const match of source.matchAll(emphasis)) {
    offsets.add(match.index);
    offsets.add(match.index + match[0].length - 1);
  }
  return offsets;
}

class Mapped {
  private text = "";
  /** Source offset behind each end of a piece; a new piece starts where text and source part ways. */
  private readonly pieces: { offset: number; at: number }[] = [];
  private next = -1;

  private readonly line: number;
  private readonly column: number;

  constructor(line: number, column: number) {
    this.line = line;
    this.column = column;
  }

  /** Source text from `from` to `to`, but for marks of emphasis. */
  keep(source: string, from: number, to: number, without: ReadonlySet<number>): void {
    let start = from;
    if (without.size > 0) {
      for (let i = from; i < to; i++) {
        if (!without.has(i)) continue;
        this.put(source.slice(start, i), start, i - start);
        start = i + 1;
      }
    }
    this.put(source.slice(start, to), start, to - start);
  }

  /** `text` stands for `length` characters of the source from `at` on. */
  put(text: string, at: number, length: number): void {
    if (text === "") return;
    if (at !== this.next) this.pieces.push({ offset: this.text.length, at });
    this.text += text;
    this.next = text.length === length ? at + length : -1;
  }

  trimmed(): Plain {
    const text = this.text.trim();
    const lead = this.text.length - this.text.trimStart().length;
    const end = lead + text.length;
    const pieces = this.pieces.flatMap(({ offset, at }, i): Piece[] => {
      const until = this.pieces[i + 1]?.offset ?? this.text.length;
      if (until <= lead || offset >= end) return [];
      const skipped = Math.max(0, lead - offset);
      return [{ offset: offset + skipped - lead, line: this.line, column: this.column + at + skipped }];
    });
    const last = pieces.at(-1);
    return {
      text,
      pieces: pieces.length > 0 ? pieces : [{ offset: 0, line: this.line, column: this.column }],
      endColumn: last ? last.column + text.length - last.offset : this.column,
    };
  }
}
