/** Which row of a table has which concept: what captions say and what tags say, weighed. */
import { printedCaption, type Row, type Table } from "../tables/table.ts";
import { type Concept, conceptKey, conceptOf } from "./concepts.ts";
import { type TaggedConcept, taggedConcept, tagsContradict } from "./elements.ts";

/** More captions of concepts than those known, by `conceptKey`. */
export type Captions = ReadonlyMap<string, Concept>;

/** A row that caption or tags give a concept, and how much that says: the most of a table has it. */
interface Claim {
  readonly row: Row;
  readonly concept: Concept;
  readonly weight: number;
  readonly captioned: boolean;
}

/**
 * Caption and tags agree · the caption alone says so · the tags alone do, of a caption that names nothing ·
 * the tags name another concept than the caption: each of the two only where no other line has it.
 */
const agreeing = 400;
const captionAlone = 300;
const tagsAlone = 200;
const captionAgainstTags = 100;

export interface NamedRows {
  readonly rows: ReadonlyMap<Concept, Row>;
  /** Rows whose concept is that of their tags: their captions say nothing of it. */
  readonly byTags: ReadonlySet<Row>;
}

/**
 * One row for each concept. Where two say as much of the same concept the first stands, when the second
 * only repeats it (same figures); else neither is sure and the concept is left out.
 */
export function nameRows(table: Table, captions: Captions): NamedRows {
  const lines = linesOf(table, captions);
  const best = new Map<Concept, Claim>();
  const unsure = new Set<Concept>();
  const take = (claim: Claim): void => {
    const { concept, weight, row } = claim;
    const first = best.get(concept);
    if (!first || weight > first.weight) {
      best.set(concept, claim);
      unsure.delete(concept);
    } else if (weight === first.weight && !sameFigures(first.row, row) && !isSharedOutAgain(first.row, row))
      unsure.add(concept);
  };
  for (const { row, caption, tagged } of lines) {
    if (caption && tagged?.concept === caption)
      take({ row, concept: caption, weight: agreeing - tagged.rank, captioned: true });
    else if (caption)
      take({
        row,
        concept: caption,
        weight: tagged ? captionAgainstTags : captionAlone,
        captioned: true,
      });
    else if (tagged)
      take({ row, concept: tagged.concept, weight: tagsAlone - tagged.rank, captioned: false });
  }
  for (const { row, caption, tagged } of lines) {
    if (!caption || !tagged || tagged.concept === caption || best.has(tagged.concept)) continue;
    // Its caption is that of another line, which the tags confirm.
    const own = best.get(caption);
    if (own && own.row !== row && own.weight > captionAgainstTags)
      take({ row, concept: tagged.concept, weight: 0, captioned: false });
  }
  for (const concept of unsure) best.delete(concept);
  const claims = [...best.values()];
  return {
    rows: new Map(claims.map(({ concept, row }) => [concept, row])),
    byTags: new Set(claims.filter(({ captioned }) => !captioned).map(({ row }) => row)),
  };
}

interface Line {
  readonly row: Row;
  readonly caption: Concept | null;
  readonly tagged: TaggedConcept | null;
}

function linesOf(table: Table, captions: Captions): Line[] {
  const lines = table.rows
    .filter((row) => row.kind === "item" && row.unit === "currency")
    .map((row): Line => {
      const own =
        captions.size > 0
          ? (captions.get(conceptKey(row.caption)) ?? captions.get(conceptKey(printedCaption(row))))
          : undefined;
      const said = own ?? sharedOut(row, table) ?? conceptOf(row.caption);
      return {
        row,
        caption: said && !own && tagsContradict(row, said) ? null : said,
        tagged: taggedConcept(row),
      };
    });
  return lines.map((line) => ({ ...line, tagged: ofTheWhole(line, lines) }));
}

/** Below "attributable to:" the whole that is shared out there stands again. */
function isSharedOutAgain(first: Row, { caption, section }: Row): boolean {
  const heading = section.at(-1);
  return (
    heading !== undefined &&
    /\battributable to\s*:?$/i.test(heading) &&
    first.section.at(-1) !== heading &&
    conceptKey(first.caption) === conceptKey(caption)
  );
}

const holders =
  /\b(?:owners?|(?:share|stock|equity |unit ?)holders?|parent|company|non-?\s?controlling|minority)\b/i;

/** "Profit attributable to:", "Owners of the parent": the heading and the line together name the share. */
function sharedOut({ caption, section, index }: Row, { rows }: Table): Concept | null {
  const heading = section.at(-1);
  if (heading === undefined || !/\battributable to\s*:?$/i.test(heading) || !holders.test(caption))
    return null;
  const said = heading.replace(/\s*:$/, "");
  if (!/^attributable/i.test(said)) return conceptOf(`${said} ${caption}`);
  // A heading of two words shares out the last result above it.
  const above = rows
    .slice(0, index)
    .findLast(
      (row) => row.kind === "item" && row.section.at(-1) !== heading && resultWords.test(row.caption),
    );
  return above ? conceptOf(`${above.caption} ${said} ${caption}`) : null;
}

const resultWords = /\b(?:profit|loss|income|earnings)\b/i;

/** What an element of the parent's share is called where there is no other share. */
const whole: Readonly<Partial<Record<Concept, Concept>>> = {
  NetIncomeLoss: "ProfitLoss",
  ComprehensiveIncomeNetOfTax: "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
};

const ofOthers: ReadonlySet<Concept> = new Set([
  "NetIncomeLossAttributableToNoncontrollingInterest",
  "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
]);

/** Companies without non-controlling interests tag their whole result as that of the parent. */
function ofTheWhole({ caption, tagged }: Line, lines: readonly Line[]): TaggedConcept | null {
  const concept = tagged && whole[tagged.concept];
  if (!concept || caption === tagged.concept) return tagged;
  const divided = lines.some(({ caption: said, tagged: told }) =>
    [said, told?.concept].some((other) => other && (ofOthers.has(other) || (other === concept && !said))),
  );
  return divided ? tagged : { ...tagged, concept };
}

function sameFigures(a: Row, b: Row): boolean {
  return a.figures.every((figure, i) => figure?.raw === b.figures[i]?.raw);
}
