/** A report in pieces: what each file adds is written as the file ends, so that memory does not grow with the files. */
import type { ReportOptions } from "./options.ts";
import type { FileReport, Report } from "./report.ts";

export interface ReportStream {
  /** The text that one more file adds. */
  file(file: FileReport): string;
  /** What comes after the last file. */
  end(): string;
  /** The whole report, where it is no text: `file` and `end` then give none. */
  bytes?(): Promise<Uint8Array>;
}

/** Opens the report of one format. `version` is that of the tool. */
export type Reporter = (options: ReportOptions, version: string) => ReportStream;

/** The whole text of a report that is there already. */
export function streamed(report: Report, stream: ReportStream): string {
  return report.files.map((file) => stream.file(file)).join("") + stream.end();
}

/** A reporter that must see everything first: the files are kept, the text comes at the end. */
export function collected(report: (files: readonly FileReport[]) => string): ReportStream {
  const files: FileReport[] = [];
  return {
    file(file) {
      files.push(file);
      return "";
    },
    end: () => report(files),
  };
}
