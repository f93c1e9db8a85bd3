import { compareText } from "../text/compare.js";
import { fold } from "../text/fold.js";
import { joinsTokens } from "../text/token-trie.js";
import type { Token } from "../text/tokenize.js";
import { packInvalid } from "./pack-table.js";

/** A place of the gazetteer. */
export interface PlaceEntry {
  /** `place:geonames:<id>` or `place:iso:<ISO 3166-2 code>`. */
  readonly key: string;
  readonly name: string;
  /** Alpha-2 code in lower case. */
  readonly country: string;
  readonly level: "adm1" | "adm2" | "locality";
  readonly latitude: number;
  readonly longitude: number;
  /** Inhabitants; 0 where unknown. */
  readonly population: number;
}

/** A name of the gazetteer found in a text: tokens `from` up to but not including `to`. */
export interface GazetteerMatch {
  readonly from: number;
  readonly to: number;
  /** In the gazetteer's order: larger places first. */
  readonly places: readonly PlaceEntry[];
}

/** Names of places; entries are parsed when first asked for. */
export interface Gazetteer {
  /** Every name that starts at one token, shortest first. */
  matchesAt(tokens: readonly Token[], from: number): readonly GazetteerMatch[];
  /** Places of exactly this name, larger ones first. */
  find(name: string): readonly PlaceEntry[];
}

const COLUMNS = "id\tname\talternates\tiso2\tlevel\tlatitude\tlongitude\tpopulation";
const LEVELS = new Set(["adm1", "adm2", "locality"]);
const JOINED = /[.‐‑–-]|\s\s/;
const SPLIT = /[\s‐‑–-]+/;

/** A name as one key: folded words parted by one space. */
function gazetteerKey(name: string): string {
  const folded = fold(name);
  return JOINED.test(folded) ? folded.replaceAll(".", "").split(SPLIT).join(" ").trim() : folded;
}

/**
 * A gazetteer over the lines of a place table. Only names are read here; a line becomes a place
 * when a name on it is first found. Memory is about three times the file.
 * @throws RedthreadError `PACK_INVALID` when the header or a line has another form.
 */
export function compileGazetteer(file: string, content: string): Gazetteer {
  const lines: string[] = [];
  const byName = new Map<string, number | number[]>();
  const longest = new Map<string, number>();
  let header = false;
  for (const [index, line] of content.split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    if (!header) {
      header = true;
      if (line === COLUMNS) continue;
      throw packInvalid(file, index + 1, `must name the columns \`${COLUMNS}\``);
    }
    const at = lines.push(line) - 1;
    if (!eachName(line, (name) => addName(byName, longest, name, at))) {
      throw packInvalid(
        file,
        index + 1,
        "has no level of adm1, adm2 or locality in its fifth cell",
      );
    }
  }
  return makeGazetteer(lines, byName, longest);
}

/** Calls back with the name and the alternates of a line; false where the line has another form. */
function eachName(line: string, call: (name: string) => void): boolean {
  const name = line.indexOf("\t");
  const alternates = line.indexOf("\t", name + 1);
  const country = line.indexOf("\t", alternates + 1);
  const level = line.indexOf("\t", country + 1);
  const rest = line.indexOf("\t", level + 1);
  if (name < 0 || alternates < 0 || country < 0 || level < 0 || rest < 0) return false;
  if (!LEVELS.has(line.slice(level + 1, rest))) return false;
  call(line.slice(name + 1, alternates));
  let from = alternates + 1;
  while (from < country) {
    const bar = line.indexOf("|", from);
    const to = bar < 0 || bar > country ? country : bar;
    call(line.slice(from, to));
    from = to + 1;
  }
  return true;
}

function addName(
  byName: Map<string, number | number[]>,
  longest: Map<string, number>,
  name: string,
  at: number,
): void {
  const key = gazetteerKey(name);
  if (key === "") return;
  const known = byName.get(key);
  if (known === undefined) byName.set(key, at);
  else if (typeof known === "number") {
    if (known !== at) byName.set(key, [known, at]);
  } else if (known.at(-1) !== at) known.push(at);
  const space = key.indexOf(" ");
  if (space < 0) return;
  const first = key.slice(0, space);
  let words = 2;
  for (let next = key.indexOf(" ", space + 1); next >= 0; next = key.indexOf(" ", next + 1)) {
    words += 1;
  }
  if ((longest.get(first) ?? 1) < words) longest.set(first, words);
}

function makeGazetteer(
  lines: readonly string[],
  byName: ReadonlyMap<string, number | readonly number[]>,
  longest: ReadonlyMap<string, number>,
): Gazetteer {
  const known = new Map<string, readonly PlaceEntry[]>();
  const places = (key: string): readonly PlaceEntry[] => {
    const read = known.get(key);
    if (read !== undefined) return read;
    const found = byName.get(key);
    if (found === undefined) return NOWHERE;
    const indexes = typeof found === "number" ? [found] : found;
    const parsed = indexes.map((at) => toPlace(lines[at] ?? "")).sort(largerFirst);
    known.set(key, parsed);
    return parsed;
  };
  return {
    find: (name) => places(gazetteerKey(name)),
    matchesAt: (tokens, from) => {
      const first = tokens[from]?.folded ?? "";
      const most = first === "" ? 0 : (longest.get(first) ?? 1);
      // Most words of a text start no name of two words and are none themselves.
      if (most === 0 || (most === 1 && !byName.has(first))) return NOWHERE;
      const found: GazetteerMatch[] = [];
      for (const { key, to } of keysFrom(tokens, from, most)) {
        if (byName.has(key)) found.push({ from, to, places: places(key) });
      }
      return found;
    },
  };
}

/** The keys of the first word, the first two and so on, up to some number of words. */
function* keysFrom(
  tokens: readonly Token[],
  from: number,
  most: number,
): Generator<{ readonly key: string; readonly to: number }> {
  let key = "";
  let words = 0;
  for (let at = from; words < most && at < tokens.length; at += 1) {
    if (at > from && joinsTokens(tokens, at)) continue;
    const word = tokens[at]?.folded ?? "";
    if (word === "") return;
    key = words === 0 ? word : `${key} ${word}`;
    words += 1;
    yield { key, to: at + 1 };
  }
}

const NOWHERE: readonly never[] = [];

const largerFirst = (a: PlaceEntry, b: PlaceEntry): number =>
  b.population - a.population || compareText(a.key, b.key);

function toPlace(line: string): PlaceEntry {
  const [id = "", name = "", , country = "", level = "", lat = "", long = "", people = ""] =
    line.split("\t");
  return {
    key: `place:${id}`,
    name,
    country,
    level: level === "adm1" || level === "adm2" ? level : "locality",
    latitude: Number(lat),
    longitude: Number(long),
    population: Number(people === "" ? 0 : people),
  };
}
