/** What a clause speaks of: the words before its verb, free of what only leads up to them. */
import { type Verb, verbsIn } from "./words.ts";
import { type Setting, whenAtStart } from "./when.ts";

const mostWords = 14;
const connective =
  /^\s*(?:notably|additionally|in addition|meanwhile|however|moreover|furthermore|overall|as a result|accordingly|therefore|finally|first|second|third|fourth|firstly|secondly|thirdly|also)\s*,?\s*/i;
const conjunction = /^[\s,;–—]*(?:and|while|whereas|but|with|as)\b\s*/i;
const determiner = /^\s*(?:our|the group['’]s|the company['’]s|the|its|\w+ly)\s+/i;
const pronoun = /^\s*(?:which|that|who|it|they|this|these|those|such|we|there|and|or)\b/i;

export interface Clause {
  /** undefined: the clause goes on about the same subject. "": it speaks of something that is not certain. */
  readonly subject: string | undefined;
}

/** `first`: the text starts its sentence. */
export function clauseOf(lead: string, first: boolean, setting: Setting): Clause {
  const verb = verbsIn(lead).at(-1);
  if (!verb) return { subject: undefined };
  const owned = ownedBy(lead, verb);
  if (owned !== null) return { subject: owned };
  let text = lead.slice(0, verb.at);
  if (!first) {
    text = text.replace(/^[\s)]+/, "");
    const cut = Math.max(text.lastIndexOf(","), text.lastIndexOf(";"));
    if (cut < 0 && text !== "" && !conjunction.test(text)) {
      return { subject: onlyAdverbs(text) ? undefined : "" };
    }
    text = text.slice(cut + 1);
  }
  return { subject: strip(text, setting) };
}

const movement =
  /\b(?:increase|decrease|growth|decline|rise|drop|reduction|improvement|change|gain|fall|average|total)$/i;

/**
 * "The Group had an accumulated deficit of": the object is what the number is of. "The northern harbours
 * generated revenues of": it is of the object of that owner, which no line needs to print.
 */
function ownedBy(lead: string, verb: Verb): string | null {
  if (!/^(?:had|has|have|recorded|reported|achieved|generated|incurred)$/.test(verb.word)) return null;
  const object = /^\s*(?:an?\s+|the\s+)?(\S.*?)\s+of\s*$/i.exec(lead.slice(verb.end))?.[1];
  const owner = lead.slice(0, verb.at);
  if (object === undefined || movement.test(object)) return null;
  if (!/\b(?:we|group|company)\s*$/i.test(owner)) return "";
  return object.split(/\s+/).length <= mostWords ? object : "";
}

function onlyAdverbs(text: string): boolean {
  return /^[\s)]*(?:and\s+)?(?:\w+ly\s*)*$/i.test(text);
}

function strip(words: string, setting: Setting): string | undefined {
  let text = words.replace(/^[\s"“”'‘’(·•–—-]+/, "");
  for (let changed = true; changed; ) {
    const before = text;
    text = text.replace(conjunction, "").replace(connective, "");
    const when = whenAtStart(text, setting);
    if (when) text = text.slice(when.end).replace(/^[\s,]+/, "");
    text = text.replace(determiner, "").replace(/^[\s,]+/, "");
    changed = text !== before;
  }
  text = text.replace(/[\s,]+$/, "").replace(/\s+(?:also|then|slightly|significantly|further)$/i, "");
  if (text === "" || onlyAdverbs(text)) return undefined;
  if (pronoun.test(text) || text.split(/\s+/).length > mostWords) return "";
  const inner = verbsIn(text);
  if (inner.length === 0) return text;
  // Two clauses joined by "and": the second is what the verb is of.
  const joined = /^.*\b(?:and|while|but)\s+(.+)$/i.exec(text.slice(inner.at(-1)?.end ?? 0))?.[1];
  return joined ?? "";
}
