/** Offsets of a text -> lines and columns, 1-based; a line ends with CRLF, LF or CR. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tells the places of offsets, in a text or in what is put together while it is read. */
export interface Lines {
  at(offset: number): Position;
}

export class LineTable implements Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    const end = /\r\n|\n|\r/g;
    for (let match = end.exec(text); match; match = end.exec(text)) this.#starts.push(end.lastIndex);
  }

  at(offset: number): Position {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}
