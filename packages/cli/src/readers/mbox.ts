import { RedthreadError } from "@redthread/core/errors";
import { type ForeignFile, type ForeignReader, headOf, type ReadFile } from "./foreign-reader.js";

/** Mail boxes: one mail after the other, each a document of its own. */
export const mboxReader: ForeignReader = {
  name: "MBOX",
  extensions: ["mbox", "mbx"],
  largestBytes: 100 * 1024 * 1024,
  sniff: ({ bytes }) => (START.test(headOf(bytes, 400)) ? "content" : null),
  read: readMbox,
};

/** The line that opens each mail: who sent it, and a day with its hour. */
const START = /^From \S+.{0,40}\d\d:\d\d.{0,20}\d{4}.*\r?\n[\w-]+:/;
const OPENER = /(?:^|\n)From \S+[^\n]{0,40}\d\d:\d\d[^\n]{0,20}\d{4}[^\n]*\n/g;

async function readMbox({ path, bytes }: ForeignFile): Promise<ReadFile> {
  // Mails state their encodings each for itself: their bytes are passed on as they are.
  const text = Buffer.from(bytes).toString("latin1");
  const starts = [...text.matchAll(OPENER)].map(({ index, 0: line }) => ({
    end: index,
    start: index + line.length,
  }));
  const parts = starts.map(({ start }, at) => {
    const mail = text.slice(start, starts[at + 1]?.end ?? text.length);
    const bytesOf = Buffer.from(mail.replace(/^>(>*From )/gm, "$1"), "latin1");
    return { name: `mail ${at + 1}.eml`, bytes: new Uint8Array(bytesOf) };
  });
  if (parts.length === 0)
    throw new RedthreadError("INPUT_EMPTY", `\`${path}\` holds no mail. There is nothing to read.`);
  return { page: null, parts, unread: [] };
}
