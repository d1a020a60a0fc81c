import { sign } from "../../money/decimal.ts";
import type { TaggedFact } from "../../read/document.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, readable, type Row } from "../../tables/table.ts";
import { defineRule, type Observation } from "../rule.ts";
import { withSupport } from "../sums.ts";

/** A line of two years, each figure tagged; `scale` is that of the tags. */
const line = (caption: string, concept: string, now: string, before: string, scale = "3"): string => {
  const cell = (context: string, text: string): string =>
    `<td><ix:nonFraction name="us-gaap:${concept}" contextRef="${context}" unitRef="usd" scale="${scale}" decimals="-3">${text}</ix:nonFraction></td>`;
  return `<tr><td>${caption}</td>${cell("y24", now)}${cell("y23", before)}</tr>`;
};

const context = (id: string, year: number): string =>
  `<xbrli:context id="${id}"><xbrli:period><xbrli:startDate>${year}-01-01</xbrli:startDate><xbrli:endDate>${year}-12-31</xbrli:endDate></xbrli:period></xbrli:context>`;

const tagged = (...tables: readonly string[][]): string =>
  `<html><body><div style="display:none"><ix:header><ix:resources>${context("y24", 2024)}${context("y23", 2023)}<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>
<p>Aldermoor Limited</p>
${tables
  .map(
    (lines) =>
      `<p>Expenses (in thousands)</p>\n<table><tr><td></td><td>2024</td><td>2023</td></tr>\n${lines.join("\n")}\n</table>`,
  )
  .join("\n")}
</body></html>`;

const expenses = [
  line("Research and development", "ResearchAndDevelopmentExpense", "139,912", "140,307"),
  line("Selling", "SellingExpense", "77,204", "70,118"),
  line("Administration", "GeneralAndAdministrativeExpense", "31,040", "29,877"),
];
const again = line("Costs of development", "ResearchAndDevelopmentExpense", "139,912", "140,307");
const sites = line("Rent", "OperatingLeaseExpense", "20,421", "19,250");

const name = "tagged-value";

export const taggedValue = defineRule({
  name,
  summary: "Figures that inline XBRL tags as one fact are the same, and tags give the scale of their column",
  what: "In HTML with inline XBRL, compares figures that are tagged as one fact (element, period, unit and dimensions) in different places. A difference is reported only where the two lines agree in another column, since the tag itself may be the mistake. A tag whose scale is not that of the rest of its column is a warning.",
  why: "Software reads the tags, and people read the print. Where one fact has two values, one of them is wrong.",
  fix: "Compare the two prints, and the element, context, unit and scale of their tags.",
  source: "Inline XBRL 1.1; EDGAR Filer Manual on inconsistent duplicate facts",
  examples: {
    passes: [{ title: "One fact in two tables", filing: tagged(expenses, [again, sites]) }],
    fails: [
      {
        title: "Two digits transposed in one of them",
        filing: tagged(expenses, [again.replace("140,307", "143,007"), sites]),
      },
    ],
    quiet: [
      {
        title: "One element for two lines that differ",
        filing: tagged(expenses, [
          line("Costs of development", "ResearchAndDevelopmentExpense", "9,912", "8,307"),
          sites,
        ]),
      },
    ],
  },
  *check(filing) {
    yield* repeats(filing);
    yield* scales(filing);
  },
});

const factKey = ({ concept, start, end, dimensions, unit }: TaggedFact): string =>
  `${concept} ${start ?? ""}/${end} ${dimensions} ${unit}`;

/** Each row against the row that first prints the same facts. */
function* repeats(filing: Filing): Generator<Relation> {
  const first = new Map<string, Figure>();
  const pairs = new Map<string, { readonly row: Row; readonly relations: Relation[] }>();
  for (const figure of filing.figures) {
    const [fact] = figure.facts ?? [];
    if (!fact || fact.nil || !readable(figure) || figure.nil) continue;
    const original = first.get(factKey(fact));
    const [before] = original?.facts ?? [];
    if (!original || !before) first.set(factKey(fact), figure);
    else if (original.row !== figure.row && original.unit === figure.unit) {
      const key = `${figure.table.index}:${figure.row.index}=${original.table.index}:${original.row.index}`;
      const pair = pairs.get(key) ?? { row: figure.row, relations: [] };
      pair.relations.push(same(figure, fact, original, before, key));
      pairs.set(key, pair);
    }
  }
  for (const { relations } of pairs.values()) yield* withSupport(relations);
}

/** The tags tell how the signs of the two prints go together; so the relation says nothing of them. */
function same(figure: Figure, fact: TaggedFact, original: Figure, before: TaggedFact, key: string): Relation {
  const turn = ({ value }: Figure, { negated }: TaggedFact): number =>
    (negated ? -1 : 1) * (sign(value) < 0 ? -1 : 1);
  const weight = turn(figure, fact) === turn(original, before) ? 1 : -1;
  return {
    rule: name,
    title: `${figure.row.caption || "Line without a caption"} = ${original.row.caption || "line without a caption"}, both ${fact.concept}`,
    form: { kind: "linear", weights: [weight] },
    result: figure,
    terms: [original],
    belief: {
      identity: false,
      // The tag alone may be the mistake: the pair must agree in another column.
      structure: true,
      wording: false,
      complete: false,
      ties: 0,
      breaks: 0,
    },
    pattern: `${name}:${key}`,
    eitherSign: true,
    ...(figure.value.exponent === original.value.exponent ? { sameFact: true } : {}),
  };
}

/** So many figures of a column must be tagged for one to stand out. */
const fewestTagged = 5;

/** A tag whose scale is not that of all other amounts of its column. */
function* scales(filing: Filing): Generator<Observation> {
  for (const table of filing.tables) {
    for (const column of table.columns) {
      const figures = table.rows.flatMap((row) => {
        const figure = row.figures[column.index];
        return figure?.facts && figure.unit === "currency" && readable(figure) && !figure.nil ? [figure] : [];
      });
      if (figures.length < fewestTagged) continue;
      const odd = figures.filter((figure) => figure.facts?.[0]?.scale !== figure.scale);
      const [only] = odd;
      if (!only || odd.length > 1) continue;
      yield {
        rule: name,
        title: "Scale of a tag",
        figure: only,
        message: `is tagged with a scale of 10^${only.facts?.[0]?.scale ?? 0} where its column is tagged with 10^${only.scale}`,
      };
    }
  }
}
