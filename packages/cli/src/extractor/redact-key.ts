/** Takes a key out of texts and of every text in a value: what the other side sends back may hold it. */
export interface Redactor {
  text(text: string): string;
  value(value: unknown): unknown;
}

const REDACTED = "[key]";

/** A redactor for a key; nothing is taken out where there is none. */
export function createRedactor(key: string | null): Redactor {
  const text = (given: string): string =>
    key === null || key === "" ? given : given.split(key).join(REDACTED);
  const value = (given: unknown): unknown => {
    if (typeof given === "string") return text(given);
    if (Array.isArray(given)) return given.map(value);
    if (typeof given !== "object" || given === null) return given;
    return Object.fromEntries(Object.entries(given).map(([name, one]) => [text(name), value(one)]));
  };
  return { text, value };
}
