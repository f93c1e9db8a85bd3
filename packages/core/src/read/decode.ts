import { analyse } from "chardet";
import { RedthreadError } from "../errors/redthread-error.js";

/** A file's bytes as text, with notes on how they were read. */
export interface DecodedText {
  /** NFC, line ends `\n`, no NUL, no byte order mark in front. */
  readonly text: string;
  readonly notices: readonly string[];
}

/** Share of control characters from which a file is taken for binary. */
const BINARY_SHARE = 0.02;
/** Bytes looked at to tell UTF-16 without a mark from other encodings. */
const SAMPLE = 4096;

/**
 * Text of bytes in UTF-8 or UTF-16; else in the encoding that is asked for, that the text itself
 * states as a web page does, or that its letters show best.
 * @throws RedthreadError `INPUT_UNSUPPORTED` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, path: string, asked?: string): DecodedText {
  const encoding = unicodeEncoding(bytes);
  if (encoding !== null) {
    return { text: normalizeText(checkText(decode(bytes, encoding), path)), notices: [] };
  }
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return { text: normalizeText(checkText(strict, path)), notices: [] };
  const { name, basis } =
    asked === undefined ? findEncoding(bytes) : { name: asked, basis: "as `--encoding` says" };
  return {
    text: normalizeText(checkText(decode(bytes, name), path)),
    notices: [`The bytes are no UTF-8; they were read as ${name}, ${basis}.`],
  };
}

/** Whether texts in an encoding of this name can be read. */
function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name) !== null;
  } catch {
    return false;
  }
}

/** How a web page or a mail states its encoding. */
const STATED = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
/** By so much, of a hundred, another encoding must fit better than that of western Europe. */
const CLEARLY = 10;
/** What speaks for an encoding less than so much, of a hundred, is chance in a few accents. */
const LEAST = 30;
/** From this share of bytes beyond ASCII on a text is in no Latin script. */
const OTHER_SCRIPT = 0.25;
const WESTERN = "windows-1252";
/** Bytes that the letters are counted in. */
const LETTERS = 65_536;

function findEncoding(bytes: Uint8Array): { readonly name: string; readonly basis: string } {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const stated = STATED.exec(head)?.[1];
  if (stated !== undefined && isEncoding(stated) && !/^utf-?8$/i.test(stated))
    return { name: stated.toLowerCase(), basis: "as the file itself says" };
  const found = analyse(bytes.subarray(0, LETTERS)).filter(({ name }) => isEncoding(name));
  const sureOf = (name: string): number =>
    Math.max(0, ...found.filter((one) => isSame(one.name, name)).map((one) => one.confidence));
  const best = found.find(({ name }) => !/^(utf|ascii)/i.test(name));
  const sample = bytes.subarray(0, LETTERS);
  const beyond = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  const isClear =
    best !== undefined &&
    (beyond > sample.length * OTHER_SCRIPT ||
      (best.confidence >= LEAST && best.confidence > sureOf(WESTERN) + CLEARLY));
  const name = isClear ? best.name : WESTERN;
  return { name, basis: "which its letters show best; `build --encoding` says otherwise" };
}

const isSame = (a: string, b: string): boolean =>
  new TextDecoder(a).encoding === new TextDecoder(b).encoding;

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding).decode(bytes);

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 by its byte order mark, or by NULs in every other byte. */
function unicodeEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (half < 4) return null;
  if (odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.6 && odd < half * 0.1) return "utf-16be";
  return null;
}

function checkText(text: string, path: string): string {
  const sample = text.slice(0, SAMPLE * 4);
  let controls = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) {
      controls += 1;
    }
  }
  if (controls > 2 && controls > sample.length * BINARY_SHARE) {
    throw new RedthreadError(
      "INPUT_UNSUPPORTED",
      `\`${path}\` is no report: its bytes are no text. Pass text, Markdown or HTML.`,
    );
  }
  return text;
}

const CONTROLS = /(?![\n\t])\p{Cc}|^\ufeff/gu;

/** NFC, line ends `\n`, no control characters, no byte order mark in front. */
function normalizeText(raw: string): string {
  return raw
    .replace(/\r\n?|\u2028|\u2029|\u0085|\f/g, "\n")
    .replace(CONTROLS, "")
    .normalize("NFC");
}
