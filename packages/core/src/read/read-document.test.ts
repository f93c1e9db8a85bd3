import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallPack } from "../../../../tests/support/small-pack.js";
import type { ReportDocument } from "../model/report-document.js";
import { sha256 } from "../text/sha256.js";
import { readDocument } from "./read-document.js";

const pack = smallPack();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, path = "report.txt"): ReportDocument =>
  readDocument({ path, bytes: utf8(text) }, { pack });
const roles = (document: ReportDocument): string[] => document.blocks.map((block) => block.role);
const sentences = (document: ReportDocument): string[] =>
  document.sentences.map(({ start, end }) => document.text.slice(start, end));

const BODY =
  "The harbour master closed the old pier on Monday after a crane fell into the basin. Nobody was hurt.";

describe("readDocument", () => {
  it("keeps the text and names it by its hash", () => {
    const document = read(`Crane falls into basin\n\n${BODY}\n`);
    expect(document.text).toBe(`Crane falls into basin\n\n${BODY}`);
    expect(document.sha256).toBe(sha256(document.text));
    expect(document.id).toBe(`doc:${document.sha256.slice(0, 16)}`);
    expect(document.title).toBe("Crane falls into basin");
    expect(document.language).toBe("en");
    expect(document.notices).toEqual([]);
  });

  it.each([
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...utf8("Quai fermé")]],
    ["UTF-16, little end first", [0xff, 0xfe, ...Buffer.from("Quai fermé", "utf16le")]],
    ["UTF-16, big end first", [0xfe, 0xff, ...Buffer.from("Quai fermé", "utf16le").swap16()]],
    ["Windows-1252", [...Buffer.from("Quai fermé", "latin1")]],
    ["decomposed letters", [...utf8("Quai fermé".normalize("NFD"))]],
  ])("reads %s", (_encoding, bytes) => {
    const document = readDocument({ path: "a.txt", bytes: Uint8Array.from(bytes) }, { pack });
    expect(document.text).toBe("Quai fermé");
  });

  it.each([
    [
      "a first line that says when",
      "On 4 March 2025 the harbour office closed pier 3 at noon",
      "paragraph",
    ],
    ["a report of one line with a credit", `${BODY} (Harbour Wire)`, "paragraph"],
    ["a note with its day", "12/3 the harbour office closed pier 3", "bullet"],
    ["a title", "Crane falls into basin", "headline"],
    [
      "a title that opens with a figure",
      "1.8 million crates found in marble at the border",
      "headline",
    ],
    ["a day and a town", "Erbil, 14 March 2025", "dateline"],
  ])("takes %s for what it is", (_, line, role) => {
    expect(
      roles(read(`${line}\n\n${BODY}\n\nThe pier opens again in May, said the office.`))[0],
    ).toBe(role);
  });

  it("reads a report of one line that ends without a full stop", () => {
    expect(roles(read("The harbour office closed pier 3 at noon"))).toEqual(["paragraph"]);
  });

  it("notes that bytes were read as Windows-1252", () => {
    const bytes = Uint8Array.from(Buffer.from("Quai fermé", "latin1"));
    expect(readDocument({ path: "a.txt", bytes }, { pack }).notices).toContain(
      "The bytes are no UTF-8; they were read as windows-1252, which its letters show best; `build --encoding` says otherwise.",
    );
  });

  it("makes every kind of line end one, and drops NUL", () => {
    expect(read("one\r\ntwo\rthree\u2028four\0").text).toBe("one\ntwo\nthree\nfour");
  });

  it("keeps what prints nothing in the text and out of the title", () => {
    const document = read("Quay\u200b clos\u00aded\n\nThe q\ufeffuay was closed on Mon\u200dday.");
    expect(document.text).toContain("q\ufeffuay");
    expect(document.title).toBe("Quay closed");
  });

  it("finds nothing to read where nothing prints", () => {
    expect(() => read("\u200b\u2060\n\u00ad")).toThrow("is empty");
  });

  it.each([
    ["nothing", "empty.txt", new Uint8Array(), "INPUT_EMPTY", "is empty"],
    ["blanks", "blank.txt", utf8(" \n\t\n"), "INPUT_EMPTY", "is empty"],
    ["a PDF", "a.pdf", utf8("%PDF-1.7 pier"), "INPUT_UNSUPPORTED", "not read yet: a PDF"],
    [
      "a Word document",
      "a.docx",
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]),
      "INPUT_UNSUPPORTED",
      "not read yet: a Word document",
    ],
    [
      "an archive",
      "a.zip",
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]),
      "INPUT_UNSUPPORTED",
      "not read yet: a ZIP archive",
    ],
    [
      "a picture",
      "a.jpg",
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]),
      "INPUT_UNSUPPORTED",
      "no report: a JPEG picture",
    ],
    [
      "bytes that are no text",
      "a.txt",
      Uint8Array.from({ length: 400 }, (_, at) => at % 7),
      "INPUT_UNSUPPORTED",
      "its bytes are no text",
    ],
    ["a table", "a.csv", utf8("Date;Pier\n1;2"), "INPUT_UNSUPPORTED", "Columns seen: Date;Pier"],
    [
      "a file past the limit",
      "big.txt",
      new Uint8Array(21 * 1024 * 1024).fill(65),
      "INPUT_TOO_LARGE",
      "the limit for a file is 20 MB",
    ],
  ])("refuses %s in one line", (_what, path, bytes, code, sentence) => {
    const reading = (): ReportDocument => readDocument({ path, bytes }, { pack });
    expect(reading).toThrow(expect.objectContaining({ code }));
    expect(reading).toThrow(sentence);
  });

  it("reads HTML by its content, whatever the file is named", () => {
    const page = `<!doctype html><html><body><p>${BODY}</p></body></html>`;
    expect(read(page, "saved.docx").text).toContain("old pier");
  });

  it("says that another language is not extracted", () => {
    const document = read(
      "El puerto fue cerrado por la policía en la noche del lunes, y los barcos no se movieron de la bahía.",
    );
    expect(document.language).toBe("es");
    expect(document.notices.join(" ")).toContain("only English is extracted");
  });
});

