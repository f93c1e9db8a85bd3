import type { PageLine } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import {
  type ForeignFile,
  type ForeignReader,
  plainPage,
  type ReadFile,
  type ReadPart,
  startsWith,
} from "./foreign-reader.js";
import { OfficeText } from "./office-text.js";
import { type Attributes, readXml, type XmlListener } from "./xml-events.js";
import { openZip } from "./zip-file.js";

/** OpenDocument texts. Deleted text is left out, struck-out text kept apart. */
export const odtReader: ForeignReader = {
  name: "OpenDocument text",
  extensions: ["odt", "ott", "fodt"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) =>
    odtReader.extensions.includes(extension) &&
    (startsWith(bytes, "PK") || startsWith(bytes, "<?xml"))
      ? "content"
      : null,
  read: readOdt,
};

async function readOdt({ path, bytes }: ForeignFile): Promise<ReadFile> {
  const content = startsWith(bytes, "PK") ? await contentOf(path, bytes) : bytes;
  const found = new OdtText();
  readXml(content, found.listener);
  const lines = found.text.finish();
  const title = found.title.trim() || (lines.find(({ role }) => role === "headline")?.text ?? null);
  return { page: { ...plainPage(lines), title }, parts: found.comments(), unread: [] };
}

/**
 * The content of an OpenDocument file.
 * @throws RedthreadError `INPUT_UNREADABLE` for one that is locked or none.
 */
export async function contentOf(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const entries = await openZip(path, bytes);
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const manifest = await find("META-INF/manifest.xml")?.read();
  if (manifest !== undefined && new TextDecoder().decode(manifest).includes("encryption-data"))
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${path}\` needs a password. Save it without one.`,
    );
  const content = await find("content.xml")?.read();
  if (content !== undefined) return content;
  throw new RedthreadError(
    "INPUT_UNREADABLE",
    `\`${path}\` is no OpenDocument file: it holds no content. Open it and save it anew.`,
  );
}

interface Comment {
  author: string;
  date: string;
  text: string;
}

/** Hears the XML of a text and writes down its lines. */
class OdtText {
  readonly text = new OfficeText();
  title = "";
  readonly #comments: Comment[] = [];
  /** Names of styles that strike letters out. */
  readonly #struckStyles = new Set<string>();
  readonly #spans: boolean[] = [];
  #style = "";
  #deleted = 0;
  #inBody = false;
  #inTitle = false;
  #note: string | null = null;
  #comment: Comment | null = null;
  #field: "author" | "date" | null = null;
  #inItem = false;

  readonly #open = (name: string, attributes: Attributes): void => {
    if (name === "office:body") this.#inBody = true;
    else if (name === "dc:title") this.#inTitle = true;
    else if (name === "style:style") this.#style = attributes["style:name"] ?? "";
    else if (name === "style:text-properties" && isStruckOut(attributes))
      this.#struckStyles.add(this.#style);
    else if (name === "text:tracked-changes") this.#deleted += 1;
    else if (name === "text:note-body") this.#note = "";
    else if (name === "office:annotation") this.#comment = { author: "", date: "", text: "" };
    else if (name === "dc:creator" && this.#comment !== null) this.#field = "author";
    else if (name === "dc:date" && this.#comment !== null) this.#field = "date";
    else if (this.#isApart()) this.#blank(name, attributes);
    else this.#openBlock(name, attributes);
  };

  #openBlock(name: string, attributes: Attributes): void {
    if (name === "text:h") this.text.beginParagraph("headline");
    else if (name === "text:list-item") this.#inItem = true;
    else if (name === "text:p") this.text.beginParagraph(this.#inItem ? "bullet" : undefined);
    else if (name === "text:span")
      this.#spans.push(this.#struckStyles.has(attributes["text:style-name"] ?? ""));
    else if (name === "table:table-row") this.text.beginRow();
    else if (name === "table:table-cell") this.text.beginCell();
    else this.#blank(name, attributes);
  }

  #isApart(): boolean {
    return this.#note !== null || this.#comment !== null;
  }

  #blank(name: string, attributes: Attributes): void {
    if (name === "text:s") this.#write(" ".repeat(Math.min(20, Number(attributes["text:c"] ?? 1))));
    else if (name === "text:tab" || name === "text:line-break" || name === "text:p")
      this.#write(" ");
  }

  readonly #write = (letters: string): void => {
    if (this.#deleted > 0) return;
    if (this.#field !== null && this.#comment !== null) this.#comment[this.#field] += letters;
    else if (this.#comment !== null) this.#comment.text += letters;
    else if (this.#note !== null) this.#note += letters;
    else if (this.#inTitle) this.title += letters;
    else if (this.#inBody) this.text.add(letters, this.#spans.some(Boolean) ? "struck" : "plain");
  };

  readonly #close = (name: string): void => {
    if (name === "dc:title") this.#inTitle = false;
    else if (name === "dc:creator" || name === "dc:date") this.#field = null;
    else if (name === "text:tracked-changes") this.#deleted -= 1;
    else if (name === "text:note-body") {
      this.text.note(this.#note ?? "");
      this.#note = null;
    } else if (name === "office:annotation") {
      if (this.#comment !== null) this.#comments.push(this.#comment);
      this.#comment = null;
    } else if (!this.#isApart()) this.#closeBlock(name);
  };

  #closeBlock(name: string): void {
    if (name === "text:h" || name === "text:p") this.text.endParagraph();
    else if (name === "text:list-item") this.#inItem = false;
    else if (name === "text:span") this.#spans.pop();
    else if (name === "table:table-row") this.text.endRow();
    else if (name === "table:table") this.text.endTable();
  }

  get listener(): XmlListener {
    return { open: this.#open, text: this.#write, close: this.#close };
  }

  /** A document for each person who commented. */
  comments(): readonly ReadPart[] {
    const authors = [...new Set(this.#comments.map(({ author }) => author.trim()))];
    return authors.map((author): ReadPart => {
      const own = this.#comments.filter((one) => one.author.trim() === author);
      const lines = own.map(
        ({ text }, at): PageLine => ({
          text: text.replace(/\s+/g, " ").trim(),
          place: `comment ${at + 1}`,
        }),
      );
      const who = author === "" ? "an unnamed person" : author;
      const title = `Comments by ${who}`;
      const date = /^\d{4}-\d\d-\d\d/.exec(own[0]?.date ?? "")?.[0] ?? null;
      return { name: title, page: { ...plainPage(lines), title, publisher: who, date } };
    });
  }
}

const isStruckOut = (attributes: Attributes): boolean => {
  const line = attributes["style:text-line-through-style"] ?? "none";
  return line !== "none";
};
