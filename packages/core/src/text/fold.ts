/** Letters that Unicode does not decompose, with the plain letters people type for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ŋ: "n",
  ə: "e",
};

/** Latin letters with their folded forms, for one look-up a letter instead of a decomposition. */
const LATIN: ReadonlyMap<string, string> = new Map(
  [...latinLetters()].map((letter) => [letter, foldBySteps(letter)]),
);

function* latinLetters(): Iterable<string> {
  for (let code = 0x41; code <= 0x5a; code += 1) yield String.fromCharCode(code);
  for (let code = 0xc0; code <= 0x24f; code += 1) yield String.fromCharCode(code);
  for (let code = 0x1e00; code <= 0x1eff; code += 1) yield String.fromCharCode(code);
}

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const LATIN_ONLY = /^[\x20-\x7e\u00c0-\u024f\u1e00-\u1eff]*$/;
const APOSTROPHES = /['’‘`´ʼʻʿʾ′]/g;

/**
 * The text in lower case without diacritics and apostrophes, so that `Şırnak`, `Sirnak` and
 * `SQNAK` are equal. Its length may differ from the input's; linear time.
 */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) {
    const lower = text.toLowerCase();
    return lower.includes("'") || lower.includes("`") ? lower.replace(APOSTROPHES, "") : lower;
  }
  if (!LATIN_ONLY.test(text)) return foldBySteps(text);
  let folded = "";
  for (const letter of text) folded += LATIN.get(letter) ?? letter;
  return folded.replace(APOSTROPHES, "");
}

function foldBySteps(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ıłøđðħßæœþŋə]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’‘`´ʼʻʿʾ′]/g, "");
}

const NOT_NAME = /[^\p{L}\p{N}]+/gu;

/** {@link fold} with every run of other signs made one space: `Al-Qa'im (Iraq)` → `al qaim iraq`. */
export function foldName(text: string): string {
  return fold(text.replaceAll(".", "")).replaceAll("&", " and ").replace(NOT_NAME, " ").trim();
}
