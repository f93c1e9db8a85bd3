import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runHere } from "./run-cli.js";

/** Reports of one story in which much is open; written for this project, all names are invented. */
export const OPEN_REPORTS: Readonly<Record<string, string>> = {
  "1.txt": `Harbour Gazette
3 March 2025

Customs officers of Jordan seized 200 kg of Captagon at the Jaber crossing on 2 March 2025.
The shipment belonged to the Copper Lantern network, the Jordan Customs Department said.
The Copper Lantern network operates in Jordan and Syria.
Samir Qabbani leads the Copper Lantern network.
`,
  "2.txt": `Levant Courier
9 March 2025

The Syrian Interior Ministry said that the Copper Lantern network operates in Syria.
Samir Qabbani is the brother of Lutfi Qabbani.
Lutfi Qabbani owns Dawn Cedar Trading.
`,
};

/** Builds a case of reports below a folder; `name` is both its folder and what it is called. */
export async function buildCase(
  cwd: string,
  name: string,
  reports: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [file, text] of Object.entries(reports)) {
    const path = join(cwd, `${name}-reports`, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { code, stderr } = await runHere(["build", `${name}-reports`, "-o", name], { cwd });
  if (code !== 0) throw new Error(`the case was not built: ${stderr}`);
}
