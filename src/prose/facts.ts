/** The figures of the tables by what they are of: where a sentence's figure is looked up. */
import { abs, compare, sign } from "../money/decimal.ts";
import {
  type Figure,
  type Period,
  periodKey,
  readable,
  type Row,
  type Table,
  type Unit,
} from "../tables/table.ts";
import { captionKeys, hasSign, toneOf, type Tone } from "./subject.ts";

export interface Fact {
  readonly figure: Figure;
  readonly row: Row;
  /** How the row's sign is to be read. */
  readonly convention: Convention;
}

/** as-printed: negative is a loss · reversed: positive is a loss · magnitude: the sign says nothing. */
export type Convention = "as-printed" | "reversed" | "magnitude";

export interface Lookup {
  readonly fact: Fact | null;
  /** Why there is none. */
  readonly reason: string;
}

export const noLine = "no table has a line of that name";
export const partOfLine = "the words before that name limit it to a part of the line";
export const noPeriod = "no table prints that line for the period";

/** Statements of a part of the group, or of companies it holds shares in (Regulation S-X, 4-08(g), 12-04, 13-01). */
const others =
  /\bsummari[sz]ed\b|\bguarantors?\b|\bobligors?\b|\bparent[- ](?:company|only)\b|\binvestees?\b|\bfinancial information of (?:the )?(?:registrant|parent)\b/i;

/** Sentences that say nothing else speak of the group. */
function isOfOthers({ title, heading }: Table): boolean {
  return others.test(title) || heading.some((line) => others.test(line));
}

export class Facts {
  private readonly rows = new Map<string, Row[]>();
  private readonly firstWords = new Set<string>();
  private readonly lastWords = new Set<string>();
  private readonly known = new Map<string, readonly (readonly Fact[])[]>();

  constructor(tables: readonly Table[]) {
    for (const table of tables) {
      if (isOfOthers(table)) continue;
      for (const row of table.rows) {
        if (row.kind !== "item") continue;
        this.learnWords(row.caption);
        for (const key of captionKeys(row.caption, row.section)) {
          const own = this.rows.get(key);
          if (own) own.push(row);
          else this.rows.set(key, [row]);
        }
      }
    }
  }

  /** Also those that a caption of several words is shortened to: "Total net sales" begins with any of the three. */
  private learnWords(caption: string): void {
    const words = caption.toLowerCase().match(/[a-z]+/g) ?? [];
    for (const word of words) {
      this.firstWords.add(word);
      this.lastWords.add(singular(word));
    }
  }

  begins(word: string): boolean {
    return this.firstWords.has(word);
  }

  ends(word: string): boolean {
    return this.lastWords.has(singular(word));
  }

  has(key: string): boolean {
    return this.rowsOf(key).length > 0;
  }

  private rowsOf(key: string): readonly Row[] {
    const found = this.rows.get(key) ?? this.sameLine(key);
    if (found) return found;
    // A share's loss that is one for basic and diluted may stand in two rows, and the other way round.
    if (!/ per (?:share|ads)$/.test(key)) return [];
    const [, measure = "", kinds = "", unit = ""] = /^(.*?)((?: basic| diluted)*)( per \w+)$/.exec(key) ?? [];
    const named = kinds.trim().split(" ");
    if (named.length === 2) {
      const rows = named.flatMap((kind) => this.rows.get(`${measure} ${kind}${unit}`) ?? []);
      return rows;
    }
    return this.rows.get(`${measure} basic diluted${unit}`) ?? [];
  }

  /** "Research and development" are expenses, "Total allowance" is the allowance, where no other line is. */
  private sameLine(key: string): Row[] | undefined {
    if (key === "" || /^[A-Z]|\bper (?:share|ads)$/.test(key)) return undefined;
    const short = key.replace(/^total | expense$/, "");
    return short === key
      ? (this.rows.get(`${key} expense`) ?? this.rows.get(`total ${key}`))
      : this.rows.get(short);
  }

