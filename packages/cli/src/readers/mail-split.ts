// The text of a mail parted into the message itself and the older messages that it quotes, each with its
// author and day as far as the mail tells them.
import type { PageLine } from "@redthread/core/build";

/** One message of a thread. */
export interface Message {
  readonly author: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly subject: string | null;
  readonly lines: readonly PageLine[];
  readonly quoted: readonly Message[];
}

type Head = Pick<Message, "author" | "date" | "subject">;

interface Marked {
  readonly depth: number;
  readonly text: string;
}

const NOBODY: Head = { author: null, date: null, subject: null };
const MARKS = /^((?:> ?)+)(.*)$/;
/** Quotations in quotations that are told apart. */
const DEEPEST = 20;

/** A mail's text as messages. */
export function splitMessages(text: string, head: Head): Message {
  const marked = text.split("\n").map((line): Marked => {
    const [, marks = "", rest = line] = MARKS.exec(line) ?? [];
    return { depth: Math.min(DEEPEST, marks.replaceAll(" ", "").length), text: rest };
  });
  return messageOf(marked, 0, head);
}

function messageOf(marked: readonly Marked[], depth: number, head: Head): Message {
  const lines: PageLine[] = [];
  const quoted: Message[] = [];
  let isSignature = false;
  for (let at = 0; at < marked.length; ) {
    const line = marked[at];
    if (line === undefined) break;
    const older = olderFrom(marked, at, depth);
    if (older !== null) {
      const { end, message, introduced } = older;
      if (introduced) setAside(lines);
      lines.push(...marked.slice(at, end).map(({ text }) => quotation(text)));
      quoted.push(message);
      isSignature = false;
      at = end;
      continue;
    }
    isSignature ||= /^-- ?$/.test(line.text);
    if (isSignature) lines.push({ text: line.text, role: "boilerplate" });
    else lines.push({ text: line.text });
    at += 1;
  }
  return { ...head, lines: unwrap(lines), quoted: quoted.filter(hasText) };
}

const quotation = (text: string): PageLine => ({ text: text.trim(), role: "quotation" });
const hasText = ({ lines, quoted }: Message): boolean =>
  quoted.length > 0 || lines.some(({ text }) => text.trim() !== "");

interface Older {
  readonly end: number;
  readonly message: Message;
  /** Whether the line before says whose it is. */
  readonly introduced: boolean;
}

/** The older message that begins at a line: marked lines, or a block that heads one. */
function olderFrom(marked: readonly Marked[], at: number, depth: number): Older | null {
  const line = marked[at];
  if (line === undefined || line.depth < depth) return null;
  if (line.depth > depth) return markedFrom(marked, at, depth);
  const own = at === 0 ? null : readHead(marked, at);
  if (own === null || (own.isAttribution && marked[at + own.length]?.depth !== depth)) return null;
  const body = marked.slice(at + own.length);
  return { end: marked.length, introduced: false, message: messageOf(body, depth, own.head) };
}

/** A run of marked lines; it says itself whose it is, or the line before does. */
function markedFrom(marked: readonly Marked[], at: number, depth: number): Older {
  let end = at;
  while (end < marked.length && isInside(marked, end, depth)) end += 1;
  const part = marked.slice(at, end);
  const own = readHead(part, 0);
  const before = own === null ? readHead(marked, lastFilled(marked, at)) : null;
  const body = own === null ? part : part.slice(own.length);
  const head = own?.head ?? before?.head ?? NOBODY;
  return { end, introduced: before !== null, message: messageOf(body, depth + 1, head) };
}

/** A blank line between two marked ones belongs to them. */
const isInside = (marked: readonly Marked[], at: number, depth: number): boolean => {
  const line = marked[at];
  if (line === undefined) return false;
  if (line.depth > depth) return true;
  return line.text.trim() === "" && (marked[at + 1]?.depth ?? 0) > depth;
};

function lastFilled(marked: readonly Marked[], before: number): number {
  let at = before - 1;
  while (at > 0 && marked[at]?.text.trim() === "") at -= 1;
  return Math.max(0, at);
}

interface ReadHead {
  readonly head: Head;
  /** Lines that it takes. */
  readonly length: number;
  /** Whether it is a line such as `On 3 May 2025, Ada Lund wrote:`. */
  readonly isAttribution: boolean;
}

