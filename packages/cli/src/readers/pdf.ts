import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { RedthreadError } from "@redthread/core/errors";
import {
  type ForeignFile,
  type ForeignReader,
  headOf,
  onePage,
  type ReadFile,
} from "./foreign-reader.js";
import { joinPages } from "./pdf-paragraphs.js";
import { type PageText, readTextRuns } from "./pdf-runs.js";

/** Pages of one file that are read; more are left out with a notice. */
const MOST_PAGES = 2_000;

/** Texts of PDF files. Scripts, forms and pictures are not looked at. */
export const pdfReader: ForeignReader = {
  name: "PDF",
  extensions: ["pdf"],
  largestBytes: 50 * 1024 * 1024,
  // Some programs write a line or two in front.
  sniff: ({ bytes }) => (headOf(bytes, 1024).includes("%PDF-") ? "content" : null),
  read: readPdf,
};

async function readPdf({ path, bytes }: ForeignFile): Promise<ReadFile> {
  const pdf = await openPdf(path, bytes);
  const pages: PageText[] = [];
  const notices: string[] = [];
  const count = Math.min(pdf.numPages, MOST_PAGES);
  if (pdf.numPages > count) notices.push(`${count} of ${pdf.numPages} pages were read.`);
  const broken: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      pages.push({ number, width: right - left, height: top - bottom, runs: readTextRuns(items) });
      page.cleanup();
    } catch {
      broken.push(number);
    }
  }
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const empty = pages.filter(({ runs }) => runs.length === 0).map(({ number }) => number);
  if (empty.length === pages.length) throw withoutText(path, count, broken.length);
  if (empty.length > 0) notices.push(`No text, perhaps a scan, on ${pagesWords(empty)}.`);
  if (broken.length > 0) notices.push(`Damaged and not read: ${pagesWords(broken)}.`);
  const title = "Title" in info && typeof info.Title === "string" ? info.Title.trim() : "";
  const lines = joinPages(pages);
  const heading = lines.find(({ role }) => role === "headline")?.text ?? null;
  return onePage({
    lines,
    title: isTitle(title) ? title : heading,
    publisher: null,
    date: null,
    language: null,
    notices,
  });
}

/** Programs write the name of the file, or their own, where a title should stand. */
const isTitle = (title: string): boolean =>
  title.length > 3 && !/\.\w{2,5}$|^(untitled|document\d*|microsoft|about:blank)/i.test(title);

/** `page 2` or `pages 2, 3 and 5`. */
function pagesWords(pages: readonly number[]): string {
  if (pages.length === 1) return `page ${pages[0]}`;
  return `pages ${pages.slice(0, -1).join(", ")} and ${pages.at(-1)}`;
}

function withoutText(path: string, pages: number, broken: number): RedthreadError {
  const count = pages === 1 ? "1 page" : `${pages} pages`;
  const sentence =
    broken === pages
      ? `\`${path}\` is damaged: none of its ${count} can be read.`
      : `\`${path}\` is scanned: no text, ${count}. Read it with a program that recognises letters, and save that text.`;
  return new RedthreadError("INPUT_UNREADABLE", sentence);
}

async function openPdf(path: string, bytes: Uint8Array) {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  try {
    return await getDocument({
      data: Uint8Array.from(bytes),
      verbosity: VerbosityLevel.ERRORS,
      cMapUrl: `${join(folder, "cmaps")}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(folder, "standard_fonts")}/`,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    throw unopened(path, error);
  }
}

function unopened(path: string, cause: unknown): RedthreadError {
  const isLocked = cause instanceof Error && cause.name === "PasswordException";
  const sentence = isLocked
    ? `\`${path}\` needs a password. Save it without one.`
    : `\`${path}\` is damaged: it cannot be opened as PDF. Get the file again.`;
  return new RedthreadError("INPUT_UNREADABLE", sentence, { cause });
}

/** pdf.js asks for a drawing library for what is not drawn here; the few names it needs stand in for it. */
async function loadPdfjs() {
  const scope: Record<string, unknown> = globalThis as never;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) scope[name] ??= class {};
  const [pdfjs, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    // Its types leave the worker out; it is run in this very process, which is one of its own.
    // @ts-expect-error no declarations
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  scope["pdfjsWorker"] = worker;
  return pdfjs;
}
