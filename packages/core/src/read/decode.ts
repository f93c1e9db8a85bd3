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
 * Text of bytes in UTF-8, UTF-16 or, where neither fits, Windows-1252.
 * @throws RedthreadError `INPUT_UNSUPPORTED` when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, path: string): DecodedText {
  const encoding = unicodeEncoding(bytes);
  if (encoding !== null) {
    return { text: normalizeText(checkText(decode(bytes, encoding), path)), notices: [] };
  }
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return { text: normalizeText(checkText(strict, path)), notices: [] };
  const text = checkText(decode(bytes, "windows-1252"), path);
  return {
    text: normalizeText(text),
    notices: ["The bytes are no UTF-8; they were read as Windows-1252."],
  };
}

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
