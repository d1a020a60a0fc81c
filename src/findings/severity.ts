/** What a house makes of a rule's findings: an error fails, a warning and a note are told. */
import type { Check, Severity } from "../report/report.ts";

export type Severities = ReadonlyMap<string, Severity>;

const rank: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

function as(check: Check, severity: Severity): Check {
  return { ...check, severity, status: severity === "error" ? "fail" : "warn" };
}

/**
 * A finding of relations. A break has the severity of its rule, and of the gravest rule that breaks with
 * it: one cause is one finding. A warning is never made graver, since its relation may well tie.
 */
export function rated(check: Check, severities: Severities): Check {
  if (severities.size === 0) return check;
  const rules = [check.rule, ...check.related.map((related) => related.rule)];
  const gravest = rules
    .map((rule) => severities.get(rule) ?? check.severity)
    .reduce((a, b) => (rank[b] > rank[a] ? b : a));
  if (check.status === "fail") return as(check, gravest);
  return rank[gravest] < rank[check.severity] ? as(check, gravest) : check;
}

/** A finding of a rule that suspects a single figure: its rule has no other, so the severity is as set. */
export function suspected(check: Check, severities: Severities): Check {
  const severity = severities.get(check.rule);
  return severity === undefined ? check : as(check, severity);
}
