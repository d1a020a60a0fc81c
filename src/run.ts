/**
 * The whole pipeline on one screen: bytes -> Document -> Tables -> Filing -> Relations -> verdicts ->
 * causes -> defence -> FileReport. Pure: no file, clock or terminal is touched here.
 */
import type { Tracked } from "./read/word/tracked.ts";
import { formulaRemarks } from "./findings/formulas.ts";
import { withWhereabouts } from "./findings/whereabouts.ts";
import { type Defended, defend } from "./defence/defend.ts";
import { diagnose } from "./diagnose/diagnose.ts";
import { fileReport, judgedAsked } from "./findings/file-report.ts";
import { restoreHeaders } from "./headings/restore.ts";
import { emptyReport } from "./report/empty.ts";
import { readPrior } from "./comparatives/prior.ts";
import { type Document, Empty, Unreadable } from "./read/document.ts";
import { reading } from "./read/read.ts";
import type { Confidence, FileReport } from "./report/report.ts";
import { type Collected, collect } from "./rules/collect.ts";
import { noPolicy, type Policy } from "./rules/policy.ts";
import { type Filing, understand } from "./statements/filing.ts";
import { inSteps, loaded, type Steps, type Turn } from "./steps.ts";
import { type Judged, judge, type Verdicts } from "./verdict/judge.ts";
import { tolerate } from "./verdict/tolerate.ts";

export interface CheckOptions {
  /** For the report only; nothing is read from it. */
  readonly path: string;
  /** Only these rules; all where absent. */
  readonly rules?: readonly string[];
  readonly ignore?: readonly string[];
  /** Also list what ties, what was skipped, and every figure. */
  readonly all?: boolean;
  /** Also the filing itself, with the places of its figures, and all that `all` gives. */
  readonly content?: boolean;
  /** An earlier filing of the same company, to check the comparatives against. */
  readonly prior?: { readonly bytes: Uint8Array; readonly path: string };
  /** `prior` is an earlier draft of this very filing: report what was changed, and what that broke. */
  readonly drafts?: true;
  /** Breaks of this confidence or a higher one are findings, and only certain ones are errors; where absent every break is an error. */
  readonly confidence?: Confidence;
  /** Which side of the tracked changes of a Word document is read; as if accepted where absent. */
  readonly tracked?: Tracked;
  /** Own rules, severities, captions and tolerances. */
  readonly policy?: Policy;
}

/**
 * Checks one filing. Bad input never throws: the report says `unreadable` or `unrecognized` and why. Where a
 * `turn` is given, each stretch of the work is done within it.
 */
export async function checkFiling(
  bytes: Uint8Array,
  options: CheckOptions,
  turn?: Turn,
): Promise<FileReport> {
  return inSteps(checking(bytes, options), turn);
}

function* checking(bytes: Uint8Array, options: CheckOptions): Steps<FileReport> {
  try {
    if (options.prior && options.drafts) {
      const { compareDrafts } = yield* loaded(import("./compare/compare.ts"));
      const earlier = yield* readDraft(options.prior, options);
      return compareDrafts(earlier, yield* reading(bytes, options.path, options), options);
    }
    const prior = options.prior ? yield* readPrior(options.prior, options.policy?.captions) : null;
    return checkDocument(yield* reading(bytes, options.path, options), prior, options);
  } catch (error) {
    if (error instanceof Unreadable) {
      // No filing is asked for of an empty file where others without one are passed over.
      const status = error instanceof Empty ? "unrecognized" : "unreadable";
      return emptyReport(options.path, status, error.message);
    }
    throw error;
  }
}

/** @throws Unreadable with a sentence that names the earlier draft */
function* readDraft(
  { bytes, path }: NonNullable<CheckOptions["prior"]>,
  options: CheckOptions,
): Steps<Document> {
  try {
    return yield* reading(bytes, path, options);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(`the earlier draft ${path} cannot be read: ${error.message}`);
  }
}

/** The same for a source that has been read. */
export function checkDocument(document: Document, prior: Filing | null, options: CheckOptions): FileReport {
  const report = reportOn(tried(document, prior, options), options);
  return document.whereabouts ? withWhereabouts(report, document.whereabouts) : report;
}

/** What is known of a filing, in words. */
export function reportOn(known: Tried, options: CheckOptions): FileReport {
  const { filing, verdicts, causes } = known;
  const asked = judgedAsked(known.collected, verdicts.judged);
  const remarks = [...known.collected.remarks, ...formulaRemarks(filing, asked)];
  const collected = { ...known.collected, remarks };
  const policy = options.policy ?? noPolicy;
  const everyRule = options.rules === undefined && (options.ignore ?? []).length === 0;
  return fileReport(filing, collected, verdicts, causes, {
    confidence: options.confidence ?? null,
    all: options.all === true || options.content === true,
    content: options.content ?? false,
    severities: policy.severities,
    everyRule,
  });
}

/** All that is known of a filing before it is put into words. */
export interface Tried extends Defended {
  readonly filing: Filing;
  readonly collected: Collected;
}

export function tried(document: Document, prior: Filing | null, options: Omit<CheckOptions, "path">): Tried {
  const policy = options.policy ?? noPolicy;
  const filing = asMeant(understand(document, prior, policy.captions), policy);
  const collected = collect(filing, options);
  const figures = [...filing.figures, ...(prior?.figures ?? [])];
  // What is asked for is reported; how well it is proved, and which figure is wrong, all rules together tell.
  const relations = [...collected.relations, ...collected.besides];
  const verdicts = tolerate(judge(figures, relations), policy.tolerances);
  const before = judgedBefore(prior, verdicts);
  const defended = defend(filing, verdicts, (judged) => diagnose([...judged, ...before], verdicts.readings));
  return { filing, collected, ...defended };
}

/** The filing with its headers as they are meant, where one is mistyped. */
function asMeant(filing: Filing, policy: Policy): Filing {
  const restored = restoreHeaders(
    filing,
    (document) => understand(document, filing.prior, policy.captions),
    (read) => {
      const figures = [...read.figures, ...(read.prior?.figures ?? [])];
      return judge(figures, collect(read, { policy }).relations).judged;
    },
  );
  return { ...restored.filing, misprints: restored.misprints };
}

/**
 * What the earlier filing's own equations say. They are not reported, but where a comparative differs they
 * tell which of the two prints is wrong.
 */
function judgedBefore(prior: Filing | null, { judged }: Verdicts): readonly Judged[] {
  const differs = judged.some((item) => item.status === "fail" && item.relation.rule === "comparatives");
  return prior && differs ? judge(prior.figures, collect(prior, {}).relations).judged : [];
}
