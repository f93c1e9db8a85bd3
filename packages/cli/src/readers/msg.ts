import { createRequire } from "node:module";
import type { default as MsgModule } from "@kenjiuno/msgreader";
import { RedthreadError } from "@redthread/core/errors";
import {
  type ForeignFile,
  type ForeignReader,
  isOldOffice,
  type ReadFile,
  type ReadPart,
} from "./foreign-reader.js";
import { mailText } from "./mail-html.js";
import { mailFile } from "./mail-page.js";
import { dayOf } from "./mail-split.js";

/** Mails of Outlook. */
export const msgReader: ForeignReader = {
  name: "Outlook mail",
  extensions: ["msg"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) => (extension === "msg" && isOldOffice(bytes) ? "content" : null),
  read: readMsg,
};

async function readMsg({ path, bytes }: ForeignFile): Promise<ReadFile> {
  // It is written for `require`, and says so of its default export differently from its types.
  const { default: Reader } = createRequire(import.meta.url)("@kenjiuno/msgreader") as {
    readonly default: (typeof MsgModule)["default"];
  };
  const reader = new Reader(Uint8Array.from(bytes).buffer);
  const mail = reader.getFileData();
  if (mail.error !== undefined && mail.error !== null)
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${path}\` is damaged: it cannot be read as Outlook mail. Get the file again.`,
    );
  const attachments = (mail.attachments ?? []).map((one, at): ReadPart => {
    const { fileName, content } = reader.getAttachment(one);
    return { name: fileName.split(/[\\/]/).at(-1) || `attachment ${at + 1}`, bytes: content };
  });
  const html = mail.html === undefined ? mail.bodyHtml : new TextDecoder().decode(mail.html);
  const text = mail.body?.trim() ? mail.body : mailText(html ?? "");
  return mailFile({
    from: mail.senderName ?? mail.senderEmail ?? null,
    to: (mail.recipients ?? []).flatMap(({ name, email }) => name ?? email ?? []),
    subject: mail.subject ?? null,
    date: sentDay(mail.headers) ?? isoDay(mail.clientSubmitTime ?? mail.messageDeliveryTime),
    text,
    attachments,
  });
}

const sentDay = (headers: string | undefined): string | null =>
  dayOf(/^date:(.*)$/im.exec(headers ?? "")?.[1] ?? "");

function isoDay(time: string | undefined): string | null {
  const value = Date.parse(time ?? "");
  return Number.isNaN(value) ? null : new Date(value).toISOString().slice(0, 10);
}
