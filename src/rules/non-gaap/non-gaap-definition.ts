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
    for (const definition of readDefinitions(filing.document)) {
      if (definition.isMargin) yield* margins(filing, definition);
      else yield* adjustments(filing, definition);
    }
  },
});

function* adjustments(filing: Filing, definition: Definition): Generator<Observation> {
  for (const table of filing.tables) {
    for (const sum of filing.sumsOf(table)) {
      if (sum.ties.length === 0 || measureKey(sum.result.caption) !== measureKey(definition.name)) continue;
      yield* compareChain(sum, definition);
    }
  }
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
function* margins(filing: Filing, definition: Definition): Generator<Relation> {
  const rows = filing.tables.flatMap((table) => table.rows.filter((row) => row.kind === "item"));
  const bases = rows.filter(
    (row) => row.unit === "currency" && measureKey(row.caption) === measureKey(definition.base),
  );
  if (bases.length === 0) return;
  for (const row of rows) {
    const isIt = row.figures.some((figure) => figure?.unit === "percent");
    if (!isIt || measureKey(row.caption) !== measureKey(definition.name)) continue;
    yield* withSupport(
      [...quotients(name, filing, row, bases)].map((relation) => ({
        ...relation,
        belief: { ...relation.belief, identity: false, wording: true },
      })),
    );
  }
}
