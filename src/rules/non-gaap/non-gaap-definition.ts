import type { Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import type { Sum } from "../../tables/sums.ts";
import type { Figure, Row } from "../../tables/table.ts";
import { defineRule, type Observation } from "../rule.ts";
import { withSupport } from "../sums.ts";
import { type Definition, itemWords, mayBeSame, measureKey, readDefinitions } from "./definitions.ts";
import { quotients } from "./margin.ts";

const name = "non-gaap-definition";

export const nonGaapDefinition = defineRule({
  name,
  summary: "The adjustments that a definition lists are those that the reconciliation makes",
  why: "The definition says what the measure leaves out; a reconciliation that leaves out something else makes another measure under its name.",
  fix: "Compare the sentence with the lines of the reconciliation; bring the one that was not updated in line with the other.",
  source: "SEC Regulation S-K Item 10(e)(1)(i); Non-GAAP C&DI 100.05 (labels and descriptions)",
  examples: { passes: [], fails: [], quiet: [] },
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
      rows.set(key, [...(rows.get(key) ?? []), row]);
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
  const title = `${called} as defined on line ${line}`;
  const [row] = unnamed;
  const figure = row ? firstFigure(row) : null;
  if (figure) {
    const message = `is an adjustment that the definition of ${called} (line ${line}) does not name`;
    yield { rule: name, title, figure, message, stands: true };
  }
  const total = firstFigure(sum.result);
  for (const { item } of unmade) {
    const message = `is reached without "${item}", which its definition (line ${line}) excludes`;
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
