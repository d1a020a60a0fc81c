/** Which filing of an archive is the earlier one that another's comparatives come from. Pure. */

export interface Identity {
  readonly path: string;
  readonly issuer: string | null;
  /** "2023-01-01/2023-12-31" or "2023-12-31": those that the filing is about. */
  readonly periods: readonly string[];
}

/** Forms of companies, which one filing spells out and the next does not. */
const forms = /\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|plc|llc|lp|sa|nv|ag|se|the)\b/g;

/** The name of an issuer as filings may print it: without its legal form, case and punctuation. */
export function issuerKey(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.'’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const key = plain.replace(forms, " ").replace(/\s+/g, " ").trim();
  // A company may be called "The Company Limited".
  return key === "" ? plain.trim() : key;
}

/** The last day that the filing reports on. */
function lastDay(periods: readonly string[]): string {
  return periods.reduce((last, period) => {
    const end = period.split("/").at(-1) ?? "";
    return end > last ? end : last;
  }, "");
}

/**
 * The predecessor of each filing that has one, by path: a filing of the same issuer that ends earlier and
 * reports on a period in common, the one with the most of these, then the latest.
 */
export function linkPriors(filings: readonly Identity[]): ReadonlyMap<string, string> {
  const byIssuer = new Map<string, Identity[]>();
  for (const filing of filings) {
    if (filing.issuer === null || filing.periods.length === 0) continue;
    const key = issuerKey(filing.issuer);
    const group = byIssuer.get(key);
    if (group) group.push(filing);
    else byIssuer.set(key, [filing]);
  }
  const priors = new Map<string, string>();
  for (const group of byIssuer.values()) {
    const known = group.map((filing) => ({ filing, end: lastDay(filing.periods) }));
    for (const { filing, end } of known) {
      const periods = new Set(filing.periods);
      let best: { path: string; shared: number; end: string } | null = null;
      for (const earlier of known) {
        if (earlier.end >= end) continue;
        const shared = earlier.filing.periods.filter((period) => periods.has(period)).length;
        if (shared === 0) continue;
        const isBetter =
          best === null || shared > best.shared || (shared === best.shared && earlier.end > best.end);
        if (isBetter) best = { path: earlier.filing.path, shared, end: earlier.end };
      }
      if (best) priors.set(filing.path, best.path);
    }
  }
  return priors;
}

/** A line of a mapping: whose a file is where the text does not say it, or says it in different ways. */
export function parseIssuers(text: string): ReadonlyMap<string, string> | { readonly badLine: number } {
  const issuers = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const entry = line.startsWith("{")
      ? entryOf(line)
      : line.split(line.includes("\t") ? "\t" : /,(?=[^,]*$)/);
    const [path = "", issuer = ""] = entry.map((part) => part.trim());
    if (path === "" || issuer === "" || entry.length !== 2) return { badLine: index + 1 };
    issuers.set(path.replace(/^(?:\.\/+)+/, ""), issuer);
  }
  return issuers;
}

function entryOf(line: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || !("path" in value) || !("issuer" in value)) return [];
    const { path, issuer } = value;
    return typeof path === "string" && typeof issuer === "string" ? [path, issuer] : [];
  } catch {
    // Named with its line by the caller.
    return [];
  }
}
