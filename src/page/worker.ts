/**
 * The check in a page: files in, the report and the findings as JSON and CSV out. It runs in a worker, so that the
 * page never freezes.
 */
import { defaultConfidence, type FileReport } from "../report/report.ts";
import { htmlStream } from "../report/html/html.ts";
import { jsonStream } from "../report/json.ts";
import { csvStream } from "../report/lists/csv.ts";
import { plainOptions } from "../report/options.ts";
import { emptyReport } from "../report/empty.ts";
import { rules } from "../rules/index.ts";
import { checkFiling } from "../run.ts";
import { version } from "../version.ts";
import { prepareParts } from "./parts.ts";

interface Asked {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** What the page is told: which file is read now, or how all of them came out. */
export type Told =
  | { readonly kind: "reading"; readonly path: string; readonly number: number }
  | { readonly kind: "done"; readonly html: string; readonly json: string; readonly csv: string };

declare function postMessage(told: Told): void;
declare function addEventListener(kind: "message", listener: (event: { readonly data: Asked }) => void): void;

prepareParts();
addEventListener("message", async ({ data: { files } }) => {
  const options = { ...plainOptions, rules };
  const [html, json, csv] = [htmlStream(options, version), jsonStream(version), csvStream(options)];
  const texts = { json: "", csv: "" };
  for (const [i, { path, bytes }] of files.entries()) {
    postMessage({ kind: "reading", path, number: i + 1 });
    const report = await check(path, bytes);
    html.file(report);
    const found = findingsOnly(report);
    texts.json += json.file(found);
    texts.csv += csv.file(found);
  }
  postMessage({
    kind: "done",
    html: html.end(),
    json: texts.json + json.end(),
    csv: texts.csv + csv.end(),
  });
});

/** A crash is told of the file that it happened with; the others are checked all the same. */
async function check(path: string, bytes: Uint8Array): Promise<FileReport> {
  try {
    return await checkFiling(bytes, { path, confidence: defaultConfidence, content: true });
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const sentence = `${path} could not be checked because kc-check failed on it (${reason}); please report this`;
    return emptyReport(path, "unreadable", sentence);
  }
}

/** As a check without the filing itself and without what ties would have it. */
function findingsOnly({ content: _content, figureList: _figures, ...report }: FileReport): FileReport {
  return {
    ...report,
    checks: report.checks.filter(({ status }) => status === "fail" || status === "warn"),
  };
}
