/**
 * What the tool says, as plain data. Every field is a string, number, boolean, null, array or object
 * of these: reports cross processes, caches and every output format unchanged. The JSON output is this
 * very shape (docs/contract: additions are free, changes are not).
 */

import type { SourceFormat } from "../read/document.ts";
import type { Content } from "./content.ts";

export type Status = "pass" | "warn" | "fail" | "skip";

/**
 * exact: no difference · rounding: within ordinary rounding noise · strained: inside the interval, but
 * rounding practically never does that · recovered: ties once a damaged cell is read as its equations
 * imply · broken: the intervals do not meet · unread: a needed figure is damaged beyond recovery ·
 * missing: a part is not in the filing.
 */
export type Grade = "exact" | "rounding" | "strained" | "recovered" | "broken" | "unread" | "missing";

/**
 * How often a finding like this is true on filings that were never seen: certain in at least 95 of 100,
 * likely in at least 60. Measured, not guessed: docs/how-it-decides.md.
 */
export type Confidence = (typeof confidences)[number];
export const confidences = ["certain", "likely", "possible"] as const;
/** What is only possible is told to those who ask for it. */
export const defaultConfidence: Confidence = "likely";

export type Severity = "error" | "warning" | "note";

/** The kind of mistake that turned the true figure into the printed one. */
export type Slip =
  | "transposition"
  | "digit"
  | "digit-dropped"
  | "digit-added"
  | "sign"
  | "scale"
  | "neighbour"
  | "stale"
  | "row-dropped"
  | "row-doubled"
  | "ocr"
  | "unknown";

/** A place in the source. In a source of pages the line is that of the page. */
export interface PlaceRef {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly page?: number | null;
  /** In a document of Word or a workbook: `table 4, row 7`, `paragraph 45 "Gross profit was"`, `Income!C14`. */
  readonly where?: string;
  /** There the heading above it. */
  readonly heading?: string;
}

/** A printed figure and its place in the source: 1-based, UTF-16 columns, `endColumn` exclusive. */
export interface FigureRef {
  readonly raw: string;
  /** Plain decimal in units (scale applied); null when the print could not be read. */
  readonly value: string | null;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly page: number | null;
  /** Title of the table, caption of the row, label of the column, as printed. */
  readonly table: string;
  readonly row: string;
  readonly col: string;
  /** Only for a figure of another file. */
  readonly path?: string;
  /** As in `PlaceRef`. */
  readonly where?: string;
  readonly heading?: string;
}

export interface TermRef extends FigureRef {
  readonly weight: string;
}

export interface Suspect extends FigureRef {
  /** What the cell would have to say. */
  readonly reading: string;
  /** How many failing relations that settles. */
  readonly settles: number;
}

/** Best suspects first; more than one when several explain the break equally well. */
export interface Diagnosis {
  readonly slip: Slip;
  readonly suspects: readonly Suspect[];
  readonly message: string;
}

/** The finding as people want to see it, in the scale and signs of the table: of the suspect cell where there is one, else of the result. */
export interface Display {
  readonly line: string;
  readonly period: string;
  readonly printed: string;
  readonly recomputed: string;
  readonly difference: string;
  /** The relation with its figures as printed: "253,183 = 1,722,450 - 1,469,312". */
  readonly equation: string;
  /** What the right side of the equation comes to. */
  readonly sum: string;
  /** The sentence about that figure, where it is another than the result, of which `message` tells. */
  readonly message?: string;
}

/** Rows of the table involved, for people. `mark`: what the cell is in this finding. */
export interface Excerpt {
  readonly columns: readonly string[];
  readonly rows: readonly ExcerptRow[];
}

export interface ExcerptRow {
  readonly line: number;
  /** What stands for the line in a source that has none: the row of the table, or where a sentence is. */
  readonly shown?: string;
  readonly caption: string;
  readonly cells: readonly { readonly text: string; readonly mark: "result" | "term" | "suspect" | null }[];
}

/** A sentence of the filing; the figure stands from `start` to `end` of it (UTF-16). */
export interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Check {
  readonly rule: string;
  readonly status: Status;
  readonly grade: Grade;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** "2023-01-01/2023-12-31", "2023-12-31", or null where the column says none. */
  readonly period: string | null;
  readonly currency: string | null;
  readonly result: FigureRef;
  readonly terms: readonly TermRef[];
  readonly expected: { readonly value: string; readonly low: string; readonly high: string } | null;
  readonly difference: string | null;
  readonly diagnosis: Diagnosis | null;
  /** Of a break; null for what ties, was skipped, or is a warning of another kind. */
  readonly confidence: Confidence | null;
  /** Its status goes by its confidence: that was asked for. */
  readonly weighed?: true;
  /** The one figure that explains the break, with what it should say; absent where none or several do. */
  readonly suspect?: Suspect;
  /** Figures elsewhere in the filing that print what the suspect should say. */
  readonly confirmedBy?: readonly FigureRef[];
  /** The sentence of the filing that the finding is about; absent for figures of tables. */
  readonly quote?: Quote;
  /** rule + table + row + column + numbers; never the line number. */
  readonly fingerprint: string;
  readonly display: Display;
  /** The place to point at: the first suspect when there is one, else the result. */
  readonly place: PlaceRef;
  readonly excerpt: Excerpt | null;
  /** Other relations broken by the same cause, without their own `related`. */
  readonly related: readonly Check[];
  /** The finding is known and accepted: it stands in the baseline, and neither fails nor is counted. */
  readonly baselined?: Accepted;
}

/** Why a finding is accepted, by whom, and until when (an ISO date, or null for good). */
export interface Accepted {
  readonly reason: string;
  readonly who: string;
  readonly expires: string | null;
}

