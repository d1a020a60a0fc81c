/** What a clause speaks of: the words before its verb, free of what only leads up to them. */
import type { Period } from "../tables/table.ts";
import { type ListedPeriods, listedPeriods } from "./listed-periods.ts";
import { subjectKey } from "./subject.ts";
import { changeOf, type Verb, verbsIn } from "./words.ts";
import { type Setting, whenAtStart, whensIn } from "./when.ts";

const mostWords = 14;
const connective =
  /^\s*(?:notably|additionally|in addition|meanwhile|however|moreover|furthermore|overall|as a result|accordingly|therefore|finally|first|second|third|fourth|firstly|secondly|thirdly|also)(?![- ]quarter)\s*,?\s*/i;
const conjunction = /^[\s,;–—]*(?:and|while|whereas|but|with|as)\b\s*/i;
const determiner =
  /^\s*(?:our|the group['’]s|the company['’]s|the|its|(?:overall|consolidated|reported|total company)(?=\s)|\w+ly)\s+/i;
const pronoun = /^\s*(?:which|that|who|it|they|this|these|those|such|we|there|and|or)\b/i;

export interface Clause {
  /** undefined: the clause goes on about the same subject. "": it speaks of something that is not certain. */
  readonly subject: string | undefined;
  /** The period that the subject itself names; null where it names one that is not certain. */
  readonly period?: Period | null;
  /** Periods that it names together, each with an amount of its own. */
  readonly listed?: ListedPeriods;
  /** Only the end of the subject is known: it may be a part of what that end is of. */
  readonly partial?: boolean;
}

/** The names of lines that the filing prints. */
export interface Lexicon {
  has(key: string): boolean;
  /** Whether a line's name begins, or ends, with the word; cheap. */
  begins(word: string): boolean;
  ends(word: string): boolean;
}

/** `first`: the text starts its sentence. */
export function clauseOf(lead: string, first: boolean, setting: Setting, lexicon: Lexicon): Clause {
  const verb = verbsIn(lead).at(-1);
  if (!verb) return { subject: undefined };
  const owned = ownedBy(lead, verb);
  if (owned !== null) {
    if (owned !== "") return dated(owned, setting);
    if (ofAnother.test(lead.slice(0, verb.at))) return { subject: "" };
    return nounBefore(lead, setting, lexicon) ?? { subject: "" };
  }
  let text = lead.slice(0, verb.at);
  if (!first) {
    text = text.replace(/^[\s)]+/, "");
    const cut = Math.max(text.lastIndexOf(","), text.lastIndexOf(";"));
    if (cut < 0 && text !== "" && !conjunction.test(text)) {
      return onlyAdverbs(text) ? { subject: undefined } : knownEnd(text, lexicon);
    }
    const clause = strip(text.slice(cut + 1), setting);
    return isKnown(clause, lexicon) || cut < 0 ? clause : (longer(text, setting, lexicon) ?? clause);
  }
  const clause = strip(text, setting);
  if (clause.subject === undefined || isKnown(clause, lexicon)) return clause;
  // A heading may run into the sentence, or words lead up to the subject that are not read.
  const end = knownEnd(clause.subject || text, lexicon);
  return end.subject === "" ? clause : { ...clause, ...end };
}

function isKnown({ subject }: Clause, lexicon: Lexicon): boolean {
  return subject !== undefined && subject !== "" && lexicon.has(subjectKey(subject));
}

/** A name with commas in it: "…, while selling, general and administrative expenses". */
function longer(text: string, setting: Setting, lexicon: Lexicon): Clause | null {
  const clause = strip(text, setting);
  return isKnown(clause, lexicon) ? clause : null;
}

/** The longest end of the words that a line is called by; all before it may narrow it. */
function knownEnd(text: string, lexicon: Lexicon): Clause {
  const found = endOf(text, lexicon);
  return found ? { subject: found.name, partial: true } : { subject: "" };
}

interface KnownEnd {
  readonly name: string;
  readonly before: string;
}

const mostNameWords = 9;

