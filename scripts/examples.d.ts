/** A command of a document and the output that stands below it. */
export interface Example {
  readonly command: string;
  readonly output: string;
}

export function outputOf(command: string, root?: string): string;
export function examplesOf(text: string): readonly Example[];
export function refreshed(text: string, root?: string): string;
