import { PassThrough } from "node:stream";
import { createProgram } from "@redthread/cli";

/** The page that lists every command with its options, as `--help` prints them. */
export function cliPage(): string {
  const silent = new PassThrough();
  const program = createProgram({
    stdin: silent,
    stdout: silent,
    stderr: silent,
    env: { NO_COLOR: "1" },
    cwd: "/",
    now: () => 0,
  });
  const sections = program.commands.map(
    (command) => `## redthread ${command.name()}\n\n${fence(command.helpInformation())}`,
  );
  return `# Commands

<!-- Made by \`npm run docs\` from the command line itself. -->

Data goes to standard output, talk to standard error. A table is printed on a terminal, JSON lines in a
pipe; \`--format\` chooses.

${fence(program.helpInformation())}

${sections.join("\n\n")}
`;
}

function fence(text: string): string {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\``;
}
