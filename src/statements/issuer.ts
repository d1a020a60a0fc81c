/**
 * Whose filing it is: by its cover, its headline, the heads of its statements, or the company that its first
 * lines name most often. Only for reports and for grouping: no verdict depends on it.
 */
import type { Block, Document } from "../read/document.ts";

/** Lines from the top in which the cover, the headline and the names of companies are looked for. */
const coverLines = 80;
const headlines = 10;
const namingLines = 200;
/** A name stands in the beginning of a line, if it stands in it at all. */
const headOfLine = 600;

const legalForm =
  "(?:Holdings? Limited|Holdings?,? Inc\\.?|Group Limited|Group Holding Limited|Inc\\.?|Incorporated|Corporation|Corp\\.?|Limited|Ltd\\.?|Company|& Co\\.?|Bancorp|plc|PLC|N\\.V\\.|S\\.A\\.|AG|SE|LLC|L\\.P\\.|INC\\.?|INCORPORATED|CORP\\.?|CORPORATION|LIMITED|LTD\\.?|COMPANY|& CO\\.?|BANCORP)";
const word = "(?:[A-Z]|[a-z][A-Z])[\\w&'’.-]*";
const name = `(?:${word},? (?:(?:and|of|de|&) )?){0,6}${word},? ${legalForm}`;
const companyName = new RegExp(`\\b(${name})(?=[\\s,.("’']|$)`, "g");
/** What every such name holds, to pass over most lines quickly. */
const formHint = new RegExp(legalForm);

const generic = new Set(
  "a act an and commission company companies corporation exchange for group holding holdings in inc incorporated investment issuer limited ltd llc of parent registrant securities stock subsidiary the trust".split(
    " ",
  ),
);

/** A name that would do for any company ("the Company", "Investment Company") names none. */
function isGeneric(found: string): boolean {
  const words = found.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((one) => generic.has(one) || one.length < 2);
}

export function readIssuer(document: Document): string | null {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.kind !== "paragraph") continue;
    lines.push(block.text.slice(0, headOfLine));
    if (lines.length === namingLines) break;
  }
  const found = byCover(lines) ?? byHeadline(lines) ?? byStatements(document.blocks) ?? byMentions(lines);
  return found === null ? null : asWritten(found, lines);
}

/** A name in capitals as running text writes it. */
function asWritten(found: string, lines: readonly string[]): string {
  if (/\p{Ll}/u.test(found)) return found;
  const key = found.toLowerCase();
  for (const line of lines) {
    if (!formHint.test(line)) continue;
    const at = line.toLowerCase().indexOf(key);
    const written = at < 0 ? "" : line.slice(at, at + found.length);
    if (/\p{Ll}/u.test(written)) return written;
  }
  return found;
}

/** The line before "(Exact name of registrant as specified in its charter)" (Forms 10-K, 10-Q, 8-K, 20-F). */
function byCover(lines: readonly string[]): string | null {
  for (const [i, line] of lines.slice(0, coverLines).entries()) {
    if (!/exact name of/i.test(line)) continue;
    const before = line.slice(0, line.search(/[\s(]*exact name of/i)).trim();
    const found = plainName(before === "" ? (lines[i - 1] ?? "") : before);
    if (found !== null) return found;
  }
  return null;
}

const part = `(?:${word.replace(".", ".,®™")}|and|of|&)`;
const announces = new RegExp(
  `^(${part}(?: ${part}){0,7}) (?:today )?(?:[Rr]eport(?:s|ed)|[Aa]nnounce[sd]|[Pp]osts|[Dd]elivers|[Aa]chieves|[Rr]eleases|REPORTS|ANNOUNCES)\\b`,
);
const noCompany =
  /\b(?:quarters?|results?|years?|boards?|directors?|management|press|release|exhibit|earnings|news|revenues?|income|sales|CEO|CFO)\b/i;

/** "Larkfen Instruments Reports Third Quarter Results", by the full name where the lines give it. */
function byHeadline(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, headlines)) {
    const subject = announces.exec(line)?.[1];
    if (subject === undefined || noCompany.test(subject)) continue;
    const short = plainName(subject);
    if (short === null) continue;
    return fullName(short, lines) ?? short;
  }
  return null;
}

