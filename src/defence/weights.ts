/** Written by `npm run calibrate`: what evidence weighs. Natural logarithms of odds for one unit of it. */

/** The odds where nothing is known. */
export const baseline = -1.701;

export const weights: Readonly<Record<string, number>> = {
  // the figure is one slip of its digits from what settles it; powers of ten against chance
  digits: 0.322,
  // one slip of its digits, in a figure too short for that to say much
  "short-digits": 0.845,
  // digits of the result as printed, at most 7
  "printed-digits": 0.306,
  // a sentence whose number is no slip of digits from the table's
  "sentence-unlike": -1.424,
  // a quotient that no slip of digits settles
  "quotient-unlike": -0.097,
  // a sum that no known slip settles
  "sum-unlike": -1.019,
  // only the sign is off
  sign: 0.946,
  // off by a power of ten
  scale: 0.735,
  // the print is that of a neighbour or of another period
  copied: -0.629,
  // several columns lack a line: as likely the wrong lines were taken
  "row-dropped": -2.008,
  // a line is printed twice
  "row-doubled": -1.546,
  // no single figure explains it
  "no-suspect": -0.978,
  // figures that explain it equally well, as a power of two
  suspects: 0.001,
  // off by one or two units of the last digit
  "few-units": 0.894,
  // further relations of other kinds that the same change settles, at most 3
  settles: 0.585,
  // doubted relations that the same change makes exact, at most 2
  confirms: 1.126,
  // another table prints what the change gives, for the same line and period
  "truth-elsewhere": 0.747,
  // a sentence prints what the change gives
  "truth-in-text": 0.9,
  // another place prints the suspect as it stands, for the same line and period
  "print-elsewhere": -0.674,
  // another relation of the table is off by as much the other way
  opposite: 2.463,
  // another number that is said of the same subject nearby ties to a table
  "subject-ties": 0.499,
  // another number that is said of the same subject nearby breaks, too
  "subject-breaks": -2.555,
  // share of the figures beside the suspect that tie in other relations
  "others-tied": 0.039,
  // an equation of the rules footing, non-gaap-chain, roll-forward
  "kind-down": 0.084,
  // an equation of the rules cross-footing, period-sum
  "kind-across": -0.291,
  // an equation of the rules gross-profit, operating-result, pre-tax-result, net-result, attribution, comprehensive-income, balance-sheet, cash-roll-forward
  "kind-statement": 0.818,
  // an equation of the rules per-share, margin, percentage, change-column, translation
  "kind-quotient": -1.184,
  // an equation of the rules same-figure, note-to-statement, adjustment, cash-to-balance-sheet, non-gaap-definition
  "kind-repeat": 0.063,
  // an equation of the rules prose
  "kind-sentence": -0.836,
  // digits that other columns or rows of the pattern explain, in fours, at most 3
  ties: 0.223,
  // other columns or rows in which the pattern breaks, as a power of two
  breaks: -0.906,
  // share of the lines added up that print an amount in no column in which the sum ties
  "unproved-terms": -0.581,
  // lines between its ends that the sum leaves out and no column in which it ties speaks of, as a power of two
  "open-lines": -0.346,
  // accounting says so and every caption is known
  identity: 0.28,
  // headings, totals or position say so
  structure: 0.373,
  // figures on the right side, as a power of two
  terms: 0.302,
  // the difference beside the result, as a power of ten from -4 to 1
  size: 0.001,
  // the same, of the rules prose
  "size-sentence": -0.229,
  // the same, of the rules per-share, margin, percentage, change-column, translation
  "size-quotient": 0.227,
  // the same, of sums down and across
  "size-sum": -0.583,
  // a quotient of which headings or position say so
  "quotient-structure": 2.446,
  // other breaks of the table against what ties in it, as a power of two
  "table-breaks": -0.135,
  // other causes in the same table, as a power of two
  "table-causes": -0.655,
  // relations of the same column, or paragraph, that tie, as a power of two
  "column-ties": -0.135,
  // other relations of the same column, or paragraph, that break, as a power of two
  "column-breaks": 0.088,
  // the column has no period
  "no-period": -0.679,
  // the difference is printed in the same column, in a line that the relation does not take
  "difference-printed": -1.533,
  // the difference is one of the terms, or twice one
  "difference-of-term": -1.058,
  // the sentence itself names the period
  "sentence-dated": 1.049,
};

/** The probability from which on a finding is called so. */
export const thresholds = { certain: 0.823, likely: 0.699 };

/** Breaks of real filings judged by reading: how many would be called so by a fit on other issuers, and how many are true. */
export const judged = {
  certain: { findings: 61, true: 58 },
  likely: { findings: 18, true: 10 },
  possible: { findings: 344, true: 52 },
};

/** Of these the ones that were first seen with the defence in place. */
export const defended = {
  certain: { findings: 11, true: 11 },
  likely: { findings: 6, true: 4 },
  possible: { findings: 69, true: 12 },
};

/** Slips planted in the same filings that break a relation. */
export const planted = {
  certain: { findings: 537, true: 537 },
  likely: { findings: 87, true: 87 },
  possible: { findings: 87, true: 87 },
};
