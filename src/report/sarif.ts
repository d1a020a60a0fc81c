/** SARIF 2.1.0, for code scanning and viewers. Every rule is described; failures and warnings are results. */
import type { Artifact, Location, Log, Notification, Region, ReportingDescriptor, Result, Run } from "sarif";
import { clean } from "./clean.ts";
import { equation } from "./equation.ts";
import { counted, wasChecked } from "./honesty.ts";
import { stringify } from "./json.ts";
import type { ReportOptions, RuleText } from "./options.ts";
import type { Check, FigureRef, FileReport } from "./report.ts";
import type { ReportStream } from "./stream.ts";
import { findingSentence } from "./finding-sentence.ts";
import { hasLines, leadIn, shortWhere } from "./where.ts";

/** GitHub takes no run with more. */
const mostResults = 25_000;
const mostRelated = 100;
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** A relative path as a relative reference, an absolute one as a file URI. */
function uriOf(path: string): string {
  if (path === "-") return "stdin";
  const slashed = path.replaceAll("\\", "/");
  const encoded = slashed
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
  if (/^[a-z]:\//i.test(slashed))
    return `file:///${slashed.slice(0, 2)}${encoded.slice(encoded.indexOf("/"))}`;
  return slashed.startsWith("/") ? `file://${encoded}` : encoded;
}

const home = "https://github.com/kc-check/kc-check";

/**
 * The lines of a PDF are those of the text on its pages, and a document of Word has none, which SARIF has no
 * region for: the region is the start of the file, so that viewers open it, and says where the figure is.
 */
function regionOf(file: FileReport, place: Check["place"], raw: string | null): { region: Region } {
  if (!hasLines(file)) {
    const text = place.where ?? `page ${place.page ?? 1}, line ${place.line}`;
    return {
      region: {
        startLine: 1,
        message: { text },
        ...(raw === null || raw === "" ? {} : { snippet: { text: raw } }),
      },
    };
  }
  return {
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.line,
      endColumn: Math.max(place.endColumn, place.column),
      ...(raw === null || raw === "" ? {} : { snippet: { text: raw } }),
    },
  };
}

function nameOf(figure: FigureRef): string {
  const label = [figure.row, figure.col].filter((part) => part !== "").join(", ");
  const named = shortWhere(figure) ?? (figure.page === null ? null : `page ${figure.page}`);
  const page = named === null ? "" : ` (${named})`;
  return `${label === "" ? "Figure" : label}: ${figure.raw === "" ? "nil" : figure.raw}${page}`;
}

function locationOf(file: FileReport, figure: FigureRef, id: number): Location {
  const isElsewhere = figure.path !== undefined;
  return {
    id,
    message: { text: nameOf(figure) },
    physicalLocation: {
      artifactLocation: { uri: uriOf(figure.path ?? file.path) },
      ...(isElsewhere ? {} : regionOf(file, figure, figure.raw)),
    },
  };
}

const samePlace = (a: Check["place"], b: Check["place"]): boolean =>
  a.line === b.line && a.column === b.column;

/** The cells that the finding is about, besides the one it points at. */
function relatedOf(file: FileReport, check: Check): Location[] {
  const figures: FigureRef[] = [];
  for (const figure of [check.result, ...check.terms, ...(check.diagnosis?.suspects ?? [])]) {
    const isHere = figure.path === undefined && samePlace(figure, check.place);
    const isKnown = figures.some((other) => other.path === figure.path && samePlace(other, figure));
    if (!isHere && !isKnown) figures.push(figure);
  }
  return figures.slice(0, mostRelated).map((figure, index) => locationOf(file, figure, index + 1));
}

const levels = { error: "error", warning: "warning", note: "note" } as const;