  /** The figures of each line of that name, in whatever column. */
  lines(key: string): readonly (readonly Fact[])[] {
    const known = this.known.get(key);
    if (known) return known;
    const rows = / per (?:share|ads)$/.test(key) ? this.perShareRows(key) : this.rowsOf(key);
    const lines = rows.map((row) => {
      const read = convention(row, key);
      return row.figures.flatMap((figure): Fact[] =>
        readable(figure) && !figure.nil && figure.column.role !== "change" && figure.column.role !== "note"
          ? [{ figure, row, convention: read }]
          : [],
      );
    });
    this.known.set(key, lines);
    return lines;
  }

  /** What a share earns goes by many names; which kind of share, the words or the amounts tell. */
  private perShareRows(key: string): readonly Row[] {
    const wanted = perShareParts(key);
    const own = this.rowsOf(key);
    if (!wanted) return own;
    const rows = new Set(own);
    for (const [other, found] of this.rows) {
      if (!other.endsWith(wanted.unit)) continue;
      const parts = perShareParts(other);
      if (!parts || parts.measure !== wanted.measure || parts.unit !== wanted.unit) continue;
      if (wanted.kind !== "" && parts.kind !== "" && !parts.kind.includes(wanted.kind)) continue;
      for (const row of found) rows.add(row);
    }
    return [...rows];
  }

  /** The one figure of that subject, period and currency; several must say the same. */
  find(key: string, unit: Unit, period: Period, currency: string | null): Lookup {
    const rows = this.rowsOf(key);
    if (rows.length === 0) return { fact: null, reason: noLine };
    const found = rows.flatMap((row) =>
      row.figures.filter(
        (figure): figure is Figure =>
          figure !== undefined &&
          figure.unit === unit &&
          figure.column.role !== "change" &&
          figure.column.role !== "note" &&
          (unit === "percent" || currency === null || figure.column.currency === currency),
      ),
    );
    const wanted = periodKey(period);
    let here = found.filter((figure) => periodKey(figure.column.period) === wanted);
    if (here.length === 0 && period.kind === "duration") {
      here = found.filter(
        (figure) => figure.column.period?.kind === "instant" && figure.column.period.end === period.end,
      );
    }
    const [first] = here;
    if (!first) return { fact: null, reason: noPeriod };
    if (!here.every(readable)) return { fact: null, reason: "the figure in the table cannot be read" };
    if (here.some((other) => compare(abs(other.value), abs(first.value)) !== 0)) {
      return { fact: null, reason: "several lines of that name print different figures" };
    }
    return { fact: { figure: first, row: first.row, convention: convention(first.row, key) }, reason: "" };
  }
}

interface PerShareName {
  readonly measure: string;
  readonly kind: string;
  readonly unit: string;
}

/** "net result per share diluted" and "result diluted per share" are one. */
function perShareParts(key: string): PerShareName | null {
  const [, measure = "", kind = "", unit = ""] =
    /^(.*?)((?: ?\b(?:basic|diluted))*) (per (?:share|ads))$/.exec(key) ?? [];
  if (unit === "") return null;
  return { measure: measure.replace(/\bnet (?=result\b)/, "").trim(), kind: kind.trim(), unit };
}

function singular(word: string): string {
  return word.replace(/s$/, "");
}

function convention(row: Row, key: string): Convention {
  if (!hasSign(key)) return "magnitude";
  const tone: Tone = toneOf(`${row.section.at(-1) ?? ""} ${row.caption}`);
  if (tone === "reversed") return "magnitude";
  const own = toneOf(row.caption);
  const signs = row.figures.flatMap((figure) =>
    readable(figure) && !figure.nil ? [sign(figure.value)] : [],
  );
  // Income that stands in brackets in every column stands in a list of expenses; a named result that does is one gone wrong.
  if (own === "gain" && !/^[A-Z]/.test(key) && signs.every((s) => s <= 0)) return "magnitude";
  if (own !== "loss" && tone !== "loss") return "as-printed";
  return signs.every((s) => s >= 0) ? "reversed" : "as-printed";
}
