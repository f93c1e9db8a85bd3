/** Reads an option that may be given again: each time adds one. */
export const gather = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];
