/** Sentences of a section -> claims, each number with its place, and the figure of a table that it repeats. */
import { append, largest } from "../lists.ts";
import { abs, type Decimal, negate, sign } from "../money/decimal.ts";
import type { Filing } from "../statements/filing.ts";
import { type Period, periodKey, type Row, type SignWord, type Unit } from "../tables/table.ts";
import { before, type Calendar, yearsBefore } from "./calendar.ts";
import type {
  ChangeClaim,
  Claim,
  ListClaim,
  MarginClaim,
  ProseSection,
  ShareClaim,
  Translated,
} from "./claim.ts";
import { ClaimTable, directionValue } from "./claim-table.ts";
import { type Fact, Facts, partOfLine } from "./facts.ts";
import { readSentence } from "./grammar.ts";
import { type Passage, placeAt, printAt, type Sentence, sentencesOf } from "./passage.ts";
import { listClaim } from "./list-claims.ts";
import { quotientsOf } from "./quotients.ts";
import type { Mention } from "./mention.ts";
import { agrees } from "./repeat.ts";
import { changeInThousands, inThousands, isScaleUnsure } from "./scale.ts";
import { ratiosOf } from "./ratios.ts";
import { type Settled, settle } from "./settle.ts";
import { datedBeside, standingOf } from "./standing.ts";
import { wordOfAmount, wordOfChange } from "./sign-words.ts";
import { nowOf, type Said, type Spoken, type Statement } from "./statement.ts";
import type { Setting } from "./when.ts";

interface Section {
  readonly claims: Claim[];
  readonly changes: ChangeClaim[];
  readonly translated: Translated[];
  readonly shares: ShareClaim[];
  readonly margins: MarginClaim[];
  readonly lists: ListClaim[];
}

/** An amount as its sentence says it, before its scale is known. */
interface ReadAmount {
  readonly spoken: Spoken;
  readonly unit: Unit;
  readonly currency: string | null;
  readonly loss: boolean;
  readonly value: Decimal;
  readonly period: Period | null;
  readonly reason: string;
  readonly fact: Fact | null;
  /** The figure that the words alone lead to. */
  readonly told: Fact | null;
}

const emptySection = (): Section => ({
  claims: [],
  changes: [],
  translated: [],
  shares: [],
  margins: [],
  lists: [],
});

export class ClaimReader {
  private readonly sections: Section[] = [];
  private section = emptySection();
  private readonly calendar: Calendar;
  private readonly facts: Facts;
  private readonly into: ClaimTable;
  private readonly reporting: string | null;
  private sentences = 0;
  /** The last period that a comparison of the passage named. */
  private compared: Period | null = null;

  constructor({ tables, figures }: Filing, calendar: Calendar) {
    this.calendar = calendar;
    this.facts = new Facts(tables);
    this.into = new ClaimTable(tables.length, figures.length);
    this.reporting =
      tables.flatMap((table) => table.columns.map((column) => column.currency)).find((c) => c) ?? null;
  }

  startSection(): void {
    if (this.section.claims.length > 0) this.sections.push(this.section);
    this.section = emptySection();
  }

  done(): ProseSection[] {
    this.startSection();
    return this.sections;
  }

  take(passage: Passage, setting: Setting): void {
    this.compared = null;
    let { base } = setting;
    for (const sentence of sentencesOf(passage)) {
      this.sentences++;
      const told = new Map<Spoken, Claim>();
      const own = { ...setting, base };
      for (const statement of readSentence(sentence.text, own, this.facts)) {
        const support = statement.numbers.flatMap((spoken) => datedBeside(spoken, told));
        for (const [spoken, claim] of this.takeStatement(sentence, statement, support))
          told.set(spoken, claim);
      }
      this.takeList(sentence, told, own);
      base = periodOf([...told.keys()]) ?? base;
    }
  }