describe("blocks", () => {
  it("tell headline, dateline, byline, caption, bullets and credits from paragraphs", () => {
    const document = read(
      [
        "Crane falls into basin",
        "By Mina Harrow",
        "Published 3 June 2023",
        BODY,
        "• one crane",
        "Picture: the crane in the basin.",
        "© 2023 The Quay Gazette. All rights reserved.",
      ].join("\n"),
    );
    expect(roles(document)).toEqual([
      "headline",
      "byline",
      "dateline",
      "paragraph",
      "bullet",
      "caption",
      "boilerplate",
    ]);
    expect(document.blocks.map((block) => block.paragraph)).toEqual([
      undefined,
      undefined,
      undefined,
      1,
      2,
      undefined,
      undefined,
    ]);
  });

  it("takes everything after a line of comments for boilerplate", () => {
    const document = read(
      `${BODY}\n${BODY.replace("Monday", "Friday")}\nComments\nFirst!\nNice pier.`,
    );
    expect(roles(document)).toEqual([
      "paragraph",
      "paragraph",
      "boilerplate",
      "boilerplate",
      "boilerplate",
    ]);
  });

  it("marks repeated paragraphs, and repeats behind a stray header", () => {
    const again =
      "date 2024-05-01 The harbour master closed the old pier on Monday after a crane fell into the basin.";
    const document = read(`${again}\n\n${BODY}\n\nThe pier is old.\n\n${BODY}`);
    expect(roles(document)).toEqual(["duplicate", "paragraph", "paragraph", "duplicate"]);
  });

  it("joins lines that were broken at a fixed width", () => {
    const document = read(
      [
        "The harbour master closed the old pier on Monday after a crane",
        "fell into the basin at dawn, and he asked the owners of all the",
        "boats that lay beside it to move them to the new quay before it",
        "was dark. They did.",
      ].join("\n"),
    );
    expect(document.blocks).toHaveLength(1);
    expect(document.text).toContain("a crane fell into");
  });
});

