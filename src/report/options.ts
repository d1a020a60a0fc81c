import { type Paint, plain } from "./paint.ts";
import type { Rule } from "../rules/rule.ts";

/** What a report says of a rule itself. */
export type RuleText = Pick<Rule, "name" | "summary" | "why" | "fix" | "source">;

/** What a report for people depends on besides the results. Everything is passed in: reporters are pure. */
export interface ReportOptions {
  /** Cells of a line. */
  readonly width: number;
  readonly paint: Paint;
  /** The address of a line of a file, for terminals that open it; null where there is none. */
  readonly link: (path: string, line: number) => string | null;
  /** Also what ties. */
  readonly all: boolean;
  /** Also the figures in no relation and the rules that did not look. */
  readonly verbose: boolean;
  /** Only the failures and the honesty line. */
  readonly quiet: boolean;
  /** Files without a financial table are not mentioned. */
  readonly passOver: boolean;
  /** The line of counts is broken between words; in a pipe it stays one line, which people grep for. */
  readonly wrapsCounts?: boolean;
  /** The rules there are, for formats that explain them. */
  readonly rules: readonly RuleText[];
}

/** A report for a file or a pipe: no colour, no links, 120 cells. */
export const plainOptions: ReportOptions = {
  width: 120,
  paint: plain,
  link: () => null,
  all: false,
  verbose: false,
  quiet: false,
  passOver: false,
  rules: [],
};
