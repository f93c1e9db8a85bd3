// A mail and the older ones in it as pages: each of its own day and by its own author.
import type { Page, PageLine } from "@redthread/core/build";
import { plainPage, type ReadFile, type ReadPart } from "./foreign-reader.js";
import { type Message, splitMessages } from "./mail-split.js";

/** What is known of a mail, whatever its format. */
export interface Mail {
  readonly from: string | null;
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly attachments: readonly ReadPart[];
}

/** A mail as the document that it is, with the older mails that it quotes and its attachments as parts. */
export function mailFile({ from, to, subject, date, text, attachments }: Mail): ReadFile {
  const own = splitMessages(text.replace(/\r\n?/g, "\n"), { author: from, date, subject });
  const header: PageLine[] = [
    ...(subject === null ? [] : [{ text: oneLine(subject), role: "headline" as const }]),
    ...(from === null ? [] : [{ text: `From: ${oneLine(from)}`, role: "byline" as const }]),
    ...(to.length === 0
      ? []
      : [{ text: `To: ${oneLine(to.join(", "))}`, role: "byline" as const }]),
    { text: "" },
  ];
  const page = { ...pageOf(own), lines: [...header, ...own.lines] };
  return { page, parts: [...quotedParts(own), ...attachments], unread: [] };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The older mails, from the newest back, each with its author and day in its name. */
function quotedParts({ quoted, subject }: Message): readonly ReadPart[] {
  return quoted.flatMap((message): ReadPart[] => {
    const who = message.author ?? "an unnamed person";
    const name = `quoted mail of ${oneLine(who)}${message.date === null ? "" : `, ${message.date}`}`;
    const titled = { ...message, subject: message.subject ?? subject };
    return [{ name, page: pageOf(titled) }, ...quotedParts(titled)];
  });
}

function pageOf({ author, date, subject, lines }: Message): Page {
  const title = subject === null ? null : oneLine(subject);
  return { ...plainPage(lines), title, publisher: author, date };
}
