import { Parser } from "htmlparser2";

/** Attributes of an element by their names as written, prefix and all. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML text while it is read. */
export interface XmlListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close: (name: string) => void;
}

/**
 * Reads an XML text from its first to its last letter, in time and memory that grow with its length alone:
 * no tree is made, no entity of its own is followed, nothing is loaded.
 */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlListener): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(name, attributes),
      ontext: (data) => text?.(data),
      onclosetag: (name) => close(name),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeXml(bytes));
}

/** XML states its encoding by a mark in front or in its first line; else it is UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
