/** The innocent readings in the order in which they are tried: what a table shows before what words may mean. */
import type { InnocentReading } from "./reading.ts";
import { leftOutLine } from "./readings/left-out-line.ts";
import { ownSums } from "./readings/own-sums.ts";

export const innocentReadings: readonly InnocentReading[] = [leftOutLine, ownSums];
