/** An equation of a config as a rule like any other: it yields relations, and the verdict is made as for all. */
import type { Form, Relation } from "../../relations/relation.ts";
import { isZero, toNumber } from "../../money/decimal.ts";
import { expectedResult, noReadings } from "../../relations/evaluate.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import { monthsOf } from "../../tables/period.ts";
import type { Figure, Period, Row } from "../../tables/table.ts";
import { periodWords } from "../../tables/column-words.ts";
import type { Finding, Omission, Rule } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { beside, isCounted, type Line, linesOf, type Part, partOf } from "./lines.ts";
import { EquationError, parseEquation } from "./parse.ts";
import { type Solved, scaled, solveEquation, turned } from "./solve.ts";

/** Lengths of periods that a condition may name. */
export type PeriodKind = "instant" | "month" | "quarter" | "half-year" | "nine-months" | "year";

export const periodMonths: Readonly<Record<Exclude<PeriodKind, "instant">, number>> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  "nine-months": 9,
  year: 12,
};

/** An equation as a config holds it: plain data. */
export interface EquationSpec {
  /** Kebab-case, as the names of rules. */
  readonly name: string;
  readonly equation: string;
  /** Captions that a name in the equation stands for. */
  readonly as?: Readonly<Record<string, readonly string[]>>;
  /** Only in tables with this in their title. */
  readonly table?: string;
  /** Only for periods of these lengths. */
  readonly periods?: readonly PeriodKind[];
  /** Only for columns of this currency, as an ISO code. */
  readonly currency?: string;
  /** "either": the sign of each line is settled by the columns, where filings print costs in both ways. */
  readonly signs?: "printed" | "either";
  readonly summary?: string;
  readonly why?: string;
  readonly fix?: string;
}

/** Of more lines than this the signs are not tried. */
const mostSigned = 6;

/**
 * The rule of an equation.
 * @throws EquationError
 */
export function equationRule(spec: EquationSpec): Rule {
  const parsed = parseEquation(spec.equation);
  const solved = solveEquation(parsed);
  for (const name of Object.keys(spec.as ?? {})) {
    if (!parsed.parts.includes(name))
      throw new EquationError(`"as" explains "${name}", which is not in the equation`, 0);
  }
  const parts = parsed.parts.map((name) => partOf(name, spec.as?.[name]));
  return {
    name: spec.name,
    summary: spec.summary ?? spec.equation,
    what: `Takes the lines of the equation in every column where all of them are printed: ${spec.equation}.`,
    why: spec.why ?? "The config says that it holds.",
    fix: spec.fix ?? "Compare the lines of the equation with their sources.",
    source: "An equation of the config",
    examples: { passes: [], fails: [], quiet: [] },
    *check(filing) {
      yield* relationsOf(filing, spec, parts, solved);
    },
  };
}

function* relationsOf(
  filing: Filing,
  spec: EquationSpec,
  parts: readonly Part[],
  solved: Solved,
): Generator<Finding> {
  const lines = parts.map((part) => linesOf(filing, part));
  const absent = parts.filter((_, index) => lines[index]?.length === 0);
  if (absent.length > 0) {
    const names = absent.map(({ name }) => `"${name}"`).join(" and ");
    yield {
      rule: spec.name,
      omitted: `${names} ${absent.length === 1 ? "is not a line" : "are no lines"} of this filing`,
    };
    return;
  }
  const results = (lines[solved.result] ?? []).filter(({ table }) =>
    isWanted(spec, table.title, table.heading),
  );
  if (results.length === 0) {
    yield {
      rule: spec.name,
      omitted: `no table with "${parts[solved.result]?.name}" has "${spec.table}" in its title`,
    };
  }
  let tried = 0;
  for (const result of results) {
    const { relations, lacking } = columnsOf(spec, parts, lines, solved, result);
    tried += relations.length;
    const { way, scale } = inScale(relations, solved.terms.length);
    if (scale !== 0) {
      yield {
        rule: spec.name,
        remark: `"${result.table.title}" prints a line in another scale than its header says: its columns tie with a factor of 10^${scale}`,
      };
    }
    yield* withSupport(way);
    yield* lacking;
  }
  if (results.length > 0 && tried === 0) {
    yield { rule: spec.name, omitted: "no column prints all of its lines" };
  }
}

function isWanted(spec: EquationSpec, title: string, heading: readonly string[]): boolean {
  if (spec.table === undefined) return true;
  return [title, ...heading].join("\n").toLowerCase().includes(spec.table.toLowerCase());
}

