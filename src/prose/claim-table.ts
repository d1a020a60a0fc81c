/** Claims as figures of a table named "text": a row for each subject of a sentence, a column for each period and currency. */
import { type Decimal, decimal, exactNumber } from "../money/decimal.ts";
import type { Place } from "../read/document.ts";
import { periodName } from "../tables/header.ts";
import {
  type Column,
  type Figure,
  type Period,
  periodKey,
  type Row,
  type Table,
  type Unit,
  type Wording,
} from "../tables/table.ts";

export interface Printed {
  readonly raw: string;
  readonly place: Place;
  readonly value: Decimal;
  readonly unit: Unit;
  readonly scale: number;
  readonly period: Period | null;
  readonly currency: string | null;
  readonly wording: Wording;
}

export class ClaimTable {
  private readonly columns: Column[] = [];
  private readonly byKey = new Map<string, Column>();
  private readonly rows: Row[] = [];
  private readonly table: Table;
  private next: number;

  /** `index` and `firstFigure` go on where those of the tables end. */
  constructor(index: number, firstFigure: number) {
    this.next = firstFigure;
    this.table = { index, title: "text", heading: [], line: 0, columns: this.columns, rows: this.rows };
  }

  /** A row for what a sentence says of one subject; figures are added to it one by one. */
  row(caption: string, line: number): Row {
    const row: Row = {
      index: this.rows.length,
      line,
      caption,
      kind: "item",
      section: [],
      unit: "currency",
      figures: [],
    };
    this.rows.push(row);
    return row;
  }

  add(row: Row, printed: Printed): Figure {
    const column = this.columnOf(printed.period, printed.currency);
    // Two numbers of one subject and period: each has its row.
    const own = row.figures[column.index] === undefined ? row : this.row(row.caption, row.line);
    const figure: Figure = {
      id: this.next++,
      raw: printed.raw,
      place: printed.place,
      value: printed.value,
      units: exactNumber(printed.value.coefficient),
      unit: printed.unit,
      scale: printed.scale,
      nil: false,
      damage: null,
      row: own,
      column,
      table: this.table,
      wording: printed.wording,
    };
    (own.figures as (Figure | undefined)[])[column.index] = figure;
    return figure;
  }

  private columnOf(period: Period | null, currency: string | null): Column {
    const key = `${periodKey(period)} ${currency}`;
    const found = this.byKey.get(key);
    if (found) return found;
    const column: Column = {
      index: this.columns.length,
      label: [period ? periodName(period) : null, currency].filter((part) => part !== null).join(" "),
      period,
      currency,
      role: "amount",
      scale: 0,
    };
    this.columns.push(column);
    this.byKey.set(key, column);
    return column;
  }
}

/** A word of direction as a figure: 1 for a rise, -1 for a fall. */
export function directionValue(up: boolean): Decimal {
  return decimal(up ? 1n : -1n);
}