const ATTRIBUTION =
  /^(?:On |Am |Le |El )?(.{6,160}?)[,:]?\s(?:wrote|schrieb.*|a écrit|escribió)\s?:\s*$/i;
const RULE = /^(-{2,}.{0,40}-{2,}|_{5,})\s*$/;
const FIELD =
  /^\*?(from|von|de|sent|gesendet|date|datum|to|an|cc|subject|betreff)\*?\s*:\*?\s*(.*)$/i;

/** Who wrote an older message, and when, where a line begins to tell it. */
function readHead(marked: readonly Marked[], at: number): ReadHead | null {
  const line = marked[at]?.text.trim() ?? "";
  const [, told] = ATTRIBUTION.exec(line) ?? [];
  if (told !== undefined) return { head: attributed(told), length: 1, isAttribution: true };
  const start = RULE.test(line) ? at + 1 : at;
  const { fields, end } = readFields(marked, start);
  const of = (...names: readonly string[]): string | null =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? null;
  const from = of("from", "von", "de");
  const date = of("sent", "date", "gesendet", "datum");
  if (from === null || (date === null && fields.size < 3)) return null;
  const subject = of("subject", "betreff");
  const head = { author: authorOf(from), date: dayOf(date ?? ""), subject };
  return { head, length: end - at, isAttribution: false };
}

/** Lines that head an older message. */
const MOST_FIELDS = 8;

function readFields(
  marked: readonly Marked[],
  start: number,
): { readonly fields: ReadonlyMap<string, string>; readonly end: number } {
  const fields = new Map<string, string>();
  let end = start;
  for (; end < marked.length && end < start + MOST_FIELDS; end += 1) {
    const field = FIELD.exec(marked[end]?.text.trim() ?? "");
    if (field === null) break;
    fields.set((field[1] ?? "").toLowerCase(), field[2] ?? "");
  }
  return { fields, end };
}

/** `13 Mar 2025, Lena Brandt` or `13 Mar 2025 at 10:02, Lena Brandt <l@desk.example>`. */
function attributed(told: string): Head {
  const parts = told.split(/,\s*/);
  const author = parts.at(-1) ?? "";
  return { author: authorOf(author), date: dayOf(told), subject: null };
}

/** The name in front of an address, else the address. */
function authorOf(from: string): string | null {
  const [, name = from] = /^\s*"?([^"<]*?)"?\s*(?:<[^>]*>|\[mailto:.*)?\s*$/.exec(from) ?? [];
  const text = name.trim() || from.replace(/[<>]/g, "").trim();
  return text === "" ? null : text.replace(/^.*\d{4}(?: at)?(?: \d{1,2}:\d\d)?\s+/, "");
}

const DAY = /(\d{1,2})\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})|(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})/u;

/** The day that a date in a mail names, in the time of who wrote it; null where it names none. */
export function dayOf(text: string): string | null {
  const iso = /\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const [, day, month, year, month2, day2, year2] = DAY.exec(text) ?? [];
  const time = Date.parse(
    `${day ?? day2} ${(month ?? month2 ?? "").slice(0, 3)} ${year ?? year2} UTC`,
  );
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** The line that introduces a quotation belongs to it. */
function setAside(lines: PageLine[]): void {
  const at = lines.findLastIndex(({ text }) => text.trim() !== "");
  const line = lines[at];
  if (line !== undefined) lines[at] = { ...line, role: "quotation" };
}

/** Lines of so many letters were broken by a mail program. */
const BROKEN = 58;
const ITEM = /^\s*([-•*–]|\d{1,2}[.)])\s/;

/** Lines that a mail program broke, joined; an empty line or an item begins a new one. */
function unwrap(lines: readonly PageLine[]): readonly PageLine[] {
  const joined: PageLine[] = [];
  let before = "";
  for (const line of lines) {
    const last = joined.at(-1);
    const isOpen = before.length >= BROKEN && line.text.trim() !== "" && !ITEM.test(line.text);
    if (isOpen && last !== undefined && last.role === line.role)
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text.trim()}` };
    else joined.push({ ...line, text: line.text.trim() });
    before = line.text;
  }
  return joined;
}
