/** The words that tell what a number in a sentence is, matched at the end of what stands before it. */

export type Direction = "up" | "down";

const ups = "increas|grew|grow|rose|ris|expand|widen|climb|surg";
const downs = "decreas|declin|dropp|drop|fell|fall|reduc|narrow|shrank|shrunk";
const changeVerb = `(?:${ups}|${downs})(?:e|ed|es|ing|en|n)?`;
const rates = "(?:year[- ](?:over|on)[- ]year|quarter[- ](?:over|on)[- ]quarter|yoy|qoq)";

/** Words that make a number less than what is printed. */
export const hedge =
  /\b(?:approximately|about|around|nearly|almost|roughly|over|more than|less than|up to|at least|as (?:high|low) as|exceed(?:ed|ing|s)?|between|some)\s*$/i;

/** Sentences about what is to come say nothing that a table could confirm. */
export const outlook =
  /\b(?:expect(?:s|ed)?|anticipates?|forecasts?|guidance|outlook|targets?|intends?|plans?|projected|estimates?|will|would|may|could|should|if)\b/;

const changeCue = new RegExp(
  `\\b(?:(${changeVerb})\\b(?:\\s+\\w+ly|\\s+${rates})*(?:\\s+(?:by|of))?|(increase|decrease|growth|decline|drop|reduction|rise)(?:\\s+rate)?(?:\\s+${rates})?\\s+of|(up|down)(?:\\s+by)?)\\s*$`,
  "i",
);

export interface ChangeCue {
  readonly direction: Direction;
  readonly word: string;
}

export function changeCueIn(lead: string): ChangeCue | null {
  const match = changeCue.exec(lead);
  const word = match?.[1] ?? match?.[2] ?? match?.[3];
  return word === undefined ? null : { word, direction: directionOf(word) };
}

function directionOf(word: string): Direction {
  return new RegExp(`^(?:${downs}|down)`, "i").test(word) ? "down" : "up";
}

/** A change that is itself what another is compared with. */
export const comparesChange =
  /\b(?:compared? (?:with|to)|versus|from|following|against)\s+(?:an?|the)\s+[^,;]*$/i;

/** What restates a number right behind it: ", or 5.6%", "(5.6%". */
export const restates = /^[\s)]*,?\s*(?:or|\()\s*$/i;

const changeNoun =
  /^\s*\)?\s*(?:\([^()]{1,20}\)\s*)?(increase|decrease|growth|decline|drop|reduction|rise|higher|lower|below|above)\b(?!\s+in\b)/i;

/** Characters behind a number that tell it to be a change. */
export const mostBetween = 45;

/** "a 14% increase", "$25.1 billion (5.0 percent) higher than". */
export function changeBehind(lead: string, behind: string): ChangeCue | null {
  const word = changeNoun.exec(behind)?.[1];
  if (word === undefined) return null;
  const isNoun = !/^(?:higher|lower|below|above)$/i.test(word);
  // Of a thing of its own: "driven by an 11.0% increase".
  if (isNoun && !/(?:^|,|\ban?|\brepresenting|\bwas|\bwere)\s*(?:an?\s+)?$/i.test(lead)) return null;
  if (isNoun && /\b(?:by|to|from|with)\s+an?\s*$/i.test(lead)) return null;
  if (!isNoun && !/(?:\b(?:was|were|is|are)|,)\s*$/i.test(lead)) return null;
  return { word, direction: /^(?:lower|below)$/i.test(word) ? "down" : directionOf(word) };
}

/** "(2023: ", "(FY23: ", "(H1 2023: ": what follows is of that year, and as long. */
export function yearBefore(lead: string): number | null {
  const year = /^\s*\((?:(?:FY|[HQ]\d)\s?)?((?:19|20)\d\d|(?<=FY)\d\d)\s*:\s*$/i.exec(lead)?.[1];
  return year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
}

export interface BaseCue {
  readonly word: string;
  /** What the comparison names again: "operating loss". */
  readonly subject: string;
}

export function baseCueIn(lead: string): BaseCue | null {
  const match =
    /\b((?:as )?compared? (?:with|to)|from|versus|vs\.?|against|(?:higher|lower|above|below)(?: than)?)(?:\s+the(?=\s*$)|\s+(?:an? |the )?((?:[\w()/'’-]+\s+){1,8}?)of)?\s*$/i.exec(
      lead,
    );
  return match ? { word: (match[1] ?? "").toLowerCase(), subject: match[2]?.trim() ?? "" } : null;
}

/** Whether "from" or "to" right behind a number leads to the next number, and does not narrow this one. */
export function leadsToBase(behind: string): boolean {
  return /^[\s),]*from\b/i.test(behind)
    ? /^[\s),]*from\s*$/i.test(behind) || /^from\b[^,]*\bof\s*$/i.test(behind.trim())
    : /^[\s),]*to\s*$/i.test(behind);
}

export interface MoveCue extends ChangeCue {
  /** Offset of the word in the lead. */
  readonly at: number;
}

const moveCue = new RegExp(
  `\\b(${changeVerb.replace("(?:e|ed|es|ing|en|n)?", "(?:ed|d)?")})\\b(?:\\s+down)?(?:\\s+\\w+ly)?\\s+(?:to|from|compared? (?:with|to))\\s*$`,
  "i",
);

const becauseOf =
  /\b(?:due to|driven by|caused by|offset by|led by|affected by|impacted by|because of|owing to|thanks to|attribut(?:able|ed) to|relat(?:ed|ing) to|consist(?:s|ed|ing) (?:\w+ly )?of|compris(?:ed|ing)(?: \w+ly)?(?: of)?|result(?:s|ed|ing) (?:\w+ly )?(?:in|from)|reflect(?:s|ed|ing)|includ(?:es|ed|ing)|arising from|as a result of)\b/gi;

/** The sentence takes up its own subject again: "…, due to lower volumes, to". */
const takesUp =
  /,\s*(?:to|from|by|or|up|down|(?:as )?compared (?:to|with)|versus|(?:an? )?(?:increase|decrease) of)\s*$/i;
const participle = /^\s*(?:(?:an?|the|our|its|\w+ly)\s+)*$/i;

/**
 * Whether a number stands among the reasons or parts that a sentence gives, and not in a clause of its own
 * there: it is of what is named right before it, not of the subject.
 */
export function isReason(lead: string): boolean {
  const last = [...lead.matchAll(becauseOf)].at(-1);
  if (!last) return false;
  const behind = lead.slice(last.index + last[0].length);
  return !takesUp.test(behind) && verbsIn(behind).every(({ at }) => participle.test(behind.slice(0, at)));
}

/** What stands before is divided into parts. */
export const divides = /\b(?:consist(?:s|ed|ing) |compris(?:es|ed|ing)\b|composed of|made up of)/i;
/** Behind a list it is the whole that is compared. */
export const comparesWhole = /^[\s)]*,\s*(?:as )?compared? (?:with|to)\s*$/i;

