/** What a workbook says of its sheets, and the texts that they share. */
import { Unreadable } from "../document.ts";
import { overfull, type Package } from "../office/package.ts";
import { attribute, readXml } from "../office/xml.ts";
import { sheetVocabulary } from "./formats.ts";

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** The name of its part; null for a chart or a link that leads outside. */
  readonly part: string | null;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Days count from 1904. */
  readonly is1904: boolean;
}

const relationships = /^http:\/\/(?:schemas|purl)\.[a-z.]+\/(?:package|ooxml)\/(?:2006\/)?relationships$/;

/** A path in the package, as a relationship of a part in `folder` names it. */
function resolved(folder: string, target: string): string {
  const parts: string[] = target.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Where the sheets lie. Links that lead out of the workbook are not followed. */
function targetsOf(parts: Package, main: string): ReadonlyMap<string, string> {
  const at = main.lastIndexOf("/") + 1;
  const folder = main.slice(0, at);
  const list = parts.part(`${folder}_rels/${main.slice(at)}.rels`);
  const targets = new Map<string, string>();
  if (!list) return targets;
  readXml(list, relationships, {
    open(name, attributes) {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      const target = attribute(attributes, "Target");
      const type = attribute(attributes, "Type") ?? "";
      if (target !== undefined && type.endsWith("/worksheet"))
        targets.set(attribute(attributes, "Id") ?? "", resolved(folder, target));
    },
    close() {},
  });
  return targets;
}

/** @throws Unreadable for a workbook without its main part */
export function readWorkbook(parts: Package, main: string): Workbook {
  const part = parts.part(main);
  if (!part) throw new Unreadable("this workbook has no list of sheets; open it in Excel and save it again");
  const targets = targetsOf(parts, main);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  readXml(part, sheetVocabulary, {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      if (sheets.length >= mostSheets) throw overfull();
      const state = attribute(attributes, "state");
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        isHidden: state === "hidden" || state === "veryHidden",
        part: targets.get(attribute(attributes, "id") ?? "") ?? null,
      });
    },
    close() {},
  });
  return { sheets, is1904 };
}

/** Characters that Excel keeps of one cell. */
const longestText = 32_767;
/** Sheets of a workbook that are read; nobody leafs through more. */
const mostSheets = 2_000;

/** A raised footnote mark, which beside a number would be read as part of it. */
const raisedMark = /^[\s(]*(?:\d{1,2}|[a-z]|[*†‡§]{1,3})[\s)]*$/i;

/** Puts together the text of a shared or inline string, without marks of notes and without readings of signs. */
export class StringReader {
  #text = "";
  #run = "";
  #isText = false;
  #isRaised = false;
  #reading = 0;

  open(name: string, value: string | undefined): void {
    if (name === "rPh") this.#reading++;
    else if (name === "r") this.#isRaised = false;
    else if (name === "vertAlign") this.#isRaised = value === "superscript";
    else if (name === "t" && this.#reading === 0) {
      this.#isText = true;
      this.#run = "";
    }
  }

  add(data: string): void {
    if (this.#isText) this.#run += data;
  }

  close(name: string): void {
    if (name === "rPh") this.#reading--;
    else if (name === "t" && this.#isText) {
      this.#isText = false;
      if (!this.#isRaised || !raisedMark.test(this.#run)) this.#text += this.#run;
    }
  }

  /** What was read, and from the beginning again. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    this.#isRaised = false;
    return text.slice(0, longestText).replaceAll("\r\n", "\n");
  }
}

export function readSharedStrings(part: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  if (!part) return strings;
  const reader = new StringReader();
  readXml(part, sheetVocabulary, {
    open: (name, attributes) => reader.open(name, attribute(attributes, "val")),
    close(name) {
      reader.close(name);
      if (name === "si") strings.push(reader.take());
    },
    text: (data) => reader.add(data),
  });
  return strings;
}
