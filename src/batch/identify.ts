/** What a filing is, without checking it: whose, and of which periods. */
import type { PolicyData } from "../config/policy.ts";
import { policyOf } from "../config/policy.ts";
import { machineIo } from "../io.ts";
import { Unreadable } from "../read/document.ts";
import { read } from "../read/read.ts";
import { understand } from "../statements/filing.ts";
import { periodKey } from "../tables/table.ts";
import type { Identity } from "./link.ts";

/** Periods with fewer figures than a quarter of the most printed one are those of notes: maturities, plans. */
const share = 4;

/** Null for what is not a filing. */
export async function identify(
  bytes: Uint8Array,
  path: string,
  policy: PolicyData | null,
): Promise<Identity | null> {
  const captions = policy === null ? undefined : (await policyOf(policy, machineIo())).captions;
  try {
    const { issuer, figures } = understand(await read(bytes, path), null, captions);
    const counts = new Map<string, number>();
    for (const { column } of figures) {
      const period = periodKey(column.period);
      if (period !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
    }
    const most = Math.max(0, ...counts.values());
    const periods = [...counts].filter(([, count]) => count * share >= most).map(([period]) => period);
    return { path, issuer, periods };
  } catch (error) {
    // The check says why.
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
