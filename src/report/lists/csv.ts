/** `--format csv`: the findings as a list that spreadsheets open. */
import { clean } from "../clean.ts";
import type { ReportOptions } from "../options.ts";
import type { ReportStream } from "../stream.ts";
import { findingNames, findingRows, type Row } from "./finding-rows.ts";

/** What a spreadsheet takes for a formula, also in the wide forms that Japanese and Chinese ones know. */
const formula = /^\s*[=+\-@＝＋－＠]/u;
/** The same behind what parts cells elsewhere: a semicolon in most of Europe, tabs, and the end of a row. */
const formulaWithin = /([;\t\r\n]\s{0,20})(?=[=+\-@＝＋－＠])/gu;
/** A number with its sign is one, whatever it starts with. */
const number = /^[-+]?(?:\d[\d,]*)?(?:\.\d+)?%?$/;

/** A cell of CSV. No text of a filing is ever a formula: an apostrophe keeps it a text. */
export function csvCell(value: Row[number]): string {
  if (value === null) return "";
  const text = String(value);
  const isFormula = formula.test(text) && !number.test(text);
  const within = text.replace(formulaWithin, (whole: string, before: string, at: number) =>
    isFormula && at === 0 ? whole : `${before}'`,
  );
  const safe = isFormula ? `'${within}` : within;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(row: Row): string {
  return `${row.map(csvCell).join(",")}\r\n`;
}

/** UTF-8 with a mark, by which Excel knows it. */
const mark = "\ufeff";

export function csvStream({ all, passOver }: ReportOptions): ReportStream {
  let isBegun = false;
  const begin = (): string => {
    const head = isBegun ? "" : mark + line(findingNames);
    isBegun = true;
    return head;
  };
  return {
    file(file) {
      if (file.status === "unrecognized" && (passOver || file.found === true)) return "";
      return begin() + findingRows(clean(file), all).map(line).join("");
    },
    end: begin,
  };
}
