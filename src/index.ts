/** For programs: the same check as the command line's, on bytes. */
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
export { type CheckOptions, checkFiling } from "./run.ts";
export { version } from "./version.ts";
