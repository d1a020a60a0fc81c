import { abs, add, compare, type Decimal, isZero, zero } from "../../money/decimal.ts";
import { saidLine } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Figure, periodKey, type Row } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const statement = `Aldermoor Limited
Consolidated statements of cash flows (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net cash provided by operating activities\t403,687\t202,214
Net cash used in investing activities\t(171,068)\t(307,431)
Net cash used in financing activities\t(202,477)\t(83,031)
Effect of exchange rates on cash\t(3,243)\t1,173
Net increase (decrease) in cash\t26,899\t(187,075)
Cash at beginning of period\t481,764\t508,663
Cash at end of period\t508,663\t321,588
`;

const extract = `
Liquidity (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net cash provided by operating activities\t403,687\t202,214
Net cash used in investing activities\t(171,068)\t(307,431)
Net cash used in financing activities\t(202,477)\t(83,031)
Net increase (decrease) in cash\t26,899\t(187,075)
`;

const revised = `Aldermoor Limited
Revision of the statement of cash flows for 2023 (in thousands)
\tAs previously reported\tAdjustment\tAs revised
\tRMB\tRMB\tRMB
Cash flows from operating activities
Net loss\t(99,118)\t1,612\t(97,506)
Deferred income taxes\t3,406\t(418)\t2,988
Other items\t6,150\t(1,401)\t4,749
Accounts payable\t(16,503)\t207\t(16,296)
Net cash used in operating activities\t(34,027)\t-\t(34,027)
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

const bridge =
  /\b(?:(?:previously|originally|as) (?:reported|stated|filed)|revis(?:ed|ion)|restate(?:d|ment)|adjust(?:ed|ments?)|(?:non-?)?gaap)\b/i;

/**
 * The other end of a bridge ("as reported", adjustments, "as revised") in which the sum breaks by the same amount,
 * while every line ties across and the adjustments add up.
 */
function otherEnd({ relation, difference }: Judged, scene: Scene): Figure | null {
  const { result, terms } = relation;
  if (!difference || !result.table.columns.some(({ label }) => bridge.test(label))) return null;
  const siblings = scene.siblings(relation).filter((other) => other.relation !== relation);
  const broken = siblings.filter(({ difference: other, status }) => other !== undefined && status !== "pass");
  const [end, ...more] = broken;
  if (!end?.difference || more.length > 0 || compare(end.difference, difference) !== 0) return null;
  const rows = [result, ...terms].map(({ row }) => row);
  return rows.every((row) => tiesAcross(row, result, end.relation.result, scene))
    ? end.relation.result
    : null;
}

/** Whether a sum across the row ties that has both columns in it; a row that is nil in both has none. */
function tiesAcross(row: Row, one: Figure, other: Figure, scene: Scene): boolean {
  const [a, b] = [row.figures[one.column.index], row.figures[other.column.index]];
  if (!a || !b) return !a && !b;
  if (isZero(a.value) && isZero(b.value)) return true;
  return scene
    .touching(a)
    .some(
      ({ relation, status }) =>
        status === "pass" &&
        [relation.result, ...relation.terms].includes(b) &&
        [relation.result, ...relation.terms].every((figure) => figure.row === row),
    );
}

export const selectedLines = defineReading({
  name: "selected-lines",
  summary: "The table is an extract: its total holds lines that it does not print",
  what: "Looks for another table in which the same total is the sum of the same lines and of further ones. Or, in a table that leads from reported to revised or adjusted figures, for a total that is out by the same amount before and after while every line ties across: what is left out was not adjusted. A figure that is misprinted would break its row, or be printed otherwise in the full table.",
  examples: {
    cleared: [
      {
        title: "Cash flows in the discussion, without the effect of exchange rates",
        filing: statement + extract,
      },
      { title: "Only what was revised, and the total", filing: revised },
    ],
    stands: [
      {
        title: "A digit is wrong in the extract",
        filing:
          statement +
          extract
            .replace("(307,431)", "(307,341)")
            .replace("(202,477)", "(205,720)")
            .replace("(83,031)", "(81,858)"),
      },
      {
        title: "Two digits are transposed in one column of the revision",
        filing: revised.replace("(34,027)\t-\t(34,027)", "(106,065)\t-\t(106,056)"),
      },
    ],
  },
  clear({ broken }, scene): Innocent | null {
    const { result, terms, form } = broken.relation;
    if (form.kind !== "linear" || terms.some(({ column }) => column !== result.column)) return null;
    const full = inFull(broken.relation, scene) ?? asInSibling(broken, scene);
    if (full) {
      const names = full.further.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
      return {
        sentence: `where ${full.result.raw} is printed on ${saidLine(full.result.place.line)}, ${names} is among its lines`,
        figures: [full.result, ...full.further],
      };
    }
    const end = otherEnd(broken, scene);
    return (
      end && {
        sentence: `it is out by as much in ${end.raw} ("${end.column.label}"), and every line ties across`,
        figures: [end],
      }
    );
  },
});
