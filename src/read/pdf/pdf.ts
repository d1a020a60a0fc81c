/** PDF: the positions of its text -> the lines that the layout reader takes. Loaded only for a PDF. */
import { append } from "../../lists.ts";
import type { getDocumentProxy } from "unpdf";
import { type Document, type DrawnPage, Unreadable } from "../document.ts";
import { layOut } from "../layout/layout.ts";
import type { Line } from "../layout/line.ts";
import { mapOptions } from "./maps.ts";
import { isOverfull } from "./packed.ts";
import { takeStray } from "./stray.ts";
import { isUnnamed, linesOfPage, type TextRun } from "./page.ts";

/** More pages than any filing has; what lies behind them is not read. */
const mostPages = 3_000;
/** Runs of text over all pages: beyond this a PDF is no filing but a trap. */
const mostRuns = 3_000_000;

/**
 * Reads the text of a PDF by its positions.
 * @throws Unreadable for a PDF that is encrypted, damaged, or holds no text.
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<Document> {
  if (isOverfull(bytes)) throw tooMuch();
  const unpdf = await import("unpdf");
  const stray = takeStray(isReaders);
  try {
    const pdf = await open(bytes, unpdf.getDocumentProxy);
    try {
      return { path, format: "pdf", ...(await blocksOf(pdf)) };
    } finally {
      await pdf.loadingTask.destroy();
    }
  } finally {
    await stray.end();
  }
}

/** What the reader throws has a name that says so, or comes out of its code. */
function isReaders(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return (
    /Exception$|^(?:FormatError|AbortError)$/.test(reason.name) || /pdfjs|unpdf/.test(reason.stack ?? "")
  );
}

async function blocksOf(pdf: Pdf): Promise<Pick<Document, "blocks" | "pages" | "notes">> {
  const lines: Line[] = [];
  const drawn: DrawnPage[] = [];
  const notes: string[] = [];
  const without: number[] = [];
  const unnamed: number[] = [];
  const damaged: number[] = [];
  let runs = 0;
  let unit: number | null = null;
  const pages = Math.min(pdf.numPages, mostPages);
  if (pdf.numPages > pages) notes.push(`only the first ${mostPages} of its ${pdf.numPages} pages were read`);
  for (let number = 1; number <= pages; number++) {
    const read = await textOfPage(pdf, number, mostRuns - runs);
    if (read === null) {
      damaged.push(number);
      continue;
    }
    const { runs: runsOfPage, box } = read;
    runs += runsOfPage.length;
    if (runs > mostRuns) throw tooMuch();
    if (isUnnamed(runsOfPage)) unnamed.push(number);
    else {
      const found = linesOfPage(runsOfPage, number, unit);
      if (found.lines.length === 0) without.push(number);
      append(lines, found.lines);
      if (found.drawn.length > 0) drawn.push({ page: number, box, lines: found.drawn });
      unit = found.unit;
    }
  }
  if (lines.length === 0) throw new Unreadable(reasonForNothing(pages, without, unnamed));
  if (without.length > 0)
    notes.push(`${listed(without)} no text (an image, perhaps), so nothing on it was checked`);
  if (unnamed.length > 0) {
    notes.push(
      `${listed(unnamed)} text in a font that does not say its letters, so nothing on it was checked`,
    );
  }
  if (damaged.length > 0) notes.push(`page ${damaged.join(", ")} is damaged and was not read`);
  return { blocks: layOut(lines), pages: drawn, notes };
}

function tooMuch(): Unreadable {
  return new Unreadable("this PDF unpacks to more text than any filing holds; nothing was checked");
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What a page's stream of text gives at a time: runs, and marks between them. */
interface TextContent {
  readonly items: readonly (TextRun | { readonly type: string })[];
}

async function open(bytes: Uint8Array, getProxy: typeof getDocumentProxy): Promise<Pdf> {
  try {
    // The reader takes the bytes over; the caller keeps its own.
    return await getProxy(new Uint8Array(bytes), {
      ...mapOptions(),
      cMapPacked: true,
      disableFontFace: true,
      isEvalSupported: false,
      useSystemFonts: false,
      useWorkerFetch: false,
      verbosity: 0,
    });
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  switch (error.name) {
    case "PasswordException":
      return new Unreadable("this PDF is encrypted; save a copy of it without a password first");
    case "InvalidPDFException":
    case "FormatError":
    case "MissingPDFException":
    case "UnexpectedResponseException":
    case "UnknownErrorException":
      return new Unreadable("this PDF is cut off or damaged and cannot be opened; get a whole copy of it");
    default:
      return error;
  }
}

/** The runs of a page, at most about one more than `most`; null where the page is damaged. */
async function textOfPage(
  pdf: Pdf,
  number: number,
  most: number,
): Promise<{ readonly runs: readonly TextRun[]; readonly box: DrawnPage["box"] } | null> {
  try {
    const page = await pdf.getPage(number);
    const runs: TextRun[] = [];
    for await (const { items } of page.streamTextContent() as ReadableStream<TextContent>) {
      for (const item of items) if ("str" in item) runs.push(item);
      // Whatever more there is would only fill the memory.
      if (runs.length > most) break;
    }
    page.cleanup();
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view.map(Number);
    return { runs, box: [left, bottom, right, top] };
  } catch (error) {
    if (error instanceof Error && error.name !== "RangeError") return null;
    throw error;
  }
}

function reasonForNothing(pages: number, without: readonly number[], unnamed: readonly number[]): string {
  if (unnamed.length > 0) {
    return "the fonts of this PDF do not say which letters they show; convert it with text recognition (OCR) first";
  }
  if (pages > 0 && without.length === pages) {
    return "this PDF holds no text, only images; convert it with text recognition (OCR) first";
  }
  return "this PDF is cut off or damaged: none of its pages can be read; get a whole copy of it";
}

function listed(pages: readonly number[]): string {
  return pages.length === 1 ? `page ${pages[0]} holds` : `pages ${pages.join(", ")} hold`;
}