/** "the increase of our operating loss of": the amount is of the change, not of what changed. */
export const changeOf =
  /\b(?:increase|decrease|growth|decline|reduction|improvement|change|rise|fall|drop)s? (?:of|in) (?:(?:our|the|its) )?$/i;

/** Words right behind a change that make it one of another measure than the tables print. */
export const otherBasis =
  /^[\s),]*(?:(?:in|at|on an?) (?:constant|local|organic|comparable|adjusted|underlying|like[- ]for[- ]like|same[- ]store|pro forma|non-?gaap|currency)\b|(?:excluding|adjust(?:ed|ing) for|before|net of|ex)\b|organic(?:ally)?\b)/i;

/** "increased to", "narrowed from": a direction without a number of its own. */
export function moveCueIn(lead: string): MoveCue | null {
  const match = moveCue.exec(lead);
  const word = match?.[1];
  return match && word !== undefined ? { word, at: match.index, direction: directionOf(word) } : null;
}

/** Words right before an amount that make it one paid out. */
export const outflow = /\b(?:outflow|use|loss|deficit) of\s*$/i;
export const toCue = /\bto\s*$/i;
export const shareCue = /\b(?:account(?:ed|ing|s) for|represent(?:ed|ing|s)|contribut\w+)\s*$/i;
export const andCue = /^[\s)]*(?:,\s*)?(?:and)?\s*$/i;
export const amountCue =
  /\b(?:was|were|is|are|be|been|reached|reaching|amount(?:ed|ing) to|total(?:l?ed|l?ing)|stood at|came (?:in )?(?:at|to)|achiev(?:ed|ing)|record(?:ed|ing)|of|being|(?:unchanged|flat|steady|remained) at|equaled)(?:\s+an?\s+record)?\s*$/i;

const finite = `was|were|is|are|has|have|had|reached|amounted|totall?ed|stood|came|turned|improved|recorded|reported|achieved|generated|incurred|posted|recognized|delivered|earned|produced|realized|remained|equaled|(?:${ups}|${downs})(?:e?d|n)?`;
let verbs: RegExp | undefined;

export interface Verb {
  readonly at: number;
  readonly end: number;
  readonly word: string;
}

/** Finite verbs of a lead, in order. */
export function verbsIn(lead: string): Verb[] {
  verbs ??= new RegExp(`(?<![\\w-])(?:${finite})(?![\\w-])`, "gi");
  return [...lead.matchAll(verbs)]
    .filter(
      (match) =>
        !/^(?:ris|grow|drop|fall|reduc|increas|decreas|declin|expand|widen|climb|surg|narrow|shrunk)$/i.test(
          match[0],
        ),
    )
    .map((match) => ({
      at: match.index,
      end: match.index + match[0].length,
      word: match[0].toLowerCase(),
    }));
}

export const yearly = /^[\s,]*(?:year[- ](?:over|on)[- ]year|yoy)\b/i;
export const quarterly = /^[\s,]*(?:quarter[- ](?:over|on)[- ]quarter|qoq|sequentially)\b/i;
const yearlyInside = /\b(?:year[- ](?:over|on)[- ]year|yoy)\b/i;
const quarterlyInside = /\b(?:quarter[- ](?:over|on)[- ]quarter|qoq)\b/i;

/** What a change is beside: the same period of the year before, or the period before. */
export function basisIn(text: string): "year" | "quarter" | null {
  return yearlyInside.test(text) ? "year" : quarterlyInside.test(text) ? "quarter" : null;
}

/** Words behind a number that make it a part of what the subject names. */
export const narrowing =
  /^[\s)]*(?:,?\s*(?:excluding|including|on an? |in constant|at constant|net of|before|after|attributable to|related to|relating to|of which|per )|(?:from|in|for|under|by|to|of|on)\s)/i;
