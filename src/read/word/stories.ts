/** What a Word document is put together from: paragraphs, tables in tables, and text boxes beside them. */
import type { DraftTable } from "../html/drafts.ts";
import { TextRun } from "../html/text-run.ts";
import { overfull } from "../office/package.ts";
import type { Item } from "./items.ts";
import { OpenParagraph } from "./paragraph.ts";
import type { Pen } from "./pen.ts";
import { addToCell, newCell, newStory, type OpenCell, type OpenRow, runOf, type Story } from "./story.ts";
import type { Styles } from "./styles.ts";

/** Paragraphs, those of cells counted: a long annual report has a tenth of them. */
const mostParagraphs = 400_000;

export class Stories {
  readonly #pen: Pen;
  readonly #styles: Styles;
  readonly #open: Story[] = [newStory()];
  #paragraphs = 0;

  constructor(pen: Pen, styles: Styles) {
    this.#pen = pen;
    this.#styles = styles;
  }

  get #story(): Story {
    return this.#open.at(-1) as Story;
  }

  get items(): readonly Item[] {
    return this.#story.items;
  }

  get paragraph(): OpenParagraph | null {
    return this.#story.paragraph;
  }

  get row(): OpenRow | null {
    return this.#story.tables.at(-1)?.row ?? null;
  }

  get cell(): OpenCell | null {
    return this.row?.cell ?? null;
  }

  openParagraph(): void {
    const story = this.#story;
    if (story.isRunningOn && story.paragraph) {
      story.isRunningOn = false;
      return;
    }
    this.endParagraph(true);
    if (++this.#paragraphs > mostParagraphs) throw overfull();
    const cell = this.cell;
    if (cell) this.#pen.toCell();
    else this.#pen.toParagraph();
    const run = cell ? runOf(cell) : new TextRun();
    run.breakLine();
    story.paragraph = new OpenParagraph(run, this.#styles.of(null));
  }

  /** `isForced`: whatever its mark says, nothing follows in it. */
  endParagraph(isForced: boolean): void {
    const story = this.#story;
    const { paragraph } = story;
    if (!paragraph) return;
    paragraph.endText();
    if (paragraph.isMarkAbsent && !isForced) {
      paragraph.isMarkAbsent = false;
      story.isRunningOn = true;
      return;
    }
    story.paragraph = null;
    story.isRunningOn = false;
    const cell = this.cell;
    const item = paragraph.item();
    if (!cell) {
      this.#pen.endParagraph(item, paragraph.level);
      story.items.push(item);
      story.items.push(...story.beside.splice(0));
      return;
    }
    if (paragraph.isFirst) cell.indent += item.indent;
    for (const other of story.beside.splice(0)) addToCell(cell, other);
  }

  openTable(): void {
    this.endParagraph(true);
    const table: DraftTable = { kind: "table", rows: [] };
    this.#story.tables.push({ table, number: this.#pen.openTable(), row: null });
  }

  openRow(): void {
    const open = this.#story.tables.at(-1);
    if (!open) return;
    open.row = { at: this.#pen.openRow(), cells: [], isAbsent: false, cell: null };
  }

  openCell(): void {
    const { row } = this;
    if (!row) return;
    row.cell = { ...newCell(1), isContinued: false, isAbsent: false };
    this.#pen.openCell();
  }

  closeCell(): void {
    this.endParagraph(true);
    const { row } = this;
    const cell = row?.cell;
    if (!row || !cell) return;
    const { isContinued, isAbsent: isGone, ...draft } = cell;
    // What a merged cell goes on with, and what is not there, keeps its columns.
    row.cells.push(isContinued || isGone ? newCell(draft.columns) : draft);
    row.cell = null;
  }

  closeRow(): void {
    const open = this.#story.tables.at(-1);
    if (!open?.row) return;
    const { at, cells, isAbsent: isGone } = open.row;
    if (!isGone) open.table.rows.push({ at, cells, ruleAbove: false, ruleBelow: false });
    open.row = null;
  }

  closeTable(): void {
    const story = this.#story;
    const open = story.tables.pop();
    if (!open) return;
    this.#pen.closeTable();
    const cell = this.cell;
    if (cell) cell.content.push(open.table);
    else story.items.push(open.table);
  }

  openTextBox(): void {
    this.#open.push(newStory());
  }

  closeTextBox(): void {
    if (this.#open.length < 2) return;
    this.endParagraph(true);
    const box = this.#open.pop();
    if (box) this.#story.beside.push(...box.items);
    this.#pen.resume();
  }
}
