// Annotated passages: a few sentences each, written by class, one JSON object a line with `id`, `kind`,
// `text`, `date` and `gold`, which has the form of a gold file.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface PassageLine {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly date?: string | null;
  readonly gold: Readonly<Record<string, unknown>>;
}

/** A passage as a report of its own: it carries its day in a line in front. */
export interface Passage {
  readonly id: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly gold: unknown;
}

/** The passages of a folder's files in the order of their names and lines. */
export function readPassages(folder: string): readonly Passage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .flatMap((line, at) => (line.trim() === "" ? [] : [passageOf(line, `${file}:${at + 1}`)])),
    );
}

function passageOf(line: string, where: string): Passage {
  const { id, kind, text, date, gold } = JSON.parse(line) as PassageLine;
  if (typeof id !== "string" || typeof text !== "string" || gold === undefined)
    throw new TypeError(`${where}: a passage has \`id\`, \`kind\`, \`text\` and \`gold\`.`);
  const dated = typeof date === "string" ? `Published: ${date}\n\n${text}\n` : `${text}\n`;
  return {
    id,
    kind,
    bytes: Buffer.from(dated),
    gold: {
      date: date ?? null,
      entities: [],
      relations: [],
      ties: [],
      operations: [],
      statistics: [],
      ...gold,
      id,
    },
  };
}
