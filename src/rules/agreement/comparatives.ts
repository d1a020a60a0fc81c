import { announcedAt } from "../../comparatives/announced.ts";
import { changeKey, type Comparison, compareLines, explain, type Group } from "../../comparatives/changes.ts";
import { isMisprint, standsAlone } from "../../comparatives/misprints.ts";
import { homeCurrency } from "../../comparatives/columns.ts";
import { pairTables, type TablePair } from "../../comparatives/tables.ts";
import { compare, negate } from "../../money/decimal.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Explanation, Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import { periodWords } from "../../tables/column-words.ts";
import type { Figure, Row } from "../../tables/table.ts";
import { defineRule, type Finding } from "../rule.ts";
import { saidLine } from "../../read/document.ts";

const priorSheet = `Aldermoor Limited
BALANCE SHEETS (in thousands)
\tDec 31, 2022\tDec 31, 2023
\tRMB\tRMB
Cash\t27,305\t31,640
Trade receivables\t40,866\t44,218
Vessels\t112,937\t120,405
Total assets\t181,108\t196,263
Bank loans\t58,240\t70,119
Statutory reserves\t9,015\t10,433
Retained earnings\t113,853\t115,711
Total equity\t122,868\t126,144
Total liabilities and equity\t181,108\t196,263
`;

const sheet = `Aldermoor Limited
BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash\t31,640\t28,907
Trade receivables\t44,218\t46,380
Vessels\t120,405\t131,918
Total assets\t196,263\t207,205
Borrowings\t70,119\t81,692
Statutory reserves\t10,433\t10,781
Retained earnings\t115,711\t114,732
Total equity\t126,144\t125,513
Total liabilities and equity\t196,263\t207,205
`;

/** In millions, its costs without brackets. */
const coarser = `Aldermoor Limited
STATEMENTS OF INCOME (in millions)
\tYear ended December 31,
\t2022\t2023
\tRMB\tRMB
Revenues\t91.3\t96.4
Cost of revenues\t60.2\t62.9
Gross profit\t31.1\t33.5
Operating expenses\t20.4\t22.3
Operating income\t10.7\t11.2
Dividends paid for 2021\t3.1\t-
`;

const finer = `Aldermoor Limited
STATEMENTS OF INCOME (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t96,407\t101,226
Cost of revenues\t(62,914)\t(67,350)
Gross profit\t33,493\t33,876
Operating expenses\t(22,298)\t(23,105)
Operating income\t11,195\t10,771
Dividends declared\t2,700\t2,900
`;

const name = "comparatives";
/** Lines named in a sentence before "and n more". */
const mostNamed = 6;

export const comparatives = defineRule({
  name,
  summary: "The comparative figures are those of the earlier filing (with --prior)",
  what: "Matches the lines and columns of this filing with those of the earlier one, even where a line was renamed, and compares the figures of the same period. A change that other lines or the text explain as a restatement or reclassification is a warning, with the reason.",
  why: "Comparatives are typed or linked anew each year. A reader takes an unexplained change for a restatement, or for an error in one of the filings.",
  fix: "Look the line up in both filings. Correct the misprint, or say in a note that the figure was restated or reclassified, and why.",
  source: "IAS 1.38 and 1.41; ASC 205-10-45-3, ASC 250-10-50 (restatements are disclosed)",
  examples: {
    passes: [{ title: "A line renamed", filing: sheet, prior: priorSheet }],
    fails: [
      {
        title: "A line typed anew, the wrong way round",
        filing: sheet.replace("44,218", "44,281"),
        prior: priorSheet,
      },
    ],
    quiet: [
      { title: "Another scale, costs in brackets, a line of another year", filing: finer, prior: coarser },
    ],
  },
  *check(filing) {
    const { prior } = filing;
    if (prior) yield* compareWith(filing, prior);
  },
});

