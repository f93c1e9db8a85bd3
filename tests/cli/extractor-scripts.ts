import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What an extractor of a test does with the documents it is asked about; JavaScript, one file. */
const SCRIPTS = {
  /** Claims all that its second word, a JSON file of claims by a word of the text, has of a document. */
  honest: `answer(line.claims);`,
  /** Ends at the document of trouble, before it answers. */
  crashing: `if (line.isTrouble) { process.stderr.write("out of memory\\n"); process.exit(3); } answer(line.claims);`,
  /** Never answers about the document of trouble. */
  hanging: `if (line.isTrouble) { process.stderr.write("waiting\\n"); setInterval(() => {}, 1e6); } else answer(line.claims);`,
  /** Writes without end about the document of trouble. */
  flooding: `if (line.isTrouble) { const more = () => { while (process.stdout.write("x".repeat(65536))); process.stdout.once("drain", more); }; more(); } else answer(line.claims);`,
  /** Ends in the middle of its answer. */
  truncating: `if (line.isTrouble) { process.stdout.write('{"document":"' + line.document + '","cla', () => process.exit(0)); } else answer(line.claims);`,
  /** Writes no JSON. */
  babbling: `if (line.isTrouble) console.log("Sure! Here are the claims:"); else answer(line.claims);`,
  /** Answers about another document. */
  confused: `if (line.isTrouble) console.log(JSON.stringify({ document: "doc:0000000000000000", claims: line.claims })); else answer(line.claims);`,
  /** Writes a line that nobody asked for after each answer. */
  chatty: `answer(line.claims); console.log("done");`,
  /** Ends after each answer. */
  brief: `process.stdout.write(JSON.stringify({ document: line.document, claims: line.claims }) + "\\n", () => process.exit(0));`,
  /** Claims far too much. */
  boundless: `if (line.isTrouble) answer(Array.from({ length: 5000 }, () => ({}))); else answer(line.claims);`,
} as const;

export type ScriptName = keyof typeof SCRIPTS;

/** The word in a document that makes scripts misbehave. */
const TROUBLE = "Mersin";

/** Writes a script into a folder, with what it claims of each document that holds a word. */
export function writeScript(
  folder: string,
  name: ScriptName,
  claims: Readonly<Record<string, readonly unknown[]>> = {},
): string {
  const file = `${name}.mjs`;
  writeFileSync(
    join(folder, file),
    `import { createInterface } from "node:readline";
const CLAIMS = ${JSON.stringify(claims)};
const act = (line) => {
  const answer = (claims) => console.log(JSON.stringify({ document: line.document, claims }));
  ${SCRIPTS[name]}
};
for await (const text of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(text);
  const claims = Object.entries(CLAIMS).flatMap(([word, some]) => (asked.text.includes(word) ? some : []));
  act({ ...asked, claims, isTrouble: asked.text.includes(${JSON.stringify(TROUBLE)}) });
}
`,
  );
  return file;
}

/** The command that starts a script. */
export const commandOf = (file: string): string => `"${process.execPath}" ${file}`;
