/** One sentence -> statements: a subject, and what the sentence says of it number by number. */
import { type Period, periodKey } from "../tables/table.ts";
import { before, year, yearsBefore } from "./calendar.ts";
import { type Mention, mentionsIn } from "./mention.ts";
import {
  anotherMeasure,
  blank,
  doubt,
  nowOf,
  pairChanges,
  severalAtOnce,
  type Spoken,
  type Statement,
} from "./statement.ts";
import { isOfAmountBefore, wholeIn } from "./shares.ts";
import { subjectKey, toneOf } from "./subject.ts";
import { clauseOf } from "./subject-words.ts";
import { type Setting, whenAtStart, whensIn } from "./when.ts";
import * as words from "./words.ts";

export function readSentence(text: string, section: Setting): Statement[] {
  const mentions = mentionsIn(text);
  if (mentions.length === 0) return [];
  const opening = whenAtStart(
    text.replace(/^[\s"“·•-]+/, (lead) => " ".repeat(lead.length)),
    section,
  );
  const setting = opening?.period ? { ...section, base: opening.period } : section;
  return new Reader(text, mentions, setting, opening?.period ?? null).read();
}

class Reader {
  private readonly statements: Statement[] = [];
  private current: Statement = { subject: "", key: "", numbers: [], move: null };
  private last: Spoken | null = null;
  /** Statements that "respectively" has been read for. */
  private readonly distributed = new Set<Statement>();
  private readonly hedged: boolean;
  private readonly text: string;
  private readonly mentions: readonly Mention[];
  private readonly setting: Setting;
  private readonly opening: Period | null;

  constructor(text: string, mentions: readonly Mention[], setting: Setting, opening: Period | null) {
    this.text = text;
    this.mentions = mentions;
    this.setting = setting;
    this.opening = opening;
    this.hedged = words.outlook.test(text);
  }

  read(): Statement[] {
    let from = 0;
    for (const [i, mention] of this.mentions.entries()) {
      this.take(mention, this.text.slice(from, mention.at), from, i === 0);
      from = mention.end;
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

  private take(mention: Mention, lead: string, from: number, first: boolean): void {
    const { last } = this;
    if (last && mention.unit === "currency" && isTranslation(lead, mention, last.mention)) {
      this.put({
        ...blank(mention, "translation"),
        period: last.period,
        tone: last.tone,
        of: last,
        reason: last.reason,
      });
      return;
    }
    const skipped = last ? this.periodBehind(last, lead) : 0;
    let rest = lead.slice(skipped);
    const hedged = words.hedge.test(rest);
    rest = rest.replace(words.hedge, "");
    const clause = clauseOf(rest, first, this.setting);
    const sameVerb = clause.subject === undefined;
    if (clause.subject !== undefined) {
      this.current = { subject: clause.subject, key: subjectKey(clause.subject), numbers: [], move: null };
      this.last = null;
    }
    const spoken = this.classify(mention, rest, sameVerb);
    if (!spoken) {
      this.last = null;
      return;
    }
    if (hedged) spoken.reason = "the sentence gives it as approximate";
    if (this.hedged) spoken.reason = "the sentence speaks of what is expected";
    const move = words.moveCueIn(rest);
    if (move && spoken.said !== "change") {
      this.current.move = { ...move, at: from + skipped + move.at };
    }
    this.put(spoken);
  }

  private put(spoken: Spoken): void {
    if (this.current.numbers.length === 0) this.statements.push(this.current);
    this.current.numbers.push(spoken);
    if (spoken.said !== "translation") this.last = spoken;
  }

  private classify(mention: Mention, lead: string, sameVerb: boolean): Spoken | null {
    const { last } = this;
    const tone = toneOf(this.current.subject);
    if (mention.unit === "percent" && words.shareCue.test(lead)) {
      const part = sameVerb && isOfAmountBefore(lead) && last?.said === "figure" ? last : null;
      return { ...blank(mention, "share"), of: part };
    }
    if (mention.unit !== "count") {
      const change = words.changeCueIn(lead);
      if (change) {
        return { ...blank(mention, "change"), tone, direction: change.direction, basis: words.basisIn(lead) };
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
    if (words.toCue.test(lead) || words.amountCue.test(lead)) {
      if (/\bof\s*$/i.test(lead) && sameVerb) return null;
      return { ...blank(mention, "figure"), tone };
    }
    return null;
  }

  /** Whether words name the subject again, be it without "non-GAAP" or by its kind of result alone. */
  private isSame(named: string): boolean {
    const key = unadjusted(subjectKey(named));
    return key === unadjusted(this.current.key) || /^(?:income|loss|profit|earning|result)$/.test(key);
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
    const when = whenAtStart(text.slice(taken), this.setting);
    if (when) {
      const years = /^[\s,]*(?:and|,)/.test(text.slice(taken + when.end)) ? null : when;
      spoken.period = when.period;
      spoken.explicit = true;
      if (!when.period) spoken.reason ||= "the period it names is not certain";
      return years ? taken + when.end : taken + when.end;
    }
    const behind = text.slice(taken);
    if (words.narrowing.test(behind) && spoken.said !== "change" && !words.leadsToBase(behind)) {
      spoken.reason ||= "the sentence narrows what it is of";
    }
    return taken;
  }

  /** Periods that the sentence leaves to its heading, its opening words, or the number it goes with. */
  private datePeriods(statement: Statement): void {
    const { calendar, base } = this.setting;
    for (const spoken of statement.numbers) {
      if (spoken.said === "figure" && !spoken.explicit) {
        spoken.period = base;
        spoken.explicit = this.opening !== null;
        if (this.otherPeriod(base))
          spoken.reason ||= "the sentence names a period, but it is not certain of what";
        if (!base) spoken.reason ||= "no heading or sentence names its period";
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
        spoken.reason ||= "the period it is compared with is not named";
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
      // A period right behind a comparison, or behind its translation, is that comparison's.
      return !beside.some(
        (end) => when.at >= end && when.at - end < 40 && !/\d/.test(this.text.slice(end, when.at)),
      );
    });
  }

  /** "X and Y were A and B": each amount to its own subject, or to its own year. */
  private distribute(statement: Statement): Statement[] {
    const amounts = statement.numbers.filter((spoken) => spoken.said === "figure");
    if (amounts.length < 2) return [statement];
    if (statement.numbers.some((spoken) => spoken.said !== "figure" && spoken.said !== "translation")) {
      doubt(statement, severalAtOnce);
      return [statement];
    }
    const subjects = statement.subject.split(/\s*,\s+and\s+|\s+and\s+|\s*,\s+/);
    const behind = this.text.slice(amounts.at(-1)?.mention.end ?? 0);
    const years = [...behind.matchAll(/20\d\d/g)].map((match) => Number(match[0]));
    if (subjects.length === amounts.length && statement.subject !== "") {
      return amounts.map((amount, i) => {
        const subject = subjects[i] ?? "";
        const numbers = statement.numbers.filter((spoken) => spoken === amount || spoken.of === amount);
        const own: Statement = { subject, key: subjectKey(subject), numbers, move: null };
        this.distributed.add(own);
        return own;
      });
    }
    if (/\brespectively\b/i.test(behind) && years.length === amounts.length) {
      for (const [i, amount] of amounts.entries()) amount.period = year(this.setting.calendar, years[i] ?? 0);
      this.distributed.add(statement);
      return [statement];
    }
    for (const amount of amounts.slice(1)) amount.reason ||= "it is not certain which of the amounts it is";
    return [statement];
  }
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
