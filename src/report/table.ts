/**
 * The report for the terminal, the face of the product. Per file: a headline, what does not tie as a
 * table, each finding at length, and one line that says how much was looked at.
 */
import { changeLines } from "./changes.ts";
import { clean } from "./clean.ts";
import { findingLines } from "./finding.ts";
import { findingsTable, type Numbered } from "./findings-table.ts";
import {
  breakWords,
  counted,
  emptyTally,
  honestyLine,
  honestyOf,
  isBaselined,
  isBreak,
  isFinding,
  sortUntied,
  summaryOf,
  tallied,
  tieWords,
  toldOf,
  wasChecked,
} from "./honesty.ts";
import {
  baselinedLines,
  figureLines,
  figureListLines,
  noteLines,
  passingLines,
  skippedLines,
  untiedLines,
} from "./listing.ts";
import type { ReportOptions } from "./options.ts";
import { formatPeriods } from "./period.ts";
import type { FileReport, Report } from "./report.ts";
import { type ReportStream, streamed } from "./stream.ts";
import { width, wrap } from "./width.ts";

/** More warnings than these are told one by one only when asked. */
const mostTold = 5;

/** A block of lines; blocks are set off by an empty line. */
type Block = readonly string[];

function name(file: FileReport): string {
  if (file.path === "-") return "standard input";
  return file.path === "" ? '""' : file.path;
}

function headline(file: FileReport, { paint, width: room }: ReportOptions): Block {
  const currencies = file.currencies.join(" and ");
  const money = [currencies, file.scale ?? ""].filter((part) => part !== "").join(", ");
  const facts = [file.issuer ?? "", formatPeriods(file.periods), money]
    .filter((part) => part !== "")
    .join(" · ");
  if (facts === "") return [paint.bold(name(file))];
  if (width(`${name(file)} · ${facts}`) <= room) return [`${paint.bold(name(file))} · ${facts}`];
  // The path is never cut, it is what people copy; what describes the filing may go to a second line.
  return [paint.bold(name(file)), ...wrap(facts, room - 1).map((line) => ` ${line}`)];
}

function errorBlock(file: FileReport, { paint, width: room }: ReportOptions): Block {
  const colour = file.status === "unreadable" ? paint.red : paint.yellow;
  const read = file.figures.printed > 0 ? "Nothing could be checked" : "No financial table found";
  const what = file.status === "unreadable" ? "Could not be checked" : read;
  return [` ${colour(what)}`, ...wrap(unrepeated(file.error ?? ""), room - 1).map((line) => ` ${line}`)];
}

/** Without what the heading says already. */
function unrepeated(error: string): string {
  return error.replace(/^no financial table was found in it(?:; |\s*)(.?)/, (_, first: string) =>
    first.toUpperCase(),
  );
}

function verdict(file: FileReport, { paint }: ReportOptions): string {
  const told = toldOf(file);
  const { failures, warnings } = told;
  const warned = warnings > 0 ? ` · ${paint.yellow(counted(warnings, "warning"))}` : "";
  const [first, ...doubted] = breakWords(told);
  if (first !== undefined) {
    const colour = failures > 0 ? paint.red : paint.yellow;
    return ` ${[paint.bold(colour(first)), ...doubted.map(paint.yellow)].join(" · ")}${warned}`;
  }
  // "Everything ties" would be true and misleading when nothing was compared with anything.
  if (file.counts.pass === 0 && warnings === 0) {
    return ` ${paint.yellow("Nothing could be checked: no printed figure is determined by others")}`;
  }
  if ((file.since?.known ?? 0) > 0) return ` ${paint.green("Nothing new")}${warned}`;
  if (file.counts.pass === 0) return ` ${paint.yellow("Nothing ties for certain")}${warned}`;
  const { baselined = 0 } = file.counts;
  const known = baselined > 0 ? ` · ${counted(baselined, "finding")} accepted by the baseline` : "";
  const colour = file.untiedStatements ? paint.yellow : paint.green;
  return ` ${colour(tieWords(file))}${known}${warned}`;
}

