/**
 * Balance sheets that print their totals under a rule line and without a caption: what stands last before
 * the liabilities is the total of the assets, what stands last behind equity is that of both others.
 */
import type { Row, Table } from "../tables/table.ts";
import type { Concept } from "./concepts.ts";

const title = /\bbalance sheets?\b|\bfinancial (?:position|condition)\b|\bstatements? of condition\b/i;
const notAFace =
  /\bnotes? to\b|\bselected\b|\bsupplement|\breconciliation|\bcondensed financial information of\b/i;

/** The named concepts of a table, with those of its totals that have no caption. */
export function withUnnamedTotals(table: Table, named: ReadonlyMap<Concept, Row>): ReadonlyMap<Concept, Row> {
  const isTitled = table.heading.some((line) => title.test(line) && !notAFace.test(line));
  if (!isTitled || !table.rows.some(({ kind }) => kind === "bare")) return named;
  const found = new Map(named);
  const liabilities = table.rows.findIndex(({ caption }) => /\bliabilit/i.test(caption));
  const assets = table.rows.slice(0, liabilities < 0 ? undefined : liabilities);
  const last = lastAmount(assets);
  if (last?.kind === "bare" && !named.has("Assets") && isOfAll(last, assets, named.get("AssetsCurrent"))) {
    found.set("Assets", last);
  }
  const equity =
    named.get("StockholdersEquityIncludingNoncontrollingInterest") ?? named.get("StockholdersEquity");
  const end = lastAmount(table.rows);
  if (
    equity &&
    end?.kind === "bare" &&
    end.index > equity.index &&
    !named.has("LiabilitiesAndStockholdersEquity")
  ) {
    found.set("LiabilitiesAndStockholdersEquity", end);
  }
  return found;
}

/** Behind total current assets, or under "Assets" where none are called current: else it may be that of a section. */
function isOfAll({ index }: Row, rows: readonly Row[], current: Row | undefined): boolean {
  if (current) return index > current.index;
  return (
    rows.some(({ caption }) => /^assets\b/i.test(caption)) &&
    !rows.some(({ caption }) => /\bcurrent assets\b/i.test(caption))
  );
}

function lastAmount(rows: readonly Row[]): Row | undefined {
  return rows.findLast(({ kind, unit }) => (kind === "item" || kind === "bare") && unit === "currency");
}