export interface ListedFigure extends FigureRef {
  /** In how many relations the figure takes part. */
  readonly checks: number;
  /** "2023-01-01/2023-12-31", "2023-12-31", or null where the column says none. Absent, as the next, in older reports. */
  readonly period?: string | null;
  /** ISO code; null for what is no amount of money, or where nothing says. */
  readonly currency?: string | null;
  readonly unit?: "currency" | "per-share" | "shares" | "percent" | "count" | "rate";
  /** What the line is, whatever its caption: "GrossProfit"; null where that is not known. */
  readonly concept?: string | null;
  /** Which statement its table is; null for the other tables and for sentences. */
  readonly statement?: "balance" | "income" | "cash-flow" | null;
}

export interface Skipped {
  readonly rule: string;
  /** A sentence; of one relation or number it begins with its name and place. */
  readonly reason: string;
  /** The relation, or the number of a sentence, that was not checked; absent where the reason is the rule's. */
  readonly about?: Unchecked;
  /** It breaks as it was first read, and ties under an innocent reading. */
  readonly cleared?: ClearedBy;
}

/** The innocent reading that cleared a break, and the figures that show it. */
export interface ClearedBy {
  readonly reading: string;
  readonly figures: readonly FigureRef[];
}

export interface Unchecked {
  /** Name of the line, or what the sentence speaks of; perhaps empty. */
  readonly line: string;
  readonly column: string;
  /** The number as a sentence prints it; null for a relation between figures of tables. */
  readonly printed: string | null;
  /** ":181", "p12:5:22". */
  readonly where: string;
  /** The reason without name and place. */
  readonly why: string;
}

/** What a rule matched or found in one filing only: no finding, shown with --verbose. */
export interface Note {
  /** "document" where it is about how the source was read: what was left out of it, or taken to be. */
  readonly rule: string;
  readonly note: string;
}

/** How the relations of one rule came out. Warnings and failures are findings: one cause, one finding. */
export interface RuleTally {
  readonly rule: string;
  readonly pass: number;
  readonly warn: number;
  readonly fail: number;
  readonly skip: number;
}

/** How a figure stands in a draft: some equation ties it and none that it is in breaks, one breaks, or it is in none. */
export type Standing = "ties" | "breaks" | "untied";

/** A figure that another draft prints differently. */
export interface Change {
  /** As the earlier draft prints it. */
  readonly was: string;
  readonly figure: FigureRef;
  readonly before: Standing;
  readonly now: Standing;
  /** How many figures should have followed it and did not. */
  readonly left: number;
}

export type FileStatus = "pass" | "warn" | "fail" | "unrecognized" | "unreadable";

export interface FileReport {
  readonly path: string;
  readonly format: SourceFormat;
  readonly status: FileStatus;
  /** One sentence, when unreadable or unrecognized. */
  readonly error: string | null;
  readonly issuer: string | null;
  readonly periods: readonly string[];
  /** Currency codes and the scale word of the tables, for the headline: ["CNY", "USD"], "thousands". */
  readonly currencies: readonly string[];
  readonly scale: string | null;
  /** `recovered`: how many of the damaged figures the equations imply. */
  readonly figures: {
    readonly printed: number;
    readonly tied: number;
    readonly damaged: number;
    readonly recovered: number;
    /** Of these the ones in sentences; absent in reports of versions that read tables only. */
    readonly inText: { readonly printed: number; readonly tied: number };
  };
  readonly counts: {
    readonly pass: number;
    readonly warn: number;
    readonly fail: number;
    readonly skip: number;
    /** Findings that the baseline accepts; in neither `fail` nor `warn`. Absent where there are none. */
    readonly baselined?: number;
    /** Breaks that are less certain than was asked for, and so no findings; they are told in `skipped`. Absent where there are none. */
    readonly withheld?: number;
  };
  /** fail and warn, fails first, then by place; with --all every one. */
  readonly checks: readonly Check[];
  /** With --all: every figure of the tables, then those of the sentences. */
  readonly figureList?: readonly ListedFigure[];
  /** Figures that take part in no relation that ties: for --verbose. */
  readonly untied: readonly FigureRef[];
  /** A sentence for each statement in which no equation holds, with what misses; absent where there is none. */
  readonly untiedStatements?: readonly string[];
  readonly skipped: readonly Skipped[];
  /** The filing itself; only where a report that shows it was asked for. */
  readonly content?: Content;
  /** One for each rule that was asked, in their order; absent where nothing was checked. */
  readonly rules?: readonly RuleTally[];
  readonly notes?: readonly Note[];
  /** With --since: how many findings the earlier run had, too, and those that are gone. */
  readonly since?: {
    readonly known: number;
    /** How many figures stand in known findings only. */
    readonly figures: number;
    readonly resolved: readonly {
      readonly rule: string;
      readonly message: string;
      readonly fingerprint: string;
    }[];
  };
  /** Found in a directory or an archive, not named: no filing is asked for, so `unrecognized` is not an error. */
  readonly found?: true;
  /** Of a comparison of two drafts: the earlier one, how many figures both have, and those that were changed. */
  readonly changes?: {
    readonly path: string;
    readonly compared: number;
    readonly figures: readonly Change[];
  };
  /** With --prior: the earlier filing, and how many comparatives were checked against it. */
  readonly prior?: { readonly path: string; readonly compared: number };
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "kc-check"; readonly version: string };
  readonly files: readonly FileReport[];
  readonly totals: {
    readonly files: number;
    readonly pass: number;
    readonly fail: number;
    readonly warn: number;
    readonly skip: number;
    readonly unreadable: number;
  };
}
