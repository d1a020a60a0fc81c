/**
 * Numbers as other countries print them: points or blanks between thousands and a decimal comma
 * ("1.234.567,8", "1 234,5"), apostrophes between thousands ("1'234'567.8"), groups of two digits above the
 * thousands ("12,34,567", in lakhs and crores), or a minus behind ("1,240-").
 * What the rest of the program reads is put in their place; where they stand is kept.
 */
import type { Block, Cell, Document, Paragraph } from "./document.ts";
import { withWholeNumbers } from "./split-thousands.ts";

/** "points" and "blanks" have a decimal comma. */
type Style = "points" | "blanks" | "indian" | "apostrophes";

const sign = "[(−△▲-]?\\s?";
const end = "\\)?\\s?%?\\)?";
const shapes: Readonly<Record<Style, RegExp>> = {
  points: new RegExp(`^${sign}\\d{1,3}(?:(?:\\.\\d{3})+,\\d+|(?:\\.\\d{3}){2,})${end}$`),
  blanks: new RegExp(`^${sign}\\d{1,3}(?:\\s\\d{3})+(?:,\\d+)?${end}$`),
  apostrophes: new RegExp(`^${sign}\\d{1,3}(?:['’]\\d{3})+(?:\\.\\d+)?${end}$`),
  indian: new RegExp(`^${sign}\\d{1,2}(?:,\\d\\d)+,\\d{3}(?:\\.\\d+)?${end}$`),
};
/** What none of these styles prints. */
const western = new RegExp(
  `^${sign}(?:\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{3}){2,}(?:\\.\\d+)?)${end}$`,
);
/** A decimal point. */
const point = new RegExp(`^${sign}(?:\\d+|\\d{1,3}(?:,\\d{3})+)\\.\\d{1,2}${end}$`);
/** Groups of thousands by commas: with blanks or points they are none. */
const commas = new RegExp(`^${sign}\\d{1,3}(?:,\\d{3})+${end}$`);

/** Three digits behind a point, and none before it that is a mere zero: thousands, where nothing else has a point. */
const threeBehind = new RegExp(`^${sign}[1-9]\\d{0,2}\\.\\d{3}${end}$`);
/** Any other number of more than three digits, or with another number of decimals. */
const otherwise = new RegExp(`^${sign}(?:0\\.\\d+|\\d+\\.(?:\\d{1,2}|\\d{4,})|\\d{5,})${end}$`);

/** Fewer may be misprints. */
const fewest = 3;
/** Where nothing but three digits behind a point tells, in a language that does not print thousands so. */
const fewestBehind = 10;

/** The document as it is, or with its numbers as the rest of the program reads them, where the style is evident. */
export function inOneStyle(source: Document): Document {
  const { printed } = source;
  const whole = (blocks: readonly Block[]): readonly Block[] =>
    withWholeNumbers(blocks, printed !== undefined);
  const document: Document = {
    ...source,
    blocks: whole(source.blocks),
    ...(printed ? { printed: { ...printed, blocks: whole(printed.blocks) } } : {}),
  };
  const style = styleOf(document.blocks, source.pointsPartThousands ? fewest : fewestBehind);
  const isBehind = printsMinusBehind(document.blocks);
  if (!style && !isBehind) return source;
  const said = [
    ...(style ? [shownAs[style]] : []),
    ...(isBehind ? ["a minus stands behind the number; it is shown here before it"] : []),
  ];
  const restyle = (blocks: readonly Block[]): readonly Block[] => {
    const signed = isBehind ? blocks.map(withMinusBefore) : blocks;
    return style ? signed.map((block) => restyled(block, style)) : signed;
  };
  return {
    ...document,
    blocks: restyle(document.blocks),
    ...(document.printed
      ? { printed: { ...document.printed, blocks: restyle(document.printed.blocks) } }
      : {}),
    notes: [...document.notes, ...said],
  };
}

const commaSaid =
  "numbers have a decimal comma; they are shown here with commas between thousands and a decimal point";
/** What is done to the numbers, for the reader of the report. */
const shownAs: Readonly<Record<Style, string>> = {
  points: commaSaid,
  blanks: commaSaid,
  indian: "numbers are grouped in lakhs and crores; they are shown here in groups of three digits",
  apostrophes: "numbers are grouped by apostrophes; they are shown here with commas between thousands",
};

