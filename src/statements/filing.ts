/** A filing as the rules see it. */
import type { Misprint } from "../headings/restore.ts";
import type { Decimal } from "../money/decimal.ts";
import { parseDecimal } from "../money/decimal.ts";
import type { Document } from "../read/document.ts";
import { buildTables } from "../tables/build.ts";
import { type Sum } from "../tables/fit.ts";
import { patternsOf, withSiblings } from "../tables/siblings.ts";
import { findSums } from "../tables/sums.ts";
import type { Figure, Row, Table } from "../tables/table.ts";
import type { Concept } from "./concepts.ts";
import { readIssuer } from "./issuer.ts";
import { type Captions, nameRows } from "./named-rows.ts";
import { withUnnamedTotals } from "./unnamed-totals.ts";

/** The rate of a convenience translation as the text states it: `rate` units of `from` are one of `to`. */
export interface TranslationRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Decimal;
  readonly printed: string;
  readonly line: number;
}

export type StatementKind = "balance" | "income" | "cash-flow" | "other";

export interface Filing {
  readonly document: Document;
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  /** The first that the text states. */
  readonly rate: TranslationRate | null;
  /** All of them in order: a text may hold several filings, and a filing the rate of the year before. */
  readonly rates: readonly TranslationRate[];
  readonly issuer: string | null;
  /** Headers that were read as they are meant, not as they are printed. */
  readonly misprints: readonly Misprint[];
  /** An earlier filing of the same company, to check the comparatives against. */
  readonly prior: Filing | null;
  /** The concept of a row, or null. No two rows of a table share one, but for a chain that repeats a line. */
  conceptOf(row: Row): Concept | null;
  /** Whether the concept is that of the row's tags alone; its caption says nothing of it. */
  isNamedByTags(row: Row): boolean;
  /** The row of a table with a concept. */
  rowOf(table: Table, concept: Concept): Row | null;
  kindOf(table: Table): StatementKind;
  /** Sums found in a table. */
  sumsOf(table: Table): readonly Sum[];
}

const noCaptions: Captions = new Map();

export function understand(
  document: Document,
  prior: Filing | null = null,
  captions: Captions = noCaptions,
): Filing {
  return filingOf(document, prior, false, captions);
}

/** An earlier filing: its figures carry its path, and can stand beside those of the filing under check. */
export function understandPrior(document: Document, captions: Captions = noCaptions): Filing {
  return filingOf(document, null, true, captions);
}

function filingOf(document: Document, prior: Filing | null, isOther: boolean, captions: Captions): Filing {
  const { tables, figures } = buildTables(document, isOther);
  const concepts = new Map<Row, Concept>();
  const rows = new Map<Table, ReadonlyMap<Concept, Row>>();
  const byTags = new Set<Row>();
  for (const table of tables) {
    const named = nameRows(table, captions);
    const own = withUnnamedTotals(table, named.rows);
    rows.set(table, own);
    for (const [concept, row] of own) concepts.set(row, concept);
    for (const row of named.byTags) byTags.add(row);
  }
  const sums = new Map<Table, readonly Sum[]>();
  const findAll = (): void => {
    const own = tables.map((table) => [table, findSums(table)] as const);
    const patterns = patternsOf(own.flatMap(([, all]) => all));
    for (const [table, all] of own) sums.set(table, withSiblings(table, all, patterns));
  };
  const kinds = new Map(tables.map((table) => [table, kindOf(table, rows.get(table) ?? new Map())]));
  const rates = readRates(document);
  return {
    document,
    tables,
    figures,
    rate: rates[0] ?? null,
    rates,
    issuer: readIssuer(document),
    misprints: [],
    prior,
    conceptOf: (row) => concepts.get(row) ?? null,
    isNamedByTags: (row) => byTags.has(row),
    rowOf: (table, concept) => rows.get(table)?.get(concept) ?? null,
    kindOf: (table) => kinds.get(table) ?? "other",
    sumsOf(table) {
      if (sums.size === 0) findAll();
      return sums.get(table) ?? [];
    },
  };
}

