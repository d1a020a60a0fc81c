/** What the readers use of Node, in a browser. The build puts these names in the place of Node's own. */
import { Buffer } from "buffer/index.js";

export { Buffer };

export function setImmediate(task: () => void): void {
  setTimeout(task, 0);
}

interface Rejection {
  readonly reason: unknown;
  preventDefault(): void;
}
declare function addEventListener(kind: string, listener: (event: Rejection) => void): void;
declare function removeEventListener(kind: string, listener: (event: Rejection) => void): void;

type Heard = (reason: unknown) => void;
const listeners = new Map<Heard, (event: Rejection) => void>();

/** Rejections that nobody heard of; nothing else is asked of the process. */
export const process = {
  listenerCount: (): number => listeners.size,
  on(kind: string, heard: Heard): void {
    const listener = (event: Rejection): void => {
      event.preventDefault();
      heard(event.reason);
    };
    listeners.set(heard, listener);
    addEventListener(kind.toLowerCase(), listener);
  },
  off(kind: string, heard: Heard): void {
    const listener = listeners.get(heard);
    listeners.delete(heard);
    if (listener) removeEventListener(kind.toLowerCase(), listener);
  },
};
