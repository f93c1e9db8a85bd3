import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSession, runSession, withSession } from "./readme-session.js";

/** The README with its session run anew; everything else in it is written by hand. */
export function readmePage(root: string): string {
  const page = readFileSync(join(root, "README.md"), "utf8");
  const commands = readSession(page).map((step) => step.command);
  return withSession(page, runSession(root, commands));
}
