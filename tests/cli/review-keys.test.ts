import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { PROGRAM, runHere, temporaryFolder } from "./run-cli.js";
import { hasTerminal, TerminalScreen } from "./terminal-screen.js";

const FIRST = ["Karim", "Salim", "Nabil", "Rashid", "Yusuf", "Tariq"];
const LAST = ["Sabbagh", "Daoud", "Rizk", "Haddad", "Mansour"];
const WAIT = { timeout: 60_000, interval: 40 };

/** Thirty names that two reports each give, with nothing else in common. */
function writeReports(folder: string): void {
  mkdirSync(folder);
  const names = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
  for (const [at, name] of names.entries()) {
    const day = 1 + (at % 27);
    writeFileSync(
      join(folder, `a${at}.txt`),
      `Short item\n\n${day} March 2025\n\n${name} was seen in Aqaba last week, a resident said.\n`,
    );
    writeFileSync(
      join(folder, `b${at}.txt`),
      `From the court\n\n${day} April 2025\n\n${name}, a shipping clerk of Basra\u202e, was questioned for an hour.\n`,
    );
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** The program in a terminal; the shell writes down how the terminal was left. */
const command = (folder: string): string => {
  const words = [process.execPath, ...PROGRAM, "review", "-c", "case", "--by", "ada"];
  return `${words.map(quoted).join(" ")}; stty -a > ${quoted(join(folder, "left.txt"))}; cat`;
};

describe.skipIf(!hasTerminal())("redthread review on a terminal", () => {
  it("settles thirty pairs by keys, and goes on where it was killed", async () => {
    const cwd = temporaryFolder();
    writeReports(join(cwd, "reports"));
    const run = (...args: string[]) => runHere(args, { cwd });
    await run("build", "reports");
    const file = join(cwd, "case/judgements/ada.jsonl");
    const verdicts = (): readonly string[] =>
      existsSync(file)
        ? readFileSync(file, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line).verdict)
        : [];
    const keys = ["s", "d", "u"];
    const screen = new TerminalScreen();
    onTestFinished(() => screen.close());

    screen.start(`exec ${command(cwd).split(";")[0]}`, cwd);
    await expect.poll(() => screen.text, WAIT).toContain("1 of 30, 0 answered");
    const shown = screen.text.split("\n");
    expect(shown.every((line) => line.length <= 80)).toBe(true);
    expect(screen.text).toContain("Basra\\u202e");
    for (let at = 0; at < 12; at += 1) {
      screen.press(keys[at % 3] ?? "");
      await expect.poll(() => screen.text, WAIT).toContain(`${at + 2} of 30`);
    }
    process.kill(screen.process, "SIGKILL");
    expect(verdicts()).toHaveLength(12);
    screen.close();

    const later = new TerminalScreen();
    onTestFinished(() => later.close());
    later.start(command(cwd), cwd);
    await expect.poll(() => later.text, WAIT).toContain("1 of 18, 0 answered");
    later.press("?");
    await expect.poll(() => later.text, WAIT).toContain("any key leads back");
    later.press(" ");
    await expect.poll(() => later.text, WAIT).toContain("1 of 18");
    later.press("s");
    await expect.poll(() => later.text, WAIT).toContain("2 of 18");
    later.press("z");
    await expect.poll(() => later.text, WAIT).toContain("Taken back.");
    for (let at = 0; at < 17; at += 1) {
      later.press("d");
      await expect.poll(() => later.text, WAIT).toContain(`${at + 2} of 18`);
    }
    later.press("d");
    await expect.poll(() => later.text, WAIT).toContain("18 judgements written");
    await expect.poll(() => existsSync(join(cwd, "left.txt")), WAIT).toBe(true);
    await expect.poll(() => readFileSync(join(cwd, "left.txt"), "utf8"), WAIT).toMatch(/ icanon/);
    expect(verdicts().filter((verdict) => verdict === "undo")).toHaveLength(1);

    expect((await run("review", "--format", "jsonl")).stdout).toBe("");
    const rebuilt = await run("rebuild");
    expect(rebuilt.stderr).toContain("30 hold");
    const { stdout } = await run("query", "MATCH (p:Person) RETURN count(p) AS n");
    expect(stdout).toBe('{"n":56}\n');
  });

  it("leaves the terminal as it was when it is told to end", async () => {
    const cwd = temporaryFolder();
    writeReports(join(cwd, "reports"));
    await runHere(["build", "reports"], { cwd });
    const screen = new TerminalScreen();
    onTestFinished(() => screen.close());
    screen.start(`echo before; ${command(cwd)}`, cwd);
    await expect.poll(() => screen.text, WAIT).toContain("1 of 30");
    screen.press("\u0003");
    await expect.poll(() => screen.text, WAIT).toContain("No judgement was written.");
    expect(screen.text).toContain("before");
    await expect.poll(() => existsSync(join(cwd, "left.txt")), WAIT).toBe(true);
    await expect.poll(() => readFileSync(join(cwd, "left.txt"), "utf8"), WAIT).toMatch(/ icanon/);
  });
});
