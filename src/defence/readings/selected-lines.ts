import { abs, add, compare, type Decimal, isZero, zero } from "../../money/decimal.ts";
import { saidLine } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Figure, periodKey } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const statement = `Aldermoor Limited
Consolidated statements of operations (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Expenses:
Administration\t485,510\t502,118
Research\t163,169\t161,416
Other\t8,142\t7,906
Total expenses\t656,821\t671,440
`;

const extract = `
Overview (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Sales:
Hosting\t921,330\t956,102
Support\t284,116\t291,540
Total sales\t1,205,446\t1,247,642
Expenses:
Administration\t485,510\t502,118
Other\t8,142\t7,906
Total expenses\t656,821\t671,440
Equipment:
Servers\t112,040\t126,515
Offices\t80,713\t81,522
Total equipment\t192,753\t208,037
`;

/** A table in which the result is the sum of the same lines and of further ones. */
interface Full {
  readonly result: Figure;
  /** The further lines, in the column of the result. */
  readonly further: readonly Figure[];
}

/** The equation in another table, with these lines and further ones, or null. */
function inFull({ form, result, terms }: Relation, scene: Scene): Full | null {
  if (form.kind !== "linear") return null;
  const lines = terms.map(({ value }) => value).filter((value) => !isZero(value));
  if (lines.length < fewestLines) return null;
  for (const figure of scene.printed(result.value)) {
    if (figure.table === result.table || !isSamePeriod(figure, result)) continue;
    for (const { relation, status } of scene.touching(figure)) {
      if (status !== "pass" || relation.result !== figure || relation.form.kind !== "linear") continue;
      if (!relation.terms.every(({ table, column }) => table === figure.table && column === figure.column))
        continue;
      const further = without(relation.terms, lines);
      if (further && further.length > 0) return { result: figure, further };
    }
  }
  return null;
}

/** In other columns the lines that another table has beside these, if in this one they are the difference. */
function asInSibling({ relation, difference }: Judged, scene: Scene): Full | null {
  if (!difference) return null;
  for (const sibling of scene.siblings(relation)) {
    const full = sibling.relation === relation ? null : inFull(sibling.relation, scene);
    if (!full) continue;
    const result = full.result.row.figures.find(
      (figure) =>
        figure !== undefined &&
        compare(figure.value, relation.result.value) === 0 &&
        isSamePeriod(figure, relation.result),
    );
    if (!result) continue;
    const further = full.further.flatMap(({ row }) => row.figures[result.column.index] ?? []);
    const all = further.reduce((sum, { value }) => add(sum, value), zero);
    if (!isZero(all) && compare(abs(all), abs(difference)) === 0) return { result, further };
  }
  return null;
}

const fewestLines = 2;

function isSamePeriod({ column: a }: Figure, { column: b }: Figure): boolean {
  return a.period === null || b.period === null || periodKey(a.period) === periodKey(b.period);
}

/**
 * The figures that are left when each of the amounts has been found among them, whatever its sign: a statement may
 * print costs without brackets. Null where one is not found.
 */
function without(figures: readonly Figure[], amounts: readonly Decimal[]): readonly Figure[] | null {
  const left = figures.filter(({ value }) => !isZero(value));
  for (const amount of amounts) {
    const at = left.findIndex(({ value }) => compare(abs(value), abs(amount)) === 0);
    if (at < 0) return null;
    left.splice(at, 1);
  }
  return left;
}

export const selectedLines = defineReading({
  name: "selected-lines",
  summary: "The table is an extract: its total includes lines that it does not print",
  what: "Looks for another table in which the same total is the sum of the same lines and of further ones, for the same period; or that has such lines in another column, and in this one just the difference. A line or a total of the extract that is misprinted is not that of the full table.",
  examples: {
    cleared: [{ title: "An overview shows two of three expenses", filing: statement + extract }],
    stands: [
      {
        title: "Two digits are transposed where all expenses are shown",
        filing: statement + extract.replace("Other\t8,142", "Research\t163,169\t164,116\nOther\t8,142"),
      },
    ],
  },
  clear({ broken }, scene): Innocent | null {
    const { result, terms, form } = broken.relation;
    if (form.kind !== "linear" || terms.some(({ column }) => column !== result.column)) return null;
    const full = inFull(broken.relation, scene) ?? asInSibling(broken, scene);
    if (!full) return null;
    const names = full.further.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
    return {
      sentence: `where ${full.result.raw} is printed on ${saidLine(full.result.place.line)}, ${names} is among its lines`,
      figures: [full.result, ...full.further],
    };
  },
});