const minusBehind = /^(\d[\d.,'’\s]*)[-−]$/;
const otherNegative = /^\(\s?\d[^()]*\)$|^[-−]\s?\d/;

/** Whether that is how the filing prints negative numbers: several do, and none in another way. */
function printsMinusBehind(blocks: readonly Block[]): boolean {
  let count = 0;
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    for (const { cells } of block.rows) {
      for (const { text } of cells) {
        if (minusBehind.test(text)) count++;
        else if (otherNegative.test(text)) return false;
      }
    }
  }
  return count >= fewest;
}

function withMinusBefore(block: Block): Block {
  if (block.kind === "paragraph") return block;
  const own = (cell: Cell): Cell => {
    const digits = minusBehind.exec(cell.text)?.[1];
    return digits === undefined ? cell : { ...cell, text: `-${digits.trim()}` };
  };
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(own) })) };
}

function styleOf(blocks: readonly Block[], enoughBehind: number): Style | null {
  const counts = { points: 0, blanks: 0, indian: 0, apostrophes: 0 };
  let pointed = 0;
  let grouped = 0;
  let behind = 0;
  let others = 0;
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    for (const { cells } of block.rows) {
      for (const { text } of cells) {
        if (text.length < 3 || text.length > 30 || !/\d[.,'’\s\d]*\d/.test(text)) continue;
        // One number that can only be read as usual settles it.
        if (western.test(text)) return null;
        if (point.test(text)) pointed++;
        if (commas.test(text)) grouped++;
        if (threeBehind.test(text)) behind++;
        else if (otherwise.test(text)) others++;
        for (const style of ["points", "blanks", "indian", "apostrophes"] as const)
          if (shapes[style].test(text)) counts[style]++;
      }
    }
  }
  if (counts.indian >= fewest && counts.points + counts.blanks === 0) return "indian";
  if (counts.apostrophes >= fewest && grouped === 0) return "apostrophes";
  if (pointed + grouped > 0) return null;
  if (counts.points >= fewest && counts.points > counts.blanks) return "points";
  if (counts.blanks >= fewest) return "blanks";
  return behind >= enoughBehind && others === 0 ? "points" : null;
}

const blankGroups = "\\d{1,3}(?:[ \\u00a0]\\d{3})+(?:[.,]\\d{1,2})?";
/** Two numbers in groups parted by one blank, which stand in columns of their own. */
const twoGrouped = new RegExp(
  `(?:^|[\\s(−-])${blankGroups}\\)?(?: {2,}|[ \\t]*\\t)[ \\t]*[(−-]?${blankGroups}\\)?(?!\\S)`,
);
const oneNumber = /(?<![\d.,])\d{1,3}(?:(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|,\d{1,2})(?![\d,]|\.\d)/g;
const fewestLines = 3;
/** A longer line is no row of a table. */
const longestRow = 1_000;

/**
 * Text in which blanks part thousands, as the rest of the program reads it: columns are told by blanks. As it
 * is where any number has a comma for that, or where hardly a line shows that two such numbers are two columns.
 */
export function withoutBlanksInNumbers(text: string): string {
  if (/\d,\d{3}(?!\d)/.test(text)) return text;
  const lines = text.split("\n");
  if (lines.filter((line) => line.length <= longestRow && twoGrouped.test(line)).length < fewestLines)
    return text;
  return text.replace(oneNumber, (found) => found.replace(",", ".").replace(/[ \u00a0]/g, ","));
}

function restyled(block: Block, style: Style): Block {
  if (block.kind === "paragraph") return style === "indian" ? block : restyledText(block, style);
  return {
    ...block,
    rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => restyledCell(cell, style)) })),
  };
}

const number = new RegExp(`^(${sign})(\\d[\\d.,'’\\s]*)(${end})$`);

function restyledCell(cell: Cell, style: Style): Cell {
  const [, before = "", digits = "", after = ""] = number.exec(cell.text) ?? [];
  if (digits === "") return cell;
  if (style === "apostrophes") return { ...cell, text: before + digits.replace(/['’]/g, ",") + after };
  if (style !== "indian") return { ...cell, text: before + decimalPoint(digits) + after };
  const [whole = "", rest] = digits.replaceAll(",", "").split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return { ...cell, text: before + grouped + (rest === undefined ? "" : `.${rest}`) + after };
}

/** As many characters as before. */
function decimalPoint(digits: string): string {
  return digits.replace(/(?<=\d)\s(?=\d{3})/g, ".").replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** Numbers of running text that have a group or a decimal comma. */
const inText = /(?<![\d.,])\d{1,3}(?:(?:[.\s]\d{3})+(?:,\d+)?|,\d+)(?![\d.,]*\d)/g;

function restyledText(paragraph: Paragraph, style: Style): Paragraph {
  if (style === "apostrophes")
    return { ...paragraph, text: paragraph.text.replace(/(?<=\d)['’](?=\d{3}(?!\d))/g, ",") };
  return { ...paragraph, text: paragraph.text.replace(inText, decimalPoint) };
}
