/**
 * Lists as long as a filing makes them. What is spread into the arguments of one call (`push(...rows)`,
 * `Math.max(...widths)`) lies on the stack, which some hundred thousand of them overflow.
 */

/** Puts `more` behind what is in the list. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** The largest of the numbers; `least` where there are none. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The smallest of the numbers; infinite where there are none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < least) least = number;
  return least;
}