  private takeStatement(
    sentence: Sentence,
    statement: Statement,
    support: readonly Spoken[],
  ): ReadonlyMap<Spoken, Claim> {
    const { line } = placeAt(sentence.passage, sentence.at, sentence.at);
    const row = this.into.row(statement.subject || "(subject not certain)", line);
    const changeRow = this.into.row(`${row.caption}, change`, line);
    const shareRow = this.into.row(`${row.caption}, share`, line);
    const claims = new Map<Spoken, Claim>();
    const settled = settle(
      statement,
      this.facts,
      this.currencyOf(statement),
      (spoken) => unitOf(statement, spoken),
      support,
    );
    // A change is in the scale of the amounts between which it is told, so they come first.
    const amounts = statement.numbers
      .filter(({ said }) => !isRate(said))
      .map((spoken) => this.readAmount(statement, spoken, settled));
    const scale = commonScale(amounts);
    for (const read of amounts) {
      const { spoken, fact } = read;
      const shift =
        inThousands(spoken, fact, claims.get(spoken.of ?? spoken)) || (fact ? 0 : scaleOf(spoken, scale));
      claims.set(spoken, this.amountClaim(sentence, statement, read, row, shift, settled));
    }
    for (const spoken of statement.numbers.filter(({ said }) => isRate(said))) {
      const own = spoken.said === "share" ? shareRow : changeRow;
      const shift = this.shiftOfChange(statement, spoken, claims, settled);
      claims.set(spoken, this.rateClaim(sentence, statement, spoken, own, settled, shift));
    }
    for (const spoken of statement.numbers) {
      const claim = claims.get(spoken);
      if (!claim) continue;
      this.section.claims.push(claim);
      const original = spoken.said === "translation" && spoken.of ? claims.get(spoken.of) : undefined;
      if (original) this.section.translated.push({ claim, original });
      if (spoken.said === "comparison" && spoken.period) this.compared = spoken.period;
    }
    this.takeChanges(sentence, statement, claims, changeRow, settled);
    const { shares, margins } = quotientsOf(statement, claims, this.facts, this.reporting);
    append(this.section.shares, shares);
    const told = new Set(margins.map(({ claim }) => claim));
    const ratios = ratiosOf(statement, claims, this.facts, this.reporting);
    append(this.section.margins, margins);
    append(
      this.section.margins,
      ratios.filter(({ claim }) => !told.has(claim)),
    );
    return claims;
  }

  /** Of a bare mark the filing's own. */
  private currencyOf({ numbers }: Statement): string | null {
    const first = numbers.find(({ mention }) => mention.unit === "currency");
    return first?.mention.currency ?? this.reporting;
  }

  /** The table's figure that an amount repeats, by its words or by the numbers beside it. */
  private readAmount(statement: Statement, spoken: Spoken, settled: Settled | null): ReadAmount {
    const { mention } = spoken;
    const unit = unitOf(statement, spoken);
    const currency =
      unit === "currency" || unit === "per-share" ? (mention.currency ?? this.reporting) : null;
    const loss = spoken.tone === "loss" && unit !== "count" && unit !== "shares";
    const value = loss ? negate(abs(mention.value)) : mention.value;
    let period = spoken.period;
    let reason = spoken.reason;
    let fact: Fact | null = null;
    if (statement.key === "") reason ||= "it is not clear which line the number belongs to";
    if (statement.partial) reason ||= partOfLine;
    const tentative = reason !== "" && spoken.said === "comparison" && !period && this.compared !== null;
    if (statement.key !== "" && (reason === "" || tentative)) {
      const wanted = period ?? this.compared;
      const found = wanted
        ? this.facts.find(statement.key, unit, wanted, currency)
        : { fact: null, reason: "neither a heading nor the sentence says which period it is for" };
      if (!tentative) {
        fact = found.fact;
        reason = found.reason;
      } else if (found.fact && agrees(value, mention, found.fact)) {
        // The period goes without saying when the number is that period's.
        fact = found.fact;
        reason = "";
        period = wanted;
      }
    }
    const told = fact;
    const own = settled?.amounts.get(spoken);
    if (own) {
      fact = own;
      reason = "";
      period = own.figure.column.period ?? period;
    }
    return { spoken, unit, currency, loss, value, period, reason, fact, told };
  }