/** What a statement misses in which nothing ties. */
function statementLines({ untiedStatements = [] }: FileReport, { paint, width: room }: ReportOptions): Block {
  return untiedStatements.flatMap((sentence) =>
    wrap(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`, room - 3).map(
      (line, i) => `${i === 0 ? " " : "   "}${paint.yellow(line)}`,
    ),
  );
}

function quietSection(
  file: FileReport,
  path: string,
  failures: readonly Numbered[],
  likely: readonly Numbered[],
  options: ReportOptions,
): readonly Block[] {
  if (!wasChecked(file)) return [[options.paint.bold(name(file))], errorBlock(file, options)];
  const resolved = file.since ? resolvedLines(file.since, options) : [];
  if (failures.length + likely.length + resolved.length === 0) return [];
  return [
    [options.paint.bold(name(file))],
    failures.length === 0 ? [] : findingsTable(failures, path, options, options.paint.red),
    likely.length === 0 ? [] : likelyTable(likely, path, options),
    resolved,
  ];
}

/** Breaks that are less than certain, under a line that says so. */
function likelyTable(likely: readonly Numbered[], path: string, options: ReportOptions): Block {
  const { paint } = options;
  const words = breakWords({ failures: 0, likely: likely.length, warnings: 0 }).join("");
  const heading = ` ${paint.yellow(words)}`;
  return [heading, "", ...findingsTable(likely, path, options, paint.yellow)];
}

function resolvedLines(
  { resolved }: NonNullable<FileReport["since"]>,
  { paint, width: room }: ReportOptions,
): readonly string[] {
  return resolved.flatMap(({ message }) =>
    wrap(`resolved: ${message}`, room - 3).map((line, i) =>
      i === 0 ? ` ${paint.green(line)}` : `   ${line}`,
    ),
  );
}

function sinceLines(since: NonNullable<FileReport["since"]>, options: ReportOptions): readonly string[] {
  const { known } = since;
  const lines = resolvedLines(since, options);
  return known === 0
    ? lines
    : [...lines, ` ${options.paint.dim(`${counted(known, "finding")} known before`)}`];
}

function countLines(text: string, { paint, width: room, wrapsCounts }: ReportOptions): Block {
  return (wrapsCounts ? wrap(text, room - 1) : [text]).map((line) => ` ${paint.dim(line)}`);
}

function comparedLine({ path, compared }: NonNullable<FileReport["prior"]>): string {
  return compared === 0
    ? `Nothing of ${path} could be compared: no line, period and currency in common`
    : `${counted(compared, "comparative")} checked against ${path}`;
}

/** `path` is the path as given, for links; everything in `file` is cleaned for print. */
function fileSection(file: FileReport, path: string, options: ReportOptions): readonly Block[] {
  const { paint, verbose, all } = options;
  const failing = file.checks.filter((check) => check.status === "fail" && isFinding(check));
  const warning = file.checks.filter((check) => check.status === "warn" && isFinding(check));
  const baselined = file.checks.filter(isBaselined);
  const ordered = [...failing, ...warning.filter(isBreak), ...warning.filter((check) => !isBreak(check))];
  const numbered = ordered.map((check, index) => ({ number: index + 1, check }));
  const failures = numbered.filter(({ check }) => check.status === "fail");
  const likely = numbered.filter(({ check }) => check.status !== "fail" && isBreak(check));
  const warnings = numbered.slice(failures.length + likely.length);
  if (options.quiet) return quietSection(file, path, failures, likely, options);
  if (!wasChecked(file)) return [headline(file, options), errorBlock(file, options)];

  // Over an archive a file that has nothing new is only counted.
  const isNews = failing.length + warning.length + (file.since?.resolved.length ?? 0) > 0;
  if (file.since && !file.changes && !isNews && !verbose && !all) return [];

  const blocks: Block[] = [headline(file, options), [verdict(file, options)], statementLines(file, options)];
  if (failures.length > 0) blocks.push(findingsTable(failures, path, options, paint.red));
  if (likely.length > 0) {
    blocks.push(
      failures.length > 0
        ? likelyTable(likely, path, options)
        : findingsTable(likely, path, options, paint.yellow),
    );
  }
  if (warnings.length > 0) {
    const heading =
      failures.length + likely.length > 0
        ? [` ${paint.yellow(counted(warnings.length, "warning"))}`, ""]
        : [];
    blocks.push([...heading, ...findingsTable(warnings, path, options, paint.yellow)]);
  }
  for (const finding of [...failures, ...likely]) blocks.push(findingLines(finding, options));
  // The table says most of a warning; a damaged page has dozens.
  const told = verbose || warnings.length <= mostTold;
  if (told) for (const finding of warnings) blocks.push(findingLines(finding, options));
  else
    blocks.push([
      ` ${paint.dim(`--verbose says why of each of the ${counted(warnings.length, "warning")}`)}`,
    ]);
  if (all) blocks.push(passingLines(file.checks, options), figureListLines(file.figureList ?? [], options));
  if (verbose) {
    blocks.push(baselinedLines(baselined, options));
    const { unreadable, inNoRelation } = sortUntied(file);
    blocks.push(
      figureLines("Unreadable", unreadable, options),
      untiedLines(inNoRelation, file.skipped, options),
      skippedLines(file.skipped, options),
      noteLines(file.notes ?? [], options),
    );
  }
  if (file.changes) blocks.push(changeLines(file.changes, options));
  if (file.since) blocks.push(sinceLines(file.since, options));
  if (file.prior) blocks.push([` ${comparedLine(file.prior)}`]);
  blocks.push(countLines(honestyLine([file], verbose), options));
  return blocks;
}

/** The report file by file: each section as its file ends, the counts at the end. */
export function tableStream(options: ReportOptions): ReportStream {
  let shown = emptyTally;
  let checked = emptyTally;
  let isFirst = true;
  // Asked for what is new, a quiet report is empty when there is nothing.
  let isNewsOnly = false;
  const print = (blocks: readonly Block[]): string => {
    const filled = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
    if (filled.length === 0) return "";
    const text = `${isFirst ? "" : "\n"}${filled.join("\n\n")}\n`;
    isFirst = false;
    return text;
  };
  return {
    file(file) {
      if (options.passOver && file.status === "unrecognized") return "";
      shown = tallied(shown, file);
      if (options.quiet && file.since) isNewsOnly = true;
      if (wasChecked(file)) checked = tallied(checked, file);
      return print(fileSection(clean(file), file.path, options));
    },
    end() {
      const { paint, quiet } = options;
      if (quiet && isNewsOnly && isFirst) return "";
      if (quiet) return checked.files === 0 ? "" : print([countLines(honestyOf(checked, false), options)]);
      return shown.files > 1 || (isFirst && shown.files > 0) ? print([[paint.bold(summaryOf(shown))]]) : "";
    },
  };
}

/** The whole report, a text that ends in a line feed; empty when there is nothing to say. */
export function table(report: Report, options: ReportOptions): string {
  return streamed(report, tableStream(options));
}
