/** One sentence -> statements: a subject, and what the sentence says of it number by number. */
import type { Period } from "../tables/table.ts";
import { datePeriods, distribute, startsFrom } from "./dating.ts";
import { type Mention, mentionsIn } from "./mention.ts";
import { perShareBehind, perShareLead, ratioIn } from "./per-share.ts";
import {
  anotherMeasure,
  approximate,
  blank,
  doubt,
  expected,
  narrowed,
  pairChanges,
  periodUnsure,
  severalAtOnce,
  type Spoken,
  type Statement,
} from "./statement.ts";
import { isOfAmountBefore, wholeIn } from "./shares.ts";
import { subjectKey, toneOf } from "./subject.ts";
import { type Clause, clauseOf, type Lexicon, nounBefore } from "./subject-words.ts";
import { type Setting, whenAtStart, whensIn } from "./when.ts";
import * as words from "./words.ts";

export function readSentence(text: string, section: Setting, lexicon: Lexicon): Statement[] {
  const mentions = mentionsIn(text);
  if (mentions.length === 0) return [];
  const opening = whenAtStart(
    text.replace(/^[\s"“·•●▪■*–—-]+/, (lead) => " ".repeat(lead.length)),
    section,
  );
  const setting = opening?.period ? { ...section, base: opening.period } : section;
  return new Reader(text, mentions, setting, opening?.period ?? null, lexicon).read();
}

class Reader {
  private readonly statements: Statement[] = [];
  private current: Statement = { subject: "", key: "", numbers: [], move: null };
  private last: Spoken | null = null;
  /** The statement whose amount the sentence divides into parts. */
  private divided: Statement | null = null;
  /** Where the sentence starts to speak of what is expected. */
  private readonly expectedFrom: number;
  /** What a share earns, told beside a result: the statement of it by that of the result. */
  private readonly perShare = new Map<Statement, Map<string, Statement>>();
  private readonly text: string;
  private readonly mentions: readonly Mention[];
  private readonly setting: Setting;
  private readonly opening: Period | null;

  private readonly lexicon: Lexicon;

  constructor(
    text: string,
    mentions: readonly Mention[],
    setting: Setting,
    opening: Period | null,
    lexicon: Lexicon,
  ) {
    this.lexicon = lexicon;
    this.text = text;
    this.mentions = mentions;
    this.setting = setting;
    this.opening = opening;
    const at = text.search(words.outlook);
    this.expectedFrom = at < 0 ? text.length : at;
  }

  read(): Statement[] {
    let from = 0;
    for (const [i, mention] of this.mentions.entries()) {
      from = mention.end + this.take(mention, this.text.slice(from, mention.at), from, i === 0);
    }
    if (this.last) this.periodBehind(this.last, this.text.slice(from));
    const { text, mentions, setting, opening, statements } = this;
    const sentence = { text, mentions, setting, opening, statements, distributed: new Set<Statement>() };
    for (const statement of statements) {
      pairChanges(statement);
      datePeriods(statement, sentence);
    }
    const told = statements.flatMap((statement) => distribute(statement, sentence));
    if (/\brespectively\b/i.test(text)) {
      for (const statement of told) if (!sentence.distributed.has(statement)) doubt(statement, severalAtOnce);
    }
    return told;
  }

  /** How many characters behind the number were read with it. */
  private take(mention: Mention, lead: string, from: number, first: boolean): number {
    const { last } = this;
    if (last && mention.unit === "currency" && isTranslation(lead, mention, last.mention)) {
      this.put({
        ...blank(mention, "translation"),
        period: last.period,
        tone: last.tone,
        of: last,
        reason: last.reason,
      });
      return 0;
    }
    const perShare = last ? this.takePerShare(mention, lead, last) : 0;
    if (perShare > 0) return perShare;
    const skipped = last ? this.periodBehind(last, lead) : 0;
    let rest = lead.slice(skipped);
    const hedged = words.hedge.test(rest);
    rest = rest.replace(words.hedge, "");
    // The rest of a bracket that the number before opened is of that number: "($984,083 in 2022), accretion of".
    rest = rest.replace(/^[^()]*\)/, (found) => " ".repeat(found.length));
    if (this.divided && words.comparesWhole.test(rest)) this.current = this.divided;
    const reason = words.isReason(rest);
    if (reason && words.divides.test(rest)) this.divided = this.current;
    if (reason && isInBrackets(rest)) return 0;
    const clause = reason
      ? (nounBefore(rest, this.setting, this.lexicon) ?? { subject: "" })
      : clauseOf(rest, first, this.setting, this.lexicon);
    const sameVerb = clause.subject === undefined;
    if (clause.subject !== undefined) this.begin(clause);
    else if (startsAnew(rest)) this.current = { ...this.current, numbers: [], move: null };
    const behind = this.text.slice(mention.end, this.next(mention)?.at);
    const spoken = this.classify(mention, rest, sameVerb, behind);
    if (!spoken) {
      this.last = null;
      return 0;
    }
    if (hedged) spoken.reason = approximate;
    if (this.expectedFrom < mention.at) spoken.reason = expected;
    const move = words.moveCueIn(rest);
    if (move && spoken.said !== "change") {
      this.current.move = { ...move, at: from + skipped + move.at };
    }
    this.put(spoken);
    return 0;
  }

  private next(mention: Mention): Mention | undefined {
    return this.mentions[this.mentions.indexOf(mention) + 1];
  }

  private begin({ subject = "", period, partial, listed }: Clause): void {
    const ratio = ratioIn(subject);
    this.current = {
      subject: ratio?.subject ?? subject,
      key: subjectKey(ratio?.subject ?? subject),
      numbers: [],
      move: null,
      ...(listed ? { listed: listed.periods } : {}),
      ...(period === undefined ? {} : { period }),
      ...(partial ? { partial } : {}),
      ...(ratio ? { ratioOf: subjectKey(ratio.of) } : {}),
    };
    this.last = null;
  }

  /** "net income of $4.7 billion, or $4.65 per diluted share": what a share earns of the amount before it. */
  private takePerShare(mention: Mention, lead: string, last: Spoken): number {
    if (mention.unit !== "currency" || !perShareLead.test(lead)) return 0;
    if (last.said !== "figure" && last.said !== "comparison") return 0;
    const found = perShareBehind(this.text.slice(mention.end, mention.end + 60));
    if (!found) return 0;
    const { kind } = found;
    const { current } = this;
    const kinds = this.perShare.get(current) ?? new Map<string, Statement>();
    this.perShare.set(current, kinds);
    let statement = kinds.get(kind);
    if (!statement) {
      statement = {
        subject: `${current.subject} per ${kind} share`.replace(/ {2,}/g, " "),
        key: subjectKey(`${kind} ${current.subject} per share`),
        numbers: [],
        move: null,
        ...(current.period === undefined ? {} : { period: current.period }),
        ...(current.partial ? { partial: true } : {}),
      };
      kinds.set(kind, statement);
      this.statements.push(statement);
    }
    statement.numbers.push({
      ...blank(mention, last.said),
      tone: last.tone,
      reason: last.reason,
      beside: last,
    });
    return found.length;
  }

  private put(spoken: Spoken): void {
    if (this.current.numbers.length === 0) this.statements.push(this.current);
    this.current.numbers.push(spoken);
    if (spoken.said !== "translation") this.last = spoken;
  }

  private classify(mention: Mention, lead: string, sameVerb: boolean, behind: string): Spoken | null {
    const { last } = this;
    const tone = toneOf(this.current.subject);
    // Beside the amount in brackets stands that of the year before.
    if (mention.beside)
      return last?.said === "figure" ? { ...blank(mention, "comparison"), tone, basis: "year" } : null;
    const inYear = last?.said === "figure" && sameVerb ? words.yearBefore(lead) : null;
    if (inYear !== null) return { ...blank(mention, "comparison"), tone, inYear };
    if (
      last?.said === "figure" &&
      sameVerb &&
      isBracketOfPeriod(lead, behind) &&
      mention.unit === last.mention.unit
    ) {
      return { ...blank(mention, "comparison"), tone };
    }
    if (mention.unit === "percent" && words.shareCue.test(lead)) {
      const part = sameVerb && isOfAmountBefore(lead) && last?.said === "figure" ? last : null;
      return { ...blank(mention, "share"), of: part };
    }
    if (last && sameVerb && words.restates.test(lead) && mention.unit !== "count") {
      const again = this.restated(mention, last, behind);
      if (again) return again;
    }
    if (mention.unit !== "count") {
      // "$25.1 billion (5.0 percent) higher": the word may stand behind the next number.
      const near = this.text.slice(mention.end, mention.end + words.mostBetween);
      const change = words.changeCueIn(lead) ?? words.changeBehind(lead, near);
      if (change) {
        return {
          ...blank(mention, "change"),
          tone,
          direction: change.direction,
          basis: words.basisIn(lead),
          // "compared with an increase of 13% in 2022" tells of the change before.
          reason: words.comparesChange.test(lead) ? anotherMeasure : "",
        };
      }
    }
    const base = words.baseCueIn(lead);
    const other = base !== null && base.subject !== "" && !this.isSame(base.subject);
    // "cash flows from operating activities of" compares nothing.
    if (base && !(other && base.word === "from")) {
      return {
        ...blank(mention, "comparison"),
        tone: base.subject === "" ? tone : toneOf(base.subject),
        reason: other ? anotherMeasure : "",
      };
    }
    if (sameVerb && last && words.andCue.test(lead)) {
      // "and 26.2% from": the change goes on with its own kind.
      const changed = this.current.numbers.findLast((spoken) => spoken.said === "change");
      if (last.said === "comparison" && mention.unit === "percent" && last.mention.unit !== "percent") {
        return changed ? { ...blank(mention, "change"), tone, direction: changed.direction } : null;
      }
      return {
        ...blank(mention, last.said),
        tone: last.tone,
        direction: last.direction,
        reason: last.reason,
      };
    }
    if (/\bof\s*$/i.test(lead) && sameVerb) {
      const noun = nounBefore(lead, this.setting, this.lexicon);
      if (!noun?.subject) return null;
      this.begin(noun);
      return { ...blank(mention, "figure"), tone: toneOf(noun.subject) };
    }
    if (words.toCue.test(lead) || words.amountCue.test(lead)) {
      return { ...blank(mention, "figure"), tone: words.outflow.test(lead) ? "loss" : tone };
    }
    return null;
  }

  /** "increased $12.3 million, or 5.6%": the same change again. "$442.1 million, or 16.8% of net sales". */
  private restated(mention: Mention, last: Spoken, behind: string): Spoken | null {
    if (last.said === "change" && last.mention.unit !== mention.unit) {
      return {
        ...blank(mention, "change"),
        tone: last.tone,
        direction: last.direction,
        basis: last.basis,
        reason: last.reason,
      };
    }
    if (mention.unit === "percent" && last.mention.unit === "currency" && /^\s*of\s/i.test(behind)) {
      return last.said === "figure" || last.said === "comparison"
        ? { ...blank(mention, "share"), of: last, reason: last.reason, restates: true }
        : null;
    }
    return null;
  }

  /** Whether words name the subject again, be it without "non-GAAP" or by its kind of result alone. */
  private isSame(named: string): boolean {
    const [when] = whensIn(named, this.setting);
    const plain = when ? `${named.slice(0, when.at)} ${named.slice(when.end)}` : named;
    const key = unadjusted(subjectKey(plain));
    return (
      key === unadjusted(this.current.key) ||
      /^(?:income|loss|profit|earning|result|inflow|outflow)$/.test(key)
    );
  }

  /** Takes the words about a period behind a number; how many characters they are. */
  private periodBehind(spoken: Spoken, text: string): number {
    let taken = 0;
    if (spoken.said === "share") {
      spoken.whole = wholeIn(text, this.setting);
      return taken;
    }
    const rate = words.yearly.exec(text) ?? words.quarterly.exec(text);
    if (rate) {
      spoken.basis = words.yearly.test(text) ? "year" : "quarter";
      taken = rate[0].length;
    }
    const base =
      this.current.period ??
      this.current.numbers.find((own) => own.said === "figure" && own.explicit)?.period ??
      this.setting.base;
    const when = whenAtStart(text.slice(taken), { ...this.setting, base });
    if (when) {
      // "decreased to $157,000 from the year 2022": the period that it moved from.
      const goesBack = spoken.said === "comparison" && isOfNow(text.slice(taken + when.end));
      const now = goesBack ? this.current.numbers.findLast(({ said }) => said === "figure") : undefined;
      const told = this.bracketed(spoken) ?? now ?? spoken;
      if (!(told.said === "figure" && startsFrom(text.slice(taken + when.at)))) {
        told.period = when.period;
        told.explicit = true;
        if (!when.period) told.reason ||= periodUnsure;
      }
      return taken + when.end;
    }
    const behind = text.slice(taken);
    if (spoken.said === "change" && words.otherBasis.test(behind)) spoken.reason ||= narrowed;
    if (words.narrowing.test(behind) && spoken.said !== "change" && !words.leadsToBase(behind)) {
      spoken.reason ||= narrowed;
      const told = this.bracketed(spoken);
      if (told) told.reason ||= narrowed;
    }
    return taken;
  }

  /** The amount that the words behind a bracket are of, as the bracket stands right behind it. */
  private bracketed({ mention, inYear }: Spoken): Spoken | null {
    if (!mention.beside && inYear === undefined) return null;
    return this.current.numbers.findLast((spoken) => spoken.said === "figure") ?? null;
  }
}

function isTranslation(lead: string, mention: Mention, last: Mention): boolean {
  if (last.unit !== "currency" || mention.before === last.before) return false;
  return (
    /^\s*(?:\(|,?\s*(?:or|equivalent to|approximately)\b)\s*$/i.test(lead) ||
    /^\s*\(\s*(?:approximately|equivalent to|or)\s*$/i.test(lead)
  );
}

/** "… in the three months, and increased from 23% to 25% in the six": each move has two ends of its own. */
function startsAnew(lead: string): boolean {
  return /^\W*and\b/i.test(lead) && /\bfrom\s*$/i.test(lead) && words.moveCueIn(lead) !== null;
}

/** "to A from B at December 31, 2023 compared to 2022": the day is that of the first, as it is compared. */
function isOfNow(behind: string): boolean {
  return /^[\s,]*(?:as )?(?:compared (?:to|with)|versus|vs\.?)\s/i.test(behind);
}

/** "($984,083 in 2022)": the amount of another period, in a bracket of its own. */
function isBracketOfPeriod(lead: string, behind: string): boolean {
  return /^\s*\(\s*$/.test(lead) && /^\s+(?:in|for|at|as of|during)\s[^()]*\d\)/i.test(behind);
}

/** "(including $5.1 million of …": the sentence goes on behind the bracket. */
function isInBrackets(lead: string): boolean {
  return lead.lastIndexOf("(") > lead.lastIndexOf(")");
}

function unadjusted(key: string): string {
  return key.replace(/^adjusted /, "");
}
