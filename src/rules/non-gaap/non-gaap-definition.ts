import { saidLine } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import type { Sum } from "../../tables/fit.ts";
import type { Figure, Row } from "../../tables/table.ts";
import { defineRule, type Observation } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { type Definition, itemWords, mayBeSame, measureKey, readDefinitions } from "./definitions.ts";
import { quotients } from "./margin.ts";

const sound = `Aldermoor Limited
We define adjusted net loss as net loss excluding share-based compensation expenses, foreign exchange (gain) loss and impairment of berths.

RECONCILIATION (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(61,310)\t(44,870)
Adjustments:
Share-based compensation expenses\t12,408\t11,095
Foreign exchange (gain) loss\t(2,116)\t3,204
Impairment of berths\t8,950\t1,733
Adjusted net loss (Non-GAAP Financial Measure)\t(42,068)\t(28,838)
`;

/** In other words, with an open list, from another measure; and a chain that goes on where another ends. */
const otherWords = `Aldermoor Limited
We define adjusted net loss as net loss excluding stock awards to employees, currency effects and impairment. Adjusted net loss is further defined in our annual report as net loss excluding share-based compensation expenses, certain one-time items and their related tax effects. We define adjusted EBITDA as adjusted net loss excluding depreciation and interest expense, and adjusted EBITDA margin as adjusted EBITDA as a percentage of revenues.

RECONCILIATION (in thousands, except percentages)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(61,310)\t(44,870)
Adjustments:
Share-based compensation expenses\t12,408\t11,095
Foreign exchange (gain) loss\t(2,116)\t3,204
Impairment of berths\t8,950\t1,733
Adjusted net loss (Non-GAAP Financial Measure)\t(42,068)\t(28,838)
Interest expense\t5,118\t4,307
Depreciation of vessels and piers\t60,270\t58,914
Adjusted EBITDA (Non-GAAP Financial Measure)\t23,320\t34,383
`;

const name = "non-gaap-definition";

export const nonGaapDefinition = defineRule({
  name,
  summary: "A non-GAAP measure is adjusted for what its definition names, and for nothing else",
  what: 'Reads sentences such as "We define adjusted EBITDA as EBITDA excluding A, B and C" and compares the list with the lines of the reconciliation. A difference is reported only when exactly one item has no counterpart; open lists ("certain items") and other words for the same thing are left alone. A margin that a sentence defines is recomputed as defined.',
  why: "The definition says what the measure leaves out. A reconciliation that leaves out something else makes another measure under the same name.",
  fix: "Compare the sentence with the lines of the reconciliation, and change the one that was not updated.",
  source:
    "SEC Regulation S-K Item 10(e)(1)(i); SEC staff, Non-GAAP Financial Measures C&DI 100.05 (labels and descriptions)",
  severity: "warning",
  examples: {
    passes: [{ title: "The list and the lines are the same", filing: sound }],
    fails: [
      {
        title: "An adjustment that the definition does not name",
        filing: sound.replace(", foreign exchange (gain) loss and", " and"),
      },
      {
        title: "An item that the reconciliation leaves in",
        filing: sound.replace(" and impairment of berths", ", impairment of berths and closure costs"),
      },
    ],
    quiet: [{ title: "Other words for one thing, an open list, a chain that goes on", filing: otherWords }],
  },
  *check(filing) {
    const definitions = readDefinitions(filing.document);
    if (definitions.length === 0) return;
    const measures = measuresOf(filing);
    for (const definition of definitions) {
      if (definition.isMargin) yield* margins(filing, definition, measures);
      else yield* adjustments(definition, measures);
    }
  },
});

/** Chains and lines of a filing by the measure they are called; a caption is read once. */
interface Measures {
  readonly chains: ReadonlyMap<string, readonly Sum[]>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

function measuresOf(filing: Filing): Measures {
  const chains = new Map<string, Sum[]>();
  const rows = new Map<string, Row[]>();
  for (const table of filing.tables) {
    const keys = new Map<Row, string>();
    for (const row of table.rows) {
      if (row.kind !== "item") continue;
      const key = measureKey(row.caption);
      keys.set(row, key);
      const own = rows.get(key);
      if (own) own.push(row);
      else rows.set(key, [row]);
    }
    for (const sum of filing.sumsOf(table)) {
      const key = keys.get(sum.result);
      if (key === undefined || sum.ties.length === 0) continue;
      chains.set(key, [...(chains.get(key) ?? []), sum]);
    }
  }
  return { chains, rows };
}

function* adjustments(definition: Definition, { chains }: Measures): Generator<Observation> {
  for (const sum of chains.get(measureKey(definition.name)) ?? []) yield* compareChain(sum, definition);
}

/**
 * The lines of a chain against the pieces of the list. Only one that is missing on one side is reported:
 * where more differ, or one on each side, the two may say the same in other words.
 */
function* compareChain(sum: Sum, { base, items, line, name: called }: Definition): Generator<Observation> {
  const start = sum.terms.filter(({ row }) => measureKey(row.caption) === measureKey(base));
  if (start.length !== 1) return;
  const rows = sum.terms.map(({ row }) => row).filter((row) => row !== start[0]?.row);
  const named = items.map((item) => ({ item, words: itemWords(item) }));
  if (rows.length === 0 || rows.some((row) => row.caption === "")) return;
  const isNamed = (row: Row): boolean => named.some(({ words }) => mayBeSame(words, itemWords(row.caption)));
  const unnamed = rows.filter((row) => !isNamed(row));
  const unmade = named.filter(({ words }) => !rows.some((row) => mayBeSame(words, itemWords(row.caption))));
  if (unnamed.length + unmade.length !== 1 || unnamed.length === rows.length) return;
  const title = `${called} as defined on ${saidLine(line)}`;
  const [row] = unnamed;
  const figure = row ? firstFigure(row) : null;
  if (figure) {
    const message = `is an adjustment that the definition of ${called} (${saidLine(line)}) does not name`;
    yield { rule: name, title, figure, message, stands: true };
  }
  const total = firstFigure(sum.result);
  for (const { item } of unmade) {
    const message = `is reached without "${item}", which its definition (${saidLine(line)}) excludes`;
    if (total) yield { rule: name, title, figure: total, message, stands: true };
  }
}

function firstFigure(row: Row): Figure | null {
  return row.figures.find((figure) => figure && !figure.nil) ?? null;
}

/** A margin is of the measure that its definition names. */
function* margins(filing: Filing, definition: Definition, { rows }: Measures): Generator<Relation> {
  const bases = (rows.get(measureKey(definition.base)) ?? []).filter((row) => row.unit === "currency");
  if (bases.length === 0) return;
  for (const row of rows.get(measureKey(definition.name)) ?? []) {
    if (!row.figures.some((figure) => figure?.unit === "percent")) continue;
    const relations = [...quotients(name, filing, row, bases)].map((relation) => ({
      ...relation,
      belief: { ...relation.belief, identity: false, wording: true },
    }));
    yield* withSupport(relations);
  }
}
