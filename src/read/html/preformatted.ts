/** What stands in `<pre>`: its blanks and line breaks are the layout of its tables, as in a plain text. */
import type { Block } from "../document.ts";
import { edgarLine } from "../edgar-text.ts";
import { layOut } from "../layout/layout.ts";
import type { Line, Word } from "../layout/line.ts";
import type { Lines } from "./lines.ts";

/** Tags of EDGAR's plain text that mark its tables. Between blanks they are text: their places mark columns. */
const edgarTags = /^(?:caption|s|c|page|fn|f\d{1,2})$/;

/** Which tags between kept blanks are read as the plain text has them, and not as markup. */
export class PlainTags {
  readonly #text: string;
  /** The next tag that tells a table of markup, which has rows, from one of plain text; where it was looked for from. */
  readonly #next = /<(?:(tr|td|th)\b|\/(?:table|pre)\b)/gi;
  #from = 0;
  #at = -1;
  #isRow = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** `at`: where the opening tag of this name stands. */
  has(name: string, at: number): boolean {
    return edgarTags.test(name) || (name === "table" && !this.#hasRows(at));
  }

  #hasRows(at: number): boolean {
    if (at < this.#from || at > this.#at) {
      this.#from = at;
      this.#next.lastIndex = at;
      const found = this.#next.exec(this.#text);
      this.#at = found?.index ?? Number.POSITIVE_INFINITY;
      this.#isRow = found?.[1] !== undefined;
    }
    return this.#isRow;
  }
}

/** A stretch of text, and where its source starts. */
interface Stretch {
  readonly text: string;
  readonly at: number;
}

/** From this column of the line as it is shown, from 0, on: the offset in the source. */
interface Origin {
  readonly from: number;
  readonly at: number;
}

export class Preformatted {
  readonly #stretches: Stretch[] = [];

  /** `at`: where `text` starts in the source. */
  add(text: string, at: number): void {
    this.#stretches.push({ text, at });
  }

  /** A line break of the markup. */
  breakLine(at: number): void {
    this.#stretches.push({ text: "\n", at });
  }

  blocks(lines: Lines): Block[] {
    return layOut([...this.#lines(lines)]);
  }

  /** Tags and entities take more room in the source than on the line that is shown. */
  *#lines(table: Lines): Generator<Line> {
    let shown = "";
    let origins: Origin[] = [];
    for (const { text, at } of this.#stretches) {
      let from = 0;
      for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
        if (index > from) origins.push({ from: shown.length, at: at + from });
        yield placed(shown + text.slice(from, index), origins, at + index, table);
        [shown, origins, from] = ["", [], index + end.length];
      }
      if (from === text.length) continue;
      origins.push({ from: shown.length, at: at + from });
      shown += text.slice(from);
    }
    if (shown !== "") yield placed(shown, origins, 0, table);
  }
}

/** `end`: where a line without text lies. */
function placed(shown: string, origins: readonly Origin[], end: number, table: Lines): Line {
  let next = 0;
  /** Columns are asked for from left to right. */
  const place = (column: number): number => {
    while ((origins[next + 1]?.from ?? Number.POSITIVE_INFINITY) <= column) next++;
    const origin = origins[next];
    return origin ? table.at(origin.at + column - origin.from).column : column + 1;
  };
  const { line } = table.at(origins[0]?.at ?? end);
  const own = edgarLine(line, shown);
  const words = own.words.map((word): Word => {
    const column = place(word.column - 1);
    // Behind its last character: a tag may follow.
    return { ...word, column, endColumn: place(word.endColumn - 2) + 1 };
  });
  return { ...own, words };
}
