// Lines of a document of an office program, gathered from what its XML tells one after the other.
import type { Page, PageLine } from "@redthread/core/build";

/** What a stretch of letters is beside text. */
export type Manner = "plain" | "struck";

type Role = NonNullable<PageLine["role"]>;

/** A text apart from the body: a note or a comment. */
interface Side {
  readonly role: Role;
  text: string;
}

/** Gathers paragraphs and tables; struck-out words become lines of their own behind their paragraph. */
export class OfficeText {
  readonly lines: PageLine[] = [];
  #text = "";
  #struck = "";
  #role: Role | undefined;
  #place: string | undefined;
  /** Cells of the rows that are open, the innermost last. */
  readonly #rows: string[][] = [];
  readonly #sides: Side[] = [];

  set place(place: string | undefined) {
    this.#place = place;
  }

  add(text: string, manner: Manner = "plain"): void {
    if (manner === "struck") this.#struck += text;
    else this.#text += text;
  }

  beginParagraph(role?: Role): void {
    this.#role = role;
  }

  /** A paragraph of a cell is a part of the cell. */
  endParagraph(): void {
    const row = this.#rows.at(-1);
    if (row !== undefined) {
      row.push(`${row.pop() ?? ""} ${this.#text}`.trim());
    } else if (this.#text.trim() !== "") {
      this.#line(this.#text, this.#role);
    } else this.lines.push({ text: "" });
    this.#text = "";
    this.#role = undefined;
    if (this.#struck.trim() !== "" && row === undefined) this.#line(this.#struck, "struck");
    this.#struck = "";
  }

  #line(text: string, role: Role | undefined): void {
    const line = oneLine(text);
    const place = this.#place === undefined ? {} : { place: this.#place };
    this.lines.push(role === undefined ? { text: line, ...place } : { text: line, role, ...place });
  }

  /** A table in a cell is a part of the cell. */
  beginRow(): void {
    this.#rows.push([]);
  }

  beginCell(): void {
    this.#rows.at(-1)?.push("");
  }

  endRow(): void {
    const row = this.#rows.pop();
    const outer = this.#rows.at(-1);
    if (row === undefined) return;
    if (outer !== undefined) outer.push(`${outer.pop() ?? ""} ${row.join(" ")}`.trim());
    else if (row.some((cell) => cell !== "")) this.#cells(row);
  }

  /** A row of one cell is a frame around text. */
  #cells(row: readonly string[]): void {
    const [only = ""] = row;
    if (row.length === 1) this.#line(only, undefined);
    else this.lines.push({ text: "", cells: row.map(oneLine) });
  }

  endTable(): void {
    if (this.#rows.length === 0) this.lines.push({ text: "" });
  }

  /** What is added from here to {@link endSide} stands apart, behind the body. */
  note(text: string): void {
    if (text.trim() !== "") this.#sides.push({ role: "footnote", text: oneLine(text) });
  }

  /** All lines, the notes last. */
  finish(): Page["lines"] {
    const place = { place: "notes" };
    return [...this.lines, ...this.#sides.map((side) => ({ ...side, ...place }))];
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