function isOfPeriod({ periods }: EquationSpec, period: Period | null): boolean {
  if (periods === undefined) return true;
  if (!period) return false;
  if (period.kind === "instant") return periods.includes("instant");
  const months = monthsOf(period);
  return periods.some((kind) => kind !== "instant" && periodMonths[kind] === months);
}

interface Columns {
  readonly relations: readonly Relation[];
  readonly lacking: readonly Omission[];
}

/** The equation in every column of one row, and the columns that lack a part. */
function columnsOf(
  spec: EquationSpec,
  parts: readonly Part[],
  lines: readonly (readonly Line[])[],
  solved: Solved,
  { row, table }: Line,
): Columns {
  const found: { readonly result: Figure; readonly terms: readonly Figure[] }[] = [];
  const lacking = new Map<string, string[]>();
  for (const result of row.figures) {
    if (!result || !isCounted(result) || !isOfPeriod(spec, result.column.period)) continue;
    if (spec.currency !== undefined && result.column.currency !== spec.currency) continue;
    const terms: Figure[] = [];
    for (const index of solved.terms) {
      const wanted = (lines[index] ?? []).filter((line) =>
        isWanted(spec, line.table.title, line.table.heading),
      );
      const figure = beside(result, wanted);
      if (typeof figure === "object") {
        terms.push(figure);
        continue;
      }
      const what =
        figure === "missing"
          ? "is not printed"
          : 'is printed with several values (say which one: "Heading > Caption")';
      const reason = `"${parts[index]?.name}" ${what}`;
      lacking.set(reason, [...(lacking.get(reason) ?? []), columnOf(result)]);
      break;
    }
    if (terms.length === solved.terms.length && [result, ...terms].some((figure) => !figure.nil)) {
      found.push({ result, terms });
    }
  }
  const relations = formsOf(spec, solved.form, solved.terms.length).map((form) =>
    found.map(({ result, terms }): Relation => relationOf(spec, form, row, table.index, result, terms)),
  );
  return {
    relations: mostTied(relations),
    lacking: [...lacking].map(([reason, columns]) => ({
      rule: spec.name,
      omitted: `${reason} for ${columns.join(", ")}`,
    })),
  };
}

function columnOf({ column, table }: Figure): string {
  return [periodWords(column, table), column.currency]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}

/** The form as written, and with the signs of its lines turned where the config allows that. */
function formsOf({ signs }: EquationSpec, form: Form, terms: number): readonly Form[] {
  if (signs !== "either" || terms > mostSigned) return [form];
  return Array.from({ length: 2 ** terms }, (_, bits) =>
    turned(
      form,
      Array.from({ length: terms }, (__, index) => (bits & (1 << index)) !== 0),
    ),
  );
}

function relationOf(
  spec: EquationSpec,
  form: Form,
  row: Row,
  table: number,
  result: Figure,
  terms: readonly Figure[],
): Relation {
  return {
    rule: spec.name,
    title: spec.equation,
    form,
    result,
    terms,
    // The house says so, and every part is there.
    belief: { identity: true, structure: false, wording: false, complete: true, ties: 0, breaks: 0 },
    pattern: `${spec.name}:${table}:${row.index}`,
  };
}

const scales = [0, 3, -3, 6, -6, 9, -9];

/**
 * The relations with the power of ten that most columns tie with. A table in thousands prints prices and
 * counts in units, or in thousands too, and need not say so; that is settled from all columns together.
 * Where nothing ties the nearest magnitude stands.
 */
function inScale(
  relations: readonly Relation[],
  terms: number,
): { readonly way: readonly Relation[]; readonly scale: number } {
  const [first] = relations;
  if (!first || first.form.kind === "linear") return { way: relations, scale: 0 };
  const ways = scales.map((scale) => ({
    scale,
    way:
      scale === 0
        ? relations
        : relations.map(
            (relation): Relation => ({ ...relation, form: scaled(relation.form, terms, scale), memo: {} }),
          ),
  }));
  const most = Math.max(...ways.map(({ way }) => countTies(way)));
  const best = most > 0 ? ways.find(({ way }) => countTies(way) === most) : nearest(ways);
  return best ?? { way: relations, scale: 0 };
}

function nearest<Way extends { readonly way: readonly Relation[] }>(ways: readonly Way[]): Way | undefined {
  const off = ({ way }: Way): number =>
    way.reduce((sum, relation) => {
      const expected = expectedResult(relation, noReadings);
      if (!expected || isZero(expected.value) || isZero(relation.result.value)) return sum;
      return sum + Math.abs(Math.log10(Math.abs(toNumber(relation.result.value) / toNumber(expected.value))));
    }, 0);
  return [...ways].sort((a, b) => off(a) - off(b))[0];
}
