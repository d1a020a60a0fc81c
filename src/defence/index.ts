/** The innocent readings in the order in which they are tried: what a table shows before what words may mean. */
import type { InnocentReading } from "./reading.ts";
import { anotherColumn } from "./readings/another-column.ts";
import { bridgeColumn } from "./readings/bridge-column.ts";
import { changeInSize } from "./readings/change-in-size.ts";
import { leftOutLine } from "./readings/left-out-line.ts";
import { lineTooMany } from "./readings/line-too-many.ts";
import { notAdditive } from "./readings/not-additive.ts";
import { otherCash } from "./readings/other-cash.ts";
import { ownSums } from "./readings/own-sums.ts";
import { participatingSecurities } from "./readings/participating-securities.ts";
import { siblingSigns } from "./readings/sibling-signs.ts";
import { unadjustedLines } from "./readings/unadjusted-lines.ts";

export const innocentReadings: readonly InnocentReading[] = [
  leftOutLine,
  notAdditive,
  otherCash,
  ownSums,
  changeInSize,
  siblingSigns,
  participatingSecurities,
  anotherColumn,
  bridgeColumn,
  lineTooMany,
  unadjustedLines,
];
