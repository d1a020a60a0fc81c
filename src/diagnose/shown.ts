import type { Judged } from "../verdict/judge.ts";
import type { Cause } from "./cause.ts";

/**
 * The relation that shows a cause best: of the suspect itself, else one down the suspect's own column. What
 * breaks in the earlier filing alone is not this filing's finding: then there is none.
 */
export function shownOf({ failing, suspects: [suspect] }: Cause): Judged | undefined {
  const own = failing.filter(({ relation }) => relation.result.table.path === undefined);
  const ofSuspect = own.filter(({ relation }) => relation.result.id === suspect?.figure.id);
  return (
    ofSuspect.find(({ relation }) => relation.form.kind === "linear") ??
    ofSuspect[0] ??
    own.find(({ relation }) =>
      [relation.result, ...relation.terms].every((figure) => figure.column === suspect?.figure.column),
    ) ??
    own[0]
  );
}
