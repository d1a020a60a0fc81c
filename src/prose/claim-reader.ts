/** Sentences of a section -> claims, each number with its place, and the figure of a table that it repeats. */
import { append } from "../lists.ts";
import { abs, negate, sign } from "../money/decimal.ts";
import type { Filing } from "../statements/filing.ts";
import type { Period, Row, Unit } from "../tables/table.ts";
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
import { agrees } from "./repeat.ts";
import { inThousands, isScaleUnsure } from "./scale.ts";
import { ratiosOf } from "./ratios.ts";
import { type Settled, settle } from "./settle.ts";
import { datedBeside, standingOf } from "./standing.ts";
import { nowOf, type Spoken, type Statement } from "./statement.ts";
import type { Setting } from "./when.ts";

interface Section {
  readonly claims: Claim[];
  readonly changes: ChangeClaim[];
  readonly translated: Translated[];
  readonly shares: ShareClaim[];
  readonly margins: MarginClaim[];
  readonly lists: ListClaim[];
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
    for (const sentence of sentencesOf(passage)) {
      const told = new Map<Spoken, Claim>();
      for (const statement of readSentence(sentence.text, setting, this.facts)) {
        const support = statement.numbers.flatMap((spoken) => datedBeside(spoken, told));
        for (const [spoken, claim] of this.takeStatement(sentence, statement, support))
          told.set(spoken, claim);
      }
      this.takeList(sentence, told, setting);
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
    for (const spoken of statement.numbers) {
      const claim =
        spoken.said === "change" || spoken.said === "share"
          ? this.rateClaim(
              sentence,
              statement,
              spoken,
              spoken.said === "share" ? shareRow : changeRow,
              settled,
            )
          : this.amountClaim(sentence, statement, spoken, row, claims.get(spoken.of ?? spoken), settled);
      claims.set(spoken, claim);
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

  private amountClaim(
    sentence: Sentence,
    statement: Statement,
    spoken: Spoken,
    row: Row,
    original: Claim | undefined,
    settled: Settled | null,
  ): Claim {
    const { mention } = spoken;
    const unit = unitOf(statement, spoken);
    const currency =
      unit === "currency" || unit === "per-share" ? (mention.currency ?? this.reporting) : null;
    const loss = spoken.tone === "loss" && unit !== "count" && unit !== "shares";
    const value = loss ? negate(abs(mention.value)) : mention.value;
    let period = spoken.period;
    let reason = spoken.reason;
    let fact: Fact | null = null;
    if (statement.key === "") reason ||= "it is not certain what the sentence speaks of";
    if (statement.partial) reason ||= partOfLine;
    const tentative = reason !== "" && spoken.said === "comparison" && !period && this.compared !== null;
    if (statement.key !== "" && (reason === "" || tentative)) {
      const wanted = period ?? this.compared;
      const found = wanted
        ? this.facts.find(statement.key, unit, wanted, currency)
        : { fact: null, reason: "no heading or sentence names its period" };
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
    const own = settled?.amounts.get(spoken);
    const told = fact;
    const isTold = fact !== null;
    if (own) {
      fact = own;
      reason = "";
      period = own.figure.column.period ?? period;
    }
    const shift = inThousands(spoken, fact, original);
    if (fact && isScaleUnsure(spoken, shift, fact)) {
      fact = null;
      reason = "the table does not say in what its amounts are";
    }
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
      },
    });
    const standing = isTold || own ? standingOf(statement, spoken, settled, told) : "none";
    return {
      figure,
      subject: statement.subject,
      said: spoken.said,
      period,
      fact,
      reason,
      standing,
      dated: spoken.explicit,
    };
  }

  /** A change, or a share: what it is of another amount is told apart from it. */
  private rateClaim(
    sentence: Sentence,
    statement: Statement,
    spoken: Spoken,
    row: Row,
    settled: Settled | null,
  ): Claim {
    const { mention } = spoken;
    const period = settled?.changes.get(spoken)?.[0].figure.column.period ?? spoken.period;
    // "Decreased by -4.4%" says a fall twice; "increased by -4.4%" says what no table that rose can mean.
    const value = spoken.direction === "down" ? negate(abs(mention.value)) : mention.value;
    const figure = this.into.add(row, {
      ...printAt(sentence, mention),
      value,
      unit: mention.unit === "currency" ? "currency" : "percent",
      scale: mention.scale,
      period,
      currency: mention.unit === "currency" ? (mention.currency ?? this.reporting) : null,
      wording: {
        before: mention.before,
        after: mention.after,
        signInWords: spoken.said === "change" && sign(mention.value) >= 0,
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
    };
  }

  /** The subject's figure in the reporting currency, where the sentence itself does not print it. */
  private factAt(statement: Statement, spoken: Spoken, period: Period | null): Fact | null {
    if (statement.key === "" || statement.partial || spoken.reason !== "" || !period) return null;
    const { fact } = this.facts.find(statement.key, "currency", period, this.reporting);
    return fact && isScaleUnsure(spoken, 0, fact) && spoken.mention.unit === "currency" ? null : fact;
  }

  private takeList(sentence: Sentence, told: ReadonlyMap<Spoken, Claim>, setting: Setting): void {
    const list = listClaim(sentence, told, { setting, facts: this.facts, into: this.into });
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

function opposites(word: string, direction: "up" | "down"): { readonly up: string; readonly down: string } {
  return direction === "up" ? { up: word, down: "decreased" } : { up: "increased", down: word };
}
