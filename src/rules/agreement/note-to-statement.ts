import { defineRule } from "../rule.ts";
import { computedSentences } from "./computed-sentences.ts";
import { depositaryShares } from "./depositary-shares.ts";
import { notedLines } from "./noted-lines.ts";

const name = "note-to-statement";

export const noteToStatement = defineRule({
  name,
  summary: "What the notes and the text take from the face of the statements agrees with it",
  why: "A note explains a line of the statements; one with another total explains something else.",
  fix: "Compare the note or the sentence with the line of the statement it refers to, and correct the one that was not updated.",
  source: "IAS 1.113 (notes are cross-referenced to the line items); Regulation S-X 4-01",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    yield* notedLines(name, filing);
    yield* computedSentences(name, filing);
    yield* depositaryShares(name, filing);
  },
});
