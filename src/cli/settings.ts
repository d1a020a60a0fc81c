/** The options of `kc-check check` as commander delivers them, turned into settings that hold. */
import type { RawArchiveOptions } from "./archive-options.ts";
import type { FailOn } from "./exit-code.ts";
import { entries, type Format, formats } from "../report/formats.ts";
import { type Tracked, trackedNames } from "../read/word/tracked.ts";
import { type Confidence, confidences } from "../report/report.ts";
import { didYouMean } from "../config/suggest.ts";
import { UsageError } from "./usage-error.ts";

export const failOnNames: readonly FailOn[] = ["error", "warning", "never"];

/** As commander fills it: options that were not given are absent. */
export interface RawOptions extends RawArchiveOptions {
  readonly format?: string;
  readonly output?: string;
  readonly all?: boolean;
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
  readonly failOn?: string;
  readonly confidence?: string;
  readonly prior?: string;
  readonly tracked?: string;
  readonly watch?: boolean;
  /** `prior` is an earlier draft of the very filing. */
  readonly drafts?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly skipUnrecognized?: boolean;
  /** A file, or false for none. */
  readonly config?: string | boolean;
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly reason?: string;
  readonly expires?: string;
}

export interface Settings {
  readonly format: Format;
  readonly output: string | null;
  readonly all: boolean;
  /** The report shows the filing itself. */
  readonly content: boolean;
  /** Null for all of them. */
  readonly rules: readonly string[] | null;
  readonly ignore: readonly string[];
  /** Null where the configs say it. */
  readonly failOn: FailOn | null;
  /** Null where the configs say it. */
  readonly confidence: Confidence | null;
  /** Named on the command line; "search" for the nearest upwards of each file, null for none. */
  readonly config: { readonly path: string } | "search" | null;
  /** Named on the command line; "search" beside the config and in the working directory. */
  readonly baseline: { readonly path: string } | "search" | null;
  readonly updateBaseline: boolean;
  readonly pruneBaseline: boolean;
  /** For new entries of the baseline. */
  readonly reason: string;
  readonly expires: string | null;
  /** The path of an earlier filing to compare with. */
  readonly prior: string | null;
  /** Which side of the tracked changes of a Word document; null for the accepted one. */
  readonly tracked: Tracked | null;
  /** `prior` is an earlier draft of the very filing. */
  readonly drafts: boolean;
  /** Null when the environment decides. */
  readonly color: boolean | null;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly skipUnrecognized: boolean;
}

function chooseFormat(name: string): Format {
  const format = formats.find((known) => known === name);
  if (format) return format;
  throw new UsageError(
    `unknown format "${name}"${didYouMean(name, formats)}; use one of ${formats.join(", ")}`,
  );
}

function chooseFailOn(name: string): FailOn {
  const failOn = failOnNames.find((known) => known === name);
  if (failOn) return failOn;
  const guess = didYouMean(name, failOnNames);
  throw new UsageError(`unknown --fail-on "${name}"${guess}; use one of ${failOnNames.join(", ")}`);
}

function chooseConfidence(name: string): Confidence {
  const confidence = confidences.find((known) => known === name);
  if (confidence) return confidence;
  const guess = didYouMean(name, confidences);
  throw new UsageError(`unknown --confidence "${name}"${guess}; use one of ${confidences.join(", ")}`);
}

function chooseTracked(name: string): Tracked {
  const tracked = trackedNames.find((known) => known === name);
  if (tracked) return tracked;
  const guess = didYouMean(name, trackedNames);
  throw new UsageError(`unknown --tracked "${name}"${guess}; use one of ${trackedNames.join(", ")}`);
}

/**
 * Checks that the rules exist, those of the configs included.
 * @throws UsageError
 */
export function checkRuleNames({ rules, ignore }: Settings, known: readonly string[]): void {
  if (rules?.length === 0) throw new UsageError('--rule names no rule; "kc-check rules" lists them');
  for (const name of [...(rules ?? []), ...ignore]) {
    if (known.includes(name)) continue;
    throw new UsageError(`unknown rule "${name}"${didYouMean(name, known)}; "kc-check rules" lists them`);
  }
  // A run without rules would say that everything ties.
  if ((rules ?? known).every((name) => ignore.includes(name))) {
    throw new UsageError("every rule asked for is ignored; leave one to check");
  }
}

/** A file that was named, or whether to look for one. */
function chooseFile(
  option: string,
  given: string | boolean | undefined,
): { readonly path: string } | "search" | null {
  if (given === "") throw new UsageError(`${option} needs the name of a file`);
  if (typeof given === "string") return { path: given };
  return given === false ? null : "search";
}

function chooseExpiry(expires: string | undefined): string | null {
  if (expires === undefined) return null;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(expires) && !Number.isNaN(Date.parse(expires));
  if (!isDate) throw new UsageError(`--expires ${expires} is not a date; write it as 2027-03-31`);
  return expires;
}

/**
 * Settings from raw options.
 * @throws UsageError
 */
export function readSettings(raw: RawOptions): Settings {
  const format = chooseFormat(raw.format ?? "table");
  const failOn = raw.failOn === undefined ? null : chooseFailOn(raw.failOn);
  if (raw.output === "") throw new UsageError("--output needs the name of a file");
  if (raw.prior === "") throw new UsageError("--prior needs the name of a file");
  if (raw.updateBaseline !== true && (raw.reason !== undefined || raw.expires !== undefined)) {
    throw new UsageError("--reason and --expires are for new entries of the baseline; add --update-baseline");
  }
  if (raw.baseline === false && (raw.updateBaseline === true || raw.pruneBaseline === true)) {
    throw new UsageError("--no-baseline leaves no baseline to write; drop one of the two");
  }
  return {
    format,
    output: raw.output ?? null,
    all: raw.all ?? false,
    content: entries[format].content ?? false,
    rules: raw.rule ?? null,
    ignore: raw.ignore ?? [],
    failOn,
    confidence: raw.confidence === undefined ? null : chooseConfidence(raw.confidence),
    config: chooseFile("--config", raw.config),
    baseline: chooseFile("--baseline", raw.baseline),
    updateBaseline: raw.updateBaseline ?? false,
    pruneBaseline: raw.pruneBaseline ?? false,
    reason: raw.reason ?? "",
    expires: chooseExpiry(raw.expires),
    prior: raw.prior ?? null,
    drafts: raw.drafts ?? false,
    tracked: raw.tracked === undefined ? null : chooseTracked(raw.tracked),
    color: raw.color ?? null,
    quiet: raw.quiet ?? false,
    verbose: raw.verbose ?? false,
    skipUnrecognized: raw.skipUnrecognized ?? false,
  };
}
