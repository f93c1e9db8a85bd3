import type { AnswerChoice, QueueKind, ReviewItem } from "./review-item.js";

/** An item as a line of JSON: fill in `verdict` and hand it back with `--answers`. */
export function itemLine(item: ReviewItem, { name, choices }: QueueKind): string {
  const { question, changes, score, reasons } = item;
  if (item.choices !== undefined) return choiceLine(item, item.choices);
  const subjects = choices.map((choice) => item.subject(choice) ?? {});
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
    quotes: quotesOf(item),
  });
}

/** An item that asks which of its sides is meant: the answer is the number of one, as text. */
function choiceLine(item: ReviewItem, choices: readonly AnswerChoice[]): string {
  return JSON.stringify({
    queue: "asked",
    verdict: null,
    why: "",
    choices: choices.map(({ key }) => key),
    question: item.question,
    reasons: item.reasons,
    answers: Object.fromEntries(
      choices.map((choice) => [choice.key, { verdict: choice.verdict, ...item.subject(choice) }]),
    ),
    quotes: quotesOf(item),
  });
}

const quotesOf = (item: ReviewItem): readonly object[] =>
  item.sides().map(({ title, quotes }) => ({
    title,
    quotes: quotes.map(({ quote, path, publisher, date }) => ({ quote, path, publisher, date })),
  }));

/** An answer to an item, or null for one that nobody answered. */
export interface ReadAnswer {
  readonly verdict: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** What each verdict says of an item; the rest of a line is there for the reader. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  same: ["a", "b", "finds"],
  different: ["a", "b", "finds"],
  unsure: ["a", "b", "finds"],
  "wrong-link": ["a", "b", "type", "seen", "finds"],
  "right-link": ["a", "b", "type", "seen", "finds"],
  "not-what-it-says": ["seen", "type"],
  name: ["a", "name", "finds"],
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
  return fields.get("queue") === "asked"
    ? readChoice(verdict, fields)
    : readVerdict(verdict, fields);
}

type Read = ReadAnswer | string;

/** The answer that was chosen, as its line has it. */
function readChoice(verdict: unknown, fields: ReadonlyMap<string, unknown>): Read {
  const answers = fields.get("answers");
  const all = typeof answers === "object" && answers !== null ? Object.entries(answers) : [];
  const chosen = all.find(([key]) => key === verdict)?.[1];
  if (typeof chosen !== "object" || chosen === null)
    return `has the verdict \`${String(verdict)}\` where one of ${all.map(([key]) => key).join(", ")} is expected`;
  const said = new Map<string, unknown>(Object.entries(chosen));
  const why = fields.get("why");
  if (typeof why === "string" && why !== "") said.set("why", why);
  return readVerdict(said.get("verdict"), said);
}

function readVerdict(verdict: unknown, fields: ReadonlyMap<string, unknown>): Read {
  const keys = typeof verdict === "string" && Object.hasOwn(SAID, verdict) ? SAID[verdict] : null;
  if (typeof verdict !== "string" || keys === null || keys === undefined) {
    return `has the verdict \`${String(verdict)}\` where one of ${Object.keys(SAID).join(", ")} is expected`;
  }
  const said = keys.flatMap((key) => (fields.has(key) ? [[key, fields.get(key)] as const] : []));
  const why = fields.get("why");
  return { verdict, subject: Object.fromEntries(said), why: typeof why === "string" ? why : "" };
}
