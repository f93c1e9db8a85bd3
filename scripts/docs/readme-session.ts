import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command of the README's session and what it printed, talk and data in one. */
export interface SessionStep {
  readonly command: string;
  readonly output: string;
}

const BLOCK = /```console\n([\s\S]*?)```/;

/** The commands of a page's console block and what stands under each. */
export function readSession(markdown: string): readonly SessionStep[] {
  const block = BLOCK.exec(markdown)?.[1] ?? "";
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { command: part.slice(0, end), output: part.slice(end + 1).trimEnd() };
    });
}

/** The page with the steps in place of its console block. */
export function withSession(markdown: string, steps: readonly SessionStep[]): string {
  const block = steps.map(({ command, output }) => `$ ${command}\n${output}\n`).join("\n");
  return markdown.replace(BLOCK, () => `\`\`\`console\n${block}\`\`\``);
}

/** What `npm run build` makes and a session needs. */
const BUILT = ["packages/cli/dist/bin.js", "packages/viewer/dist/app/app.js"];

/**
 * Runs the commands one after another in a fresh folder that holds only the examples, with the
 * command line as it was built.
 * @throws Error with a sentence when nothing was built, or when a command could not run at all.
 */
export function runSession(root: string, commands: readonly string[]): readonly SessionStep[] {
  const missing = BUILT.find((file) => !existsSync(join(root, file)));
  if (missing !== undefined) {
    throw new Error(
      `\`${missing}\` is not built, so the session of the README cannot run. Run \`npm run build\` first.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "redthread-readme-"));
  try {
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    return commands.map((command) => ({ command, output: runStep(root, folder, command) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BUG = 70;

function runStep(root: string, folder: string, command: string): string {
  const [npx, name, ...args] = splitCommand(command);
  if (npx !== "npx" || name !== "redthread") throw new Error(`Not a redthread command: ${command}`);
  const result = spawnSync(
    process.execPath,
    [join(root, "packages/cli/bin/redthread.mjs"), ...args],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", COLUMNS: "100" },
    },
  );
  // 70 is a bug of the program, null a signal: neither is an answer to print in the README.
  if (result.status === null || result.status === BUG) {
    throw new Error(`\`${command}\` broke down, so the README stays as it is:\n${result.stderr}`);
  }
  return `${result.stderr}${result.stdout}`.trimEnd();
}

/** Splits a command line as a shell would where only double quotes are used. */
function splitCommand(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
}
