/** Sentences of another language said again in English, piece by piece, so that each number keeps its place. */

/** A piece of the sentence in English, and the offset in the printed text that it stands for. */
export interface Said {
  readonly text: string;
  readonly at: number;
}

/** Reads running text; null where it has no sentence that is understood from its first word to its last. */
export type SentenceReader = (printed: string) => readonly Said[] | null;
