/** For comments on pull requests: a table of what does not tie, and each finding to unfold. */
import { largest } from "../lists.ts";
import { clean } from "./clean.ts";
import { equation } from "./equation.ts";
import { numbersOf } from "./excerpt.ts";
import {
  breakWords,
  count,
  counted,
  emptyTally,
  honestyLine,
  isBreak,
  isFinding,
  summaryOf,
  tallied,
  tieWords,
  toldOf,
  wasChecked,
} from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, ExcerptRow, FileReport } from "./report.ts";
import type { ReportStream } from "./stream.ts";
import { findingSentence } from "./finding-sentence.ts";
import { isCounted, saidWhere, shortWhere } from "./where.ts";

/** A comment on GitHub holds 65,536 characters; what is beyond is left out, and said to be. */
const longest = 60_000;
/** Of this, what the tables of findings may take. */
const longestTables = 30_000;
/** Beyond these only files that need a look are shown, and no more of them. */
const mostFiles = 20;

/**
 * Text of a filing shows as it is: no markup, no table cell ended early, no mention, link or reference
 * made of it.
 */
function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~$&]/g, "\\$&")
    .replace(/^(\s*)([-+=]|#+(?=\s)|\d+(?=[.)]\s))/, "$1\\$2")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/g, "$&<!-- -->");
}

function code(text: string): string {
  if (text === "") return "";
  const fence = "`".repeat(
    1 +
      largest(
        [...text.matchAll(/`+/g)].map(([run]) => run.length),
        0,
      ),
  );
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** In a table even code ends at a bar. */
function codeInCell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function placeOf(check: Check): string {
  if (isCounted(check)) return `${check.place.line}:${check.place.column}`;
  return escapeText(shortWhere(check.place) ?? saidWhere(check));
}

interface Numbered {
  readonly number: number;
  readonly check: Check;
}

function findingRow({ number, check }: Numbered): string {
  const { display } = check;
  return row([
    `${check.status === "fail" ? "❌" : "⚠️"} ${number}`,
    code(check.rule),
    escapeText(display.line),
    escapeText(display.period),
    codeInCell(display.printed),
    codeInCell(display.recomputed),
    codeInCell(display.difference),
    placeOf(check),
  ]);
}

const marks = { suspect: " ◀", result: "", term: "" } as const;

function excerptTable(columns: readonly string[], rows: readonly ExcerptRow[]): readonly string[] {
  const most = largest(
    rows.map(({ cells }) => cells.length),
    columns.length,
  );
  const heads = Array.from({ length: most }, (_, index) => escapeText(columns[index] ?? ""));
  const numberOf = numbersOf(rows);
  return [
    row(["line", "", ...heads]),
    row(["--:", "---", ...heads.map(() => "--:")]),
    ...rows.map((excerptRow) => {
      const { caption, cells } = excerptRow;
      return row([
        escapeText(numberOf(excerptRow)),
        escapeText(caption),
        ...heads.map((_, index) => {
          const cell = cells[index];
          if (!cell || cell.text === "") return "";
          const text = escapeText(cell.text);
          return cell.mark === null ? text : `**${text}**${marks[cell.mark]}`;
        }),
      ]);
    }),
  ];
}

function detail({ number, check }: Numbered): string {
  const { excerpt, diagnosis, related } = check;
  const arithmetic = equation(check);
  const lines = [
    "<details>",
    // Inside HTML markdown is off, so that text is escaped as HTML there.
    `<summary>${number}. ${escapeHtml(findingSentence(check))}</summary>`,
    "",
    `${code(check.rule)}: ${escapeText(check.title)}`,
  ];
  if (check.quote) {
    const { text, start, end } = check.quote;
    const parts = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(escapeText);
    lines.push("", `> ${parts[0]}<ins>**${parts[1]}**</ins>${parts[2]}`);
  }
  if (arithmetic !== "") lines.push("", code(arithmetic));
  if (excerpt && excerpt.rows.length > 0) lines.push("", ...excerptTable(excerpt.columns, excerpt.rows));
  if (diagnosis) lines.push("", `**${escapeText(diagnosis.message)}**`);
  if (related.length > 0) {
    lines.push(
      "",
      `${counted(related.length, "more relation")} ${related.length === 1 ? "breaks" : "break"} with it:`,
      "",
    );
    for (const { title } of related.slice(0, 12)) lines.push(`- ${escapeText(title)}`);
    if (related.length > 12) lines.push(`- and ${related.length - 12} more`);
  }
  return [...lines, "", "</details>"].join("\n");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/g, "$&<!-- -->");
}

function verdict(file: FileReport): string {
  const told = toldOf(file);
  const warned = told.warnings > 0 ? [counted(told.warnings, "warning")] : [];
  const found = [...breakWords(told), ...warned].join(", ");
  if (found !== "") return found;
  const ties = tieWords(file);
  return file.counts.pass === 0
    ? "nothing could be checked"
    : `${ties.charAt(0).toLowerCase()}${ties.slice(1)}`;
}

/** What is left of the longest report. */
class Room {
  private used = 0;

  /** Whether `text` still fits within `most` characters, with all that was taken before; then it is taken. */
  takes(text: string, most: number): boolean {
    if (this.used + text.length > most) return false;
    this.used += text.length;
    return true;
  }
}

/** As many of the texts, from the first, as there is room for. */
function fitting(texts: readonly string[], room: Room, most: number): readonly string[] {
  const end = texts.findIndex((text) => !room.takes(text, most));
  return end === -1 ? texts : texts.slice(0, end);
}

function leftOut(findings: number, listed: number, told: number): readonly string[] {
  if (listed < findings) return [`${counted(findings - listed, "more finding")} left out: too long.`];
  return told < findings ? [`${count(told)} of ${counted(findings, "finding")} told in full: too long.`] : [];
}

function fileSection(file: FileReport, { quiet, verbose }: ReportOptions, room: Room): readonly string[] {
  const name = file.path === "-" ? "standard input" : file.path;
  if (!wasChecked(file)) return [`#### ❌ ${code(name)}`, escapeText(file.error ?? "could not be checked")];
  const wanted = (check: Check): boolean => isFinding(check) && (isBreak(check) || !quiet);
  const findings = file.checks.filter(wanted).map((check, index) => ({ number: index + 1, check }));
  const icon = file.counts.fail > 0 ? "❌" : file.counts.warn > 0 ? "⚠️" : "✅";
  const blocks = [`#### ${icon} ${code(name)}: ${verdict(file)}`];
  for (const sentence of file.untiedStatements ?? []) blocks.push(escapeText(sentence));
  const rows = fitting(
    findings.map((finding) => findingRow(finding)),
    room,
    longestTables,
  );
  if (rows.length > 0) {
    const head = ["", "rule", "line", "period", "printed", "recomputed", "difference", "where"];
    const rule = ["---", "---", "---", "---", "--:", "--:", "--:", "---"];
    blocks.push([row(head), row(rule), ...rows].join("\n"));
  }
  const details = fitting(findings.slice(0, rows.length).map(detail), room, longest);
  return [
    ...blocks,
    ...details,
    ...leftOut(findings.length, rows.length, details.length),
    `<sub>${honestyLine([file], verbose)}</sub>`,
  ];
}

/** The whole comment; empty when there is nothing to say. */
export function markdownStream(options: ReportOptions): ReportStream {
  const needsLook = (file: FileReport): boolean => file.counts.fail > 0 || !wasChecked(file);
  const room = new Room();
  const sections: { readonly needsLook: boolean; readonly blocks: readonly string[] }[] = [];
  let seen = emptyTally;
  let more = 0;
  return {
    file(file) {
      if (options.passOver && file.status === "unrecognized") return "";
      seen = tallied(seen, file);
      const isWanted = needsLook(file) || (!options.quiet && sections.length < mostFiles);
      if (isWanted && sections.filter((section) => section.needsLook).length < mostFiles) {
        sections.push({
          needsLook: needsLook(file),
          blocks: fileSection(clean(file), options, room),
        });
      } else if (isWanted) {
        more++;
      }
      return "";
    },
    end() {
      if (seen.files === 0) return "";
      const shown = seen.files > mostFiles ? sections.filter((section) => section.needsLook) : sections;
      const rest = more > 0 ? [`${counted(more, "more file")} left out: too long.`] : [];
      const blocks = [
        `### kc-check: ${summaryOf(seen)}`,
        ...shown.flatMap((section) => section.blocks),
        ...rest,
      ];
      return `${blocks.join("\n\n")}\n`;
    },
  };
}