function* compareWith(filing: Filing, prior: Filing): Generator<Finding> {
  const pairs = pairTables(filing, prior);
  const seen = pairs.map((pair) => ({ pair, comparisons: compareLines(filing, prior, pair) }));
  const announced = announcedAt(filing.document);
  // A change that the statements explain is explained wherever it is printed again.
  const explained = new Map<string, Explanation>();
  for (const { pair, comparisons } of seen) {
    for (const column of pair.columns) {
      for (const group of explain(filing, prior, pair, column, comparisons)) {
        const explanation = explanationOf(filing, group);
        for (const change of group.changes) explained.set(changeKey(change), explanation);
      }
    }
  }
  for (const { pair, comparisons } of seen) {
    const open: Comparison[] = [];
    for (const comparison of comparisons) {
      if (comparison.agrees !== false) {
        yield relationOf(comparison);
        continue;
      }
      const convention = byConvention(filing, prior, comparison);
      const known = explained.get(changeKey(comparison));
      if (convention) {
        yield convention;
        yield { rule: name, remark: conventionRemark(convention) };
      } else if (known) yield { ...relationOf(comparison), explained: known };
      else open.push(comparison);
    }
    for (const change of open) {
      const reason = reasonOf(filing, prior, { pair, comparisons, open, announced }, change);
      yield { ...relationOf(change), ...(reason ? { explained: reason } : {}) };
    }
  }
  yield* remarks(filing, prior, pairs);
}

/** What a change is judged by: the comparisons of its table, and those of them that no sum explains. */
interface Setting {
  readonly pair: TablePair;
  readonly comparisons: readonly Comparison[];
  readonly open: readonly Comparison[];
  /** The line on which the filing announces a restatement. */
  readonly announced: number | null;
}

/** Why a change that no sum explains is not reported as an error; null where it is one. */
function reasonOf(
  filing: Filing,
  prior: Filing,
  { pair, comparisons, open, announced }: Setting,
  change: Comparison,
): Explanation | null {
  if (isMisprint(filing, prior, pair, change, comparisons)) return null;
  const key = `alone ${changeKey(change)}`;
  const was = `${wasNow(change)} since ${placeOf(change.earlier)}`;
  if (announced !== null) {
    return {
      key,
      sentence: `${was}; ${saidLine(announced)} says that earlier figures were restated or reclassified`,
    };
  }
  const isFace = filing.kindOf(pair.later) !== "other";
  if (isFace && standsAlone(pair, change, open)) return null;
  return {
    key,
    sentence: `${was}; other lines changed with it or it stands in no sum, so it may be restated`,
  };
}

function explanationOf(filing: Filing, group: Group): Explanation {
  const [first] = group.changes;
  const named = group.changes.slice(0, mostNamed).map(wasNow);
  const more = group.changes.length - named.length;
  if (more > 0) named.push(`${more} more`);
  const oneSided = group.oneSided.map((row) => `"${row.caption || "line without a caption"}"`);
  if (oneSided.length > 0) named.push(`${oneSided.join(", ")} in one filing only`);
  const totals = [...group.unchanged, ...group.unchanged.flatMap((figure) => totalsAbove(filing, figure))];
  const isKept = totals.length > 0;
  const where = first ? `${periodOf(first.later)} ` : "";
  const verb = isKept ? "re-presented" : "restated";
  const end = isKept
    ? `${totals.map((figure) => `${figure.row.caption} ${figure.raw}`).join(" and ")} ${totals.length === 1 ? "is" : "are"} unchanged`
    : "the totals changed with them";
  return {
    key: `group ${first ? `${first.later.table.index}:${first.later.column.index}:${first.line.later.index}` : ""}`,
    sentence: `${where}${verb} since ${first ? placeOf(first.earlier) : "the earlier filing"}: ${named.join("; ")}; ${end}`,
  };
}

/** The total that the figure goes into next, when that is a balance or result of its own. */
function totalsAbove(filing: Filing, figure: Figure): readonly Figure[] {
  const above = filing
    .sumsOf(figure.table)
    .find(
      (sum) => sum.ties.includes(figure.column.index) && sum.terms.some(({ row }) => row === figure.row),
    )?.result;
  const total = above?.figures[figure.column.index];
  return above && total && filing.conceptOf(above) !== null ? [total] : [];
}

/**
 * The net change in cash before the exchange effect in one filing and after it in the other: both are in
 * use (ASC 230-10-45-4 asks for a change that includes it; IAS 7.28 shows it apart).
 */
