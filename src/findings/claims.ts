/** The claims of a filing as the report counts and lists them. */
import { saidLine, saidPlace, spotOf } from "../read/document.ts";
import { proseOf } from "../prose/claims.ts";
import type { Claim } from "../prose/claim.ts";
import type { Skipped } from "../report/report.ts";
import type { Collected } from "../rules/collect.ts";
import type { Filing } from "../statements/filing.ts";
import type { Judged } from "../verdict/judge.ts";
import { columnName, lineName, shownAs } from "./words.ts";

const rule = "prose";

/** Every number that a sentence says something of. */
export function claimsRead(filing: Filing): readonly Claim[] {
  return proseOf(filing).sections.flatMap((section) => section.claims);
}

/** Claims that no relation was tried with, and why; none where sentences were not asked about. */
export function claimsSkipped(
  claims: readonly Claim[],
  { asked }: Collected,
  judged: readonly Judged[],
): Skipped[] {
  if (!asked.includes(rule)) return [];
  const tried = new Set<number>();
  for (const { relation } of judged) {
    if (relation.rule !== rule) continue;
    for (const figure of [relation.result, ...relation.terms]) tried.add(figure.id);
  }
  return claims
    .filter(({ figure }) => !tried.has(figure.id))
    .map(({ figure, subject, reason }): Skipped => {
      const where = [subject === "" ? "" : lineName(figure), columnName(figure)].filter(
        (part) => part !== "",
      );
      const { line, column } = figure.place;
      const why = reason || "no printed figures were found to recompute it from";
      return {
        rule,
        reason: `${[...where, shownAs(figure)].join(", ")} (${spotOf(line, column) ?? `${saidLine(line)}:${column}`}): ${why}`,
        about: {
          line: subject === "" ? "" : lineName(figure),
          column: columnName(figure),
          printed: shownAs(figure),
          where: saidPlace(line, column),
          why,
        },
      };
    });
}
