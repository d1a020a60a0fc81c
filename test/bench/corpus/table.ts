/** The survey of a corpus as people read it. */
import { isKnown, type KnownBreak } from "./known-breaks.ts";
import type { Line, Survey, Tied } from "./survey.ts";

export type Outcome =
  | { readonly kind: "survey"; readonly survey: Survey }
  | { readonly kind: "crash"; readonly message: string };

export interface Result {
  /** Path within the corpus. */
  readonly name: string;
  /** "yyn": which of the three statements INDEX.tsv says it prints. */
  readonly expected: string | null;
  readonly outcome: Outcome;
}

export interface Found {
  readonly name: string;
  readonly line: Line;
  /** Why it is a true break; null where nothing says so. */
  readonly evidence: string | null;
}

export function linesOf(results: readonly Result[], known: readonly KnownBreak[]): Found[] {
  return results.flatMap(({ name, outcome }) =>
    outcome.kind === "crash"
      ? []
      : outcome.survey.lines.map((line) => ({
          name,
          line,
          evidence: known.find((one) => isKnown(one, outcome.survey.path, line))?.evidence ?? null,
        })),
  );
}

const heads = [
  "file",
  "shape",
  "status",
  "tables",
  "tied in",
  "ibc",
  "figures",
  "tied",
  "",
  "faces",
  "tied",
  "",
  "damaged",
  "pass",
  "warn",
  "fail",
  "skip",
  "ms",
  "MB",
];
const widths = [46, 10, 12, 6, 7, 3, 7, 6, 6, 6, 6, 6, 7, 6, 5, 5, 6, 6, 5];

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, i) => (i < 3 ? String(cell).padEnd(widths[i] ?? 8) : String(cell).padStart(widths[i] ?? 8)))
    .join(" ")
    .trimEnd();
}

function percent({ printed, tied }: Tied): string {
  return printed === 0 ? "-" : `${((100 * tied) / printed).toFixed(1)}%`;
}

function statements(expected: string | null, survey: Survey): string {
  return [survey.income, survey.balance, survey.cashFlow]
    .map((found, i) => {
      const said = expected?.[i];
      if (said === undefined) return found > 0 ? "y" : "-";
      if (said === "y") return found > 0 ? "Y" : "M";
      return found > 0 ? "+" : "-";
    })
    .join("");
}

export function resultsTable(results: readonly Result[]): string {
  const rows = results.map(({ name, expected, outcome }) => {
    if (outcome.kind === "crash") return `${name.padEnd(46)} CRASH ${outcome.message}`;
    const { survey: s } = outcome;
    const expectation = name.includes("negative/") && !s.status.startsWith("un") ? "!" : "";
    return row([
      name.slice(0, 46),
      s.format,
      s.status + expectation,
      s.tables,
      s.tiedTables,
      statements(expected, s),
      ...figures(s),
      s.damaged,
      ...checks(s),
      s.milliseconds.toFixed(0),
      s.peak.toFixed(0),
    ]);
  });
  return [row(heads), ...rows].join("\n");
}

function figures({ all, faces }: Pick<Survey, "all" | "faces">): (string | number)[] {
  return [all.printed, all.tied, percent(all), faces.printed, faces.tied, percent(faces)];
}

function checks({ counts }: Pick<Survey, "counts">): number[] {
  return [counts.pass, counts.warn, counts.fail, counts.skip];
}

/** By shape: sums, of time and memory the most; statements found of those that the index names. */
export function totalsTable(results: readonly Result[]): string {
  const surveyed = results.flatMap(({ expected, outcome }) =>
    outcome.kind === "survey" ? [{ expected, survey: outcome.survey }] : [],
  );
  const shapes = [...new Set(surveyed.map(({ survey }) => survey.format))].sort();
  const line = (name: string, own: typeof surveyed): string => {
    const sum = (pick: (survey: Survey) => number): number =>
      own.reduce((total, { survey }) => total + pick(survey), 0);
    const marks = own.map(({ expected, survey }) => (expected ? statements(expected, survey) : "")).join("");
    const there = marks.replace(/[^YM]/g, "").length;
    const total = (of: "all" | "faces"): Tied => ({
      printed: sum((survey) => survey[of].printed),
      tied: sum((survey) => survey[of].tied),
    });
    const counts = {
      pass: sum((s) => s.counts.pass),
      warn: sum((s) => s.counts.warn),
      fail: sum((s) => s.counts.fail),
      skip: sum((s) => s.counts.skip),
    };
    const most = (pick: (survey: Survey) => number): string =>
      Math.max(0, ...own.map(({ survey }) => pick(survey))).toFixed(0);
    return row([
      `${name}: ${own.length} files, ${marks.replace(/[^Y]/g, "").length} of ${there} statements`,
      "",
      "",
      sum((s) => s.tables),
      sum((s) => s.tiedTables),
      "",
      ...figures({ all: total("all"), faces: total("faces") }),
      sum((s) => s.damaged),
      ...checks({ counts }),
      most((s) => s.milliseconds),
      most((s) => s.peak),
    ]);
  };
  return [
    ...shapes.map((shape) =>
      line(
        shape,
        surveyed.filter(({ survey }) => survey.format === shape),
      ),
    ),
    line("all", surveyed),
  ].join("\n");
}
