/** One query of a text that holds several. */
export interface Statement {
  /** The query after as much white space as stood before it, so that places in it are places in the text. */
  readonly text: string;
  /** The lines of comment right above it, without their slashes. */
  readonly comment: readonly string[];
}

/** Where something begins that may hold a `;` of its own, and what it ends with. */
const ENCLOSED: readonly (readonly [start: string, end: string, hasEscapes: boolean])[] = [
  ["//", "\n", false],
  ["/*", "*/", false],
  ["'", "'", true],
  ['"', '"', true],
  ["`", "`", false],
];

/** The queries of a text, which `;` divides. Pieces of nothing but comments are left out. O(n) a query. */
export function splitStatements(source: string): readonly Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  for (const end of [...dividersOf(source), source.length]) {
    const piece = source.slice(start, end);
    const comment = leadingComment(piece);
    if (withoutComments(piece).trim() !== "") {
      statements.push({ text: source.slice(0, start).replace(/[^\n]/g, " ") + piece, comment });
    }
    start = end + 1;
  }
  return statements;
}

function dividersOf(source: string): readonly number[] {
  const dividers: number[] = [];
  for (let at = 0; at < source.length; at = endOfPart(source, at)) {
    if (source[at] === ";") dividers.push(at);
  }
  return dividers;
}

/** The end of the string, name or comment that begins here, or of the single character. */
function endOfPart(source: string, at: number): number {
  const enclosed = ENCLOSED.find(([start]) => source.startsWith(start, at));
  if (enclosed === undefined) return at + 1;
  const [start, end, hasEscapes] = enclosed;
  for (let next = at + start.length; next < source.length; next += 1) {
    if (source.startsWith(end, next)) return next + end.length;
    if (hasEscapes && source[next] === "\\") next += 1;
  }
  return source.length;
}

function withoutComments(piece: string): string {
  let kept = "";
  for (let at = 0; at < piece.length; ) {
    const end = endOfPart(piece, at);
    const isComment = piece.startsWith("//", at) || piece.startsWith("/*", at);
    if (!isComment) kept += piece.slice(at, end);
    at = end;
  }
  return kept;
}

function leadingComment(piece: string): readonly string[] {
  const lines = piece.split("\n").map((line) => line.trim());
  const first = lines.findIndex((line) => line !== "" && !line.startsWith("//"));
  return lines
    .slice(0, first === -1 ? lines.length : first)
    .flatMap((line) => (line.startsWith("//") ? [line.slice(2).trim()] : []));
}
