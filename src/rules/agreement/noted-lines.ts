/** Lines of the statements that refer to a note, and the lines of that note that print the same. */
import { evaluateTie } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import { conceptKey } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, periodKey, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { withSupport } from "../sums.ts";
import { saidLine } from "../../read/document.ts";

export function* notedLines(rule: string, filing: Filing): Generator<Relation> {
  const referring = filing.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.note === undefined ? [] : [{ row, number: row.note.replace(/\D.*/, "") }],
    ),
  );
  if (referring.length === 0) return;
  const notes = tablesByNote(filing);
  const keyOf = keysOnce();
  for (const { row, number } of referring) {
    const tables = notes.get(number) ?? [];
    const found = tables.flatMap((table) => linesOf(table, row, tables.length === 1, keyOf));
    for (const line of found) yield* agree(rule, row, line, number);
  }
}

/** Tables under each numbered heading of the notes: "4. ACCOUNTS RECEIVABLE, NET", "Note 8 - Accounts payable". */
function tablesByNote(filing: Filing): Map<string, Table[]> {
  const heads = filing.document.blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || block.text.length >= 120) return [];
    const number = /^(?:N(?:ote|OTE)\s+)?(\d{1,2})(?:\.|\s?[-–—:])\s+\p{L}/u.exec(block.text)?.[1];
    return number === undefined ? [] : [{ number, line: block.line }];
  });
  const notes = new Map<string, Table[]>();
  for (const table of filing.tables) {
    if (filing.kindOf(table) === "balance" || filing.kindOf(table) === "cash-flow") continue;
    const head = heads.findLast(({ line }) => line < table.line);
    if (head) notes.set(head.number, [...(notes.get(head.number) ?? []), table]);
  }
  return notes;
}

/** Keys of captions, each made once: the lines of a note are asked for again and again. */
function keysOnce(): (words: string) => string {
  const known = new Map<string, string>();
  return (words) => {
    const key = known.get(words) ?? conceptKey(words);
    known.set(words, key);
    return key;
  };
}

/** The line under the same caption; else the total without a caption, of a table that the caption introduces. */
function linesOf(table: Table, face: Row, isOnly: boolean, keyOf: (words: string) => string): readonly Row[] {
  const key = keyOf(face.caption);
  const named = table.rows.filter((row) => row.kind === "item" && keyOf(row.caption) === key);
  if (named.length > 0) return named.length === 1 ? named : [];
  const last = table.rows.findLast((row) => row.kind === "bare" || row.kind === "item");
  const isIntroduced = [table.title, ...table.heading].some((words) => keyOf(words).includes(key));
  return last?.kind === "bare" && (isOnly || isIntroduced) ? [last] : [];
}

function* agree(rule: string, face: Row, line: Row, note: string): Generator<Relation> {
  const relations = line.figures.flatMap((result): Relation[] => {
    const term = face.figures.find((figure) => isSameFact(figure, result));
    if (!result || !term) return [];
    return [
      {
        rule,
        title: `${printedCaption(line) || "Total"} of note ${note} = ${printedCaption(face)} (${saidLine(face.line)})`,
        form: { kind: "linear", weights: [1] },
        result,
        terms: [term],
        belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
        pattern: `${rule}:${result.table.index}:${line.index}:${face.line}`,
        sameFact: true,
      },
    ];
  });
  // Without a column that agrees it is not certain that the two are one fact.
  if (relations.some((relation) => evaluateTie(relation) === true)) yield* withSupport(relations);
}

function isSameFact(a: Figure | undefined, b: Figure | undefined): boolean {
  if (!a || !b || a.nil || b.nil || a.table === b.table) return false;
  const period = periodKey(a.column.period);
  return (
    period !== null &&
    period === periodKey(b.column.period) &&
    a.column.currency === b.column.currency &&
    a.unit === b.unit
  );
}
