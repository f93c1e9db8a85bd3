/**
 * A usage error of commander in the words of the house: the user's own words in backticks, the
 * suggestion as a sentence.
 */
export function usageText(message: string): string {
  const [first = "", ...more] = message
    .replace(/^error: /, "")
    .trim()
    .split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}`.replace(
    /'([^']*)'/g,
    "`$1`",
  );
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(more.join(" "));
  const ended = /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
  return suggestion === null ? ended : `${ended} Did you mean \`${suggestion[1]}\`?`;
}
