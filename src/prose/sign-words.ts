/** The word of a sentence that gives a number its sign. */
import type { SignWord } from "../tables/table.ts";
import type { Spoken, Statement } from "./statement.ts";
import { hasSign } from "./subject.ts";

const ofCash = /\b(?:cash|flows?)\b/i;

/** Of an amount whose line can be either: what the words say it is. null where they leave it open. */
export function wordOfAmount({ subject, key }: Statement, { tone }: Spoken): SignWord | null {
  if (!hasSign(key) || (tone !== "loss" && tone !== "gain")) return null;
  const [gain, loss] = ofCash.test(subject) ? ["provided", "used"] : [gainIn(subject), "loss"];
  return tone === "loss" ? { said: loss, opposite: gain } : { said: gain, opposite: loss };
}

function gainIn(subject: string): string {
  return /\b(profit|earnings)\b/i.exec(subject)?.[1]?.toLowerCase() ?? "income";
}

export function wordOfChange({ direction }: Spoken): SignWord | null {
  if (direction === null) return null;
  return direction === "down"
    ? { said: "decrease", opposite: "increase" }
    : { said: "increase", opposite: "decrease" };
}
