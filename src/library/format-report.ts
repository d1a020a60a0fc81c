/** Reports for programs: the formats of the command line, from results. */
import { didYouMean } from "../config/suggest.ts";
import { entries, type Entry, type Format, formats } from "../report/formats.ts";
import { type ReportOptions, plainOptions } from "../report/options.ts";
import type { FileReport } from "../report/report.ts";
import { rules } from "../rules/index.ts";
import { version } from "../version.ts";

/** How a report looks; each option is that of the command line. `width` is in characters of a terminal. */
export type FormatOptions = Partial<Pick<ReportOptions, "width" | "all" | "verbose" | "quiet">>;

/**
 * The text of a report on these results, in their order, as the command line writes it, without colour.
 * For `html`, check the filings with `content: true`: that page shows the filing itself. Lists of what ties need
 * `all: true` there and here.
 * @throws TypeError (as a rejection) for an unknown format, and for `html` without the content of a filing
 */
export async function formatReport(
  files: FileReport | readonly FileReport[],
  format: Format,
  options: FormatOptions = {},
): Promise<string> {
  const entry = formats.includes(format) ? entries[format] : undefined;
  if (!entry) {
    throw new TypeError(
      `formatReport: there is no format ${JSON.stringify(format)}${didYouMean(String(format), formats)}; use one of ${formats.join(", ")}`,
    );
  }
  if (entry.binary) throw new TypeError(`formatReport: ${format} is no text; formatWorkbook gives its bytes`);
  return textOf(entry, listed(files), format, options);
}

/**
 * The findings as a workbook of Excel, and every figure with its tick where `all` is asked for here and in the
 * check.
 */
export async function formatWorkbook(
  files: FileReport | readonly FileReport[],
  options: Pick<FormatOptions, "all"> = {},
): Promise<Uint8Array> {
  const { workbookStream } = await import("../report/lists/workbook.ts");
  const stream = workbookStream({ ...plainOptions, all: options.all === true });
  for (const file of listed(files)) stream.file(file);
  return (await stream.bytes?.()) ?? new Uint8Array();
}

function listed(files: FileReport | readonly FileReport[]): readonly FileReport[] {
  return Array.isArray(files) ? (files as readonly FileReport[]) : [files as FileReport];
}

async function textOf(
  entry: Entry,
  list: readonly FileReport[],
  format: Format,
  options: FormatOptions,
): Promise<string> {
  const bare = list.find(({ error, content }) => error === null && content === undefined);
  if (entry.content && bare) {
    throw new TypeError(
      `formatReport: ${format} shows the filing itself, and the result of ${bare.path} does not hold it; check it with content: true`,
    );
  }
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const stream = (await entry.load())({ ...plainOptions, rules, ...given }, version);
  return list.map((file) => stream.file(file)).join("") + stream.end();
}
