/** How far a run is, on stderr: one line that is drawn over on a terminal, a plain line now and then elsewhere. */
import type { Output } from "../io.ts";
import { count, counted } from "../report/honesty.ts";

export interface ProgressOptions {
  readonly total: number;
  readonly output: Output;
  /** Asked for: plain lines come often, and one at the end. */
  readonly isForced: boolean;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
}

const redrawn = 100;
const forced = 5_000;
/** A log of an hour has two screens of these; a run of seconds has none. */
const unasked = 30_000;
const clearLine = "\r\u001b[K";

/** 75 -> "1 min 15 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export class Progress {
  readonly #options: ProgressOptions;
  readonly #start: number;
  #last: number;
  #done = 0;
  #findings = 0;
  #failed = 0;
  #isShown = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#start = options.now();
    this.#last = this.#start;
  }

  async file({
    findings,
    isUnreadable,
  }: {
    readonly findings: number;
    readonly isUnreadable: boolean;
  }): Promise<void> {
    this.#done++;
    this.#findings += findings;
    if (isUnreadable) this.#failed++;
    const { output, isForced, now } = this.#options;
    const every = output.isTerminal ? redrawn : isForced ? forced : unasked;
    if (now() - this.#last < every) return;
    this.#last = now();
    await this.#draw();
  }

  /** Takes the line away, so that something else can be printed. */
  async hide(): Promise<void> {
    if (!this.#isShown) return;
    this.#isShown = false;
    await this.#options.output.write(clearLine);
  }

  async end(): Promise<void> {
    await this.hide();
    const { output, isForced } = this.#options;
    if (isForced && !output.isTerminal) await this.#draw();
  }

  async #draw(): Promise<void> {
    const { output } = this.#options;
    if (!output.isTerminal) return output.write(`kc-check: ${this.#line()}\n`);
    this.#isShown = true;
    await output.write(
      `${clearLine} ${this.#line()}`.slice(0, clearLine.length + (output.columns ?? 80) - 1),
    );
  }

  #line(): string {
    const { total, now } = this.#options;
    const seconds = Math.max(0.001, (now() - this.#start) / 1000);
    const rate = this.#done / seconds;
    const left = (total - this.#done) / rate;
    return [
      `${count(this.#done)} of ${counted(total, "file")}`,
      `${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))}/s`,
      counted(this.#findings, "finding"),
      ...(this.#failed > 0 ? [`${count(this.#failed)} unreadable`] : []),
      ...(this.#done < total ? [`${duration(left)} left`] : []),
    ].join(" · ");
  }
}
