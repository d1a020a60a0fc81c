/** How the state of a figure is marked, for the eye and for those who cannot see the mark. */
import type { State } from "./marks.ts";

export const classes: Readonly<Record<State, string>> = {
  ties: "t",
  breaks: "x",
  warns: "w",
  accepted: "k",
  untied: "u",
  part: "z",
};

/** Said to those who cannot see the mark; a tick has its words in the style sheet. */
export const spoken: Readonly<Record<State, string>> = {
  ties: "",
  breaks: " (does not tie)",
  warns: " (warning)",
  accepted: " (accepted)",
  untied: "",
  part: "",
};
