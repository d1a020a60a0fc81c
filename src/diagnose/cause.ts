/** What diagnosis answers. */
import type { Decimal } from "../money/decimal.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";

export interface Fix {
  readonly figure: Figure;
  readonly value: Decimal;
  /** Failing relations that the change settles. */
  readonly settles: readonly Judged[];
  /** Powers of ten by which it is likelier than another change that settles as much. */
  readonly likelihood: number;
}

export interface Cause {
  /** The failing relations, first the one to show. */
  readonly failing: readonly Judged[];
  /** Cells that explain all of them, each alone; several when they do so equally well. */
  readonly suspects: readonly Fix[];
  /** A whole row is missing or printed twice. */
  readonly row: RowCause | null;
}

export interface RowCause {
  readonly slip: "row-dropped" | "row-doubled";
  /** What the missing line would say, or what the doubled line says, by column; with the failing relation. */
  readonly amounts: readonly { readonly judged: Judged; readonly value: Decimal }[];
  readonly doubled: readonly Figure[];
}
