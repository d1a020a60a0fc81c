/** The name of each kind of input, and what makes about so many characters of it. */
export const kinds: readonly (readonly [name: string, make: (size: number) => string])[];
