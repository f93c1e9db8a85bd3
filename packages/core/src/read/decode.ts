/** A file's bytes as text, with notes on how they were read. */
export interface DecodedText {
  readonly text: string;
  readonly notices: readonly string[];
}

/** Text of bytes in UTF-8: NFC, line ends `\n`, no NUL, no byte order mark. */
export function decodeText(bytes: Uint8Array): DecodedText {
  return { text: normalizeText(new TextDecoder("utf-8").decode(bytes)), notices: [] };
}

/** NFC, line ends `\n`, no NUL, no byte order mark. */
export function normalizeText(raw: string): string {
  return raw
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\0", "")
    .replaceAll("\ufeff", "")
    .normalize("NFC");
}
