import type { Relation } from "../relations/relation.ts";
import type { Confidence } from "../report/report.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure } from "../tables/table.ts";

/** A small filing for docs and tests: tab text, executed by the tests. */
export interface Example {
  readonly title: string;
  readonly filing: string;
  /** The earlier filing that it is checked with. */
  readonly prior?: string;
}

/** Something to say of one figure that no equation proves: a warning at most. */
export interface Observation {
  readonly rule: string;
  readonly title: string;
  readonly figure: Figure;
  /** A sentence without the figure's name: "is positive, and the others of its line are not". */
  readonly message: string;
  /** It is not a suspicion of the figure: it holds though equations confirm what is printed. */
  readonly stands?: boolean;
  /** The whole sentence, where it says more than the name of the figure and the message. */
  readonly said?: string;
  /** What should be printed instead, where that is known. */
  readonly reading?: string;
  /** How well it is proved, where that can be told. */
  readonly confidence?: Confidence;
}

/** What a rule matched, or could not compare, in a sentence: for --verbose, and no finding at all. */
export interface Remark {
  readonly rule: string;
  readonly remark: string;
}

/** A relation that could not be made, with what is missing. */
export interface Omission {
  readonly rule: string;
  readonly omitted: string;
}

export type Finding = Relation | Observation | Remark | Omission;

export function isRelation(finding: Finding): finding is Relation {
  return "form" in finding;
}

export function isRemark(finding: Finding): finding is Remark {
  return "remark" in finding;
}

export function isOmission(finding: Finding): finding is Omission {
  return "omitted" in finding;
}

/** What may be set for a rule: by name, each of the type of its default. */
export type RuleOptions = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * One rule. It yields relations between printed figures and judges nothing: whether a relation ties,
 * and whether a break may be reported, is decided in verdict/ for all rules alike.
 */
export interface Rule {
  /** Kebab-case, for ever: configs, baselines and scripts name it. */
  readonly name: string;
  /** One line: what must hold. */
  readonly summary: string;
  /** How it goes about it: which figures it takes, what it accepts, where it stays silent. */
  readonly what: string;
  /** Why a break matters to a reader of the filing. */
  readonly why: string;
  /** What to do about a finding. */
  readonly fix: string;
  /** Where the accounting or rounding rule stands. */
  readonly source: string;
  /** The gravest severity of its findings where no equation proves them; "error" where absent. */
  readonly severity?: "warning";
  readonly examples: {
    readonly passes: readonly Example[];
    readonly fails: readonly Example[];
    /** Looks like a case for this rule and is none. */
    readonly quiet: readonly Example[];
  };
  /** The options of the rule with their defaults; none where absent. */
  readonly options?: RuleOptions;
  /** `options` are the defaults with what the config sets. */
  check(filing: Filing, options: RuleOptions): Iterable<Finding>;
}

/** A rule of a house's own: what it is called, what must hold, how it is found. The rest is for its page. */
export type RuleDefinition = Pick<Rule, "name" | "summary" | "check"> & Partial<Rule>;

/** Only types the literal; keeps rule files free of annotations. */
export function defineRule<Definition extends RuleDefinition>(rule: Definition): Definition {
  return rule;
}
