/** One sentence -> statements: a subject, and what the sentence says of it number by number. */
import { type Period, periodKey } from "../tables/table.ts";
import { before, yearsBefore } from "./calendar.ts";
import { type Mention, mentionsIn } from "./mention.ts";
import { listedPeriods } from "./listed-periods.ts";
import { perShareBehind, perShareLead, ratioIn } from "./per-share.ts";
import {
  anotherMeasure,
  approximate,
  baseUnnamed,
  blank,
  doubt,
  expected,
  narrowed,
  noPeriodNamed,
  nowOf,
  otherPeriodNamed,
  pairChanges,
  periodUnsure,
  severalAtOnce,
  type Spoken,
  type Statement,
  whichAmount,
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
  /** Statements that "respectively" has been read for. */
  private readonly distributed = new Set<Statement>();
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
    for (const statement of this.statements) {
      pairChanges(statement);
      this.datePeriods(statement);
    }
    const told = this.statements.flatMap((statement) => this.distribute(statement));
    if (/\brespectively\b/i.test(this.text)) {
      for (const statement of told) if (!this.distributed.has(statement)) doubt(statement, severalAtOnce);
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
    const clause = clauseOf(rest, first, this.setting, this.lexicon);
    const sameVerb = clause.subject === undefined;
    if (clause.subject !== undefined) this.begin(clause);
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
    if (mention.unit === "percent" && words.shareCue.test(lead)) {
      const part = sameVerb && isOfAmountBefore(lead) && last?.said === "figure" ? last : null;
      return { ...blank(mention, "share"), of: part };
    }
    if (last && sameVerb && words.restates.test(lead) && mention.unit !== "count") {
      const again = this.restated(mention, last, behind);
      if (again) return again;
    }
    if (mention.unit !== "count") {
      const change = words.changeCueIn(lead) ?? words.changeBehind(lead, behind);
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
      if (!(spoken.said === "figure" && startsFrom(text.slice(taken + when.at)))) {
        spoken.period = when.period;
        spoken.explicit = true;
        if (!when.period) spoken.reason ||= periodUnsure;
      }
      return taken + when.end;
    }
    const behind = text.slice(taken);
    if (words.narrowing.test(behind) && spoken.said !== "change" && !words.leadsToBase(behind)) {
      spoken.reason ||= narrowed;
    }
    return taken;
  }

  /** Periods that the sentence leaves to its heading, its opening words, or the number it goes with. */
  private datePeriods(statement: Statement): void {
    const { calendar, base } = this.setting;
    for (const spoken of statement.numbers) {
      if (spoken.said === "figure" && !spoken.explicit) {
        const own = statement.period;
        spoken.period = own === undefined ? base : own;
        spoken.explicit = this.opening !== null || own !== undefined;
        if (own === null) spoken.reason ||= periodUnsure;
        else if (own === undefined && this.otherPeriod(base)) spoken.reason ||= otherPeriodNamed;
        if (!spoken.period) spoken.reason ||= noPeriodNamed;
      }
    }
    const now = nowOf(statement)?.period ?? base;
    for (const spoken of statement.numbers) {
      if (spoken.said === "change") {
        spoken.period = spoken.explicit && spoken.period ? spoken.period : now;
        const from = spoken.of;
        if (from && !from.explicit && spoken.basis && now) {
          from.period = spoken.basis === "year" ? yearsBefore(calendar, now, 1) : before(calendar, now);
          from.explicit = true;
        }
      }
    }
    for (const spoken of statement.numbers) {
      if (spoken.said === "comparison" && !spoken.period) {
        spoken.reason ||= baseUnnamed;
      }
      if ((spoken.said === "translation" || spoken.said === "share") && spoken.of) {
        spoken.period = spoken.of.period;
      }
    }
  }

  /** Whether the sentence names another period than this, and not beside a number that it compares with. */
  private otherPeriod(base: Period | null): boolean {
    const beside = this.statements.flatMap(({ numbers }) =>
      numbers.filter((spoken) => spoken.said === "comparison").map((spoken) => spoken.mention.end),
    );
    return whensIn(this.text, this.setting).some((when) => {
      if (periodKey(when.period) === periodKey(base)) return false;
      if (when.period?.kind === "instant" && when.period.end === base?.end) return false;
      if (startsFrom(this.text.slice(when.at))) return false;
      // A period right behind a comparison, or behind its translation, is that comparison's.
      return !beside.some(
        (end) => when.at >= end && when.at - end < 40 && !/\d/.test(this.text.slice(end, when.at)),
      );
    });
  }

  /** "X and Y were A and B": each amount to its own subject, or to its own period. */
  private distribute(statement: Statement): Statement[] {
    const amounts = statement.numbers.filter((spoken) => spoken.said === "figure");
    if (amounts.length < 2) return [statement];
    const periods = this.periodsOf(statement, amounts);
    if (periods) {
      const wasDoubted = new Set([severalAtOnce, otherPeriodNamed, noPeriodNamed, periodUnsure, narrowed]);
      for (const [i, amount] of amounts.entries()) {
        amount.period = periods[i] ?? null;
        amount.explicit = true;
        if (wasDoubted.has(amount.reason)) amount.reason = "";
      }
      for (const spoken of statement.numbers) {
        if (spoken.said === "change") Object.assign(spoken, { of: amounts[1], period: periods[0] });
        else if (spoken.said === "translation" && spoken.of) spoken.period = spoken.of.period;
      }
      this.distributed.add(statement);
      return [statement];
    }
    if (statement.numbers.some((spoken) => spoken.said !== "figure" && spoken.said !== "translation")) {
      doubt(statement, severalAtOnce);
      return [statement];
    }
    const subjects = statement.subject.split(/\s*,\s+and\s+|\s+and\s+|\s*,\s+/);
    if (subjects.length === amounts.length && statement.subject !== "") {
      return amounts.map((amount, i) => {
        const subject = subjects[i] ?? "";
        const numbers = statement.numbers.filter((spoken) => spoken === amount || spoken.of === amount);
        const own: Statement = { ...statement, subject, key: subjectKey(subject), numbers, move: null };
        this.distributed.add(own);
        return own;
      });
    }
    for (const amount of amounts.slice(1)) amount.reason ||= whichAmount;
    return [statement];
  }

  /** The periods of amounts told together, where the words list as many: behind the last, or before the first. */
  private periodsOf({ listed, numbers }: Statement, amounts: readonly Spoken[]): readonly Period[] | null {
    const [first] = amounts;
    const last = amounts.at(-1);
    if (!first || !last) return null;
    const told = [
      listed,
      this.listedBehind(numbers, last),
      listedPeriods(this.text.slice(0, first.mention.at), this.setting)?.periods,
    ];
    return told.find((periods) => periods?.length === amounts.length) ?? null;
  }

  /** Up to the next number that is not of these. */
  private listedBehind(numbers: readonly Spoken[], { mention }: Spoken): readonly Period[] | undefined {
    const from = Math.max(
      mention.end,
      ...numbers.flatMap(({ of, mention: own }) => (of?.mention === mention ? [own.end] : [])),
    );
    const next = this.mentions.find(({ at }) => at >= from);
    return listedPeriods(this.text.slice(from, next?.at), this.setting)?.periods;
  }
}

function startsFrom(text: string): boolean {
  return /^\W*from\b/i.test(text);
}

function isTranslation(lead: string, mention: Mention, last: Mention): boolean {
  if (last.unit !== "currency" || mention.before === last.before) return false;
  return (
    /^\s*(?:\(|,?\s*(?:or|equivalent to|approximately)\b)\s*$/i.test(lead) ||
    /^\s*\(\s*(?:approximately|equivalent to|or)\s*$/i.test(lead)
  );
}

function unadjusted(key: string): string {
  return key.replace(/^adjusted /, "");
}
