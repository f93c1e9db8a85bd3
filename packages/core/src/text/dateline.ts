/** The opener of a report's first paragraph: `ERBIL, Kurdistan Region (Harbour Wire) – …`. */
export interface Dateline {
  /** Offset just after the dash or stop that ends it. */
  readonly end: number;
  /** The town, as written. */
  readonly place: string;
  /** The outlet in brackets, or null. */
  readonly source: string | null;
}

/** Longest dateline; a longer run before a dash is a sentence. */
const LONGEST = 110;
const PLACE = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+(?:[ /-]\\p{Lu}[\\p{L}\\p{M}'’.-]*){0,4}";
const MIXED = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:[ -]\\p{Lu}[\\p{L}\\p{M}'’.-]*){0,3}";
const SOURCE = new RegExp(
  `^["“]?(${PLACE}|${MIXED})(?:, [^()\\n—–]{1,70}?)?,? ?\\(([^()\\n]{2,50})\\)[,.]? ?(?:--|[-–—:])?\\s*`,
  "u",
);
const DASHED = new RegExp(`^["“]?(${PLACE})(?:,? [^()\\n—–]{0,60}?)? ?(?:--|[–—-]) `, "u");
const STOPPED = new RegExp(
  `^(${PLACE}), (?:\\p{L}+,? )?(?:\\d{1,2} \\p{L}+\\.?|\\p{L}+\\.? \\d{1,2}),? \\d{4}(?:\\.|:)? ?(?=\\p{Lu}|$|["“])`,
  "u",
);
const MIXED_DASHED = new RegExp(
  `^(${MIXED})(?:, \\p{Lu}[\\p{L}. ]{1,25})? (?:--|[–—]) (?=\\p{Lu})`,
  "u",
);

/** A date set before the town: `2024-03-01 QUITO (Harbour Wire) –`. */
const DATED = /^(?:\p{L}+:? )?\d{4}-\d{2}-\d{2},? (?=\p{Lu})/u;
/** The outlet before the town: `(Wirehub- Harbour Post) QUITO -`. */
const LEADING = new RegExp(
  `^\\(([^()\\n]{2,50})\\) (${PLACE})(?:,? [^()\\n—–]{0,60}?)? ?(?:--|[–—-]) `,
  "u",
);
/** A stop and a date between town and outlet: `QUITO. March 3 (Harbour Wire) -`. */
const STOPPED_SOURCE = new RegExp(
  `^(${PLACE})\\. (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}) \\(([^()\\n]{2,50})\\) ?(?:--|[–—-]) `,
  "u",
);

const COLON = /^(\p{Lu}[\p{Lu}\p{M}'’.-]{2,}(?: \p{Lu}[\p{Lu}\p{M}'’.-]+){0,2}): (?=[\p{Lu}"“])/u;

/** The dateline at the start of a paragraph, or null. */
export function parseDateline(paragraph: string): Dateline | null {
  const dated = DATED.exec(paragraph)?.[0].length ?? 0;
  const found = undatedLine(paragraph.slice(dated, dated + LONGEST + 1));
  return found === null ? null : { ...found, end: found.end + dated };
}

function undatedLine(head: string): Dateline | null {
  const leading = LEADING.exec(head);
  if (leading?.[1] !== undefined && leading[2] !== undefined)
    return { end: leading[0].length, place: leading[2], source: leading[1].trim() };
  const stopped = STOPPED_SOURCE.exec(head);
  if (stopped?.[1] !== undefined && stopped[2] !== undefined)
    return { end: stopped[0].length, place: stopped[1], source: stopped[2].trim() };
  const source = SOURCE.exec(head);
  if (source?.[1] !== undefined && source[2] !== undefined && isSourceLine(source[0], source[2])) {
    return { end: source[0].length, place: source[1], source: source[2].trim() };
  }
  const plain =
    DASHED.exec(head) ?? STOPPED.exec(head) ?? COLON.exec(head) ?? MIXED_DASHED.exec(head);
  if (plain?.[1] === undefined) return null;
  return { end: plain[0].length, place: plain[1], source: null };
}

/** A bracket in running text holds an acronym after a long name; a dateline's ends with a dash. */
const isSourceLine = (line: string, source: string): boolean =>
  /(--|[-–—:])\s*$/.test(line) && !/^\d/.test(source);
