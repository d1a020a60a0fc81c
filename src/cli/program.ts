/** What the bundle of the program offers: the command line, and what each worker process does. */
export { main } from "./main.ts";

export async function work(memory: number): Promise<void> {
  const { work: begin } = await import("../batch/worker.ts");
  begin(memory);
}
