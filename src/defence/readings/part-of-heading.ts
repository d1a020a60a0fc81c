import { abs, isZero } from "../../money/decimal.ts";
import type { Calendar } from "../../prose/calendar.ts";
import { whensIn } from "../../prose/when.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { conceptKey } from "../../statements/concepts.ts";
import { type Column, type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { isSamePeriod, prints } from "../said.ts";
import type { Scene } from "../scene.ts";

const filing = (merger: string, margin: string, heading = "Inland Ports"): string => `Aldermoor Limited
Fiscal Year 2024 Financial Results

Revenue was $66.2 million in 2024, compared to $60.9 million in 2023. Cost of revenue was $50.1 million in 2024, compared to $47.7 million in 2023.

${heading}

Merger costs were ${merger} in 2024, compared to $0.5 million in 2023. Gross margin was ${margin} in 2024.

Results by part (in millions)
\tInland Ports\tSea Ports\tConsolidated
\tYear Ended December 31,\tYear Ended December 31,\tYear Ended December 31,
\t2024\t2023\t2024\t2023\t2024\t2023
Revenue\t$ 24.0\t$ 22.5\t$ 42.2\t$ 38.4\t$ 66.2\t$ 60.9
Cost of revenue\t15.3\t15.0\t34.8\t32.7\t50.1\t47.7
Gross profit\t8.7\t7.5\t7.4\t5.7\t16.1\t13.2
Merger costs\t0.4\t0.5\t2.3\t-\t2.7\t0.5

Statements of operations (in millions)
\tYear Ended December 31,
\t2024\t2023
Revenue\t$ 66.2\t$ 60.9
Cost of revenue\t50.1\t47.7
Gross profit\t16.1\t13.2
Merger costs\t2.7\t0.5
`;

/** Behind these a filing speaks of the whole company again. */
const ofAll = /\bconsolidated\b|\bliquidity\b|^\W*(?:item|note|part)\s+[\dIV]/i;
const general = /\b(?:the|our|segments?|reportable|operating|results?|of operations)\b/g;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.'’]/g, "")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim();
}

/** "Theatrical Exhibition - U.S. Markets": the whole heading, or what stands behind its dash or colon. */
function namesIn(heading: string): readonly string[] {
  const [whole = "", ...rest] = [heading, heading.split(/[-\u2010-\u2015:]/).at(-1) ?? ""].map((text) =>
    plain(text).replace(general, " ").replace(/ {2,}/g, " ").trim(),
  );
  return [...new Set([whole, ...rest])].filter((name) => /\p{L}{2}/u.test(name));
}

/** What the label says beside the name; null where the name is not in it. */
function besideName({ label }: Column, name: string): string | null {
  const padded = ` ${plain(label)} `;
  return padded.includes(` ${name} `) ? padded.replace(` ${name} `, " ").trim() : null;
}

/** The figure is that part's, in its column or its section, and in the period of the other: null for any. */
function isOfPart({ column, row }: Figure, name: string, period: Column | null, calendar: Calendar): boolean {
  if (row.section.some((section) => plain(section).replace(general, " ").trim() === name)) {
    return period === null || isSamePeriod(column, period);
  }
  const beside = besideName(column, name);
  if (beside === null || period === null) return beside !== null;
  if (column.period) return isSamePeriod(column, period);
  // Beside the names of parts a table's reader takes no period; the words are there all the same.
  const [when] = whensIn(`in ${beside}`, { calendar, base: null, reporting: null });
  return when?.period ? isSamePeriod({ ...column, period: when.period }, period) : false;
}

interface Part {
  readonly heading: string;
  readonly cells: readonly Figure[];
}

/** The part of the company that the nearest heading names for which a table prints the line, and its cells there. */
function partOf(said: Figure, cell: Figure, scene: Scene): Part | null {
  const subject = conceptKey(cell.row.caption);
  // Two sentences have their period from one heading, and no part of it.
  const period = cell.wording ? null : cell.column;
  const cells = scene.filing.figures.filter(
    (other) => other.unit === cell.unit && readable(other) && conceptKey(other.row.caption) === subject,
  );
  for (const heading of scene.headingsAbove(said)) {
    if (ofAll.test(heading)) return null;
    for (const name of namesIn(heading)) {
      const own = cells.filter((other) => isOfPart(other, name, period, scene.calendar));
      if (own.includes(cell)) return null;
      if (own.length > 0) return { heading: heading.trim(), cells: own };
    }
  }
  return null;
}

function isPrinted(said: Figure, cell: Figure): boolean {
  return cell.nil ? isZero(abs(said.value)) : prints(said, cell.value);
}

/** The quotient of the same two lines in a column of the part. */
function quotientOf(relation: Relation, { cells }: Part): readonly Figure[] | null {
  const [, whole] = relation.terms;
  if (!whole) return null;
  for (const cell of cells) {
    const beside = cell.table.rows
      .filter(({ caption }) => conceptKey(caption) === conceptKey(whole.row.caption))
      .map(({ figures }) => figures[cell.column.index]);
    for (const other of beside) {
      if (cell.nil || !readable(other) || other.nil) continue;
      if (evaluateTie({ ...relation, terms: [cell, other], memo: {} }) === true) return [cell, other];
    }
  }
  return null;
}

export const partOfHeading = defineReading({
  name: "part-of-heading",
  summary:
    "The sentence stands under the heading of a part of the company, and gives the figure of that part",
  what: "Goes up from the sentence to the nearest heading that names a column or a section of a table in which the line is printed for the same period. Where the sentence's number is that figure, or the quotient of the same two lines there, it is what the sentence says. A heading about the whole company ends the search, and no part but that of the nearest heading counts.",
  examples: {
    cleared: [
      { title: "The margin of the part", filing: filing("$0.4 million", "36.3%") },
      {
        title: "The heading names more than the part",
        filing: filing("$0.4 million", "36.3%", "Port Operations—Inland Ports"),
      },
    ],
    stands: [
      { title: "No part prints it", filing: filing("$7.2 million", "24.3%") },
      { title: "Under the heading of another part", filing: filing("$0.4 million", "36.3%", "Sea Ports") },
    ],
  },
  clear({ broken: { relation } }, scene): Innocent | null {
    const { result, terms, form } = relation;
    const [cell] = terms;
    if (relation.rule !== "prose" || !cell || !result.wording || result.wording.direction) return null;
    const part = form.kind === "quotient" || terms.length === 1 ? partOf(result, cell, scene) : null;
    if (!part) return null;
    const figures =
      form.kind === "quotient"
        ? quotientOf(relation, part)
        : part.cells.filter((other) => isPrinted(result, other)).slice(0, 1);
    if (!figures || figures.length === 0) return null;
    const told = figures.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(" and ");
    return {
      sentence: `${result.raw} stands under the heading "${part.heading}", for which a table prints ${told}`,
      figures: [result, ...figures],
    };
  },
});
