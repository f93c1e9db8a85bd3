import type { QueueKind, ReviewItem } from "./review-item.js";

/** An item as a line of JSON: fill in `verdict` and hand it back with `--answers`. */
export function itemLine(item: ReviewItem, { name, choices }: QueueKind): string {
  const { question, changes, score, reasons } = item;
  const subjects = choices.map(({ verdict }) => item.subject(verdict) ?? {});
  return JSON.stringify({
    queue: name,
    verdict: null,
    why: "",
    choices: choices.map(({ verdict }) => verdict),
    question,
    ...Object.assign({}, ...subjects.reverse()),
    changes,
    score,
    reasons,
    quotes: item.sides().map(({ title, quotes }) => ({
      title,
      quotes: quotes.map(({ quote, path, publisher, date }) => ({ quote, path, publisher, date })),
    })),
  });
}

/** An answer to an item, or null for one that nobody answered. */
export interface ReadAnswer {
  readonly verdict: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** What each verdict says of an item; the rest of a line is there for the reader. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  same: ["a", "b"],
  different: ["a", "b"],
  unsure: ["a", "b"],
  "wrong-link": ["a", "b", "type", "seen"],
  "not-what-it-says": ["seen", "type"],
  name: ["a", "name"],
  split: ["a", "seen"],
};

/** An answered line; a text where it is none, saying why. */
export function readAnswer(content: string): ReadAnswer | null | string {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return "is no JSON object";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return "is no JSON object";
  }
  const fields = new Map(Object.entries(value));
  const verdict = fields.get("verdict") ?? null;
  if (verdict === null || verdict === "" || verdict === "skip") return null;
  const keys = typeof verdict === "string" && Object.hasOwn(SAID, verdict) ? SAID[verdict] : null;
  if (typeof verdict !== "string" || keys === null || keys === undefined) {
    return `has the verdict \`${String(verdict)}\` where one of ${Object.keys(SAID).join(", ")} is expected`;
  }
  const said = keys.flatMap((key) => (fields.has(key) ? [[key, fields.get(key)] as const] : []));
  const why = fields.get("why");
  return { verdict, subject: Object.fromEntries(said), why: typeof why === "string" ? why : "" };
}
