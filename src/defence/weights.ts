/** Written by `npm run calibrate`: what evidence weighs. Natural logarithms of odds for one unit of it. */

/** The odds where nothing is known. */
export const baseline = -1.402;

export const weights: Readonly<Record<string, number>> = {
  // the figure is one slip of its digits from what settles it; powers of ten against chance
  digits: 0.327,
  // one slip of its digits, in a figure too short for that to say much
  "short-digits": 0.796,
  // digits of the result as printed, at most 7
  "printed-digits": 0.317,
  // a sentence whose number is no slip of digits from the table's
  "sentence-unlike": -1.5,
  // a quotient that no slip of digits settles
  "quotient-unlike": -0.116,
  // a sum that no known slip settles
  "sum-unlike": -0.9,
  // only the sign is off
  sign: 0.669,
  // off by a power of ten
  scale: 0.627,
  // the print is that of a neighbour or of another period
  copied: -0.657,
  // several columns lack a line: as likely the wrong lines were taken
  "row-dropped": -2.137,
  // a line is printed twice
  "row-doubled": -1.734,
  // no single figure explains it
  "no-suspect": -0.821,
  // figures that explain it equally well, as a power of two
  suspects: -0.034,
  // off by one or two units of the last digit
  "few-units": 0.997,
  // further relations of other kinds that the same change settles, at most 3
  settles: 0.656,
  // doubted relations that the same change makes exact, at most 2
  confirms: 1.123,
  // another table prints what the change gives, for the same line and period
  "truth-elsewhere": 0.793,
  // a sentence prints what the change gives
  "truth-in-text": 0.858,
  // another place prints the suspect as it stands, for the same line and period
  "print-elsewhere": -0.729,
  // another relation of the table is off by as much the other way
  opposite: 2.399,
  // another number that is said of the same subject nearby ties to a table
  "subject-ties": 0.581,
  // another number that is said of the same subject nearby breaks, too
  "subject-breaks": -2.644,
  // share of the figures beside the suspect that tie in other relations
  "others-tied": -0.005,
  // an equation of the rules footing, non-gaap-chain, roll-forward
  "kind-down": 0.122,
  // an equation of the rules cross-footing, period-sum
  "kind-across": -0.305,
  // an equation of the rules gross-profit, operating-result, pre-tax-result, net-result, attribution, comprehensive-income, balance-sheet, cash-roll-forward
  "kind-statement": 0.803,
  // an equation of the rules per-share, margin, percentage, change-column, translation
  "kind-quotient": -1.21,
  // an equation of the rules same-figure, note-to-statement, adjustment, cash-to-balance-sheet, non-gaap-definition
  "kind-repeat": 0.044,
  // an equation of the rules prose
  "kind-sentence": -0.842,
  // digits that other columns or rows of the pattern explain, in fours, at most 3
  ties: 0.225,
  // other columns or rows in which the pattern breaks, as a power of two
  breaks: -0.922,
  // share of the lines added up that print an amount in no column in which the sum ties
  "unproved-terms": -0.537,
  // lines between its ends that the sum leaves out and no column in which it ties speaks of, as a power of two
  "open-lines": -0.368,
  // accounting says so and every caption is known
  identity: 0.234,
  // headings, totals or position say so
  structure: 0.272,
  // figures on the right side, as a power of two
  terms: 0.36,
  // the difference beside the result, as a power of ten from -4 to 1
  size: 0.007,
  // the same, of the rules prose
  "size-sentence": -0.101,
  // the same, of the rules per-share, margin, percentage, change-column, translation
  "size-quotient": 0.335,
  // the same, of sums down and across
  "size-sum": -0.566,
  // a quotient of which headings or position say so
  "quotient-structure": 2.677,
  // other breaks of the table against what ties in it, as a power of two
  "table-breaks": -0.109,
  // other causes in the same table, as a power of two
  "table-causes": -0.71,
  // relations of the same column, or paragraph, that tie, as a power of two
  "column-ties": -0.166,
  // other relations of the same column, or paragraph, that break, as a power of two
  "column-breaks": 0.055,
  // the column has no period
  "no-period": -0.837,
  // the difference is printed in the same column, in a line that the relation does not take
  "difference-printed": -1.586,
  // the difference is one of the terms, or twice one
  "difference-of-term": -0.78,
  // the sentence itself names the period
  "sentence-dated": 1.192,
};

/** The probability from which on a finding is called so. */
export const thresholds = { certain: 0.861, likely: 0.5 };

/** Breaks of real filings judged by reading: how many would be called so by a fit on other issuers, and how many are true. */
export const judged = {
  certain: { findings: 54, true: 52 },
  likely: { findings: 72, true: 32 },
  possible: { findings: 315, true: 49 },
};

/** Of these the ones that were first seen with the defence in place. */
export const defended = {
  certain: { findings: 13, true: 13 },
  likely: { findings: 20, true: 13 },
  possible: { findings: 71, true: 14 },
};

/** Slips planted in the same filings that break a relation. */
export const planted = {
  certain: { findings: 512, true: 512 },
  likely: { findings: 169, true: 169 },
  possible: { findings: 30, true: 30 },
};
