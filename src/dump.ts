/** What was read, for people who want to see it: one line a table row, figure or relation, tab-separated. */
import { proseOf } from "./prose/claims.ts";
import { toPlain } from "./money/decimal.ts";
import { reading } from "./read/read.ts";
import { collect } from "./rules/collect.ts";
import { type Filing, understand } from "./statements/filing.ts";
import { type Column, type Figure, periodKey } from "./tables/table.ts";
import { judge } from "./verdict/judge.ts";
import { inSteps, type Steps, type Turn } from "./steps.ts";
import { lineOnPage, pageOf, saidLine, spotOf } from "./read/document.ts";
import { saidSpot } from "./read/office/spots.ts";

/** What was read, as plain data for programs and as lines with tabs for people. */
export interface Dumped {
  readonly data: unknown;
  text(): string;
}

/** What can be shown of the reading. */
export type DumpName = "tables" | "figures" | "claims" | "relations";

type Dump = (bytes: Uint8Array, path: string, turn?: Turn) => Promise<Dumped>;

/** @throws Unreadable like the reader. */
function dump(dumped: (filing: Filing) => Dumped): Dump {
  return (bytes, path, turn) =>
    inSteps(
      (function* (): Steps<Dumped> {
        return dumped(understand(yield* reading(bytes, path)));
      })(),
      turn,
    );
}

function lines(rows: Iterable<readonly string[]>): string {
  let text = "";
  for (const row of rows) text += `${row.join("\t")}\n`;
  return text;
}

/** "70", "p3:12" in a source of pages, "table 4, row 7" in a document of Word. */
function lineName(line: number): string {
  const spot = saidSpot(line);
  if (spot !== null) return spot;
  const page = pageOf(line);
  return page === null ? String(line) : `p${page}:${lineOnPage(line)}`;
}

/** The line as data, with the page where there are pages. */
function lineData(line: number): { readonly line: number; readonly page?: number } {
  const page = pageOf(line);
  return { line: lineOnPage(line), ...(page === null ? {} : { page }) };
}

function columnWords({ period, currency, scale, role }: Column): string {
  return [periodKey(period), currency, scale ? `10^${scale}` : null, role === "amount" ? null : role]
    .filter((part) => part !== null)
    .join(" ");
}

function* tableRows(filing: Filing): Generator<string[]> {
  for (const table of filing.tables) {
    yield [`# ${saidLine(table.line)}`, table.title || "(no title)", filing.kindOf(table)];
    yield ["", "", ...table.columns.map(columnWords)];
    for (const row of table.rows) {
      const mark = row.kind === "ghost" ? "(read twice) " : "";
      yield [
        lineName(row.line),
        mark + row.caption,
        ...row.figures.map((figure) => (figure ? figure.raw : "")),
      ];
    }
    yield [];
  }
}

function tablesData(filing: Filing): unknown {
  return filing.tables.map((table) => ({
    ...lineData(table.line),
    title: table.title,
    kind: filing.kindOf(table),
    columns: table.columns.map(({ label, period, currency, scale, role }) => ({
      label,
      period: periodKey(period),
      currency,
      scale,
      role,
    })),
    rows: table.rows.map(({ line, caption, section, kind, figures }) => ({
      ...lineData(line),
      caption,
      section,
      kind,
      figures: figures.map((figure) => figure?.raw ?? null),
    })),
  }));
}

function place(figure: Figure): string {
  const { line, column } = figure.place;
  return spotOf(line, column) ?? `${lineName(line)}:${column}`;
}

function* figureRows(filing: Filing): Generator<string[]> {
  yield ["place", "printed", "value", "unit", "period", "currency", "row", "concept", "damage"];
  for (const figure of filing.figures) {
    yield [
      place(figure),
      figure.raw,
      figure.damage ? "" : toPlain(figure.value),
      figure.nil ? `${figure.unit} (nil)` : figure.unit,
      periodKey(figure.column.period) ?? "",
      figure.column.currency ?? "",
      figure.row.caption,
      filing.conceptOf(figure.row) ?? "",
      figure.damage?.reason ?? "",
    ];
  }
}

function* relationRows(filing: Filing): Generator<string[]> {
  yield ["status", "grade", "rule", "place", "printed", "terms", "title", "reason"];
  const { judged } = judge(filing.figures, collect(filing, {}).relations);
  for (const { relation, status, grade, reason } of judged) {
    const { form } = relation;
    const terms = relation.terms.map(
      (term, i) => `${form.kind === "linear" && form.weights[i] === -1 ? "-" : ""}${term.raw || "-"}`,
    );
    yield [
      status,
      grade,
      relation.rule,
      place(relation.result),
      relation.result.raw,
      terms.join(" "),
      relation.title,
      reason,
    ];
  }
}

function* claimRows(filing: Filing): Generator<string[]> {
  yield [
    "place",
    "printed",
    "says",
    "subject",
    "value",
    "unit",
    "period",
    "currency",
    "row or reason",
    "outcome",
  ];
  const { judged } = judge(filing.figures, collect(filing, { rules: ["prose"] }).relations);
  const checked = new Map(judged.flatMap(({ relation, status }) => [[relation.result.id, status] as const]));
  for (const { claims } of proseOf(filing).sections) {
    for (const { figure, subject, said, period, fact, reason } of claims) {
      yield [
        place(figure),
        figure.raw,
        said,
        subject,
        toPlain(figure.value),
        figure.unit,
        periodKey(period) ?? "",
        figure.column.currency ?? "",
        fact ? `${fact.row.caption} (${saidLine(fact.row.line)})` : reason || "(no table figure)",
        checked.get(figure.id) ?? "not checked",
      ];
    }
  }
}

/** The rows as objects: the first one has the names of their cells. */
function objects([head = [], ...rows]: readonly (readonly string[])[]): unknown {
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
}

function rowsDump(rowsOf: (filing: Filing) => Iterable<readonly string[]>): Dump {
  return dump((filing) => {
    const rows = [...rowsOf(filing)];
    return { data: objects(rows), text: () => lines(rows) };
  });
}

export const dumps: Readonly<Record<DumpName, Dump>> = {
  tables: dump((filing) => {
    const rows = [...tableRows(filing)];
    return { data: tablesData(filing), text: () => lines(rows) };
  }),
  figures: rowsDump(figureRows),
  claims: rowsDump(claimRows),
  relations: rowsDump(relationRows),
};