function byConvention(filing: Filing, prior: Filing, comparison: Comparison): Relation | null {
  const { line, column, earlier } = comparison;
  if (filing.conceptOf(line.later) !== "CashPeriodIncreaseDecrease") return null;
  const ours = filing.rowOf(comparison.later.table, "EffectOfExchangeRateOnCash")?.figures[column.later];
  const theirs = prior.rowOf(earlier.table, "EffectOfExchangeRateOnCash")?.figures[column.earlier];
  const effect = ours ?? theirs;
  if (!effect || effect.damage) return null;
  for (const weight of [1, -1] as const) {
    const relation: Relation = {
      ...relationOf(comparison),
      title: `${line.later.caption} = ${line.earlier.caption} ${weight > 0 ? "+" : "-"} ${effect.row.caption} (${placeOf(earlier)})`,
      form: { kind: "linear", weights: [comparison.weight, weight] },
      terms: [earlier, effect],
    };
    if (evaluateTie(relation) === true) return relation;
  }
  return null;
}

function conventionRemark({ result, terms }: Relation): string {
  const [earlier, effect] = terms;
  if (!earlier || !effect) return "";
  return `"${result.row.caption}" ${result.raw} (${saidLine(result.place.line)}) and ${earlier.raw} (${placeOf(earlier)}) differ by the exchange effect ${effect.raw}, which one filing counts in and the other does not`;
}

function relationOf({ line, later, earlier, weight }: Comparison): Relation {
  const by = line.by === "caption" ? "" : `, matched by ${line.by}`;
  return {
    rule: name,
    title: `${line.later.caption} = ${weight < 0 ? "-" : ""}${line.earlier.caption} (${placeOf(earlier)}${by})`,
    form: { kind: "linear", weights: [weight] },
    result: later,
    terms: [earlier],
    belief: { identity: false, structure: true, wording: false, complete: true, ties: 0, breaks: 0 },
    pattern: `${name}:${later.table.index}:${line.later.index}`,
    sameFact: true,
  };
}

/** What --verbose tells: lines matched under other captions, lines and tables of one filing only. */
function* remarks(filing: Filing, prior: Filing, pairs: readonly TablePair[]): Generator<Finding> {
  const file = fileName(prior.document.path);
  if (homeCurrency(filing) !== homeCurrency(prior)) {
    yield say(`${file} reports in ${homeCurrency(prior)}, this filing in ${homeCurrency(filing)}`);
  }
  for (const { later, earlier, lines, onlyLater, onlyEarlier } of pairs) {
    for (const { later: row, earlier: other, by } of lines) {
      if (by === "caption") continue;
      yield say(
        `"${row.caption}" (${saidLine(row.line)}) is "${other.caption}" of ${file} (${saidLine(other.line)}), by ${by}`,
      );
    }
    if (onlyLater.length > 0)
      yield say(`only in this filing (table at ${saidLine(later.line)}): ${listed(onlyLater)}`);
    if (onlyEarlier.length > 0) {
      yield say(`only in ${file} (table at ${saidLine(earlier.line)}): ${listed(onlyEarlier)}`);
    }
  }
}

function say(remark: string): Finding {
  return { rule: name, remark };
}

function listed(rows: readonly Row[]): string {
  return rows.map((row) => `"${row.caption}" (${saidLine(row.line)})`).join(", ");
}

function wasNow({ line, later, earlier, weight }: Comparison): string {
  const turned =
    weight < 0 && compare(later.value, negate(earlier.value)) !== 0 ? " with its sign turned" : "";
  return `${line.later.caption} was ${earlier.raw || "-"}${turned}, now ${later.raw || "-"}`;
}

function periodOf({ column, table }: Figure): string {
  const { period, currency, role } = column;
  if (!period) return column.label;
  return [periodWords(column, table), role === "amount" ? currency : null]
    .filter((part) => part !== null)
    .join(" ");
}

function placeOf(figure: Figure): string {
  return `${fileName(figure.table.path ?? "")} ${saidLine(figure.place.line)}`;
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
