import { Parser } from "htmlparser2";

const BREAKS = new Set("p div br tr li h1 h2 h3 h4 blockquote table ul ol hr".split(" "));
const HIDDEN = new Set(["style", "script", "head", "title"]);
const DEEPEST = 20;

/** The text of a mail's HTML, quotations marked as in plain mails. One pass, no tree. */
export function mailText(html: string): string {
  const lines: string[] = [];
  let line = "";
  let quoted = 0;
  let hidden = 0;
  const flush = (): void => {
    const text = line.replace(/\s+/g, " ").trim();
    line = "";
    if (text !== "" || lines.at(-1) !== "")
      lines.push(
        text === ""
          ? ""
          : `${">".repeat(Math.min(quoted, DEEPEST))}${quoted > 0 ? " " : ""}${text}`,
      );
  };
  const parser = new Parser({
    onopentag(name) {
      if (HIDDEN.has(name)) hidden += 1;
      if (BREAKS.has(name)) flush();
      if (name === "blockquote") quoted += 1;
      if (name === "td") line += " ";
    },
    ontext(text) {
      if (hidden === 0) line += text;
    },
    onclosetag(name) {
      if (BREAKS.has(name) && name !== "br") flush();
      if (HIDDEN.has(name)) hidden -= 1;
      if (name === "blockquote") quoted = Math.max(0, quoted - 1);
    },
  });
  parser.end(html);
  flush();
  return lines.join("\n");
}
