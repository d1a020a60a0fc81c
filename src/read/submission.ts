/**
 * EDGAR submissions: several documents in one file, each between `<DOCUMENT>` and `</DOCUMENT>` with
 * `<TYPE>` and the like before its `<TEXT>`.
 */

/** One document of a submission: a stretch of the source. */
export interface Part {
  /** "10-K", "EX-99.1"; empty where there is no wrapper. */
  readonly type: string;
  /** Offsets of its text, without the wrapper. */
  readonly start: number;
  readonly end: number;
}

export interface Submission {
  readonly parts: readonly Part[];
  /** Types of the documents that hold no text to check: pictures, archives, data of the tagging. */
  readonly skipped: readonly string[];
}

const documentTag = /<\/?(?:DOCUMENT|TEXT)>|<TYPE>([^\r\n<]*)/gi;
const unread = /^(?:GRAPHIC|ZIP|EXCEL|XML|JSON|PDF|COVER|XBRL|EX-101|EX-100|EX-104|EX-27\b)/i;
/** A file put into letters, as pictures and PDFs are. */
const encoded = /^\s*(?:<PDF>\s*)?begin \d{3} \S|^\s*(?:<XBRL>|<XML>)/i;

/** Null where the text has no such wrapper. */
export function splitSubmission(text: string): Submission | null {
  if (!/<DOCUMENT>\s*<TYPE>/i.test(text.slice(0, 65_536))) return null;
  const parts: Part[] = [];
  const skipped: string[] = [];
  let type = "";
  let start: number | null = null;
  const close = (end: number): void => {
    if (start === null) return;
    if (unread.test(type) || encoded.test(text.slice(start, start + 200))) skipped.push(type);
    else parts.push({ type, start, end });
    start = null;
  };
  documentTag.lastIndex = 0;
  for (let match = documentTag.exec(text); match; match = documentTag.exec(text)) {
    const [tag, named] = match;
    if (named !== undefined) {
      if (start === null) type = named.trim();
      continue;
    }
    switch (tag.toUpperCase()) {
      case "<DOCUMENT>":
        close(match.index);
        type = "";
        break;
      case "<TEXT>":
        if (start === null) start = documentTag.lastIndex;
        break;
      default:
        close(match.index);
    }
  }
  close(text.length);
  return { parts, skipped };
}