function endOf(text: string, lexicon: Lexicon): KnownEnd | null {
  const words = [...text.matchAll(/[^\s“”"]+/g)];
  const final =
    words
      .at(-1)?.[0]
      .toLowerCase()
      .replace(/[^a-z]/g, "") ?? "";
  if (!lexicon.ends(final)) return null;
  for (const match of words.slice(-mostNameWords)) {
    if (!lexicon.begins(match[0].toLowerCase().replace(/[^a-z]/g, ""))) continue;
    const name = text.slice(match.index).trim();
    if (lexicon.has(subjectKey(name))) return { name, before: text.slice(0, match.index) };
  }
  return null;
}

/** What may stand before a name without narrowing it. */
const opens =
  /(?:^|[,;:(“"•●–—]|\b(?:the|our|its|an?|record|quarterly|annual|posted|reported|recognized|recorded|generated|delivered|announced|earned|achieved|incurred|had|with|reflecting|on|to|produced|realized|totaling|resulting in|consolidated|diluted|basic))\s*$/i;
const ofSomePeriod =
  /\b(?:(?:full|first|second|third|fourth)[- ](?:year|quarter)|q[1-4]|quarterly|annual)\s*$/i;

/** "generated revenues of": the name right before "of". */
export function nounBefore(lead: string, setting: Setting, lexicon: Lexicon): Clause | null {
  const text = /^(.*?)\s+of\s*$/is.exec(lead)?.[1];
  if (text === undefined) return null;
  const whole = dated(text, setting);
  const found = endOf(whole.subject ?? "", lexicon);
  if (!found) return null;
  const [when] = whensIn(found.before, setting).slice(-1);
  const led =
    when && found.before.slice(when.end).trim() === "" ? found.before.slice(0, when.at) : found.before;
  if (changeOf.test(led)) return null;
  const period = when && led !== found.before ? when.period : whole.period;
  const unsaid = period === undefined && ofSomePeriod.test(led);
  return {
    subject: found.name,
    partial: !opens.test(led) && !unsaid,
    ...(unsaid ? { period: null } : period === undefined ? {} : { period }),
  };
}

/**
 * "Net Cash (Used in) Provided by Financing Activities Net cash used in financing activities": a heading that
 * runs into its sentence is said again by it, from a capital letter or a mark on.
 */
function withoutHeading(subject: string): string {
  if (!/^[A-Z]/.test(subject)) return subject;
  const name = /(?:\S+\s+)?\S+$/.exec(subject)?.[0] ?? "";
  const at = subject.toLowerCase().indexOf(name.toLowerCase());
  const behind = subject.slice(at + name.length);
  return /^(?:\s*[,.:;–—-]\s*(?!and\b|or\b)|\s+(?=[A-Z]))\S+\s/.test(behind)
    ? behind.replace(/^[\s,.:;–—-]+/, "").replace(determiner, "")
    : subject;
}

/** Takes what a subject says of periods out of it. */
function dated(subject: string, setting: Setting): Clause {
  if (subject === "") return { subject };
  const listed = listedPeriods(subject, setting);
  if (listed && /^[\s,]*$/.test(subject.slice(listed.end))) {
    return { subject: subject.slice(0, listed.at).replace(/[\s,]+$/, ""), listed };
  }
  const whens = whensIn(subject, setting);
  const [when] = whens;
  if (!when || whens.length > 1) return { subject: short(withoutHeading(subject)) };
  const rest = `${subject.slice(0, when.at)} ${subject.slice(when.end)}`.replace(/\s+/g, " ").trim();
  return { subject: short(withoutHeading(rest.replace(/^of |[\s,]+$/g, ""))), period: when.period };
}

function short(subject: string): string {
  return subject.split(/\s+/).length > mostWords ? "" : subject;
}

const movement =
  /\b(?:increase|decrease|growth|decline|rise|drop|reduction|improvement|change|gain|fall|average|total)$/i;

/**
 * "The Group had an accumulated deficit of": the object is what the number is of. "The northern harbours
 * generated revenues of": it is of the object of that owner, which no line needs to print.
 */
function ownedBy(lead: string, verb: Verb): string | null {
  if (
    !/^(?:had|has|have|recorded|reported|achieved|generated|incurred|posted|recognized|delivered|earned|produced|realized)$/.test(
      verb.word,
    )
  ) {
    return null;
  }
  const object = /^\s*(?:an?\s+|the\s+)?(\S.*?)\s+of\s*$/i.exec(lead.slice(verb.end))?.[1];
  const owner = lead.slice(0, verb.at);
  if (object === undefined || movement.test(object)) return null;
  if (!/\b(?:we|group|company)\s*$/i.test(owner)) return "";
  return object.split(/\s+/).length <= mostWords ? object : "";
}

/** "our wholly owned subsidiary, Tern Title, had": what it had is no line of the group's. */
const ofAnother =
  /\b(?:subsidiar(?:y|ies)|affiliates?|associates?|investees?|joint ventures?|segments?|divisions?|business units?|branch(?:es)?)\b[^.;]*$/i;

function onlyAdverbs(text: string): boolean {
  return /^[\s)]*(?:and\s+)?(?:\w+ly(?!\w)\s*)*$/i.test(text);
}

function strip(words: string, setting: Setting): Clause {
  let period: Period | null | undefined;
  let text = words.replace(/^[\s"“”'‘’(·•●▪■*–—-]+/, "");
  for (let changed = true; changed; ) {
    const before = text;
    text = text.replace(conjunction, "").replace(connective, "");
    const when = whenAtStart(text, setting);
    if (when) {
      text = text.slice(when.end).replace(/^[\s,]+/, "");
      period = when.period;
    }
    text = text.replace(determiner, "").replace(/^[\s,]+/, "");
    changed = text !== before;
  }
  text = text.replace(/[\s,]+$/, "").replace(/\s+(?:also|then|slightly|significantly|further)$/i, "");
  if (text === "" || onlyAdverbs(text)) return { subject: undefined };
  if (pronoun.test(text) || text.split(/\s+/).length > mostWords * 2) return { subject: "" };
  const inner = verbsIn(text);
  if (inner.length === 0) return { ...dated(text, setting), ...(period === undefined ? {} : { period }) };
  // Two clauses joined by "and": the second is what the verb is of.
  const joined = /^.*\b(?:and|while|but)\s+(.+)$/i.exec(text.slice(inner.at(-1)?.end ?? 0))?.[1];
  return dated(joined ?? "", setting);
}
