import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const products = `Aldermoor Limited
Revenue by product (in millions)
\tYear ended December 31,
\t2023\t2024\t% Change
\tRMB\tRMB
Established products
Ferrolin\t5,148\t8,207\t59%
Domestic\t4,310\t6,918\t61%
Abroad\t838\t1,289\t54%
Abrazine\t1,206\t917\t(24)%
Domestic\t851\t640\t(25)%
Abroad\t355\t277\t(22)%
Total established products\t6,354\t9,124\t44%
Domestic\t5,161\t7,558\t46%
Abroad\t1,193\t1,566\t31%
`;

/** Fewer say by chance that the lines below them are theirs. */
const fewestSplit = 2;
const mostLines = 200;

interface Parent {
  readonly figure: Figure;
  readonly split: readonly Figure[];
}

/** The lines above the result up to a heading or the total before, in the order of the table. */
function blockAbove({ row, column, table }: Figure): readonly Figure[] {
  const block: Figure[] = [];
  for (let i = row.index - 1; i >= 0 && block.length < mostLines; i--) {
    const line = table.rows[i];
    if (!line || line.kind === "heading" || /^\W*total\b/i.test(line.caption)) break;
    const figure = line.figures[column.index];
    if (line.kind === "item" && readable(figure)) block.unshift(figure);
  }
  return block;
}

/** What stands under one name again and again is the split of the line above it; null where a split has no line. */
function parentsOf(block: readonly Figure[]): readonly Parent[] | null {
  const count = new Map<string, number>();
  const keyOf = ({ row }: Figure): string => captionKey(row.caption);
  for (const figure of block) count.set(keyOf(figure), (count.get(keyOf(figure)) ?? 0) + 1);
  const parents: { figure: Figure; split: Figure[] }[] = [];
  for (const figure of block) {
    if (count.get(keyOf(figure)) === 1) parents.push({ figure, split: [] });
    else if (parents.length === 0) return null;
    else parents.at(-1)?.split.push(figure);
  }
  return parents;
}

function adds(relation: Relation, result: Figure, terms: readonly Figure[]): boolean {
  const form = { kind: "linear", weights: terms.map(() => 1 as const) } as const;
  return evaluateTie({ ...relation, form, result, terms, memo: {} }) === true;
}

export const parentsWithSplits = defineReading({
  name: "parents-with-splits",
  summary: "Each line is followed by its split, and the total adds up the lines without their splits",
  what: "Where captions come again and again below other lines, such as Domestic and Abroad below each product, they are the split of the line above them. If at least two lines are the sum of their splits, and no line is another sum, all lines above the total up to a heading or the total before must add up to it. One line or split left out or added clears nothing.",
  examples: {
    cleared: [{ title: "Two products, each domestic and abroad", filing: products }],
    stands: [
      {
        title: "The lines do not add up to the total",
        filing: products.replace("6,354\t9,124", "6,534\t9,214"),
      },
      {
        title: "A line is not the sum of its split",
        filing: products.replace("1,206\t917", "1,260\t971"),
      },
    ],
  },
  clear({ broken: { relation } }): Innocent | null {
    const { result, terms, form } = relation;
    if (form.kind !== "linear" || result.wording || form.weights.includes(-1)) return null;
    if (terms.some(({ table, column }) => table !== result.table || column !== result.column)) return null;
    const parents = parentsOf(blockAbove(result));
    const split = parents?.filter((parent) => parent.split.length > 1) ?? [];
    if (!parents || split.length < fewestSplit) return null;
    if (!split.every((parent) => adds(relation, parent.figure, parent.split))) return null;
    const figures = parents.map(({ figure }) => figure);
    if (!adds(relation, result, figures)) return null;
    const names = figures.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
    return { sentence: `the lines without their splits add up to ${result.raw}: ${names}`, figures };
  },
});
