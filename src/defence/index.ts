/** The innocent readings in the order in which they are tried: what a table shows before what words may mean. */
import type { InnocentReading } from "./reading.ts";
import { amountInCaption } from "./readings/amount-in-caption.ts";
import { anotherColumn } from "./readings/another-column.ts";
import { anotherLine } from "./readings/another-line.ts";
import { bridgeColumn } from "./readings/bridge-column.ts";
import { changeInSize } from "./readings/change-in-size.ts";
import { changeNotLevel } from "./readings/change-not-level.ts";
import { coarserOriginal } from "./readings/coarser-original.ts";
import { effectOnTotal } from "./readings/effect-on-total.ts";
import { leftOutLine } from "./readings/left-out-line.ts";
import { lineInParts } from "./readings/line-in-parts.ts";
import { lineTooMany } from "./readings/line-too-many.ts";
import { madeToAddUp } from "./readings/made-to-add-up.ts";
import { namesake } from "./readings/namesake.ts";
import { notAdditive } from "./readings/not-additive.ts";
import { openingNotPrinted } from "./readings/opening-not-printed.ts";
import { otherCash } from "./readings/other-cash.ts";
import { ownBase } from "./readings/own-base.ts";
import { ownSums } from "./readings/own-sums.ts";
import { parentsWithSplits } from "./readings/parents-with-splits.ts";
import { partOfHeading } from "./readings/part-of-heading.ts";
import { participatingSecurities } from "./readings/participating-securities.ts";
import { restToldBeside } from "./readings/rest-told-beside.ts";
import { selectedLines } from "./readings/selected-lines.ts";
import { siblingSigns } from "./readings/sibling-signs.ts";
import { signOfItsStatement } from "./readings/sign-of-its-statement.ts";
import { takenAway } from "./readings/taken-away.ts";
import { unadjustedLines } from "./readings/unadjusted-lines.ts";

export const innocentReadings: readonly InnocentReading[] = [
  leftOutLine,
  lineTooMany,
  notAdditive,
  otherCash,
  ownSums,
  parentsWithSplits,
  unadjustedLines,
  siblingSigns,
  changeInSize,
  effectOnTotal,
  ownBase,
  bridgeColumn,
  participatingSecurities,
  signOfItsStatement,
  lineInParts,
  anotherLine,
  partOfHeading,
  anotherColumn,
  changeNotLevel,
  restToldBeside,
  selectedLines,
  amountInCaption,
  openingNotPrinted,
  coarserOriginal,
  madeToAddUp,
  namesake,
  takenAway,
];
