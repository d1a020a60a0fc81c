import type { Filing } from "../statements/filing.ts";
import type { Relation } from "./relation.ts";

/** A small filing for docs and tests: tab text, executed by the tests. */
export interface Example {
  readonly title: string;
  readonly filing: string;
}

/**
 * One rule. It yields relations between printed figures and judges nothing: whether a relation ties,
 * and whether a break may be reported, is decided in verdict/ for all rules alike.
 */
export interface Rule {
  /** Kebab-case, for ever: configs, baselines and scripts name it. */
  readonly name: string;
  /** One line: what must hold. */
  readonly summary: string;
  /** Why a break matters to a reader of the filing. */
  readonly why: string;
  /** What to do about a finding. */
  readonly fix: string;
  /** Where the accounting or rounding rule stands. */
  readonly source: string;
  readonly examples: {
    readonly passes: readonly Example[];
    readonly fails: readonly Example[];
    /** Looks like a case for this rule and is none. */
    readonly quiet: readonly Example[];
  };
  check(filing: Filing): Iterable<Relation>;
}

/** Only types the literal; keeps rule files free of annotations. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
