/** Documents of Word and workbooks: which of them a zip archive is. Loaded only for such an archive. */
import { type Document, Unreadable } from "../document.ts";
import type { Tracked } from "../word/tracked.ts";
import { encrypted, openPackage, type Package } from "./package.ts";
import { attribute, readXml } from "./xml.ts";

/** What a reader may be asked to do otherwise. */
export interface ReadOptions {
  /** Which side of tracked changes is read; absent: they are taken as accepted. */
  readonly tracked?: Tracked;
}

const contentTypes = /^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/content-types$/;
const word =
  /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/;
const excel = /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled/;

/** @throws Unreadable for what is neither, is damaged or protected */
export async function readOffice(bytes: Uint8Array, path: string, options: ReadOptions): Promise<Document> {
  const parts = await openPackage(bytes);
  const main = mainPart(parts);
  if (main?.kind === "word") {
    const { readWord } = await import("../word/word.ts");
    return readWord(parts, main.name, path, options.tracked ?? "accepted");
  }
  if (main?.kind === "excel") {
    const { readExcel } = await import("../excel/excel.ts");
    return readExcel(parts, main.name, path);
  }
  if (typeOf(parts).startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
    const { readOpenSheet } = await import("../excel/open-sheet.ts");
    return readOpenSheet(parts, path);
  }
  throw new Unreadable(refusal(parts));
}

/** What else of an office is a zip archive, and what can be read of it. */
function refusal(parts: Package): string {
  if (parts.has("xl/workbook.bin")) return "this is a binary workbook (.xlsb); save it as .xlsx first";
  if (typeOf(parts).startsWith("application/vnd.oasis.opendocument.text"))
    return "this is a document of OpenDocument (.odt); save it as .docx first";
  return "this is a zip archive, not text; convert it to text first";
}

/** What a document of OpenDocument says it is. */
function typeOf(parts: Package): string {
  const type = parts.part("mimetype");
  return type === null ? "" : new TextDecoder().decode(type.subarray(0, 100));
}

/** The part that the list of content types names as the text or the workbook. */
function mainPart(parts: Package): { readonly kind: "word" | "excel"; readonly name: string } | null {
  const list = parts.part("[Content_Types].xml");
  if (!list) return null;
  let found: { kind: "word" | "excel"; name: string } | null = null;
  readXml(list, contentTypes, {
    open(element, attributes) {
      if (element !== "Override" || found) return;
      const type = attribute(attributes, "ContentType") ?? "";
      const name = (attribute(attributes, "PartName") ?? "").replace(/^\//, "");
      if (word.test(type)) found = { kind: "word", name };
      else if (excel.test(type)) found = { kind: "excel", name };
    },
    close() {},
  });
  return found;
}

/** "EncryptedPackage" as the old format writes names: how Office keeps a document with a password. */
const packageName = Buffer.from("EncryptedPackage", "utf16le");

/** What Office wrote before 2007, and what it puts around a document with a password. */
export function refuseCompound(bytes: Uint8Array): Unreadable {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(packageName)) return encrypted();
  return new Unreadable(
    "this is a document of Office 2003 or older; open it in Word or Excel and save it as .docx or .xlsx",
  );
}
