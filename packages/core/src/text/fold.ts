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

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}/gu;
const UNDECOMPOSED = /[ıłøđðħßæœþŋə]/g;
const APOSTROPHES = /['’‘`´ʼʻʿʾ′]/g;

/**
 * The text in lower case without diacritics and apostrophes, so that `Şırnak`, `Sirnak` and
 * `SIRNAK` are equal. Its length may differ from the input's; linear time.
 */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) {
    const lower = text.toLowerCase();
    return lower.includes("'") || lower.includes("`") ? lower.replace(APOSTROPHES, "") : lower;
  }
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(UNDECOMPOSED, (letter) => PLAIN[letter] ?? letter)
    .replace(APOSTROPHES, "");
}

const NOT_NAME = /[^\p{L}\p{N}]+/gu;

/** {@link fold} with every run of other signs made one space: `Al-Qa'im (Iraq)` → `al qaim iraq`. */
export function foldName(text: string): string {
  return fold(text.replaceAll(".", "")).replaceAll("&", " and ").replace(NOT_NAME, " ").trim();
}
