// npm run demo: from a fresh clone to a graph, three answers, one chain with its quotes, and a report.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT, requireNode, run } from "./workspace.mjs";

const CASE = "demo-case";
const REPORT = "report.html";
const CLI = join(ROOT, "packages/cli/bin/redthread.mjs");

requireNode();
ensureInstalled();
ensureBuilt();

const example = findExample();
const questions = readQuestions(join(ROOT, example, "questions.cypher"));
const { title, chain } = JSON.parse(readFileSync(join(ROOT, example, "tour.json"), "utf8"));

step(["build", `${example}/reports`, "-o", CASE]);
step(["info", "-c", CASE, "--format", "table"]);
for (const question of questions) {
  say(`\n${question.asks}`);
  step(["query", "-c", CASE, question.cypher, "--format", "table"]);
}
say(`\n${chain.asks}`);
step(["path", "-c", CASE, chain.from, chain.to, "--limit", "1", "--format", "table"]);
step(["export", "-c", CASE, REPORT, "--title", title, "--chain", chain.from, chain.to]);
say(`\nOpen ${join(ROOT, REPORT)} in a browser: it is one file and asks the network for nothing.`);
say("From here on, `npx redthread --help` works in this folder.");

function findExample() {
  const found = readdirSync(join(ROOT, "examples")).find((name) =>
    existsSync(join(ROOT, "examples", name, "tour.json")),
  );
  if (found) return `examples/${found}`;
  process.stderr.write(
    "No example case with a tour.json stands in examples/. Clone the project again.\n",
  );
  process.exit(1);
}

/** Each statement of the file ends with `;`; the comment above it is the question in words. */
function readQuestions(file) {
  return readFileSync(file, "utf8")
    .split(/;\s*(?:\n|$)/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const lines = part.split("\n");
      const asks = lines
        .filter((line) => line.startsWith("//"))
        .map((line) => line.slice(2).trim());
      const cypher = lines.filter((line) => !line.startsWith("//"));
      return { asks: asks.join(" "), cypher: cypher.join("\n") };
    });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function step(args) {
  const shown = args.map((arg) => (/[\s"'()]/.test(arg) ? `"${arg.replaceAll('"', '\\"')}"` : arg));
  say(`\n$ npx redthread ${shown.join(" ")}`);
  const code = run(process.execPath, [CLI, ...args]);
  if (code !== 0) {
    process.stderr.write(`The step above ended with exit code ${code}; the demo stops here.\n`);
    process.exit(code);
  }
}
