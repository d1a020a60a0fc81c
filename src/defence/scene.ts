/** What a reading may look at: the filing, and everything that was tried in it. Each index is made at its first use. */
import { abs, toPlain, type Decimal } from "../money/decimal.ts";
import { type Calendar, readCalendar } from "../prose/calendar.ts";
import type { Claim } from "../prose/claim.ts";
import { proseOf } from "../prose/claims.ts";
import { type Passage, readPassages } from "../prose/passage.ts";
import type { Status } from "../report/report.ts";
import type { Readings } from "../relations/evaluate.ts";
import type { Relation } from "../relations/relation.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure, Table } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";

export class Scene {
  readonly filing: Filing;
  readonly judged: readonly Judged[];
  /** Values that stand in for damaged cells. */
  readonly readings: Readings;
  private byFigure: ReadonlyMap<number, readonly Judged[]> | null = null;
  private byPattern: ReadonlyMap<string, readonly Judged[]> | null = null;
  private byTable: ReadonlyMap<number, readonly Judged[]> | null = null;
  private share: number | null = null;
  private byNumber: ReadonlyMap<Figure, Claim> | null = null;
  private inText: readonly Figure[] | null = null;
  private byValue: ReadonlyMap<string, readonly Figure[]> | null = null;
  private titles: readonly Passage[] | null = null;
  private periods: Calendar | null = null;

  constructor(filing: Filing, judged: readonly Judged[], readings: Readings) {
    this.filing = filing;
    this.judged = judged;
    this.readings = readings;
  }

  /** All relations that the figure takes part in. */
  touching(figure: Figure): readonly Judged[] {
    this.byFigure ??= grouped(this.judged, ({ relation }) =>
      [relation.result, ...relation.terms].map(({ id }) => id),
    );
    return this.byFigure.get(figure.id) ?? [];
  }

  /** The same equation in other columns or rows, and itself. */
  siblings(relation: Relation): readonly Judged[] {
    this.byPattern ??= grouped(this.judged, (item) => [patternKey(item.relation)]);
    return this.byPattern.get(patternKey(relation)) ?? [];
  }

  /** All that was tried with a result in the table; sentences of one section are a table, too. */
  of(table: Table): readonly Judged[] {
    this.byTable ??= grouped(this.judged, ({ relation }) => [relation.result.table.index]);
    return this.byTable.get(table.index) ?? [];
  }

  /**
   * The share of the figures that take part in no relation that ties, from 0 to 1. What a break accuses is not counted:
   * in a short extract that would be half of it.
   */
  get untied(): number {
    this.share ??= this.shareUntied();
    return this.share;
  }

  private shareUntied(): number {
    const printed = [...this.filing.figures, ...this.said].filter(
      ({ nil, damage, row }) => !nil && damage === null && row.kind !== "ghost",
    );
    const touched = (figure: Figure, by: Status): boolean =>
      this.touching(figure).some(({ status }) => status === by);
    const tied = printed.filter((figure) => touched(figure, "pass")).length;
    const accused = printed.filter((figure) => touched(figure, "fail") && !touched(figure, "pass")).length;
    const rest = printed.length - accused;
    // Where nothing ties, nothing shows that the filing was read. A few figures that all tie do not show that next to
    // nothing is misread: half a figure more is taken to be untied than was seen (the estimate of Jeffreys).
    return tied === 0 ? 1 : (rest - tied + 0.5) / (rest + 1);
  }

  /** The numbers of all sentences. */
  get said(): readonly Figure[] {
    this.inText ??= [...this.claims.keys()];
    return this.inText;
  }

  /** What a sentence says with this number of it. */
  claimOf(figure: Figure): Claim | undefined {
    return figure.wording ? this.claims.get(figure) : undefined;
  }

  private get claims(): ReadonlyMap<Figure, Claim> {
    this.byNumber ??= new Map(
      proseOf(this.filing).sections.flatMap(({ claims }) => claims.map((claim) => [claim.figure, claim])),
    );
    return this.byNumber;
  }

  /** What words about periods are read by. */
  get calendar(): Calendar {
    this.periods ??= readCalendar(this.filing.tables, []);
    return this.periods;
  }

  /** The headings above the number of a sentence, the nearest first. */
  headingsAbove({ place }: Figure): readonly string[] {
    this.titles ??= readPassages(this.filing.document).filter(({ isHeading }) => isHeading);
    const next = this.titles.findIndex(({ parts: [at] }) => at !== undefined && isBehind(at, place));
    const above = this.titles.slice(0, next < 0 ? undefined : next);
    return above
      .slice(-mostHeadings)
      .reverse()
      .map(({ text }) => text);
  }

  /** Figures of tables that print this amount, whatever their sign. */
  printed(value: Decimal): readonly Figure[] {
    this.byValue ??= grouped(
      this.filing.figures.filter((figure) => !figure.nil && figure.damage === null),
      (figure) => [toPlain(abs(figure.value))],
    );
    return this.byValue.get(toPlain(abs(value))) ?? [];
  }
}

/** What stands further above says nothing of a sentence. */
const mostHeadings = 100;

interface At {
  readonly line: number;
  readonly column: number;
}

function isBehind(a: At, b: At): boolean {
  return a.line > b.line || (a.line === b.line && a.column > b.column);
}

function patternKey({ rule, pattern }: Relation): string {
  return `${rule} ${pattern}`;
}

function grouped<Key, Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const own = groups.get(key);
      if (own) own.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
