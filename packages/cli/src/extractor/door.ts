import type { AskedDocument } from "@redthread/core/build";

/** What came of one question. */
export type Answered =
  | { readonly kind: "answered"; readonly claims: readonly unknown[] }
  /** `reason` goes on with "it …" and is text from outside: show it only as such. */
  | { readonly kind: "unread"; readonly reason: string };

/** A way to a program outside that is asked about one document after the other. */
export interface Door {
  /** Never throws for what the other side does, however it behaves. */
  ask(document: AskedDocument): Promise<Answered>;
  /** Ends what is still running on the other side. */
  close(): Promise<void>;
}

/** How long one document may take, and how much may be written about it. */
export interface DoorLimits {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly claims: number;
}

/** Limits for whoever sets none but the time. */
export const limitsOf = (seconds: number): DoorLimits => ({
  milliseconds: seconds * 1000,
  bytes: 2_000_000,
  claims: 2_000,
});

export const unread = (reason: string): Answered => ({ kind: "unread", reason });

/** The claims of an answer, or why there are none. */
export function readClaims(value: unknown, limits: DoorLimits): Answered {
  const claims = isFields(value) ? value["claims"] : undefined;
  if (!Array.isArray(claims)) return unread("wrote no JSON object with a list `claims`");
  if (claims.length > limits.claims) return unread(`made more than ${limits.claims} claims`);
  return { kind: "answered", claims };
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value out of JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
