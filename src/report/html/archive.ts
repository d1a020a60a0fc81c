/**
 * An archive in HTML: a page of its own for each filing, written as it ends, and an index that leads to them, sorted,
 * filtered and searched in the browser alone. What is kept of a filing is its line of the index.
 */
import { sha256 } from "../../findings/sha256.ts";
import { isBaselined } from "../honesty.ts";
import type { ReportOptions } from "../options.ts";
import { findingSentence } from "../finding-sentence.ts";
import type { FileReport } from "../report.ts";
import { filingPage, nameOf } from "./html.ts";
import { type IndexedFiling, type IndexedFinding, indexPage } from "./index-page.ts";
import type { Finding } from "./marks.ts";

/** A file to be written beside the others. */
export interface PageFile {
  readonly name: string;
  readonly text: string;
}

export interface ArchivePages {
  /** The page of a filing; null for a file that is passed over. */
  page(file: FileReport): PageFile | null;
  /** The index, after the last filing. */
  index(): string;
}

const hashLength = 12;

/** The same name for the same path in every run: what links to it goes on doing so. */
function pageName(path: string): string {
  const last = path.split(/[\\/!]/).at(-1) ?? "";
  const plain = last.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${plain.slice(0, 40)}-${sha256(path).slice(0, hashLength)}.html`.replace(/^-/, "");
}

function indexed({ number, check }: Finding): IndexedFinding {
  const { display, rule, status, confidence } = check;
  return {
    number,
    rule,
    state: isBaselined(check) ? "accepted" : status === "fail" ? "breaks" : "warns",
    confidence: isBaselined(check) ? null : confidence,
    period: display.period,
    sentence: findingSentence(check),
  };
}

/**
 * `index`: the name of the index; `folder`: that of the folder of the pages beside it. Both stand in links only.
 */
export function archivePages(
  options: ReportOptions,
  version: string,
  { index, folder }: { readonly index: string; readonly folder: string },
): ArchivePages {
  const filings: IndexedFiling[] = [];
  return {
    page(file) {
      if (options.passOver && file.status === "unrecognized") return null;
      const { html, findings } = filingPage(file, options, version, `../${encodeURIComponent(index)}`);
      const name = pageName(file.path);
      // What the index says of it is kept, not the filing.
      const { content: _content, figureList: _figureList, ...rest } = file;
      filings.push({
        name: nameOf(file),
        link: `${encodeURIComponent(folder)}/${encodeURIComponent(name)}`,
        file: { ...rest, checks: file.checks.map(withoutParts), untied: [], skipped: [] },
        findings: findings.map(indexed),
      });
      return { name, text: html };
    },
    index: () => indexPage(filings, version),
  };
}

/** Of a check what is counted of it. */
function withoutParts(check: FileReport["checks"][number]): FileReport["checks"][number] {
  return { ...check, terms: [], related: [], excerpt: null, diagnosis: null };
}
