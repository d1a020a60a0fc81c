/**
 * Workflow commands: GitHub shows each as an annotation at its line of a pull request. It shows ten errors
 * and ten warnings of a step; the log has them all.
 */
import { clean } from "./clean.ts";
import { equation } from "./equation.ts";
import { emptyTally, honestyOf, isBreak, isFinding, tallied, wasChecked } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, FileReport, Quote, Severity } from "./report.ts";
import type { ReportStream } from "./stream.ts";
import { findingSentence } from "./finding-sentence.ts";
import { hasLines, leadIn } from "./where.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

type Properties = Readonly<Record<string, string | number | null>>;

function command(name: string, properties: Properties, message: string): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === null ? [] : `${key}=${escapeProperty(String(value))}`,
  );
  return `::${name} ${given.join(",")}::${escapeData(message)}`;
}

/** Standard input is no file that could be annotated. */
function fileName(path: string): string | null {
  return path === "-" ? null : path.replaceAll("\\", "/");
}

/** Annotations are plain text: the number stands between underscores. */
function quoted({ text, start, end }: Quote): string {
  return `“${text.slice(0, start)}_${text.slice(start, end)}_${text.slice(end)}”`;
}

function annotation(file: FileReport, check: Check): string {
  const { line, column, endColumn } = check.place;
  // The lines of a PDF are those of its text: there is no such line in the file.
  const isText = hasLines(file);
  const where = [check.display.line, check.display.period].filter((part) => part !== "").join(", ");
  const said = [
    leadIn(check) + findingSentence(check),
    ...(check.quote ? [quoted(check.quote)] : []),
    ...(check.display.equation === "" ? [] : [`${check.title}: ${equation(check)}`]),
    ...(check.diagnosis ? [check.diagnosis.message] : []),
  ];
  return command(
    commands[check.severity],
    {
      file: fileName(file.path),
      line: isText ? line : null,
      col: isText ? column : null,
      // Of the last character, not behind it.
      endColumn: isText ? Math.max(column, endColumn - 1) : null,
      title: where === "" ? check.rule : `${check.rule}: ${where}`,
    },
    said.join("\n"),
  );
}

function fileLines(file: FileReport, quiet: boolean): readonly string[] {
  if (!wasChecked(file)) {
    const title = `kc-check: ${file.status}`;
    return [command("error", { file: fileName(file.path), title }, file.error ?? "could not be checked")];
  }
  const wanted = (check: Check): boolean => isFinding(check) && (isBreak(check) || !quiet);
  return file.checks.filter(wanted).map((check) => annotation(file, check));
}

/** `::error file=…,line=…,col=…,endColumn=…,title=…::message`, one finding a line, the honesty line last. */
export function githubStream({ quiet, verbose, passOver }: ReportOptions): ReportStream {
  let checked = emptyTally;
  return {
    file(file) {
      if (passOver && file.status === "unrecognized") return "";
      if (wasChecked(file)) checked = tallied(checked, file);
      return fileLines(clean(file), quiet)
        .map((line) => `${line}\n`)
        .join("");
    },
    end: () => (checked.files === 0 ? "" : `${honestyOf(checked, verbose)}\n`),
  };
}
