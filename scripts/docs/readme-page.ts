import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bandsSentence, shippedMeasured } from "./confidence-page.js";
import { readSession, runSession, withSession } from "./readme-session.js";

/** The line of the README that says what the bands were worth. */
const BANDS = /^- Bands, when last measured.*$/m;

/** The README with its session run anew and the bands' last figures; everything else in it is written by hand. */
export function readmePage(root: string): string {
  const page = readFileSync(join(root, "README.md"), "utf8");
  const commands = readSession(page).map((step) => step.command);
  const told = withSession(page, runSession(root, commands));
  return told.replace(BANDS, () => bandsSentence(shippedMeasured()));
}
