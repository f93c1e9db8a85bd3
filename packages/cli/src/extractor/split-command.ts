import { RedthreadError } from "@redthread/core/errors";

/**
 * The words of a command: parted by blanks; '…' and "…" keep blanks in a word. No shell reads them, so
 * `$`, `*`, `|`, `>` and `\` stand for themselves.
 * @throws RedthreadError `USAGE` for a quotation mark that nothing closes, and for no word at all.
 */
export function splitCommand(command: string): readonly [string, ...string[]] {
  const words: string[] = [];
  for (const [, word = ""] of command.matchAll(/((?:[^\s'"]|'[^']*'|"[^"]*"|['"])+)/g)) {
    const plain = word.replace(/'([^']*)'|"([^"]*)"/g, (_, one, two) => one ?? two);
    if (/^(?:[^'"]|'[^']*'|"[^"]*")*$/.test(word)) words.push(plain);
    else throw usage(`has a quotation mark that nothing closes: \`${command}\``);
  }
  const [program, ...rest] = words;
  if (program === undefined || program === "") throw usage("names no program");
  return [program, ...rest];
}

const usage = (what: string): RedthreadError =>
  new RedthreadError(
    "USAGE",
    `\`--extractor\` ${what}. Give a program with its words, such as \`--extractor "python3 links.py"\`, or \`openai:URL#MODEL\`.`,
  );
