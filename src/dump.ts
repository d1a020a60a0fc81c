/** What was read, for people who want to see it: one line a table row, figure or relation, tab-separated. */
import { proseOf } from "./prose/claims.ts";
import { toPlain } from "./money/decimal.ts";
import { reading } from "./read/read.ts";
import { collect } from "./rules/collect.ts";
import { type Filing, understand } from "./statements/filing.ts";
import { type Figure, periodKey } from "./tables/table.ts";
import { judge } from "./verdict/judge.ts";
import { inSteps, type Steps, type Turn } from "./steps.ts";
import { saidLine } from "./read/document.ts";

type Dump = (bytes: Uint8Array, path: string, turn?: Turn) => Promise<string>;

/** @throws Unreadable like the reader. */
function dump(rows: (filing: Filing) => Iterable<readonly string[]>): Dump {
  return (bytes, path, turn) =>
    inSteps(
      (function* (): Steps<string> {
        return lines(rows(understand(yield* reading(bytes, path))));
      })(),
      turn,
    );
}

function lines(rows: Iterable<readonly string[]>): string {
  let text = "";
  for (const row of rows) text += `${row.join("\t")}\n`;
  return text;
}

function* tableRows(filing: Filing): Generator<string[]> {
  for (const table of filing.tables) {
    yield [`# ${saidLine(table.line)}`, table.title || "(no title)", filing.kindOf(table)];
    yield [
      "",
      "",
      ...table.columns.map((c) =>
        [
          periodKey(c.period),
          c.currency,
          c.scale ? `10^${c.scale}` : null,
          c.role === "amount" ? null : c.role,
        ]
          .filter((part) => part !== null)
          .join(" "),
      ),
    ];
    for (const row of table.rows) {
      const mark = row.kind === "ghost" ? "(read twice) " : "";
      yield [
        String(row.line),
        mark + row.caption,
        ...row.figures.map((figure) => (figure ? figure.raw : "")),
      ];
    }
    yield [];
  }
}

function place(figure: Figure): string {
  return `${figure.place.line}:${figure.place.column}`;
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
  yield ["place", "printed", "says", "subject", "value", "unit", "period", "currency", "row or reason"];
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

export const dumps: Readonly<Record<"tables" | "figures" | "claims" | "relations", Dump>> = {
  tables: dump(tableRows),
  figures: dump(figureRows),
  claims: dump(claimRows),
  relations: dump(relationRows),
};
