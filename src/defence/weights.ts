/** Written by `npm run calibrate`: what evidence weighs. Natural logarithms of odds for one unit of it. */

/** The odds where nothing is known. */
export const baseline = -1.732;

export const weights: Readonly<Record<string, number>> = {
  // the figure is one slip of its digits from what settles it; powers of ten against chance
  digits: 0.369,
  // one slip of its digits, in a figure too short for that to say much
  "short-digits": 1.062,
  // digits of the result as printed, at most 7
  "printed-digits": 0.312,
  // a sentence whose number is no slip of digits from the table's
  "sentence-unlike": -1.491,
  // a quotient that no slip of digits settles
  "quotient-unlike": 1.345,
  // a sum that no known slip settles
  "sum-unlike": -0.967,
  // only the sign is off
  sign: 0.881,
  // off by a power of ten
  scale: 0.183,
  // the print is that of a neighbour or of another period
  copied: -0.621,
  // several columns lack a line: as likely the wrong lines were taken
  "row-dropped": -2.159,
  // a line is printed twice
  "row-doubled": -0.672,
  // no single figure explains it
  "no-suspect": -1.105,
  // figures that explain it equally well, as a power of two
  suspects: 0.01,
  // off by one or two units of the last digit
  "few-units": 0.39,
  // further relations of other kinds that the same change settles, at most 3
  settles: 0.796,
  // doubted relations that the same change makes exact, at most 2
  confirms: 1.736,
  // another table prints what the change gives, for the same line and period
  "truth-elsewhere": 0.606,
  // a sentence prints what the change gives
  "truth-in-text": 1.312,
  // another place prints the suspect as it stands, for the same line and period
  "print-elsewhere": -0.338,
  // another relation of the table is off by as much the other way
  opposite: 2.442,
  // another number that is said of the same subject nearby ties to a table
  "subject-ties": 0.855,
  // another number that is said of the same subject nearby breaks, too
  "subject-breaks": -1.466,
  // share of the figures beside the suspect that tie in other relations
  "others-tied": 0.272,
  // an equation of the rules footing, non-gaap-chain, roll-forward
  "kind-down": 0.115,
  // an equation of the rules cross-footing, period-sum
  "kind-across": -0.187,
  // an equation of the rules gross-profit, operating-result, pre-tax-result, net-result, attribution, comprehensive-income, balance-sheet, cash-roll-forward
  "kind-statement": 0.661,
  // an equation of the rules per-share, margin, percentage, change-column, translation
  "kind-quotient": -0.91,
  // an equation of the rules same-figure, note-to-statement, adjustment, cash-to-balance-sheet, non-gaap-definition
  "kind-repeat": -0.08,
  // an equation of the rules prose
  "kind-sentence": -0.285,
  // digits that other columns or rows of the pattern explain, in fours, at most 3
  ties: 0.132,
  // other columns or rows in which the pattern breaks, as a power of two
  breaks: -0.602,
  // share of the lines added up that print an amount in no column in which the sum ties
  "unproved-terms": -0.682,
  // lines between its ends that the sum leaves out and no column in which it ties speaks of, as a power of two
  "open-lines": 0.009,
  // accounting says so and every caption is known
  identity: -0.205,
  // headings, totals or position say so
  structure: 0.586,
  // figures on the right side, as a power of two
  terms: 0.319,
  // the difference beside the result, as a power of ten from -4 to 1
  size: -0.073,
  // other breaks of the table against what ties in it, as a power of two
  "table-breaks": -0.083,
  // other causes in the same table, as a power of two
  "table-causes": -0.675,
  // relations of the same column, or paragraph, that tie, as a power of two
  "column-ties": -0.148,
  // other relations of the same column, or paragraph, that break, as a power of two
  "column-breaks": 0.214,
  // the column has no period
  "no-period": -0.444,
  // the difference is printed in the same column, in a line that the relation does not take
  "difference-printed": -1.275,
  // the difference is one of the terms, or twice one
  "difference-of-term": -0.839,
};

/** The probability from which on a finding is called so. */
export const thresholds = { certain: 0.902, likely: 0.654 };

/** Breaks of real filings judged by reading: how many would be called so by a fit on other issuers, and how many are true. */
export const judged = {
  certain: { findings: 30, true: 29 },
  likely: { findings: 38, true: 23 },
  possible: { findings: 319, true: 53 },
};

/** Slips planted in the same filings that break a relation. */
export const planted = {
  certain: { findings: 181, true: 181 },
  likely: { findings: 161, true: 161 },
  possible: { findings: 65, true: 65 },
};
