/**
 * Checks and figures as Parquet, for an archive that is queried with SQL. Values are exact: DECIMAL(38, 10),
 * written from the digits of the text and never from a floating-point number. Days are DATE.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type * as Hyparquet from "hyparquet-writer";
import { writing } from "../io.ts";
import type { Check, FileReport, ListedFigure } from "../report/report.ts";
import { putInPlace, remove, temporaryBeside } from "../whole-file.ts";

const option = "--parquet";
const precision = 38;
const scale = 10;
/** Rows that are held before they are written. */
const rowGroup = 20_000;

/**
 * The digits of a plain decimal, in units of the tenth place behind the point; null for more places or digits
 * than the column holds.
 */
export function unscaled(text: string | null): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? "");
  if (!match) return null;
  const [, sign = "", whole = "", given = ""] = match;
  const places = given.replace(/0+$/, "");
  if (places.length > scale) return null;
  const digits = BigInt(whole + places.padEnd(scale, "0"));
  if (String(digits).length > precision) return null;
  return sign === "-" ? -digits : digits;
}

const aDay = 86_400_000;

/** Days since 1970 of an ISO date; null for what is none. */
export function dayOf(date: string | undefined): number | null {
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  // There is no February 30, though it can be read as a day in March.
  const isThere = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return isThere ? time / aDay : null;
}

type Kind = "text" | "integer" | "decimal" | "date";
type Value = string | number | bigint | null;

interface Column<T> {
  readonly name: string;
  readonly kind: Kind;
  readonly of: (row: T) => Value;
}

interface CheckRow {
  readonly file: FileReport;
  readonly check: Check;
}

interface FigureRow {
  readonly file: FileReport;
  readonly figure: ListedFigure;
}

/** A day has no start. */
function startOf(period: string | null | undefined): number | null {
  const [start, end] = (period ?? "").split("/");
  return end === undefined ? null : dayOf(start);
}

function endOf(period: string | null | undefined): number | null {
  return dayOf((period ?? "").split("/").at(-1));
}

const checkColumns: readonly Column<CheckRow>[] = [
  { name: "path", kind: "text", of: ({ file }) => file.path },
  { name: "issuer", kind: "text", of: ({ file }) => file.issuer },
  { name: "rule", kind: "text", of: ({ check }) => check.rule },
  { name: "status", kind: "text", of: ({ check }) => check.status },
  { name: "grade", kind: "text", of: ({ check }) => check.grade },
  { name: "severity", kind: "text", of: ({ check }) => check.severity },
  { name: "title", kind: "text", of: ({ check }) => check.title },
  { name: "message", kind: "text", of: ({ check }) => check.message },
  { name: "period", kind: "text", of: ({ check }) => check.period },
  { name: "period_start", kind: "date", of: ({ check }) => startOf(check.period) },
  { name: "period_end", kind: "date", of: ({ check }) => endOf(check.period) },
  { name: "currency", kind: "text", of: ({ check }) => check.currency },
  { name: "table_title", kind: "text", of: ({ check }) => check.result.table },
  { name: "row_label", kind: "text", of: ({ check }) => check.result.row },
  { name: "column_label", kind: "text", of: ({ check }) => check.result.col },
  { name: "page", kind: "integer", of: ({ check }) => check.result.page },
  { name: "line", kind: "integer", of: ({ check }) => check.result.line },
  { name: "column", kind: "integer", of: ({ check }) => check.result.column },
  { name: "printed", kind: "text", of: ({ check }) => check.result.raw },
  { name: "value", kind: "decimal", of: ({ check }) => unscaled(check.result.value) },
  { name: "expected", kind: "decimal", of: ({ check }) => unscaled(check.expected?.value ?? null) },
  { name: "difference", kind: "decimal", of: ({ check }) => unscaled(check.difference) },
  { name: "confidence", kind: "text", of: ({ check }) => check.confidence },
  { name: "slip", kind: "text", of: ({ check }) => check.diagnosis?.slip ?? null },
  { name: "suspect_row", kind: "text", of: ({ check }) => check.suspect?.row ?? null },
  { name: "suspect_column", kind: "text", of: ({ check }) => check.suspect?.col ?? null },
  { name: "suspect_line", kind: "integer", of: ({ check }) => check.suspect?.line ?? null },
  { name: "suspect_printed", kind: "text", of: ({ check }) => check.suspect?.raw ?? null },
  { name: "suspect_reading", kind: "text", of: ({ check }) => check.suspect?.reading ?? null },
  { name: "fingerprint", kind: "text", of: ({ check }) => check.fingerprint },
];

