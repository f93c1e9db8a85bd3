import { RedthreadError } from "@redthread/core/errors";
import {
  type ForeignFile,
  type ForeignReader,
  onePage,
  plainPage,
  type ReadFile,
  startsWith,
} from "./foreign-reader.js";
import { OfficeText } from "./office-text.js";

/** Rich text. Only letters, paragraphs, tables, notes and what is struck out are read. */
export const rtfReader: ForeignReader = {
  name: "rich text",
  extensions: ["rtf"],
  largestBytes: 50 * 1024 * 1024,
  sniff: ({ bytes }) => (startsWith(bytes, "{\\rtf") ? "content" : null),
  read: readRtf,
};

/** Groups that hold no text of the document. */
const ASIDE: ReadonlySet<string> = new Set(
  "fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping datastore latentstyles fldinst atnid atnauthor annotation atndate atnref bkmkstart bkmkend shpinst nonshppict mmathPr filetbl upr".split(
    " ",
  ),
);
/** Words that stand for a letter. */
const LETTERS: Readonly<Record<string, string>> = {
  tab: " ",
  line: " ",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  "~": "\u00a0",
  _: "-",
};
/** Encodings by the number of the code page. */
const PAGES: Readonly<Record<string, string>> = {
  "437": "windows-1252",
  "850": "windows-1252",
  "932": "shift_jis",
  "936": "gbk",
  "949": "euc-kr",
  "950": "big5",
  "10000": "macintosh",
};

interface Group {
  isAside: boolean;
  isStruck: boolean;
  isHidden: boolean;
  isNote: boolean;
  /** Bytes that follow a letter for programs that do not know it. */
  skip: number;
}

const TOKEN =
  /\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/g;
/** Groups that may be open at once; deeper ones are no document. */
const DEEPEST = 1_000;

async function readRtf({ path, bytes }: ForeignFile): Promise<ReadFile> {
  const source = new TextDecoder("latin1").decode(bytes);
  if (!source.trimEnd().endsWith("}"))
    throw new RedthreadError(
      "INPUT_UNREADABLE",
      `\`${path}\` is damaged: its text ends in the middle. Get the file again.`,
    );
  const reader = new RtfText();
  for (const token of source.matchAll(TOKEN)) {
    if (!reader.take(token)) {
      throw new RedthreadError(
        "INPUT_TOO_LARGE",
        `\`${path}\` nests more than ${DEEPEST} groups, which is the limit; it was not read.`,
      );
    }
  }
  return onePage(plainPage(reader.finish()));
}

class RtfText {
  readonly #text = new OfficeText();
  readonly #groups: Group[] = [];
  #group: Group = { isAside: false, isStruck: false, isHidden: false, isNote: false, skip: 1 };
  #decoder = new TextDecoder("windows-1252");
  #bytes: number[] = [];
  #skip = 0;
  #note = "";
  #isRow = false;

  /** Takes one token; false where groups nest too deep. */
  take([, word, number, hex, sign, brace, letters]: RegExpMatchArray): boolean {
    if (hex !== undefined) this.#takeByte(Number.parseInt(hex, 16));
    else {
      this.#flush();
      if (brace === "{") {
        if (this.#groups.length >= DEEPEST) return false;
        this.#groups.push({ ...this.#group });
      } else if (brace === "}") this.#endGroup();
      else if (word !== undefined) this.#takeWord(word, number);
      else if (sign !== undefined) this.#takeSign(sign);
      else if (letters !== undefined) this.#write(this.#withoutSkipped(letters));
    }
    return true;
  }

  finish() {
    this.#flush();
    this.#endParagraph();
    return this.#text.finish();
  }

  #takeByte(byte: number): void {
    if (this.#skip > 0) this.#skip -= 1;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const letters = this.#decoder.decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#write(letters);
  }

  #withoutSkipped(letters: string): string {
    const rest = letters.slice(this.#skip);
    this.#skip = Math.max(0, this.#skip - letters.length);
    return rest;
  }

  #write(letters: string): void {
    const { isAside, isHidden, isNote, isStruck } = this.#group;
    if (isAside || isHidden) return;
    if (isNote) this.#note += letters;
    else this.#text.add(letters, isStruck ? "struck" : "plain");
  }

  #endGroup(): void {
    const wasNote = this.#group.isNote;
    this.#group = this.#groups.pop() ?? this.#group;
    if (!wasNote || this.#group.isNote) return;
    this.#text.note(this.#note);
    this.#note = "";
  }

  #takeSign(sign: string): void {
    if (sign === "*") this.#group.isAside = true;
    else this.#write(LETTERS[sign] ?? (/[\\{}]/.test(sign) ? sign : ""));
  }

  #takeWord(word: string, number: string | undefined): void {
    const group = this.#group;
    const isOn = number !== "0";
    if (ASIDE.has(word)) group.isAside = true;
    else if (word === "u") this.#takeLetter(Number(number));
    else if (word === "uc") group.skip = Math.min(10, Number(number ?? 1));
    else if (word === "ansicpg") this.#setPage(number ?? "1252");
    else if (word === "footnote") group.isNote = true;
    else if (word === "strike" || word === "striked") group.isStruck = isOn;
    else if (word === "v" || word === "deleted") group.isHidden = isOn;
    else if (word === "plain") group.isStruck = group.isHidden = false;
    else if (LETTERS[word] !== undefined) this.#write(LETTERS[word]);
    else this.#takeBlock(word);
  }

  #takeLetter(code: number): void {
    this.#write(String.fromCharCode(code < 0 ? code + 65_536 : code));
    this.#skip = this.#group.skip;
  }

  #setPage(page: string): void {
    try {
      this.#decoder = new TextDecoder(PAGES[page] ?? `windows-${page}`);
    } catch {
      this.#decoder = new TextDecoder("windows-1252");
    }
  }

  #takeBlock(word: string): void {
    if (this.#group.isAside || this.#group.isNote) return;
    if (word === "par" || word === "sect" || word === "page") this.#endParagraph();
    else if (word === "trowd" && !this.#isRow) {
      this.#isRow = true;
      this.#text.beginRow();
      this.#text.beginCell();
    } else if (word === "cell") {
      this.#text.endParagraph();
      this.#text.beginCell();
    } else if (word === "row") {
      this.#isRow = false;
      this.#text.endRow();
    }
  }

  #endParagraph(): void {
    this.#text.endParagraph();
  }
}
