/**
 * The whole pipeline on one screen: bytes -> Document -> Tables -> Filing -> Relations -> verdicts ->
 * causes -> FileReport. Pure: no file, clock or terminal is touched here.
 */
import { diagnose } from "./diagnose/diagnose.ts";
import { fileReport } from "./findings/file-report.ts";
import { emptyReport } from "./report/empty.ts";
import { readPrior } from "./comparatives/prior.ts";
import { type Document, Empty, Unreadable } from "./read/document.ts";
import { reading } from "./read/read.ts";
import type { FileReport } from "./report/report.ts";
import { collect } from "./rules/collect.ts";
import { noPolicy, type Policy } from "./rules/policy.ts";
import { type Filing, understand } from "./statements/filing.ts";
import { inSteps, type Steps, type Turn } from "./steps.ts";
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
    const prior = options.prior ? yield* readPrior(options.prior, options.policy?.captions) : null;
    return checkDocument(yield* reading(bytes, options.path), prior, options);
  } catch (error) {
    if (error instanceof Unreadable) {
      // No filing is asked for of an empty file where others without one are passed over.
      const status = error instanceof Empty ? "unrecognized" : "unreadable";
      return emptyReport(options.path, status, error.message);
    }
    throw error;
  }
}

/** The same for a source that has been read. */
export function checkDocument(document: Document, prior: Filing | null, options: CheckOptions): FileReport {
  const policy = options.policy ?? noPolicy;
  const filing = understand(document, prior, policy.captions);
  const collected = collect(filing, options);
  const figures = [...filing.figures, ...(prior?.figures ?? [])];
  const verdicts = tolerate(judge(figures, collected.relations), policy.tolerances);
  const causes = diagnose([...verdicts.judged, ...judgedBefore(prior, verdicts)], verdicts.readings);
  return fileReport(filing, collected, verdicts, causes, {
    all: options.all === true || options.content === true,
    content: options.content ?? false,
    severities: policy.severities,
    everyRule: options.rules === undefined && (options.ignore ?? []).length === 0,
  });
}

/**
 * What the earlier filing's own equations say. They are not reported, but where a comparative differs they
 * tell which of the two prints is wrong.
 */
function judgedBefore(prior: Filing | null, { judged }: Verdicts): readonly Judged[] {
  const differs = judged.some((item) => item.status === "fail" && item.relation.rule === "comparatives");
  return prior && differs ? judge(prior.figures, collect(prior, {}).relations).judged : [];
}
