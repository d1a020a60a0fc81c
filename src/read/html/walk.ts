/**
 * Markup -> drafts, in one pass without a tree. Tables are followed by a stack of their own, so that
 * elements left open inside a cell do not take the next cell into it.
 */
import { BoundedParser } from "./bounded-parser.ts";
import type { Draft, DraftCell, DraftRow, DraftTable } from "./drafts.ts";
import { PlainTags, Preformatted } from "./preformatted.ts";
import { dropMark, type Raised } from "./raised.ts";
import { readStyle } from "./style.ts";
import { TextRun } from "./text-run.ts";
import { type Attributes, TagBook } from "./xbrl.ts";

/** Deeper tables are read as text: no filing nests them so. */
const deepestTable = 24;
/** As in HTML. */
const mostColumns = 1_000;
const mostRows = 65_534;
/** Input goes to the parser in pieces, so that no more than one is doubled in memory. */
const chunkSize = 1 << 18;

const blockTags = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote center hr address section article header footer main nav form table caption body html fieldset figure aside page text document".split(
    " ",
  ),
);
const unseenTags = new Set([
  "script",
  "style",
  "title",
  "noscript",
  "template",
  "ix:header",
  "object",
  "svg",
]);

/** What an open element adds; undone when it ends. */
interface Open {
  readonly hidden: boolean;
  /** Where raised text started in its run; null where the element raises none. */
  readonly mark: Raised | null;
  readonly fact: { readonly run: TextRun; readonly start: number; readonly attributes: Attributes } | null;
  readonly table: boolean;
  /** Keeps its blanks. */
  readonly preformatted: boolean;
  /** Is no markup but text. */
  readonly plain: boolean;
  /** Whether text outside it is bold, where it says otherwise of its own. */
  readonly boldOutside: boolean | null;
}

const nothing: Open = {
  hidden: false,
  mark: null,
  fact: null,
  table: false,
  preformatted: false,
  plain: false,
  boldOutside: null,
};
const hiding: Open = { ...nothing, hidden: true };

interface OpenTable {
  readonly table: DraftTable;
  row: DraftRow | null;
  cell: DraftCell | null;
}

export interface Walked {
  readonly drafts: Draft[];
  readonly tags: TagBook;
}

