import type { Filing } from "../../statements/filing.ts";
import { readable } from "../../tables/table.ts";
import { defineRule, type Observation } from "../rule.ts";
import { factRepeats } from "./fact-repeats.ts";

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
  what: "In HTML with inline XBRL, compares numbers that are tagged as one fact (element, period, unit and dimensions) in different places, in tables and in sentences. A difference is reported only where the two lines agree in another column, or where one slip of the pen makes it (two digits transposed, one changed): the tag itself may be the mistake. Whether costs stand in brackets may differ from line to line; it is reported when the signs differ in one column and agree in all others. A tag whose scale is not that of the rest of its column is a warning.",
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
    yield* factRepeats(name, filing);
    yield* scales(filing);
  },
});

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
