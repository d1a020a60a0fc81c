/** Whether a text is one table of delimited values and nothing else, and by which mark. */
import { readFigure } from "../../money/figure.ts";
import { isAmountWithPercent } from "../glued-percents.ts";
import { type CsvRecord, readRecords } from "./records.ts";

const delimiters = ["\t", ";", ","] as const;

/** So many records tell; a file of fewer than three is no statement. */
const sampled = 200;
const leastRecords = 3;
/** Lines of title above the table and of notes below it. */
const mostTitles = 6;

export function csvDelimiter(text: string): string | null {
  const head = text.slice(0, 100_000);
  // Where tabs part the cells of most lines, commas are within their numbers.
  const marks = isTabbed(head) ? (["\t"] as const) : delimiters;
  return marks.find((mark) => head.includes(mark) && isTable(head, mark)) ?? null;
}

function isTabbed(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => line.includes("\t")).length * 2 > lines.length;
}

/**
 * As many fields in each record but for lines of title above and below, and figures behind the first field in
 * half of them. A text with prose between its tables is none: commas of sentences give no steady count, and
 * where tabs part the cells every line has as many.
 */
function isTable(text: string, mark: string): boolean {
  const all = readSample(text, mark);
  if (!all) return false;
  const first = all.findIndex((record) => !isTitle(record));
  const last = all.findLastIndex((record) => !isTitle(record));
  const records = all.slice(first, last + 1);
  const titles = all.length - records.length;
  if (first < 0 || records.length < leastRecords || titles > mostTitles) return false;
  const width = records[0]?.fields.length ?? 0;
  if (width < 2 || records.some(({ fields }) => fields.length !== width)) return false;
  if (mark === "\t" && titles > 0) return false;
  const numeric = records.filter(({ fields }) =>
    fields
      .slice(1)
      .some(
        ({ text: value }) =>
          readFigure(value).kind === "figure" || /^\d[\d.]*,\d+$/.test(value) || isAmountWithPercent(value),
      ),
  );
  return numeric.length * 2 >= records.length;
}

const isTitle = ({ fields }: CsvRecord): boolean => fields.length === 1;

/** The records that are not blank; null as soon as they cannot be those of one table. */
function readSample(text: string, mark: string): readonly CsvRecord[] | null {
  const filled: CsvRecord[] = [];
  let read = 0;
  let titles = 0;
  let width = 0;
  let isSteady = true;
  const readable = readRecords(text, mark, (record) => {
    if (record.fields.some((field) => field.text !== "")) {
      filled.push(record);
      if (isTitle(record)) titles++;
      else {
        width ||= record.fields.length;
        isSteady = record.fields.length === width;
      }
    }
    return !isSteady || titles > mostTitles || ++read >= sampled;
  });
  return readable !== null && isSteady && titles <= mostTitles ? filled : null;
}
