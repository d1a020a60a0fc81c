/** Tracked changes: which text stands, as if all changes were accepted or as it was before them. */

/** Which text of a document with tracked changes is read. */
export type Tracked = "accepted" | "original";

export const trackedNames: readonly Tracked[] = ["accepted", "original"];

const came = new Set(["ins", "moveTo", "cellIns"]);
const went = new Set(["del", "moveFrom", "cellDel"]);

/** Whether what an element of this name marks is not there. */
export function isAbsent(name: string, tracked: Tracked): boolean {
  return (tracked === "accepted" ? went : came).has(name);
}

/** Whether an element of this name marks a change. */
export function isChange(name: string): boolean {
  return came.has(name) || went.has(name);
}