/** What a title calls the statement; "notes to" and "selected" ones are not on the face. */
const titles: Readonly<Record<Exclude<StatementKind, "other">, RegExp>> = {
  balance: /\bbalance sheets?\b|\bfinancial (?:position|condition)\b|\bstatements? of condition\b/i,
  "cash-flow": /\bcash flows?\b/i,
  income:
    /\bstatements? of (?:\w+ ){0,3}(?:operations|income|earnings|comprehensive|profit|loss)\b|\b(?:income|profit (?:and|or) loss|operating|earnings) statements?\b|\bresults of operations\b/i,
};

/**
 * Which statement a table is, by the lines that only it has; where the title above it says so, fewer lines
 * will do.
 */
function kindOf(table: Table, concepts: ReadonlyMap<Concept, Row>): StatementKind {
  const count = (...names: Concept[]): number => names.filter((name) => concepts.has(name)).length;
  const titled = (kind: keyof typeof titles): number =>
    table.heading.some((line) => titles[kind].test(line) && !notAFace.test(line)) ? 1 : 0;
  if (count("Assets", "LiabilitiesAndStockholdersEquity") > 0) return "balance";
  const sections = count("AssetsCurrent", "LiabilitiesCurrent", "Liabilities", "StockholdersEquity");
  if (sections + titled("balance") >= 3) return "balance";
  const cash = count(
    "NetCashProvidedByUsedInOperatingActivities",
    "NetCashProvidedByUsedInInvestingActivities",
    "NetCashProvidedByUsedInFinancingActivities",
    "CashPeriodIncreaseDecrease",
  );
  if (cash + titled("cash-flow") >= 3) return "cash-flow";
  const results = count(
    "OperatingIncomeLoss",
    "IncomeLossBeforeIncomeTaxes",
    "ProfitLoss",
    "NetIncomeLoss",
    "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
  );
  const lines = count("Revenues", "CostOfRevenue", "GrossProfit", "IncomeTaxExpenseBenefit");
  const comprehensive = concepts.has("ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest") ? 1 : 0;
  if (results - comprehensive + lines >= 4) return "income";
  return titled("income") === 1 && results >= 1 && results + lines >= 2 ? "income" : "other";
}

const notAFace = /\bnotes? to\b|\bselected\b|\bsupplement|\breconciliation/i;

const codes: Readonly<Record<string, string>> = { RMB: "CNY", CNY: "CNY", HK$: "HKD", NT$: "TWD" };

/** "RMB7.2993 to US$1.00", "RMB7.0999 per US$1.00", "US$1.00 to RMB7.1". */
function readRates(document: Document): TranslationRate[] {
  const from = "(RMB|CNY|HK\\$|NT\\$)\\s?(\\d{1,3}\\.\\d{2,6})";
  const to = "(?:US\\$|U\\.S\\.\\$|USD)\\s?1(?:\\.0+)?";
  const forward = new RegExp(`${from}\\s*(?:to|per|=|for|:)\\s*${to}(?!\\d)`, "i");
  const backward = new RegExp(`${to}\\s*(?:to|=|for|:)\\s*${from}`, "i");
  const rates = new Map<string, TranslationRate>();
  for (const block of document.blocks) {
    if (block.kind !== "paragraph" || !/US/i.test(block.text)) continue;
    const text = block.text.replace(/\\/g, "");
    const match = forward.exec(text) ?? backward.exec(text);
    if (!match) continue;
    const [, mark = "", rate = ""] = match;
    const printed = `${mark}${rate}`;
    // "RMB0.00 to US$1.00" is a form that was not filled in.
    if (rates.has(printed) || !/[1-9]/.test(rate)) continue;
    rates.set(printed, {
      from: codes[mark.toUpperCase()] ?? mark,
      to: "USD",
      rate: parseDecimal(rate),
      printed,
      line: block.line,
    });
  }
  return [...rates.values()];
}

/** The rate that the text has stated last where it comes to a line. */
export function rateAt(rates: readonly TranslationRate[], line: number): TranslationRate | null {
  return rates.findLast((rate) => rate.line <= line) ?? rates[0] ?? null;
}
