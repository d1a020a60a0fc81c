/**
 * Findings that are known and accepted, in a file of their own. An entry is a finding's identity (rule,
 * table, row, column and numbers), never a count or a line: when one number changes, the finding is back.
 */
import * as v from "valibot";
import type { Check, FileReport } from "../report/report.ts";
import { ConfigError } from "./config-error.ts";
import { slashed } from "./slashed.ts";

export const baselineName = "kc-check.baseline.json";

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

const entrySchema = v.strictObject({
  /** Relative to the baseline, with forward slashes. */
  file: v.string(),
  fingerprint: v.string(),
  /** Fingerprints of what else the same cause breaks. */
  related: v.optional(v.array(v.string()), []),
  rule: v.string(),
  line: v.string(),
  period: v.string(),
  numbers: v.array(v.string()),
  reason: v.string(),
  who: v.string(),
  added: date,
  expires: v.nullable(date),
});

const baselineSchema = v.strictObject({ version: v.literal(1), findings: v.array(entrySchema) });

export type BaselineEntry = Readonly<v.InferOutput<typeof entrySchema>>;

export interface Baseline {
  readonly findings: readonly BaselineEntry[];
}

export const emptyBaseline: Baseline = { findings: [] };

/**
 * @throws ConfigError
 */
export function parseBaseline(text: string, path: string): Baseline {
  const fix = "correct it, or write a new one with --update-baseline";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ConfigError(
      `${path}: is not valid JSON (${error instanceof Error ? error.message : ""}); ${fix}`,
    );
  }
  const result = v.safeParse(baselineSchema, value);
  if (result.success) {
    return { findings: result.output.findings.map((entry) => ({ ...entry, file: slashed(entry.file) })) };
  }
  const [issue] = result.issues;
  const key = v.getDotPath(issue) ?? "";
  throw new ConfigError(
    `${path}: is not a baseline: ${key === "" ? "" : `${key}: `}${issue.message}; ${fix}`,
  );
}

/** The text of the file: one finding after another in a fixed order, so that a change reads well in review. */
export function baselineText({ findings }: Baseline): string {
  const key = (entry: BaselineEntry): string =>
    [entry.file, entry.rule, entry.line, entry.period, entry.fingerprint].join("\n");
  const sorted = [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return `${JSON.stringify({ version: 1, findings: sorted }, null, 2)}\n`;
}

/** What became of a file and of the entries for it. */
export interface Applied {
  readonly file: FileReport;
  /** Entries whose finding is there. */
  readonly used: readonly BaselineEntry[];
  /** Of these the ones whose date is past: their findings count again. */
  readonly expired: readonly BaselineEntry[];
  /** Entries whose finding is gone. */
  readonly stale: readonly BaselineEntry[];
}

function isSame(entry: BaselineEntry, check: Check): boolean {
  return (
    entry.fingerprint === check.fingerprint &&
    check.related.every(({ fingerprint }) => entry.related.includes(fingerprint))
  );
}

function isExpired({ expires }: BaselineEntry, today: string): boolean {
  return expires !== null && expires < today;
}

function isLoud({ status }: Check): boolean {
  return status === "fail" || status === "warn";
}

/** Marks the findings of a file that the entries (of this file) accept, and counts without them. */
export function applyBaseline(file: FileReport, entries: readonly BaselineEntry[], today: string): Applied {
  if (entries.length === 0) return { file, used: [], expired: [], stale: [] };
  const used = new Set<BaselineEntry>();
  const expired = new Set<BaselineEntry>();
  const checks = file.checks.map((check): Check => {
    if (!isLoud(check)) return check;
    const same = entries.filter((entry) => isSame(entry, check));
    for (const entry of same) (isExpired(entry, today) ? expired : used).add(entry);
    const entry = same.find((candidate) => !isExpired(candidate, today));
    if (!entry) return check;
    const { reason, who, expires } = entry;
    return { ...check, baselined: { reason, who, expires } };
  });
  const stale = entries.filter((entry) => !used.has(entry) && !expired.has(entry));
  return {
    file: used.size === 0 ? file : recounted({ ...file, checks }),
    used: [...used, ...expired],
    expired: [...expired],
    stale,
  };
}

function recounted(file: FileReport): FileReport {
  const count = (status: Check["status"]): number =>
    file.checks.filter((check) => check.status === status && !check.baselined).length;
  const [fail, warn] = [count("fail"), count("warn")];
  const baselined = file.checks.filter((check) => check.baselined).length;
  return {
    ...file,
    status: fail > 0 ? "fail" : warn > 0 ? "warn" : "pass",
    counts: { ...file.counts, fail, warn, baselined },
  };
}

/** What a new entry says besides the finding. */
export interface Acceptance {
  readonly reason: string;
  readonly who: string;
  readonly today: string;
  readonly expires: string | null;
}

export interface Updated {
  readonly baseline: Baseline;
  readonly added: number;
  readonly kept: number;
  readonly removed: number;
}

/** The findings to accept of one file that was checked. */
export interface Accepting {
  readonly file: string;
  readonly checks: readonly Check[];
}

/**
 * The baseline with just these findings for the files that were checked; entries of other files and of
 * rules that were not asked for stay. An entry that remains keeps its words, and gets the reason where it has none; one that
 * had expired is accepted anew.
 */
export function updateBaseline(
  { findings }: Baseline,
  accepting: readonly Accepting[],
  acceptance: Acceptance,
  asked: (rule: string) => boolean,
): Updated {
  const checked = new Set(accepting.map(({ file }) => file));
  const isOpen = (entry: BaselineEntry): boolean => checked.has(entry.file) && asked(entry.rule);
  const left = findings.filter((entry) => !isOpen(entry));
  const open = findings.filter(isOpen);
  let added = 0;
  let kept = 0;
  const now = accepting.flatMap(({ file, checks }) =>
    distinct(checks).map((check): BaselineEntry => {
      const before = open.find((entry) => entry.file === file && isSame(entry, check));
      if (before && !isExpired(before, acceptance.today)) {
        kept++;
        return before.reason === "" ? { ...before, reason: acceptance.reason } : before;
      }
      added++;
      return entryOf(file, check, { ...acceptance, reason: acceptance.reason || (before?.reason ?? "") });
    }),
  );
  return { baseline: { findings: [...left, ...now] }, added, kept, removed: open.length - kept };
}

function distinct(checks: readonly Check[]): readonly Check[] {
  return [...new Map(checks.map((check) => [check.fingerprint, check])).values()];
}

function entryOf(file: string, check: Check, { reason, who, today, expires }: Acceptance): BaselineEntry {
  const { rule, display, result, terms, related } = check;
  return {
    file,
    fingerprint: check.fingerprint,
    related: related.map(({ fingerprint }) => fingerprint),
    rule,
    line: display.line,
    period: display.period,
    numbers: [result, ...terms].map(({ raw }) => raw),
    reason,
    who,
    added: today,
    expires,
  };
}
