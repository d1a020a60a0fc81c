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
export const noPeriod = "no table prints that line for the period";

export class Facts {
  private readonly rows = new Map<string, Row[]>();

  constructor(tables: readonly Table[]) {
    for (const table of tables) {
      for (const row of table.rows) {
        if (row.kind !== "item") continue;
        for (const key of captionKeys(row.caption, row.section)) {
          const own = this.rows.get(key);
          if (own) own.push(row);
          else this.rows.set(key, [row]);
        }
      }
    }
  }

  has(key: string): boolean {
    return this.rowsOf(key).length > 0;
  }

  private rowsOf(key: string): readonly Row[] {
    const found = this.rows.get(key);
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
    if (!here.every(readable)) return { fact: null, reason: "the table's figure cannot be read" };
    if (here.some((other) => compare(abs(other.value), abs(first.value)) !== 0)) {
      return { fact: null, reason: "several lines of that name differ" };
    }
    return { fact: { figure: first, row: first.row, convention: convention(first.row, key) }, reason: "" };
  }
}

function convention(row: Row, key: string): Convention {
  if (!hasSign(key)) return "magnitude";
  const tone: Tone = toneOf(`${row.section.at(-1) ?? ""} ${row.caption}`);
  if (tone === "reversed") return "magnitude";
  const own = toneOf(row.caption);
  if (own !== "loss" && tone !== "loss") return "as-printed";
  const signs = row.figures.flatMap((figure) =>
    readable(figure) && !figure.nil ? [sign(figure.value)] : [],
  );
  return signs.every((s) => s >= 0) ? "reversed" : "as-printed";
}