/** `start` and `end`: the stretch of the text that holds the markup; offsets count from the start of the text. */
export function walk(text: string, start: number, end: number, tags = new TagBook()): Walked {
  const drafts: Draft[] = [];
  const tables: OpenTable[] = [];
  const stack: Open[] = [];
  let hidden = 0;
  let tagDepth = 0;
  let run = new TextRun();
  drafts.push(run);
  /** How many elements that keep their blanks are open, and where text goes in them; in a table it flows. */
  let keeping = 0;
  let bold = false;
  let kept: Preformatted | null = null;
  const plainTags = new PlainTags(text);
  const addTag = (): void => {
    const at = start + parser.startIndex;
    kept?.add(text.slice(at, start + parser.endIndex + 1), at);
  };
  const keep = (): void => {
    kept = keeping > 0 && tables.length === 0 ? new Preformatted() : null;
    if (kept) drafts.push(kept);
    else if (run !== drafts.at(-1) && tables.length === 0) newRun(drafts);
  };

  /** The list that text and tables go to now. */
  const sink = (): Draft[] => tables.at(-1)?.cell?.content ?? outside();
  /** Text between the rows of a table is put before it, as browsers do. */
  const outside = (): Draft[] => {
    for (let i = tables.length - 2; i >= 0; i--) {
      const content = tables[i]?.cell?.content;
      if (content) return content;
    }
    return drafts;
  };
  const newRun = (list: Draft[]): void => {
    run = new TextRun();
    list.push(run);
  };
  /** Goes on with the text of the list's end. */
  const resume = (list: Draft[]): void => {
    const last = list.at(-1);
    if (last instanceof TextRun) run = last;
    else newRun(list);
  };
  const closeCell = (): void => {
    const open = tables.at(-1);
    if (!open?.cell) return;
    open.cell = null;
    resume(outside());
    run.breakLine();
  };
  const closeRow = (): void => {
    closeCell();
    const open = tables.at(-1);
    if (open) open.row = null;
  };
  const openRow = (attributes: Attributes): void => {
    const open = tables.at(-1);
    if (!open) return;
    closeRow();
    const style = readStyle(attributes["style"]);
    open.row = {
      at: start + parser.startIndex,
      cells: [],
      ruleAbove: style.ruleAbove,
      ruleBelow: style.ruleBelow,
    };
    open.table.rows.push(open.row);
  };
  const openCell = (attributes: Attributes): void => {
    const open = tables.at(-1);
    if (!open) return;
    closeCell();
    if (!open.row) openRow({});
    const style = readStyle(attributes["style"]);
    const cell: DraftCell = {
      columns: count(attributes["colspan"], mostColumns),
      rows: count(attributes["rowspan"], mostRows),
      content: [],
      indent: style.indent,
      ruleAbove: style.ruleAbove,
      ruleBelow: style.ruleBelow,
      linked: false,
    };
    open.row?.cells.push(cell);
    open.cell = cell;
    newRun(cell.content);
  };
  const openTable = (): void => {
    const table: DraftTable = { kind: "table", rows: [] };
    sink().push(table);
    tables.push({ table, row: null, cell: null });
    keep();
    // Until a cell opens, text goes before the table.
    const list = outside();
    const own = new TextRun();
    list.splice(-1, 0, own);
    run = own;
  };
  const closeTable = (): void => {
    closeRow();
    tables.pop();
    newRun(sink());
    if (keeping > 0) keep();
  };

  const parser = new BoundedParser(
    {
      onopentag(name, attributes) {
        const colon = name.indexOf(":");
        if (colon >= 0 && tagDepth > 0) tags.open(name.slice(colon + 1), attributes);
        if (name === "ix:header" || name === "xbrl") tagDepth++;
        else if (colon < 0 && tagDepth > 0) tags.open(name, attributes);
        if (unseenTags.has(name)) {
          hidden++;
          stack.push(hiding);
          return;
        }
        const style = readStyle(attributes["style"]);
        if (hidden > 0 || style.hidden) {
          hidden++;
          stack.push(hiding);
          return;
        }
        if (kept && plainTags.has(name, start + parser.startIndex)) {
          addTag();
          stack.push({ ...nothing, plain: true });
          return;
        }
        let open = nothing;
        switch (name) {
          case "table":
            run.breakLine();
            if (tables.length < deepestTable) {
              openTable();
              open = { ...nothing, table: true };
            }
            break;
          case "tr":
            openRow(attributes);
            break;
          case "tbody":
          case "thead":
          case "tfoot":
            closeRow();
            break;
          case "td":
          case "th":
            if (tables.length > 0) openCell(attributes);
            else run.part();
            break;
          case "br":
          case "hr":
            if (kept) kept.breakLine(start + parser.startIndex);
            run.breakLine();
            break;
          case "pre":
            run.breakLine();
            keeping++;
            open = { ...nothing, preformatted: true };
            keep();
            break;
          case "sup":
            open = { ...nothing, mark: { run, length: run.text.length } };
            break;
          case "ix:nonfraction":
            open = { ...nothing, fact: { run, start: run.text.length, attributes } };
            break;
          case "a":
            if (attributes["href"]?.startsWith("#")) {
              const cell = tables.at(-1)?.cell;
              if (cell) cell.linked = true;
            }
            break;
          default:
            if (blockTags.has(name)) run.breakLine();
            if (style.raised) open = { ...nothing, mark: { run, length: run.text.length } };
        }
        const weight = style.bold ?? (name === "b" || name === "strong" ? true : null);
        if (weight !== null && weight !== bold) {
          open = { ...open, boldOutside: bold };
          bold = weight;
        }
        const cell = tables.at(-1)?.cell;
        if (cell && name !== "td" && name !== "th" && run.empty) {
          cell.indent += style.indent;
          if (style.ruleAbove) cell.ruleAbove = true;
          if (style.ruleBelow) cell.ruleBelow = true;
        }
        stack.push(open);
      },
      ontext(data) {
        if (tagDepth > 0) tags.addText(data);
        if (hidden > 0) return;
        if (kept) kept.add(data, start + parser.startIndex);
        else {
          run.weigh(data, bold);
          run.add(data, start + parser.startIndex);
        }
      },
      onclosetag(name, implied) {
        if (tagDepth > 0) {
          tags.close(name.slice(name.indexOf(":") + 1));
          if (name === "ix:header" || name === "xbrl") tagDepth--;
        }
        const open = stack.pop();
        if (open?.hidden) {
          hidden--;
          return;
        }
        if (open?.plain) {
          if (!implied) addTag();
          return;
        }
        if (open && open.boldOutside !== null) bold = open.boldOutside;
        if (open?.mark) dropMark(open.mark, run);
        if (open?.fact) closeFact(open.fact, run);
        if (open?.preformatted) {
          keeping--;
          keep();
          run.breakLine();
        }
        switch (name) {
          case "table":
            if (open?.table) closeTable();
            break;
          // What implies the end of a cell or row ends it above; the parser also does for a stray end tag.
          case "tr":
          case "tbody":
          case "thead":
          case "tfoot":
            if (!implied) closeRow();
            break;
          case "td":
          case "th":
            if (!implied) closeCell();
            break;
          default:
            if (blockTags.has(name)) run.breakLine();
        }
      },
    },
    { recognizeSelfClosing: true },
  );
  parser.nested = () => stack.length;
  for (let at = start; at < end; at += chunkSize) parser.write(text.slice(at, Math.min(at + chunkSize, end)));
  parser.end();
  return { drafts, tags };
}

function closeFact(fact: NonNullable<Open["fact"]>, run: TextRun): void {
  if (fact.run !== run || run.text.length === fact.start) return;
  const blank = /^\s/.test(run.text.slice(fact.start, fact.start + 1)) ? 1 : 0;
  run.facts.push({
    fact: { attributes: fact.attributes },
    start: fact.start + blank,
    end: run.text.length,
  });
}

function count(text: string | undefined, most: number): number {
  if (text === undefined) return 1;
  const n = Number.parseInt(text, 10);
  return n >= 1 ? Math.min(n, most) : 1;
}
