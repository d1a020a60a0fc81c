/** For programs: the same check as the command line's, on bytes, and its reports. */
export type {
  Check,
  Diagnosis,
  ExcerptRow,
  FigureRef,
  FileReport,
  FileStatus,
  Grade,
  Report,
  Severity,
  Slip,
  Status,
  Suspect,
} from "./report/report.ts";
export { type CheckOptions, checkFiling } from "./library/check-filing.ts";
export { type FormatOptions, formatReport, formatWorkbook } from "./library/format-report.ts";
export type { Format } from "./report/formats.ts";
export { version } from "./version.ts";

/** For rules of your own, in a module or a config. */
export type {
  AcceptedDifference,
  Config,
  ConfigEquation,
  ConfigSeverity,
  ConfigTolerance,
  RuleSettings,
} from "./config/config.ts";
export type { Belief, Expression, Form, Relation } from "./relations/relation.ts";
export type { EquationSpec } from "./rules/own/equation.ts";
export type { Policy } from "./rules/policy.ts";
export type {
  Example,
  Finding,
  Observation,
  Omission,
  Remark,
  Rule,
  RuleDefinition,
  RuleOptions,
} from "./rules/rule.ts";
export * from "./rules/toolkit.ts";
export type { Concept } from "./statements/concepts.ts";
export type { Filing, StatementKind } from "./statements/filing.ts";
export type { Column, Figure, Period, Row, Table } from "./tables/table.ts";
