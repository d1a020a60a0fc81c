/** Findings held against verdicts, and what is counted of them. */
import type { Check, FileReport } from "../../../src/report/report.ts";
import { isTrue, type Verdict, type Verdicts } from "./verdicts.ts";

/** false and unsure as judged; open: nobody judged it yet. */
export type Outcome = "true" | "false" | "unsure" | "open";

export interface Judgement {
  readonly path: string;
  readonly format: string;
  readonly check: Check;
  readonly outcome: Outcome;
}

export interface FileJudgement {
  readonly path: string;
  readonly findings: readonly Judgement[];
  /** True ones that are any other warning now: kept, though softer. */
  readonly softened: readonly Verdict[];
  /** True ones that are no longer reported. */
  readonly lost: readonly Verdict[];
}

/** What counts as a failure: certain breaks, and likely ones. */
export function isAccusation({ status, grade, confidence }: Check): boolean {
  return status === "fail" || (status === "warn" && grade === "broken" && confidence === "likely");
}

function outcomeOf(verdict: Verdict | undefined): Outcome {
  if (!verdict) return "open";
  if (isTrue(verdict)) return "true";
  return verdict.label === "false" ? "false" : "unsure";
}

export function judgeFile(report: FileReport, verdicts: Verdicts): FileJudgement {
  const { path, format } = report;
  const findings: Judgement[] = [];
  const met = new Set<Verdict>();
  const softened: Verdict[] = [];
  for (const check of report.checks.filter(isAccusation)) {
    const verdict = verdicts.on(path, check);
    if (verdict) met.add(verdict);
    findings.push({ path, format, check, outcome: outcomeOf(verdict) });
  }
  for (const check of report.checks) {
    if (check.status !== "warn" || isAccusation(check)) continue;
    const verdict = verdicts.on(path, check);
    if (!verdict || !isTrue(verdict) || met.has(verdict)) continue;
    met.add(verdict);
    softened.push(verdict);
  }
  const lost = verdicts.of(path).filter((verdict) => isTrue(verdict) && !met.has(verdict));
  return { path, findings, softened, lost };
}

export type Counts = Record<Outcome, number>;

export const noCounts = (): Counts => ({ true: 0, false: 0, unsure: 0, open: 0 });

/** Outcomes by what `keyOf` says, most findings first. */
export function countBy(
  findings: readonly Judgement[],
  keyOf: (finding: Judgement) => string,
): readonly (readonly [string, Counts])[] {
  const groups = new Map<string, Counts>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const counts = groups.get(key) ?? noCounts();
    counts[finding.outcome]++;
    groups.set(key, counts);
  }
  const all = (counts: Counts): number => counts.true + counts.false + counts.unsure + counts.open;
  return [...groups].sort(([, a], [, b]) => all(b) - all(a));
}