describe("sentences", () => {
  it.each([
    ["Lt. Gen. Harbour said no. He left.", ["Lt. Gen. Harbour said no.", "He left."]],
    ["The U.S. Navy came. So did St. Anne.", ["The U.S. Navy came.", "So did St. Anne."]],
    ["He rose at 4 a.m. The sea was calm.", ["He rose at 4 a.m.", "The sea was calm."]],
    ["“It fell.” Nobody saw it!", ["“It fell.”", "Nobody saw it!"]],
    ["It weighed 2.5 t. No. 7 sank.", ["It weighed 2.5 t.", "No. 7 sank."]],
    ["J. K. Pier and M. Quay met.", ["J. K. Pier and M. Quay met."]],
    ["They came in Sept. 2019 by boat.", ["They came in Sept. 2019 by boat."]],
  ])("split %j", (text, expected) => {
    expect(sentences(read(text))).toEqual(expected);
  });

  it("sets encoded runs apart, so that a quote is a sentence", () => {
    const noise = "QWxsIHdvcmsgYW5k".repeat(300);
    const document = read(`payload=${noise} The crane fell into the basin. ${"( ".repeat(400)}`);
    expect(sentences(document)).toContain("The crane fell into the basin.");
  });

  it("never grow past the limit", () => {
    const document = read("quay ".repeat(5000));
    for (const sentence of sentences(document)) expect(sentence.length).toBeLessThanOrEqual(800);
  });

  it("lie inside their block, in order, without overlap", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (lines) => {
        const text = `pier ${lines.join("\n")}`;
        const document = read(text);
        let at = 0;
        for (const sentence of document.sentences) {
          const block = document.blocks[sentence.block];
          expect(sentence.start).toBeGreaterThanOrEqual(Math.max(at, block?.start ?? 0));
          expect(sentence.end).toBeLessThanOrEqual(block?.end ?? 0);
          expect(document.text.slice(sentence.start, sentence.end).trim()).not.toBe("");
          at = sentence.end;
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("report date and outlet", () => {
  it.each([
    [
      "header",
      `Crane falls\nPublished 3 June 2023, updated 5 June 2023\n${BODY}`,
      "2023-06-03",
      "header",
    ],
    ["dateline", `ROSTOCK, Sept. 2, 2019 (Harbour Wire) – ${BODY}`, "2019-09-02", "dateline"],
    ["opener", `26 April 2024 - ${BODY}`, "2024-04-26", "dateline"],
    ["caption", `${BODY}\nPicture taken January 18, 2021.`, "2021-01", "caption"],
    [
      "day first",
      `Issued 27/12/2024.\n\nThe crane fell on 04/12/2024. Nobody saw it.`,
      "2024-12-27",
      "header",
    ],
  ])("reads the date from the %s", (_where, text, value, basis) => {
    expect(read(text).date).toEqual({ value, basis });
  });

  it.each([
    ["25/12/2024 and 04/05/2024", "day-first"],
    ["12/25/2024 and 04/05/2024", "month-first"],
    ["04/05/2024", null],
    ["25/12/2024 and 12/25/2024", null],
  ])("takes one order of day and month from %s", (dates, order) => {
    expect(read(`The crane fell between ${dates}, it is said.`).dateOrder).toBe(order);
  });

  it("takes no date of the story for the report's", () => {
    expect(read(`${BODY} The crane was built on 3 June 1961 in Gdansk.`).date).toBeNull();
  });

  it.each([
    [`ROSTOCK (Harbour Wire) – ${BODY}`, "Harbour Wire"],
    [`Crane falls\nBy Mina Harrow, Baltic Tribune\n${BODY}`, "Baltic Tribune"],
    [`Crane falls\nLondon | 2 October 2025 | Quay & Pier Review\n${BODY}`, "Quay & Pier Review"],
    [`Crane falls\nPublished: 3 May 2025 | Rostock Court Record\n${BODY}`, "Rostock Court Record"],
    [
      `Crane falls\n3 May 2025 | Text: Mina Harrow, Observatorio Puerto\n${BODY}`,
      "Observatorio Puerto",
    ],
    [`Crane falls\n3 May 2025 | Updated 8:10pm\n${BODY}`, null],
    [`${BODY}\n(c) Quay Gazette. All rights reserved.`, "Quay Gazette"],
    [BODY, null],
  ])("reads the outlet of %j", (text, publisher) => {
    expect(read(text).publisher).toBe(publisher);
  });
});
