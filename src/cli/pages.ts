/** `--format html --output index.html` of many filings: the index there, and a page of each filing in a folder beside it. */
import { basename, dirname, join } from "node:path";
import type { archivePages } from "../report/html/archive.ts";
import type { ReportOptions } from "../report/options.ts";
import type { ReportStream } from "../report/stream.ts";
import type { Io } from "../io.ts";

/** "report-pages" beside "report.html". */
export function folderOfPages(output: string): string {
  return join(dirname(output), `${basename(output).replace(/\.html?$/i, "")}-pages`);
}

/** Writes the page of each filing as it ends; what is left for the output is the index. */
export function pagesStream(
  make: typeof archivePages,
  output: string,
  io: Io,
): (options: ReportOptions, version: string) => ReportStream {
  return (options, version) => {
    const folder = folderOfPages(output);
    const pages = make(options, version, { index: basename(output), folder: basename(folder) });
    let isFirst = true;
    return {
      file(file) {
        const page = pages.page(file);
        if (page === null) return "";
        if (isFirst) io.createFolder(folder);
        isFirst = false;
        const written = io.createFile(join(folder, page.name));
        written.write(page.text);
        written.close();
        return "";
      },
      end: () => pages.index(),
    };
  };
}
