import { csvDelimiter } from "./csv/is-csv.ts";
import { type Block, type Document, type Grid, saidLine } from "./document.ts";
import { withApartPercents } from "./glued-percents.ts";
import { isPdf, isZip } from "../heavy.ts";
import { plainBlanks } from "./blanks.ts";
import { decode } from "./encoding.ts";
import { withPipes } from "./markdown/borders.ts";
import { isMarkdown } from "./markdown/is-markdown.ts";
import { inTerms } from "./in-terms.ts";
import { inOneStyle, withoutBlanksInNumbers } from "./number-style.ts";
import type { ReadOptions } from "./office/office.ts";
import { type Part, splitSubmission } from "./submission.ts";
import { inSteps, loaded, type Steps } from "../steps.ts";
import { hasSpacedTables, readText } from "./text.ts";
import { joinWrapped } from "./wrapped.ts";

/** Where what a source is must show. */
const headLength = 4_096;
/** What only markup starts with, or what a page can hardly be without. */
const html = /<(?:!doctype\s+html|html|head|body)\b/i;
const markup = /<(?:table|tr|td|p|div|font|span)\b[^>]*>/gi;
/** Tags that only submissions to EDGAR as text have. */
const submission =
  /^-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(?:SEC|IMS)-DOCUMENT>|^<DOCUMENT>|^[ \t]*<(?:TABLE|CAPTION|PAGE)>/im;

/**
 * Bytes -> Document, the reader chosen by content. What a text filing does not need is loaded only when a
 * source asks for it.
 * @throws Unreadable when there is nothing to read: empty, binary, encrypted.
 */
export async function read(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<Document> {
  return inSteps(reading(bytes, path, options));
}

/** The same in steps. @throws Unreadable */
export function* reading(bytes: Uint8Array, path: string, options: ReadOptions = {}): Steps<Document> {
  const document = withoutDumps(yield* readAny(bytes, path, options));
  return inOneStyle(yield* inTerms(withApartPercents(document)));
}

/** No statement has as many rows; a dump of records has, and takes the memory of the machine. */
const mostRows = 20_000;

function withoutDumps(document: Document): Document {
  const isDump = (block: Block): block is Grid => block.kind === "grid" && block.rows.length > mostRows;
  const dumps = document.blocks.filter(isDump);
  if (dumps.length === 0) return document;
  const said = dumps.map(
    ({ rows }) =>
      `the table at ${saidLine(rows[0]?.line ?? 1)} has ${rows.length} rows, more than any statement; it was not read`,
  );
  return {
    ...document,
    blocks: document.blocks.filter((block) => !isDump(block)),
    notes: [...document.notes, ...said],
  };
}

function* readAny(bytes: Uint8Array, path: string, options: ReadOptions): Steps<Document> {
  if (isPdf(bytes)) {
    const { readPdf } = yield* loaded(import("./pdf/pdf.ts"));
    return yield* loaded(readPdf(bytes, path));
  }
  if (isZip(bytes)) {
    const { readOffice } = yield* loaded(import("./office/office.ts"));
    return yield* loaded(readOffice(bytes, path, options));
  }
  if (isCompound(bytes)) throw (yield* loaded(import("./office/office.ts"))).refuseCompound(bytes);
  const { text: decoded, notes } = decode(bytes);
  const isMarkup = isHtml(decoded, { type: "", start: 0, end: decoded.length });
  const plain = plainBlanks(decoded, isMarkup);
  const text = isMarkup ? plain : withoutBlanksInNumbers(plain);
  const split = splitSubmission(text);
  if (split) return yield* readSubmission(text, path, notes, split.parts, split.skipped);
  const whole = { type: "", start: 0, end: text.length };
  if (isMarkup && !(yield* isTextAroundTables(text)))
    return yield* readSubmission(text, path, notes, [whole], []);
  if (submission.test(text)) {
    const { isEdgarText } = yield* loaded(import("./edgar-text.ts"));
    if (isEdgarText(text)) return yield* readSubmission(text, path, notes, [whole], []);
  }
  if (/<table\b/i.test(text)) {
    const { markupTables, without, withTables } = yield* loaded(import("./markdown/markup.ts"));
    const tables = markupTables(text);
    if (tables.length > 0)
      return withTables(yield* readPlain(without(text, tables), path, notes), text, tables);
  }
  return yield* readPlain(text, path, notes);
}

/** The mark of what Office wrote before 2007. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

function isCompound(bytes: Uint8Array): boolean {
  return compound.every((byte, i) => bytes[i] === byte);
}

/** Markup of tables and nothing else, in text that may begin with one: in a page the paragraphs are marked up too. */
function* isTextAroundTables(text: string): Steps<boolean> {
  if (html.test(text.slice(0, headLength))) return false;
  const { markupTables, without } = yield* loaded(import("./markdown/markup.ts"));
  const rest = without(text, markupTables(text));
  return /\S/.test(rest) && !/<(?:p|font|div|span|center|tr|h[1-6])\b/i.test(rest);
}

/** Text whose tables are no markup. */
function* readPlain(source: string, path: string, notes: readonly string[]): Steps<Document> {
  const spanless = source.includes("]{")
    ? (yield* loaded(import("./markdown/spans.ts"))).withoutSpans(source)
    : source;
  const text = withPipes(spanless) ?? spanless;
  if (isMarkdown(text))
    return unwrapped((yield* loaded(import("./markdown/markdown.ts"))).readMarkdown(text, path, notes), text);
  const delimiter = csvDelimiter(text);
  if (delimiter !== null)
    return (yield* loaded(import("./csv/csv.ts"))).readCsv(text, delimiter, path, notes);
  if (hasSpacedTables(text)) {
    const { readLaidOutText } = yield* loaded(import("./laid-out.ts"));
    return readLaidOutText(text, path, notes);
  }
  const document = readText(text, path, notes);
  const lost = document.blocks.some(({ kind }) => kind === "grid")
    ? null
    : (yield* loaded(import("./unaligned/unaligned.ts"))).readUnaligned(text, path, notes);
  return unwrapped(lost ?? document, text);
}

function unwrapped(document: Document, text: string): Document {
  return { ...document, blocks: joinWrapped(document.blocks, text.split(/\r\n|\n|\r/)) };
}

/** Documents of one submission, each as markup or as text. */
function* readSubmission(
  text: string,
  path: string,
  notes: readonly string[],
  parts: readonly Part[],
  skipped: readonly string[],
): Steps<Document> {
  const blocks: Block[] = [];
  const marked = parts.filter((part) => isHtml(text, part));
  const readers = marked.length > 0 ? yield* loaded(import("./html/html.ts")) : null;
  const edgar = marked.length < parts.length ? yield* loaded(import("./edgar-text.ts")) : null;
  const lines = readers && new readers.LineTable(text);
  const said: string[] = [];
  for (const part of parts) {
    const own =
      readers && lines && marked.includes(part)
        ? readers.readHtml(text, part.start, part.end, lines, said)
        : (edgar?.readEdgarText(text, part.start, part.end) ?? []);
    for (const block of own) blocks.push(block);
  }
  if (skipped.length > 0) said.push(`documents of the submission not read: ${skipped.join(", ")}`);
  return { path, format: readers ? "html" : "edgar-text", blocks, notes: [...notes, ...said] };
}

/** Markup is told by its first tags; a text may name one, and its tables may be marked by `<TABLE>` alone. */
function isHtml(text: string, { start, end }: Part): boolean {
  const head = text.slice(start, Math.min(end, start + headLength));
  return html.test(head) || (/^\s*</.test(head) && (head.match(markup)?.length ?? 0) >= 8);
}
