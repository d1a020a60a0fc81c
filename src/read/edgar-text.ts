/**
 * EDGAR plain text: what companies filed before 2001 and in part until today. Tables are set in columns of
 * characters; tags say where a table begins, where its header ends and how its columns lie.
 */
import type { Block } from "./document.ts";
import { layOut } from "./layout/layout.ts";
import { type Line, lineOf, type Mark } from "./layout/line.ts";
import { linesOf } from "./text.ts";

const tag =
  /<\/?(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER|DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT|TABLE|CAPTION|S|C|PAGE|FN|F\d{1,2}|ACCEPTANCE-DATETIME|ARTICLE|LEGEND|MULTIPLIER|PRE|B|I|U|CENTER)>/gi;

/** What stands behind these says what a document is; it is no text of it. */
const heading =
  /<(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER|TYPE|SEQUENCE|FILENAME|DESCRIPTION|ACCEPTANCE-DATETIME)>/i;

/** The blocks of one document of a submission, from `start` to `end` of its text. */
export function readEdgarText(text: string, start: number, end: number): Block[] {
  const lines: Line[] = [];
  let inHeader = false;
  for (const { line, content } of linesOf(text, start, end)) {
    const tagged = content.includes("<");
    if (/^-----(?:BEGIN|END) PRIVACY/.test(content) || (tagged && /<(?:SEC|IMS)-HEADER>/i.test(content))) {
      inHeader = true;
    }
    if (inHeader) {
      if (tagged && /<\/(?:SEC|IMS)-HEADER>|<DOCUMENT>/i.test(content)) inHeader = false;
      continue;
    }
    if (tagged && heading.test(content)) continue;
    lines.push(edgarLine(line, content));
  }
  return layOut(lines);
}

/** A line of characters, with what tags of EDGAR's plain text say at it. */
export function edgarLine(line: number, content: string): Line {
  if (!content.includes("<")) return lineOf(line, content, content, content.includes("\f") ? ["page"] : []);
  const isPage = /^\s*<PAGE>\s*(?:\d+\s*)?$/i.test(content);
  return lineOf(line, content, isPage ? "" : blankTags(content), marksOf(content));
}

function marksOf(source: string): Mark[] {
  const marks: Mark[] = [];
  if (/<\/?(?:TABLE|DOCUMENT|TEXT)>/i.test(source)) marks.push("wall");
  if (/<CAPTION>/i.test(source)) marks.push("caption");
  if (/^\s*<S>/i.test(source) && /<C>/i.test(source)) marks.push("stub");
  if (/<PAGE>/i.test(source) || source.includes("\f")) marks.push("page");
  return marks;
}

/** Tags as blanks of the same length, so that what stands beside them keeps its place. */
function blankTags(source: string): string {
  return source.replace(tag, (found) => " ".repeat(found.length));
}

/** Whether the source is a submission to EDGAR as text, or a document out of one. */
export function isEdgarText(text: string): boolean {
  const head = text.slice(0, 8_192);
  if (/^-----BEGIN PRIVACY-ENHANCED MESSAGE-----/m.test(head) || /<(?:SEC|IMS)-DOCUMENT>/.test(head))
    return true;
  if (/^<DOCUMENT>\s*$/m.test(head) && /^<TYPE>/m.test(head)) return true;
  return /^[ \t]*<TABLE>[ \t]*$/m.test(text) && /^[ \t]*<(?:S|CAPTION)>/m.test(text);
}
