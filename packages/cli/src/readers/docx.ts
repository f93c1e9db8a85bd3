import type { PageLine } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import {
  type ForeignFile,
  type ForeignReader,
  isOldOffice,
  plainPage,
  type ReadFile,
  type ReadPart,
  startsWith,
} from "./foreign-reader.js";
import { OfficeText } from "./office-text.js";
import { type Attributes, readXml, type XmlListener } from "./xml-events.js";
import { openZip, type ZipEntry } from "./zip-file.js";

/** Word documents. Deleted text is left out, struck-out text kept apart, macros are not looked at. */
export const docxReader: ForeignReader = {
  name: "Word",
  extensions: ["docx", "docm"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ extension, bytes }) =>
    docxReader.extensions.includes(extension) && (startsWith(bytes, "PK") || isOldOffice(bytes))
      ? "content"
      : null,
  read: readDocx,
};

async function readDocx({ path, bytes }: ForeignFile): Promise<ReadFile> {
  if (isOldOffice(bytes)) throw locked(path);
  const entries = new Map((await openZip(path, bytes)).map((entry) => [entry.name, entry]));
  const body = entries.get("word/document.xml");
  if (body === undefined) throw noDocument(path);
  const text = new OfficeText();
  await readPart(body, text);
  for (const name of ["word/footnotes.xml", "word/endnotes.xml"]) {
    for (const note of await readNotes(entries.get(name), "w:footnote", "w:endnote"))
      text.note(note.text);
  }
  const comments = await readNotes(entries.get("word/comments.xml"), "w:comment");
  const core = await readCore(entries.get("docProps/core.xml"));
  const lines = await withMargins(text.finish(), entries);
  const page = {
    ...plainPage(lines, macroNotice(entries)),
    title: core.get("dc:title") || (lines.find(({ role }) => role === "headline")?.text ?? null),
  };
  return { page, parts: commentParts(comments), unread: [] };
}

/** A document with a password is wrapped in the container of older programs. */
export const locked = (path: string): RedthreadError =>
  new RedthreadError(
    "INPUT_UNREADABLE",
    `\`${path}\` needs a password, or is of an older kind than its name says. Save it anew without one.`,
  );

const noDocument = (path: string): RedthreadError =>
  new RedthreadError(
    "INPUT_UNREADABLE",
    `\`${path}\` is no Word document: it holds no text of one. Open it and save it anew.`,
  );

const macroNotice = (entries: ReadonlyMap<string, ZipEntry>): readonly string[] =>
  entries.has("word/vbaProject.bin") ? ["The document has macros; they were not looked at."] : [];

const isOn = (attributes: Attributes): boolean =>
  !/^(0|false|none|off)$/.test(attributes["w:val"] ?? "1");

/** Reads a part of the document into lines. */
async function readPart(entry: ZipEntry, text: OfficeText): Promise<void> {
  readXml(await entry.read(), new WordText(text));
}

/** Words that stand for a letter. */
const SIGNS: Readonly<Record<string, string>> = {
  "w:tab": " ",
  "w:br": " ",
  "w:cr": " ",
  "w:noBreakHyphen": "-",
};

/** Hears the XML of a part and writes down its text. */
class WordText implements XmlListener {
  readonly #text: OfficeText;
  #isStruck = false;
  #isHidden = false;
  /** Open stretches that were deleted under review, or moved away: no text of the document any more. */
  #gone = 0;
  #inText = false;

  constructor(text: OfficeText) {
    this.#text = text;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === "w:del" || name === "w:moveFrom") this.#gone += 1;
    else if (name === "w:r") this.#isStruck = this.#isHidden = false;
    else if (name === "w:strike" || name === "w:dstrike") this.#isStruck = isOn(attributes);
    else if (name === "w:vanish") this.#isHidden = isOn(attributes);
    else if (name === "w:t") this.#inText = true;
    else if (SIGNS[name] !== undefined) this.#text.add(SIGNS[name]);
    else this.#openBlock(name, attributes);
  };

  #openBlock(name: string, attributes: Attributes): void {
    if (name === "w:p") this.#text.beginParagraph();
    else if (name === "w:pStyle" && /^(heading|title)/i.test(attributes["w:val"] ?? ""))
      this.#text.beginParagraph("headline");
    else if (name === "w:numPr") this.#text.beginParagraph("bullet");
    else if (name === "w:tr") this.#text.beginRow();
    else if (name === "w:tc") this.#text.beginCell();
  }

  readonly text = (letters: string): void => {
    if (this.#inText && this.#gone === 0 && !this.#isHidden)
      this.#text.add(letters, this.#isStruck ? "struck" : "plain");
  };

  readonly close = (name: string): void => {
    if (name === "w:del" || name === "w:moveFrom") this.#gone -= 1;
    else if (name === "w:t") this.#inText = false;
    else if (name === "w:p") this.#text.endParagraph();
    else if (name === "w:tr") this.#text.endRow();
    else if (name === "w:tbl") this.#text.endTable();
  };
}

interface Note {
  readonly attributes: Attributes;
  readonly text: string;
}

/** The notes of a part that hold text. */
async function readNotes(
  entry: ZipEntry | undefined,
  ...names: readonly string[]
): Promise<readonly Note[]> {
  if (entry === undefined) return [];
  const notes: Note[] = [];
  let open: Attributes | null = null;
  let text = "";
  let inText = false;
  readXml(await entry.read(), {
    open(name, attributes) {
      if (names.includes(name)) {
        open = attributes;
        text = "";
      }
      inText = name === "w:t";
      if (name === "w:p" && text !== "") text += " ";
    },
    text(letters) {
      if (inText) text += letters;
    },
    close(name) {
      inText = false;
      if (!names.includes(name) || open === null) return;
      if (text.trim() !== "") notes.push({ attributes: open, text });
      open = null;
    },
  });
  return notes;
}

/** Comments are another person's words at another time: a document of each who wrote some. */
function commentParts(comments: readonly Note[]): readonly ReadPart[] {
  const byAuthor = new Map<string, Note[]>();
  for (const comment of comments) {
    const author = comment.attributes["w:author"]?.trim() || "an unnamed person";
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), comment]);
  }
  return [...byAuthor].map(([author, notes]): ReadPart => {
    const date = /^\d{4}-\d\d-\d\d/.exec(notes[0]?.attributes["w:date"] ?? "")?.[0] ?? null;
    const lines = notes.map(({ text }, at): PageLine => ({ text, place: `comment ${at + 1}` }));
    const title = `Comments by ${author}`;
    return { name: title, page: { ...plainPage(lines), title, publisher: author, date } };
  });
}

/** Heads and feet of pages, which stand apart and are no part of the text. */
async function withMargins(
  lines: readonly PageLine[],
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<readonly PageLine[]> {
  const margins: PageLine[] = [];
  for (const [name, entry] of entries) {
    if (!/^word\/(header|footer)\d*\.xml$/.test(name)) continue;
    const text = new OfficeText();
    await readPart(entry, text);
    for (const line of text.finish()) {
      const words = line.cells?.join(" ") ?? line.text;
      if (words !== "") margins.push({ text: words, role: "boilerplate", place: "head or foot" });
    }
  }
  return [...lines, ...margins];
}

/** Properties of the document, by their names. */
async function readCore(entry: ZipEntry | undefined): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (entry === undefined) return found;
  let open = "";
  readXml(await entry.read(), {
    open: (name) => {
      open = name;
    },
    text: (letters) => found.set(open, `${found.get(open) ?? ""}${letters}`.trim()),
    close: () => {
      open = "";
    },
  });
  return found;
}