  private amountClaim(
    sentence: Sentence,
    statement: Statement,
    read: ReadAmount,
    row: Row,
    shift: number,
    settled: Settled | null,
  ): Claim {
    const { spoken, unit, currency, loss, value, period, told } = read;
    const { mention } = spoken;
    const isUnsure = read.fact !== null && isScaleUnsure(spoken, shift, read.fact);
    const fact = isUnsure ? null : read.fact;
    const reason = isUnsure ? "the table does not state the unit of its amounts" : read.reason;
    const figure = this.into.add(row, {
      ...printAt(sentence, mention),
      value: { coefficient: value.coefficient, exponent: value.exponent + shift },
      unit,
      scale: mention.scale + shift,
      period,
      currency,
      wording: {
        before: mention.before,
        after: mention.after,
        signInWords: loss && mention.value.coefficient >= 0n,
        ...signWord(wordOfAmount(statement, spoken), mention),
      },
    });
    const standing = read.fact ? standingOf(statement, spoken, settled, told) : "none";
    return {
      figure,
      subject: statement.subject,
      said: spoken.said,
      period,
      fact,
      reason,
      standing,
      dated: spoken.explicit,
      sentence: this.sentences,
    };
  }

  /** A change, or a share: what it is of another amount is told apart from it. */
  private rateClaim(
    sentence: Sentence,
    statement: Statement,
    spoken: Spoken,
    row: Row,
    settled: Settled | null,
    shift: number,
  ): Claim {
    const { mention } = spoken;
    const period = settled?.changes.get(spoken)?.[0].figure.column.period ?? spoken.period;
    // "Decreased by -4.4%" says a fall twice; "increased by -4.4%" says what no table that rose can mean.
    const value = spoken.direction === "down" ? negate(abs(mention.value)) : mention.value;
    const figure = this.into.add(row, {
      ...printAt(sentence, mention),
      value: { coefficient: value.coefficient, exponent: value.exponent + shift },
      unit: mention.unit === "currency" ? "currency" : "percent",
      scale: mention.scale + shift,
      period,
      currency: mention.unit === "currency" ? (mention.currency ?? this.reporting) : null,
      wording: {
        before: mention.before,
        after: mention.after,
        signInWords: spoken.said === "change" && sign(mention.value) >= 0,
        ...(spoken.said === "change" ? signWord(wordOfChange(spoken), mention) : {}),
      },
    });
    return {
      figure,
      subject: statement.subject,
      said: spoken.said,
      period,
      fact: null,
      reason: settled?.changes.has(spoken) ? "" : spoken.reason,
      standing: standingOf(statement, spoken, settled, null),
      dated: spoken.explicit,
      sentence: this.sentences,
    };
  }

  /** By how many powers of ten a change that names no scale is to be read up. */
  private shiftOfChange(
    statement: Statement,
    spoken: Spoken,
    claims: ReadonlyMap<Spoken, Claim>,
    settled: Settled | null,
  ): number {
    const { mention, said } = spoken;
    if (said !== "change" || mention.scaled || mention.unit !== "currency") return 0;
    const levels = statement.numbers.filter(
      (other) => !isRate(other.said) && other.mention.unit === "currency" && !other.mention.scaled,
    );
    if (levels.length > 0) return largest(levels.map((level) => claims.get(level)?.figure.scale ?? 0));
    const ends = settled?.changes.get(spoken) ?? [
      this.factAt(statement, spoken, spoken.period),
      this.factAt(statement, spoken, baseOf(this.calendar, spoken)),
    ];
    return changeInThousands(spoken, ends);
  }

  /** The subject's figure in the reporting currency, where the sentence itself does not print it. */
  private factAt(statement: Statement, spoken: Spoken, period: Period | null): Fact | null {
    if (statement.key === "" || statement.partial || spoken.reason !== "" || !period) return null;
    const { fact } = this.facts.find(statement.key, "currency", period, this.reporting);
    return fact && isScaleUnsure(spoken, 0, fact) && spoken.mention.unit === "currency" ? null : fact;
  }

  private takeList(sentence: Sentence, told: ReadonlyMap<Spoken, Claim>, setting: Setting): void {
    const list = listClaim(sentence, told, {
      setting,
      facts: this.facts,
      into: this.into,
      sentences: this.sentences,
    });
    if (!list) return;
    this.section.lists.push(list);
    for (const part of list.parts) if (part.said === "part") this.section.claims.push(part);
  }

