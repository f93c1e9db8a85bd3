import type { Attachment } from "postal-mime";
import {
  type ForeignFile,
  type ForeignReader,
  headOf,
  type ReadFile,
  type ReadPart,
} from "./foreign-reader.js";
import { mailText } from "./mail-html.js";
import { mailFile } from "./mail-page.js";
import { dayOf } from "./mail-split.js";

/** Mails, whatever they are called: their first lines say what they are. */
export const emlReader: ForeignReader = {
  name: "mail",
  extensions: ["eml"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) => {
    if (isMail(headOf(bytes, 4096))) return "content";
    return emlReader.extensions.includes(extension) && bytes.length > 0 ? "name" : null;
  },
  read: readEml,
};

const FIELD =
  /^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to|reply-to|cc|content-type|x-[\w-]+):/i;

/** A text whose first lines are the fields of a mail. */
function isMail(head: string): boolean {
  const found = new Set<string>();
  for (const line of head.split(/\r?\n/).slice(0, 60)) {
    if (line.trim() === "") break;
    const field = FIELD.exec(line)?.[1]?.toLowerCase();
    if (field !== undefined) found.add(field);
    else if (!/^[\s]|^[\w-]+:/.test(line)) return false;
  }
  const told = ["from", "to", "date", "subject", "message-id", "received"].filter((one) =>
    found.has(one),
  );
  return told.length >= 3 && found.has("from");
}

/** Messages in messages that the parser goes into; deeper ones are files of their own. */
const DEEPEST = 50;

async function readEml({ bytes }: ForeignFile): Promise<ReadFile> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: DEEPEST,
    attachmentEncoding: "arraybuffer",
  });
  const raw = mail.headers.find(({ key }) => key === "date")?.value ?? "";
  const plain = mail.text?.trim() ?? "";
  return mailFile({
    from: personOf(mail.from),
    to: (mail.to ?? []).flatMap((one) => personOf(one) ?? []),
    subject: mail.subject ?? null,
    date: dayOf(raw) ?? mail.date?.slice(0, 10) ?? null,
    text: plain === "" ? mailText(mail.html ?? "") : plain,
    attachments: mail.attachments.filter(isFile).map(attachmentPart),
  });
}

interface Address {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

const personOf = (one: Address | undefined): string | null => one?.name || one?.address || null;

/** Pictures in the text of a mail are part of how it looks. */
const isFile = ({ related, disposition, mimeType }: Attachment): boolean =>
  !(mimeType.startsWith("image/") && (related === true || disposition === "inline"));

function attachmentPart({ filename, mimeType, content }: Attachment, at: number): ReadPart {
  const bytes =
    typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  const name =
    filename?.split(/[\\/]/).at(-1)?.trim() || `attachment ${at + 1}${endingOf(mimeType)}`;
  return { name, bytes, mediaHint: mimeType };
}

const endingOf = (mimeType: string): string =>
  mimeType === "message/rfc822" ? ".eml" : mimeType === "text/html" ? ".html" : "";