const figureColumns: readonly Column<FigureRow>[] = [
  { name: "path", kind: "text", of: ({ file }) => file.path },
  { name: "issuer", kind: "text", of: ({ file }) => file.issuer },
  { name: "statement", kind: "text", of: ({ figure }) => figure.statement ?? null },
  { name: "concept", kind: "text", of: ({ figure }) => figure.concept ?? null },
  { name: "period_start", kind: "date", of: ({ figure }) => startOf(figure.period) },
  { name: "period_end", kind: "date", of: ({ figure }) => endOf(figure.period) },
  { name: "currency", kind: "text", of: ({ figure }) => figure.currency ?? null },
  { name: "unit", kind: "text", of: ({ figure }) => figure.unit ?? null },
  { name: "table_title", kind: "text", of: ({ figure }) => figure.table },
  { name: "row_label", kind: "text", of: ({ figure }) => figure.row },
  { name: "column_label", kind: "text", of: ({ figure }) => figure.col },
  { name: "page", kind: "integer", of: ({ figure }) => figure.page },
  { name: "line", kind: "integer", of: ({ figure }) => figure.line },
  { name: "column", kind: "integer", of: ({ figure }) => figure.column },
  { name: "printed", kind: "text", of: ({ figure }) => figure.raw },
  { name: "value", kind: "decimal", of: ({ figure }) => unscaled(figure.value) },
  { name: "checks", kind: "integer", of: ({ figure }) => figure.checks },
];

type Library = typeof Hyparquet;

/** One table, written in groups of rows under a temporary name. */
class Table<T> {
  readonly #columns: readonly Column<T>[];
  readonly #path: string;
  readonly #temporary: string;
  readonly #writer: InstanceType<Library["ParquetWriter"]>;
  #rows: T[] = [];

  constructor({ ParquetWriter, fileWriter }: Library, path: string, columns: readonly Column<T>[]) {
    this.#columns = columns;
    this.#path = path;
    this.#temporary = temporaryBeside(path);
    const schema = columns.map(({ name, kind }) => {
      const optional = { name, repetition_type: "OPTIONAL" } as const;
      if (kind === "text") return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
      if (kind === "integer") return { ...optional, type: "INT32" } as const;
      if (kind === "date") return { ...optional, type: "INT32", converted_type: "DATE" } as const;
      const decimal = { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, converted_type: "DECIMAL" } as const;
      return { ...optional, ...decimal, precision, scale };
    });
    this.#writer = new ParquetWriter({
      writer: writing(path, () => fileWriter(this.#temporary), option),
      schema: [{ name: "root", num_children: columns.length }, ...schema],
      createdBy: "kc-check",
    });
  }

  add(row: T): void {
    this.#rows.push(row);
    if (this.#rows.length >= rowGroup) this.#flush();
  }

  #flush(): void {
    const rows = this.#rows;
    this.#rows = [];
    const columnData = this.#columns.map(({ name, of }) => ({ name, data: rows.map(of) }));
    writing(this.#path, () => this.#writer.write({ columnData, rowGroupSize: rowGroup }), option);
  }

  /** Writes what is left of it. */
  finish(): void {
    if (this.#rows.length > 0) this.#flush();
    writing(this.#path, () => this.#writer.finish(), option);
  }

  putInPlace(): void {
    writing(this.#path, () => putInPlace(this.#temporary, this.#path), option);
  }

  abandon(): void {
    remove(this.#temporary);
  }
}

/** `checks.parquet` and `figures.parquet` in a directory. */
export class ParquetTables {
  readonly #checks: Table<CheckRow>;
  readonly #figures: Table<FigureRow>;

  private constructor(library: Library, directory: string) {
    writing(directory, () => mkdirSync(directory, { recursive: true }), option);
    this.#checks = new Table(library, join(directory, "checks.parquet"), checkColumns);
    this.#figures = new Table(library, join(directory, "figures.parquet"), figureColumns);
  }

  /** @throws FileError */
  static async open(directory: string): Promise<ParquetTables> {
    return new ParquetTables(await import("hyparquet-writer"), directory);
  }

  add(file: FileReport): void {
    for (const check of file.checks) this.#checks.add({ file, check });
    for (const figure of file.figureList ?? []) this.#figures.add({ file, figure });
  }

  /** Puts both in place, when both are whole: the old ones belong together, and so do the new. @throws FileError */
  end(): void {
    this.#checks.finish();
    this.#figures.finish();
    this.#checks.putInPlace();
    this.#figures.putInPlace();
  }

  /** Of a run that was stopped: nothing is put in place. */
  abandon(): void {
    this.#checks.abandon();
    this.#figures.abandon();
  }
}