function resultOf(file: FileReport, check: Check, ruleIndex: number): Result {
  const arithmetic = equation(check);
  const sentences = [
    leadIn(check) + findingSentence(check),
    arithmetic === "" ? check.title : `${check.title}: ${arithmetic}`,
    ...(check.quote ? [`“${check.quote.text}”`] : []),
    ...(check.diagnosis ? [check.diagnosis.message] : []),
  ];
  const related = relatedOf(file, check);
  const printed = [check.result, ...(check.diagnosis?.suspects ?? [])].find(
    (figure) => figure.path === undefined && samePlace(figure, check.place),
  );
  return {
    ruleId: check.rule,
    ruleIndex,
    kind: "fail",
    level: levels[check.severity],
    message: { text: `${sentences.join(".\n")}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file.path) },
          ...regionOf(file, check.place, printed?.raw ?? null),
        },
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(check.baselined
      ? {
          suppressions: [
            {
              kind: "external",
              status: "accepted",
              justification: check.baselined.reason || "no reason given",
            },
          ],
        }
      : {}),
    partialFingerprints: { "kcCheck/v1": check.fingerprint },
    properties: {
      grade: check.grade,
      period: check.period,
      currency: check.currency,
      // All three of one figure, as people see them.
      printed: check.display.printed,
      recomputed: check.display.recomputed,
      difference: check.display.difference,
      ...(check.suspect ? { suspect: check.suspect.raw, reading: check.suspect.reading } : {}),
      ...(check.diagnosis ? { slip: check.diagnosis.slip } : {}),
    },
  };
}

function descriptorOf({ name, summary, why, fix, source }: RuleText): ReportingDescriptor {
  const text = (part: string): string => part.replaceAll(/\s+/g, " ").trim();
  const paragraphs = [
    ["Why it matters", text(why)],
    ["What to do", text(fix)],
    ["Source", text(source)],
  ] as const;
  return {
    id: name,
    helpUri: `${home}/blob/main/docs/rules/${name}.md`,
    shortDescription: { text: text(summary) },
    fullDescription: { text: `${text(summary)}. ${text(why)}` },
    help: {
      text: [text(summary), ...paragraphs.map(([head, body]) => `${head}: ${body}`)].join("\n\n"),
      markdown: [`**${text(summary)}**`, ...paragraphs.map(([head, body]) => `**${head}.** ${body}`)].join(
        "\n\n",
      ),
    },
    defaultConfiguration: { level: "error" },
    properties: { tags: ["finance"], precision: "very-high" },
  };
}

function notificationOf(file: FileReport): Notification {
  return {
    level: "error",
    message: { text: file.error ?? "could not be checked" },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.path) } } }],
  };
}

/** One run with all files. */
export function sarifStream({ quiet, passOver, rules }: ReportOptions, version: string): ReportStream {
  const descriptors = rules.map(descriptorOf);
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  /** A rule that is not among the known ones is described by its name. */
  const indexOf = (rule: string): number => {
    const known = indexes.get(rule);
    if (known !== undefined) return known;
    const name = { text: rule };
    descriptors.push({ id: rule, shortDescription: name, help: { ...name, markdown: rule } });
    indexes.set(rule, descriptors.length - 1);
    return descriptors.length - 1;
  };
  const artifacts: Artifact[] = [];
  const notifications: Notification[] = [];
  // Apart, so that no failure is lost to a warning where there are too many.
  const results = { fail: [] as Result[], warn: [] as Result[] };
  let isDone = true;
  let left = 0;
  return {
    file(given) {
      if (passOver && given.status === "unrecognized") return "";
      const file = clean(given);
      artifacts.push({ location: { uri: uriOf(file.path) } });
      if (!wasChecked(file)) {
        isDone = false;
        notifications.push(notificationOf(file));
      }
      for (const check of file.checks) {
        const { status } = check;
        if (status !== "fail" && (quiet || status !== "warn")) continue;
        if (results[status].length < mostResults) {
          results[status].push(resultOf(file, check, indexOf(check.rule)));
        } else {
          left++;
        }
      }
      return "";
    },
    end() {
      const found = [...results.fail, ...results.warn];
      const more = left + Math.max(0, found.length - mostResults);
      if (more > 0) {
        const text = `${counted(more, "more finding")} left out`;
        notifications.push({ level: "warning", message: { text } });
      }
      const run: Run = {
        tool: { driver: { name: "kc-check", version, informationUri: home, rules: descriptors } },
        invocations: [
          {
            executionSuccessful: isDone,
            ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
          },
        ],
        artifacts,
        columnKind: "utf16CodeUnits",
        results: found.slice(0, mostResults),
      };
      return `${stringify({ $schema: schema, version: "2.1.0", runs: [run] } satisfies Log, 2)}\n`;
    },
  };
}
