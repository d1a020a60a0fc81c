/** Delimited text -> records, after RFC 4180: quoted fields may hold delimiters, line ends and doubled quotes. */
import type { Place } from "../document.ts";

export interface Field extends Place {
  /** Trimmed, without its quotes, white space as single blanks. */
  readonly text: string;
}

export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly Field[];
}

/** A quote that is not closed within this many characters is none. */
const longestQuoted = 20_000;

/**
 * The records up to the first that is enough; null where a quote is not closed or text stands beside it: then
 * it is no CSV.
 */
export function readRecords(
  text: string,
  delimiter: string,
  isEnough: (record: CsvRecord) => boolean = () => false,
): readonly CsvRecord[] | null {
  const quoted = /[ \u00a0]*"((?:[^"]|"")*)"[ \u00a0]*/y;
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, "y");
  const end = new RegExp(`${delimiter}|\\r\\n|\\n|\\r|$`, "y");
  const records: CsvRecord[] = [];
  let fields: Field[] = [];
  let line = 1;
  let recordLine = 1;
  let lineStart = 0;
  for (let at = 0; at <= text.length; ) {
    quoted.lastIndex = at;
    plain.lastIndex = at;
    const isQuoted = /^[ \u00a0]*"/.test(text.slice(at, at + 20));
    const match = isQuoted ? quoted.exec(text) : plain.exec(text);
    if (!match || (isQuoted && match[0].length > longestQuoted)) return null;
    const value = match[1]?.replaceAll('""', '"') ?? match[0];
    const lead = isQuoted ? match[0].indexOf('"') + 1 : 0;
    const column = at - lineStart + lead + value.length - value.trimStart().length + 1;
    const kept = value.trim();
    fields.push({ text: kept.replace(/\s+/g, " "), line, column, endColumn: column + kept.length });
    at += match[0].length;
    if (isQuoted) {
      for (const found of match[0].matchAll(/\r\n|\n|\r/g)) {
        line++;
        lineStart = at - match[0].length + found.index + found[0].length;
      }
    }
    end.lastIndex = at;
    const [mark] = end.exec(text) ?? [];
    if (mark === undefined) return null;
    at += mark.length;
    if (mark === delimiter) continue;
    const record = { line: recordLine, fields };
    records.push(record);
    fields = [];
    line++;
    recordLine = line;
    lineStart = at;
    if (isEnough(record) || mark === "") break;
  }
  return records;
}
