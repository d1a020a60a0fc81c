/** What else in the filing says what the figure should be, or that the print is right. */
import type { Fix } from "../../diagnose/cause.ts";
import { abs, compare, type Decimal, isZero, negate, subtract } from "../../money/decimal.ts";
import { expectedResult } from "../../relations/evaluate.ts";
import { grade } from "../../relations/grade.ts";
import { conceptKey } from "../../statements/concepts.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, periodKey } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import type { Scene } from "../scene.ts";
import { type Charge, type EvidenceItem, yes } from "./item.ts";

/** Shorter figures are printed elsewhere by chance. */
const fewestDigits = 3;
const mostSettled = 3;
const mostConfirmed = 2;

function digitsOf(value: Decimal): number {
  return abs(value).coefficient.toString().length;
}

/** Relations of different patterns that the change settles; the same pattern in other columns is one witness. */
function settledPatterns({ fix, cause }: Charge): number {
  const settled = fix ? fix.settles : cause.failing;
  return new Set(settled.map(({ relation }) => `${relation.rule} ${relation.pattern}`)).size;
}

/** Breaks that nobody believed enough to report, and that the change settles to the digit. */
function doubtedSettled({ fix }: Charge, scene: Scene): number {
  if (!fix) return 0;
  const trial = new Map([...scene.readings, [fix.figure.id, fix.value]]);
  return scene.touching(fix.figure).filter((item) => {
    if (item.status !== "skip" || item.grade !== "broken" || item.cleared) return false;
    const expected = expectedResult(item.relation, trial);
    return expected !== undefined && grade(item.relation, expected, trial) === "exact";
  }).length;
}

/** The other places that print this amount for the same caption and period. */
function samePrints(figure: Figure, others: readonly Figure[]): readonly Figure[] {
  const caption = captionKey(figure.row.caption);
  const period = periodKey(figure.column.period);
  return others.filter(
    (other) =>
      other.id !== figure.id &&
      (other.table !== figure.table || other.row !== figure.row) &&
      captionKey(other.row.caption) === caption &&
      caption !== "" &&
      periodKey(other.column.period) === period,
  );
}

/** Figures of other tables that print, for the same line and period, what the change gives. */
function truthElsewhere({ fix }: Pick<Charge, "fix">, scene: Scene): readonly Figure[] {
  if (!fix || fix.figure.wording || digitsOf(fix.value) < fewestDigits) return [];
  return samePrints(fix.figure, scene.printed(fix.value));
}

/** The print of the suspect itself is repeated for the same line and period: hardly a slip of the hand. */
function printElsewhere({ fix, shown }: Charge, scene: Scene): boolean {
  const figure = fix?.figure ?? shown.relation.result;
  return (
    !figure.wording &&
    digitsOf(figure.value) >= fewestDigits &&
    samePrints(figure, scene.printed(figure.value)).length > 0
  );
}

/** Numbers of sentences that print the amount that the change gives. */
function truthInText({ fix }: Pick<Charge, "fix">, scene: Scene): readonly Figure[] {
  if (!fix || fix.figure.wording || digitsOf(fix.value) < fewestDigits) return [];
  return scene.said.filter(
    ({ value }) => digitsOf(value) >= fewestDigits && compare(abs(value), abs(fix.value)) === 0,
  );
}

/** The figures of the filing that print what the suspect should say: of the same line in other tables, else in sentences. */
export function witnessesOf(fix: Fix, scene: Scene): readonly Figure[] {
  const elsewhere = truthElsewhere({ fix }, scene);
  return elsewhere.length > 0 ? elsewhere : truthInText({ fix }, scene);
}

function brokenOf(scene: Scene, charge: Charge): readonly Judged[] {
  const { table } = charge.shown.relation.result;
  const own = new Set(charge.cause.failing);
  return scene.of(table).filter((item) => item.grade === "broken" && !item.cleared && !own.has(item));
}

/** Another relation of the table is off by as much the other way: a figure stands one place off. */
function isOpposite(charge: Charge, scene: Scene): boolean {
  const { difference } = charge.shown;
  if (!difference || isZero(difference) || abs(difference).coefficient < 10n) return false;
  const opposite = negate(difference);
  return brokenOf(scene, charge).some(
    (other) => other.difference && isZero(subtract(other.difference, opposite)),
  );
}

/** The share of the figures beside the suspect that tie in other relations: then it is the one that is wrong. */
function othersTied({ fix, shown }: Charge, scene: Scene): number {
  const others = [shown.relation.result, ...shown.relation.terms].filter(
    (figure) => !figure.nil && figure.id !== fix?.figure.id,
  );
  if (others.length === 0) return 0;
  const tied = others.filter((figure) => scene.touching(figure).some(({ status }) => status === "pass"));
  return tied.length / others.length;
}

/** A paragraph that one line of the source holds may be as long as this, with its markup. */
const longest = 2_000;

/** Whether other numbers that are said of the same subject nearby tie to a table, or break against one. */
function beside({ shown: { relation } }: Charge, scene: Scene, wanted: "tie" | "break"): boolean {
  const { result } = relation;
  if (!result.wording) return false;
  const subject = conceptKey(result.row.caption);
  const others = scene.said.filter(
    (other) =>
      other !== result &&
      other.place.line === result.place.line &&
      Math.abs(other.place.column - result.place.column) <= longest &&
      conceptKey(other.row.caption) === subject,
  );
  return others.some((other) =>
    scene.touching(other).some(({ relation: { result: of, terms }, status, ...item }) => {
      const figures = [of, ...terms];
      if (figures.includes(result) || figures.every(({ wording }) => wording)) return false;
      return wanted === "tie" ? status === "pass" : item.grade === "broken" && !item.cleared;
    }),
  );
}

export const confirmationEvidence: readonly EvidenceItem[] = [
  {
    name: "settles",
    what: "further relations of other kinds that the same change settles, at most 3",
    measure: (charge) => Math.min(mostSettled, settledPatterns(charge) - 1),
  },
  {
    name: "confirms",
    what: "doubted relations that the same change makes exact, at most 2",
    measure: (charge, scene) => Math.min(mostConfirmed, doubtedSettled(charge, scene)),
  },
  {
    name: "truth-elsewhere",
    what: "another table prints what the change gives, for the same line and period",
    measure: (charge, scene) => yes(truthElsewhere(charge, scene).length > 0),
  },
  {
    name: "truth-in-text",
    what: "a sentence prints what the change gives",
    measure: (charge, scene) => yes(truthInText(charge, scene).length > 0),
  },
  {
    name: "print-elsewhere",
    what: "another place prints the suspect as it stands, for the same line and period",
    measure: (charge, scene) => yes(printElsewhere(charge, scene)),
  },
  {
    name: "opposite",
    what: "another relation of the table is off by as much the other way",
    measure: (charge, scene) => yes(isOpposite(charge, scene)),
  },
  {
    name: "subject-ties",
    what: "another number that is said of the same subject nearby ties to a table",
    measure: (charge, scene) => yes(beside(charge, scene, "tie")),
  },
  {
    name: "subject-breaks",
    what: "another number that is said of the same subject nearby breaks, too",
    measure: (charge, scene) => yes(beside(charge, scene, "break")),
  },
  {
    name: "others-tied",
    what: "share of the figures beside the suspect that tie in other relations",
    measure: othersTied,
  },
];