function fullName(short: string, lines: readonly string[]): string | null {
  const key = short.toLowerCase().replace(/^the /, "");
  for (const line of lines) {
    if (!formHint.test(line) || !line.toLowerCase().includes(key)) continue;
    for (const [found] of line.matchAll(companyName)) {
      const plain = plainName(found);
      if (plain?.toLowerCase().replace(/^the /, "").startsWith(key)) return plain;
    }
  }
  return null;
}

const statement =
  /(?:^|\b)(?:unaudited |condensed |interim |consolidated |combined )*(?:balance sheets?|statements? of (?:financial|income|operations|cash|comprehensive|earnings|changes)|income statements?)\b/i;
const subsidiaries = /,? and (?:its |consolidated )*(?:subsidiar(?:y|ies)|affiliates)\b.*$/i;
/** Lines over a table among which its title and the name above it stand. */
const titleLines = 6;

/** The name that stands most often right above the titles of statements, or before them on their line. */
function byStatements(blocks: readonly Block[]): string | null {
  const names: string[] = [];
  let above: string[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      above.push(block.text.slice(0, headOfLine));
      if (above.length > titleLines) above.shift();
      continue;
    }
    const title = above.findIndex((line) => line.length < 200 && statement.test(line));
    const [line = ""] = above.slice(title).map((each) => each.slice(0, each.search(statement)).trim());
    const named = title < 0 ? null : (nameOnly(line) ?? nameOnly(above[title - 1] ?? ""));
    if (named !== null) names.push(named);
    above = [];
  }
  return mostFrequent(names);
}

/** The company that a line names, and nothing but it. */
function nameOnly(line: string): string | null {
  const bare = line.replace(subsidiaries, "").trim();
  if (bare.length > 100 || noCompany.test(bare)) return null;
  const whole = formHint.test(bare) && [...bare.matchAll(companyName)].some(([found]) => found === bare);
  return whole || bare !== line.trim() ? plainName(bare) : null;
}

/** `(the "Company")`, `("Larkfen", "we" or the "Company")`. */
const theCompany =
  /^,? ?\((?:[^)]{0,80}[\s,])?(?:the )?["“'‘](?:the )?(?:Company|Corporation|Group|Registrant|Issuer|Partnership|Trust|Bank)\b/i;

/**
 * The company that calls itself "the Company", else the one that the first lines name most often. A heading that runs into the name ("Organization Larkfen
 * Inc.") is found less often than the name alone.
 */
function byMentions(lines: readonly string[]): string | null {
  const names: string[] = [];
  for (const line of lines) {
    if (!formHint.test(line)) continue;
    // An exchange, a regulator or a clearing house disclaims on the first page of many an announcement.
    if (line.length < 200 && /exchange|commission|clearing/i.test(line)) continue;
    for (const match of line.matchAll(companyName)) {
      const found = match[1] ?? "";
      if (line.startsWith(" Act", match.index + found.length)) continue;
      const plain = plainName(found);
      if (plain === null) continue;
      if (theCompany.test(line.slice(match.index + found.length))) return plain;
      names.push(plain);
    }
  }
  return mostFrequent(names);
}

/** The first of those that are found most often, whatever their case. */
function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, { readonly first: string; count: number }>();
  for (const each of names) {
    const key = each.toLowerCase().replace(/[.,]/g, "");
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { first: each, count: 1 });
  }
  let best: { readonly first: string; count: number } | null = null;
  for (const each of counts.values()) if (best === null || each.count > best.count) best = each;
  return best?.first ?? null;
}

/** The name without what leads to it; null where none is left, or one that names nobody. */
function plainName(text: string): string | null {
  const plain = text
    .replace(/[®™*]/g, "")
    .replace(/^[\s(“"]+|[\s,;:)”"]+$/g, "")
    .replace(/^(?:By|In|For|At|Of|With) /, "")
    // The heading of a note runs into the sentence: "ORGANIZATION AND BUSINESS Larkfen Inc."
    .replace(
      /^(?:(?:ORGANIZATION|BUSINESS|GENERAL|OVERVIEW|BACKGROUND|DESCRIPTION|NATURE|AND|OF) )+(?=\p{Lu}\p{Ll})/u,
      "",
    )
    .replace(/\s+/g, " ");
  if (plain.length < 2 || plain.length > 100 || !/^(?:\p{Ll}?\p{Lu}|\d)/u.test(plain) || isGeneric(plain))
    return null;
  return plain.replace(/^The (?=\S+ )/, "");
}
