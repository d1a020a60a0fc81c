/** What a check makes of one file: how much it understood, how much ties, what it says. Pure. */
import { figureRef } from "../../../src/findings/refs.ts";
import type { SourceFormat } from "../../../src/read/document.ts";
import type { Check, FigureRef, FileReport, FileStatus } from "../../../src/report/report.ts";
import type { Filing, StatementKind } from "../../../src/statements/filing.ts";
import type { Figure, Table } from "../../../src/tables/table.ts";

export interface Tied {
  readonly printed: number;
  readonly tied: number;
}

/** A failing or warning line. */
export interface Line {
  readonly status: "fail" | "warn";
  readonly line: number;
  readonly column: number;
  readonly page: number | null;
  readonly rule: string;
  readonly row: string;
  readonly raw: string;
  readonly message: string;
}

export interface Survey {
  readonly path: string;
  readonly format: SourceFormat;
  readonly status: FileStatus;
  readonly error: string | null;
  readonly tables: number;
  /** Tables in which some figure ties. */
  readonly tiedTables: number;
  readonly income: number;
  readonly balance: number;
  readonly cashFlow: number;
  /** Figures of all tables, and of the three statements alone. */
  readonly all: Tied;
  readonly faces: Tied;
  readonly damaged: number;
  readonly counts: FileReport["counts"];
  readonly lines: readonly Line[];
  readonly milliseconds: number;
  /** Of the whole process, in MB. */
  readonly peak: number;
}

export type Findings = Omit<Survey, "milliseconds" | "peak">;

const statements: ReadonlySet<StatementKind> = new Set(["income", "balance", "cash-flow"]);

const placeKey = ({ page, line, column }: FigureRef): string => `${page}:${line}:${column}`;

/** `report` with all its checks and figures; `filing` null where the source could not be read. */
export function survey(report: FileReport, filing: Filing | null): Findings {
  const ties = new Set((report.figureList ?? []).filter((ref) => ref.checks > 0).map(placeKey));
  const printed = (filing?.figures ?? []).filter((figure) => !figure.nil && figure.row.kind !== "ghost");
  const isTied = (figure: Figure): boolean => ties.has(placeKey(figureRef(figure)));
  const count = (figures: readonly Figure[]): Tied => ({
    printed: figures.length,
    tied: figures.filter(isTied).length,
  });
  const tables = filing?.tables ?? [];
  const kindOf = (table: Table): StatementKind => filing?.kindOf(table) ?? "other";
  const ofKind = (kind: StatementKind): number => tables.filter((table) => kindOf(table) === kind).length;
  return {
    path: report.path,
    format: report.format,
    status: report.status,
    error: report.error,
    tables: tables.length,
    tiedTables: new Set(printed.filter(isTied).map((figure) => figure.table)).size,
    income: ofKind("income"),
    balance: ofKind("balance"),
    cashFlow: ofKind("cash-flow"),
    all: count(printed),
    faces: count(printed.filter((figure) => statements.has(kindOf(figure.table)))),
    damaged: report.figures.damaged,
    counts: report.counts,
    lines: report.checks.flatMap(lineOf),
  };
}

function lineOf(check: Check): Line[] {
  if (check.status !== "fail" && check.status !== "warn") return [];
  const ref: FigureRef = check.diagnosis?.suspects[0] ?? check.result;
  return [
    {
      status: check.status,
      line: check.place.line,
      column: check.place.column,
      page: ref.page,
      rule: check.rule,
      row: ref.row,
      raw: ref.raw,
      message: check.diagnosis ? `${check.message}; ${check.diagnosis.message}` : check.message,
    },
  ];
}
