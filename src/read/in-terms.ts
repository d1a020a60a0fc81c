/**
 * A filing in another language than English -> the same filing with its captions, headers and titles in the
 * terms that the rest of the program knows. What is printed is kept beside them, for reports; places stay.
 */
import { type Language, languageOf, vocabularyOf } from "../languages/languages.ts";
import { type Reader, readerOf } from "../languages/reader.ts";
import type { Steps } from "../steps.ts";
import type { SentenceReader } from "../languages/sentence.ts";
import type { Block, Cell, Document, GridRow, Paragraph, Piece } from "./document.ts";

/** A longer paragraph is more than a person writes. */
const longestText = 20_000;
/** A longer paragraph is running text, no title. */
const longestTitle = 220;
/** A text this short may end with the point of an abbreviation: "в тыс. руб." */
const longestUnit = 40;

/** The document itself where it is in English, or in a language without a vocabulary. */
export function* inTerms(document: Document): Steps<Document> {
  const language = languageOf(captionsOf(document.blocks));
  if (!language) return document;
  const vocabulary = yield* vocabularyOf(language);
  const read = withBilingual(readerOf(vocabulary), language);
  const prints = new Map<string, string>();
  const sentences = vocabulary.sentences?.(read);
  const said = document.blocks.map((block): Block => {
    if (block.kind === "paragraph")
      return (sentences && sentencesInTerms(block, sentences)) ?? titleInTerms(block, read, prints);
    return { ...block, rows: block.rows.map((row) => rowInTerms(row, read, prints)) };
  });
  const dollar = ownDollar(prints.keys());
  const blocks = dollar === null ? said : said.map((block) => withDollar(block, dollar));
  const note = `the captions are read as ${vocabulary.name}`;
  return {
    ...document,
    blocks,
    printed: document,
    prints,
    ...(vocabulary.pointsPartThousands ? { pointsPartThousands: true as const } : {}),
    notes: [...document.notes, note],
  };
}

/** What the language is told from: titles, captions, headers. */
function* captionsOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      if (block.text.length <= longestTitle) yield block.text;
      continue;
    }
    for (const { cells } of block.rows) {
      for (const { text } of cells) if (/\p{L}/u.test(text)) yield text;
    }
  }
}

/** In letters of the language's own, before or behind the same in English: "Revenue 收入". */
function withBilingual(read: Reader, { code }: Language): Reader {
  if (!["zh", "ja", "ko"].includes(code)) return read;
  const own =
    "[^\\p{Script=Latin}\\d]*(?:\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul})[^\\p{Script=Latin}\\d]*";
  const before = new RegExp(`^(\\p{Script=Latin}[^\\p{Lo}]*?[\\p{Ll}]{3}[^\\p{Lo}]*?)\\s*${own}$`, "u");
  const behind = new RegExp(`^${own}\\s(\\p{Script=Latin}[^\\p{Lo}]*\\p{Ll}{3}[^\\p{Lo}]*)$`, "u");
  return (printed, hasFigures) => {
    if (printed.length > longestTitle) return printed;
    const english = before.exec(printed)?.[1] ?? behind.exec(printed)?.[1];
    return english ?? read(printed, hasFigures);
  };
}

/** What running text says, sentence by sentence; null where no sentence of it is understood. */
function sentencesInTerms(paragraph: Paragraph, read: SentenceReader): Paragraph | null {
  if (paragraph.facts !== undefined || paragraph.text.length > longestText) return null;
  const said = read(paragraph.text);
  if (!said) return null;
  let text = "";
  const pieces: Piece[] = [];
  for (const part of said) {
    pieces.push({ offset: text.length, ...placeIn(paragraph, part.at) });
    text += part.text;
  }
  return { ...paragraph, text: text.trimEnd(), pieces };
}

/** Where an offset of a paragraph stands in the source. */
function placeIn({ line, column, pieces }: Paragraph, at: number): Pick<Piece, "line" | "column"> {
  const piece = pieces?.findLast(({ offset }) => offset <= at) ?? { offset: 0, line, column };
  return { line: piece.line, column: piece.column + at - piece.offset };
}

function titleInTerms(paragraph: Paragraph, read: Reader, prints: Map<string, string>): Paragraph {
  const { text, facts } = paragraph;
  if (
    facts !== undefined ||
    text.length > longestTitle ||
    (text.length > longestUnit ? /[。!?！？.]\s*$/ : /[。!?！？]\s*$/).test(text) ||
    !/\p{L}/u.test(text)
  )
    return paragraph;
  const term = read(text);
  if (term === text) return paragraph;
  if (!prints.has(term)) prints.set(term, text);
  return { ...paragraph, text: term };
}

function rowInTerms(row: GridRow, read: Reader, prints: Map<string, string>): GridRow {
  const caption = row.cells.find(({ text }) => /\p{L}/u.test(text));
  const hasFigures = row.cells.some(({ text }) => /^[(△▲−-]?\s?\d[\d.,\s]*\)?$/.test(text));
  return {
    ...row,
    cells: row.cells.map((cell): Cell => {
      if (!/[^\x20-\x7e]|\p{L}{2}/u.test(cell.text)) return cell;
      const text = read(cell.text, cell === caption && hasFigures);
      if (text === cell.text) return cell;
      // Digits of another width, or another blank between them, are the same number.
      if (!/\p{L}/u.test(cell.text)) return { ...cell, text };
      if (!prints.has(text)) prints.set(text, cell.text);
      return { ...cell, text, printed: cell.text };
    }),
  };
}

/** The dollar that the filing names in words, of which a bare "$" is the mark; null for none or the American one. */
function ownDollar(terms: Iterable<string>): string | null {
  const counts = new Map<string, number>();
  for (const term of terms) {
    const mark = /(?:HK|US|NT|S|A|C)\$/.exec(term)?.[0];
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined || most[0] === "US$" ? null : most[0];
}

function withDollar(block: Block, dollar: string): Block {
  if (block.kind === "paragraph") return block;
  const own = (cell: Cell): Cell => (cell.mark === "$" ? { ...cell, mark: dollar } : cell);
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(own) })) };
}