  private takeChanges(
    sentence: Sentence,
    statement: Statement,
    claims: ReadonlyMap<Spoken, Claim>,
    row: Row,
    settled: Settled | null,
  ): void {
    const now = nowOf(statement);
    const loss = now?.tone === "loss" || statement.numbers.some((spoken) => spoken.tone === "loss");
    if (statement.key === "") return;
    for (const spoken of statement.numbers) {
      const claim = spoken.said === "change" ? claims.get(spoken) : undefined;
      if (!claim) continue;
      const base = (spoken.of && claims.get(spoken.of)) ?? null;
      // "Were $15 and $17 as of …, respectively, decreasing $2": the first is what it changed to.
      const first =
        spoken.of?.said === "figure" ? statement.numbers.find(({ said }) => said === "figure") : now;
      const nowClaim = (first && claims.get(first)) ?? null;
      const [nowFact, baseFact] = settled?.changes.get(spoken) ?? [
        nowClaim ? nowClaim.fact : this.factAt(statement, spoken, spoken.period),
        base ? base.fact : this.factAt(statement, spoken, baseOf(this.calendar, spoken)),
      ];
      this.section.changes.push({ claim, now: nowClaim, base, nowFact, baseFact, loss });
    }
    const { move } = statement;
    const from = statement.numbers.find((spoken) => spoken.said === "comparison");
    const base = from && claims.get(from);
    const nowClaim = now && claims.get(now);
    if (!move || !nowClaim || !base) return;
    const at = sentence.at + move.at;
    const figure = this.into.add(row, {
      raw: move.word,
      place: placeAt(sentence.passage, at, at + move.word.length),
      value: directionValue(move.direction === "up"),
      unit: "count",
      scale: 0,
      period: nowClaim.period,
      currency: null,
      wording: { before: "", after: "", signInWords: true, direction: opposites(move.word, move.direction) },
    });
    const claim: Claim = {
      figure,
      subject: statement.subject,
      said: "change",
      period: nowClaim.period,
      fact: null,
      reason: "",
      standing: "alone",
      dated: now?.explicit ?? false,
      sentence: this.sentences,
    };
    this.section.changes.push({
      claim,
      now: nowClaim,
      base,
      nowFact: nowClaim.fact,
      baseFact: base.fact,
      loss,
    });
  }
}

/** The period of which a sentence says that it speaks: what follows in its paragraph goes on about it. */
function periodOf(numbers: readonly Spoken[]): Period | null {
  const named = numbers.filter(({ said, explicit }) => said === "figure" && explicit);
  const [first] = named;
  const period = first?.period ?? null;
  if (period?.kind !== "duration") return null;
  return named.every((other) => periodKey(other.period) === periodKey(period)) ? period : null;
}

/** The scale that amounts of the statement which name none are found to be in. */
function commonScale(amounts: readonly ReadAmount[]): number {
  return largest(
    amounts.map(({ spoken, fact }) => inThousands(spoken, fact, undefined)),
    0,
  );
}

/** Amounts of one statement that name no scale are all in one. */
function scaleOf({ mention }: Spoken, common: number): number {
  return mention.scaled || mention.unit !== "currency" ? 0 : common;
}

function isRate(said: Said): boolean {
  return said === "change" || said === "share";
}

/** The period that a change without an amount is beside. */
function baseOf(calendar: Calendar, { period, basis }: Spoken): Period | null {
  if (!period || !basis) return null;
  return basis === "year" ? yearsBefore(calendar, period, 1) : before(calendar, period);
}

function unitOf(statement: Statement, { mention }: Spoken): Unit {
  if (mention.unit === "percent" || mention.unit === "points") return "percent";
  if (mention.unit === "count") return /\bshares?\b|\bADSs?\b/i.test(statement.subject) ? "shares" : "count";
  return / per (?:share|ads)$/.test(statement.key) ? "per-share" : "currency";
}

/** A printed minus says more than the word. */
function signWord(word: SignWord | null, { value }: Mention): { readonly signWord?: SignWord } {
  return word && sign(value) >= 0 ? { signWord: word } : {};
}

function opposites(word: string, direction: "up" | "down"): { readonly up: string; readonly down: string } {
  return direction === "up" ? { up: word, down: "decreased" } : { up: "increased", down: word };
}
