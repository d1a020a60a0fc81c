/** Parts that a sentence lists and says to be all there is: "…, consisting of A of X, B of Y and C of Z". */
import { type Mention, mentionsIn } from "./mention.ts";
import { toneOf } from "./subject.ts";
import * as words from "./words.ts";

export interface Part {
  readonly name: string;
  readonly mention: Mention;
}

export interface PartList {
  /** Where the list begins: the amount that it divides stands before. */
  readonly at: number;
  readonly parts: readonly Part[];
}

/** Wording that leaves nothing out. "Consisted primarily of" and "including" leave the list open. */
const all =
  /\b(?:consist(?:s|ed|ing) of|comprising|compris(?:es|ed)(?: of)?|composed of|made up of|being)\s+/i;
/** Words of an open list, of a part taken off, or of amounts that overlap. */
const open =
  /\b(?:primarily|mainly|mostly|principally|largely|chiefly|partly|partially|including|includes|among|such as|other than|excluding|except|less|minus|net|offset|deduct\w*|approximately|about|respectively|certain|each|or)\b/i;
const translation = /\((?:[^()]*\d[^()]*)\)/g;

/** null: there is no such list, or it is not certain that it is whole. */
export function listIn(text: string): PartList | null {
  const cue = all.exec(text);
  if (!cue || open.test(text)) return null;
  const from = cue.index + cue[0].length;
  const rest = text.slice(from);
  const end = /,?\s+(?:as )?compared (?:with|to)\b|,\s+(?:representing|an? (?:in|de)crease)\b/i.exec(rest);
  // Translations in brackets are blanked, so that offsets stay.
  const list = rest.slice(0, end?.index).replace(translation, (found) => " ".repeat(found.length));
  const mentions = mentionsIn(list);
  const parts = named(list, mentions);
  if (parts.length < 2 || !sameKind(parts)) return null;
  return { at: cue.index, parts: parts.map((part) => ({ ...part, mention: moved(part.mention, from) })) };
}

/** Names before their amounts or behind them; empty where a piece is not just a name and its amount. */
function named(list: string, mentions: readonly Mention[]): Part[] {
  const between = mentions.map((mention, i) => list.slice(mentions[i - 1]?.end ?? 0, mention.at));
  const tail = list.slice(mentions.at(-1)?.end ?? 0).replace(/[\s.;]+$/, "");
  if (between.some((lead) => words.hedge.test(lead))) return [];
  const before = between.map((lead, i) => {
    const rest = withoutAnd(lead, i, mentions.length);
    return rest === null ? null : (/^(.*\S)\s+(?:of|amounting to)\s*$/i.exec(rest)?.[1] ?? null);
  });
  const behind = mentions.map((_, i) => {
    if (i === mentions.length - 1) return /^\s*(?:of|in|for|from)\s+(.+)$/i.exec(tail)?.[1] ?? null;
    const next = /^\s*(?:of|in|for|from)\s+(.*?)\s*((?:,|;)?\s*(?:\band\s*)?)$/i.exec(between[i + 1] ?? "");
    const isLast = i === mentions.length - 2;
    return next && isLast === /\band\b/i.test(next[2] ?? "") ? (next[1] ?? null) : null;
  });
  const names = tail.trim() === "" ? before : between[0]?.trim() === "" ? behind : [];
  const isLast = (i: number): boolean => i === names.length - 1;
  const certain = names.flatMap((name, i): Part[] => {
    const mention = mentions[i];
    // A comma may hide a part without an amount; so may "and" where nothing follows.
    if (!name || !mention || /[\d,;:]/.test(name)) return [];
    return names === behind && isLast(i) && /\band\b/i.test(name) ? [] : [{ name: name.trim(), mention }];
  });
  return certain.length === mentions.length ? certain : [];
}

/** What stands before an amount, without what joins it to the list; only the last is joined by "and". */
function withoutAnd(lead: string, index: number, count: number): string | null {
  if (index === 0) return lead;
  const join = index === count - 1 ? /^\s*(?:,|;)?\s*and\s+/i : /^\s*(?:,|;)\s*(?!and\b)/i;
  return join.test(lead) ? lead.replace(join, "") : null;
}

/** Amounts of one unit and currency, none of which takes from the others. */
function sameKind(parts: readonly Part[]): boolean {
  const [first] = parts;
  const alike = parts.every(
    ({ mention }) =>
      mention.unit === first?.mention.unit &&
      mention.currency === first.mention.currency &&
      mention.value.coefficient > 0n,
  );
  if (!alike || first?.mention.unit === "percent" || first?.mention.unit === "points") return false;
  if (parts.some(({ name }) => ["loss", "either", "reversed"].includes(toneOf(name)))) return false;
  const some = (pattern: RegExp): boolean => parts.some(({ name }) => pattern.test(name));
  return !(
    some(/\b(?:income|gains?|profits?|benefits?|assets?)\b/i) &&
    some(/\b(?:expenses?|costs?|charges?|tax|liabilit\w+)\b/i)
  );
}

function moved(mention: Mention, by: number): Mention {
  return {
    ...mention,
    at: mention.at + by,
    end: mention.end + by,
    numberAt: mention.numberAt + by,
    numberEnd: mention.numberEnd + by,
  };
}
