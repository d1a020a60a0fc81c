/**
 * Rejections that the reader of PDFs leaves behind. It asks for objects ahead of their use, and where one of them
 * is damaged and never used nobody hears of it: Node would end the whole process for that.
 */

interface Stray {
  /** Stops listening, once those that are on their way have come. */
  end(): Promise<void>;
}

/** Hears those rejections until the end; whatever else is rejected unheard is as it would be without. */
export function takeStray(isReaders: (reason: unknown) => boolean): Stray {
  const heard = (reason: unknown): void => {
    // Where others listen, theirs is the word.
    if (isReaders(reason) || process.listenerCount("unhandledRejection") > listening) return;
    throw reason;
  };
  listening++;
  process.on("unhandledRejection", heard);
  return {
    async end() {
      await new Promise(setImmediate);
      process.off("unhandledRejection", heard);
      listening--;
    },
  };
}

/** Readings that are under way. */
let listening = 0;
