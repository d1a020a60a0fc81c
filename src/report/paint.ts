/** Colours a text. The report only knows what it wants to say; the CLI brings chalk when colour is on. */
export type Painter = (text: string) => string;

/** The few colours a report uses. */
export interface Paint {
  readonly bold: Painter;
  readonly dim: Painter;
  readonly red: Painter;
  readonly yellow: Painter;
  readonly green: Painter;
  readonly cyan: Painter;
}

const same: Painter = (text) => text;

/** No colour at all: files, pipes, NO_COLOR. */
export const plain: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };
