/** A document of Word -> the one model of a source. Loaded only for such a document. */
import type { Block, Document, Spot, Whereabouts } from "../document.ts";
import { Unreadable } from "../document.ts";
import { blocksOf } from "../html/blocks.ts";
import { TagBook } from "../html/xbrl.ts";
import type { Package } from "../office/package.ts";
import { readNotes } from "./notes.ts";
import { type Landmarks, Pen } from "./pen.ts";
import { Styles } from "./styles.ts";
import { tabBlocks } from "./tab-table.ts";
import { stretchesOf } from "./tabs.ts";
import type { Tracked } from "./tracked.ts";
import { WordWalk } from "./walk.ts";

/**
 * Reads the text of a document.
 * @param main the name of its main part, "word/document.xml"
 * @throws Unreadable for one that is damaged or holds no text
 */
export function readWord(parts: Package, main: string, path: string, tracked: Tracked): Document {
  const body = parts.part(main);
  if (!body) throw new Unreadable("this document has no text part; open it in Word and save it again");
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const styles = new Styles(parts.part(`${folder}styles.xml`));
  const pen = new Pen();
  const walked = new WordWalk({ styles, tracked, pen }).read(body);
  const own = readNotes(parts, folder, walked.notes, { styles, tracked, pen });
  const notes: string[] = [];
  if (walked.changes > 0) notes.push(saidChanges(walked.changes, tracked));
  if (walked.hidden > 0) notes.push("hidden text of the document was not read");
  if (walked.embedded > 0) notes.push("another document that is embedded in it was not read");
  const source = { lines: pen.spots, tags: new TagBook(), notes };
  const blocks: Block[] = [];
  for (const stretch of [...stretchesOf(walked.items), ...stretchesOf(own)]) {
    const read =
      stretch.kind === "rows" ? tabBlocks(stretch.items, pen.spots) : blocksOf(stretch.drafts, source);
    for (const block of read) blocks.push(block);
  }
  if (blocks.length === 0) {
    const why = notes.length > 0 ? ` that is read (${notes.join("; ")})` : ", only pictures perhaps";
    throw new Unreadable(`this document holds no text${why}; nothing was checked`);
  }
  return { path, format: "word", blocks, notes, whereabouts: whereaboutsIn(pen) };
}

function saidChanges(changes: number, tracked: Tracked): string {
  const count = changes === 1 ? "its tracked change was" : `its ${changes} tracked changes were`;
  return tracked === "accepted"
    ? `${count} read as accepted (--tracked original reads it as it was before)`
    : `${count} left out: it was read as it was before them`;
}

function whereaboutsIn({ headings, words }: Landmarks): (spot: Spot) => Whereabouts {
  return ({ where, line }) => {
    const first = words.get(line);
    const above = headingAt(headings, line);
    return {
      where: first === undefined ? where : `${where} "${first}"`,
      ...(above === undefined ? {} : { heading: above }),
    };
  };
}

/** The last heading up to a line. */
function headingAt(headings: Landmarks["headings"], order: number): string | undefined {
  let low = -1;
  let high = headings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((headings[middle]?.order ?? 0) <= order) low = middle;
    else high = middle - 1;
  }
  return headings[low]?.text;
}
