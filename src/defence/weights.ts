/** Written by `npm run calibrate`: what evidence weighs. Natural logarithms of odds for one unit of it. */

/** The odds where nothing is known. */
export const baseline = -1.431;

export const weights: Readonly<Record<string, number>> = {
  // the figure is one slip of its digits from what settles it; powers of ten against chance
  digits: 0.336,
  // one slip of its digits, in a figure too short for that to say much
  "short-digits": 0.737,
  // digits of the result as printed, at most 7
  "printed-digits": 0.343,
  // a sentence whose number is no slip of digits from the table's
  "sentence-unlike": -1.469,
  // a quotient that no slip of digits settles
  "quotient-unlike": 0.019,
  // a sum that no known slip settles
  "sum-unlike": -0.783,
  // only the sign is off
  sign: 0.361,
  // off by a power of ten
  scale: 0.576,
  // the print is that of a neighbour or of another period
  copied: -0.634,
  // several columns lack a line: as likely the wrong lines were taken
  "row-dropped": -1.985,
  // a line is printed twice
  "row-doubled": -2.878,
  // no single figure explains it
  "no-suspect": -0.886,
  // figures that explain it equally well, as a power of two
  suspects: -0.081,
  // off by one or two units of the last digit
  "few-units": 1.088,
  // further relations of other kinds that the same change settles, at most 3
  settles: 0.675,
  // doubted relations that the same change makes exact, at most 2
  confirms: 1.186,
  // another table prints what the change gives, for the same line and period
  "truth-elsewhere": 0.804,
  // a sentence prints what the change gives
  "truth-in-text": 0.859,
  // another place prints the suspect as it stands, for the same line and period
  "print-elsewhere": -0.678,
  // another relation of the table is off by as much the other way
  opposite: 2.442,
  // another number that is said of the same subject nearby ties to a table
  "subject-ties": 0.564,
  // another number that is said of the same subject nearby breaks, too
  "subject-breaks": -2.639,
  // share of the figures beside the suspect that tie in other relations
  "others-tied": 0.068,
  // an equation of the rules footing, non-gaap-chain, roll-forward
  "kind-down": 0.203,
  // an equation of the rules cross-footing, period-sum
  "kind-across": -0.326,
  // an equation of the rules gross-profit, operating-result, pre-tax-result, net-result, attribution, comprehensive-income, balance-sheet, cash-roll-forward
  "kind-statement": 0.735,
  // an equation of the rules per-share, margin, percentage, change-column, translation
  "kind-quotient": -1.114,
  // an equation of the rules same-figure, note-to-statement, adjustment, cash-to-balance-sheet, non-gaap-definition
  "kind-repeat": -0.023,
  // an equation of the rules prose
  "kind-sentence": -0.887,
  // digits that other columns or rows of the pattern explain, in fours, at most 3
  ties: 0.216,
  // other columns or rows in which the pattern breaks, as a power of two
  breaks: -0.985,
  // share of the lines added up that print an amount in no column in which the sum ties
  "unproved-terms": -0.731,
  // lines between its ends that the sum leaves out and no column in which it ties speaks of, as a power of two
  "open-lines": -0.387,
  // accounting says so and every caption is known
  identity: 0.13,
  // headings, totals or position say so
  structure: 0.171,
  // figures on the right side, as a power of two
  terms: 0.379,
  // the difference beside the result, as a power of ten from -4 to 1
  size: 0,
  // the same, of the rules prose
  "size-sentence": -0.078,
  // the same, of the rules per-share, margin, percentage, change-column, translation
  "size-quotient": 0.389,
  // the same, of sums down and across
  "size-sum": -0.579,
  // a quotient of which headings or position say so
  "quotient-structure": 2.858,
  // other breaks of the table against what ties in it, as a power of two
  "table-breaks": -0.104,
  // other causes in the same table, as a power of two
  "table-causes": -0.789,
  // relations of the same column, or paragraph, that tie, as a power of two
  "column-ties": -0.131,
  // other relations of the same column, or paragraph, that break, as a power of two
  "column-breaks": -0.02,
  // the column has no period
  "no-period": -0.926,
  // the difference is printed in the same column, in a line that the relation does not take
  "difference-printed": -1.648,
  // the difference is one of the terms, or twice one
  "difference-of-term": -0.579,
  // the sentence itself names the period
  "sentence-dated": 1.153,
};

/** The probability from which on a finding is called so. */
export const thresholds = { certain: 0.86, likely: 0.561 };

/** Breaks of real filings judged by reading: how many would be called so by a fit on other issuers, and how many are true. */
export const judged = {
  certain: { findings: 67, true: 63 },
  likely: { findings: 59, true: 31 },
  possible: { findings: 348, true: 54 },
};

/** Of these the ones that were first seen with the defence in place. */
export const defended = {
  certain: { findings: 25, true: 23 },
  likely: { findings: 17, true: 13 },
  possible: { findings: 95, true: 19 },
};

/** Slips planted in the same filings that break a relation. */
export const planted = {
  certain: { findings: 523, true: 523 },
  likely: { findings: 151, true: 151 },
  possible: { findings: 37, true: 37 },
};
