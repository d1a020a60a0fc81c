/** What kind of equation it is: each has been wrong as often as it has. */
type Kind = "down" | "across" | "statement" | "quotient" | "repeat" | "sentence";

export const kinds: Readonly<Record<Kind, readonly string[]>> = {
  down: ["footing", "non-gaap-chain", "roll-forward"],
  across: ["cross-footing", "period-sum"],
  statement: [
    "gross-profit",
    "operating-result",
    "pre-tax-result",
    "net-result",
    "attribution",
    "comprehensive-income",
    "balance-sheet",
    "cash-roll-forward",
  ],
  quotient: ["per-share", "margin", "percentage", "change-column", "ratio", "translation"],
  repeat: ["same-figure", "note-to-statement", "adjustment", "cash-to-balance-sheet", "non-gaap-definition"],
  sentence: ["prose"],
};
