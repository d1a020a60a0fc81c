/** The innocent readings in the order in which they are tried: what a table shows before what words may mean. */
import type { InnocentReading } from "./reading.ts";
import { changeInSize } from "./readings/change-in-size.ts";
import { leftOutLine } from "./readings/left-out-line.ts";
import { notAdditive } from "./readings/not-additive.ts";
import { otherCash } from "./readings/other-cash.ts";
import { ownSums } from "./readings/own-sums.ts";
import { participatingSecurities } from "./readings/participating-securities.ts";
import { selectedLines } from "./readings/selected-lines.ts";

export const innocentReadings: readonly InnocentReading[] = [
  leftOutLine,
  selectedLines,
  notAdditive,
  otherCash,
  ownSums,
  changeInSize,
  participatingSecurities,
];
