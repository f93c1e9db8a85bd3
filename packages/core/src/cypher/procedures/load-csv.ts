import { RedthreadError } from "../../errors/redthread-error.js";
import { LOAD_CSV } from "../ast/load-csv.js";
import type { Procedure } from "../execute/procedure.js";
import type { ProcedureSignature } from "../semantics/catalog.js";
import { CypherError } from "../source/cypher-error.js";
import type { CypherValue } from "../values/cypher-value.js";
import { badArgument } from "../values/value-error.js";
import { csvRecords, type Field } from "./csv-records.js";

/** Gives the text of a file by its path below the folder that queries may read; refuses every other. */
export type ReadTextFile = (path: string) => string;

const SIGNATURE: ProcedureSignature = {
  name: LOAD_CSV,
  inputs: [
    { name: "url", type: "STRING" },
    { name: "headers", type: "BOOLEAN" },
    { name: "terminator", type: "STRING?", optional: true },
  ],
  outputs: [{ name: "row", type: "ANY" }],
};

/** LOAD CSV over the files that the host lets queries read; null: none. */
export function loadCsv(readTextFile: ReadTextFile | null): Procedure {
  return {
    signature: SIGNATURE,
    *call([url, headers, terminator], { step, checkBytes }) {
      const path = pathOf(url ?? null);
      if (readTextFile === null) {
        throw new RedthreadError(
          "QUERY_INVALID",
          `LOAD CSV asks for \`${path}\`, and no folder is open to queries. Name one with \`--csv DIR\`, or pass the rows as a parameter and UNWIND it.`,
        );
      }
      const text = readTextFile(path);
      checkBytes(text.length * 2);
      let names: readonly Field[] | null = null;
      for (const record of csvRecords(text, separatorOf(terminator ?? null))) {
        step();
        if (headers !== true) {
          yield [record];
        } else if (names === null) {
          names = record;
        } else {
          yield [named(names, record)];
        }
      }
    },
  };
}

function named(names: readonly Field[], record: readonly Field[]): CypherValue {
  return new Map(
    names.flatMap((name, at) => (name === null ? [] : [[name, record[at] ?? null] as const])),
  );
}

function separatorOf(terminator: CypherValue): string {
  if (terminator === null) {
    return ",";
  }
  if (typeof terminator !== "string" || terminator.length !== 1) {
    throw badArgument("FIELDTERMINATOR takes one character, such as `';'`.");
  }
  return terminator;
}

/** `file:///ships.csv` is `ships.csv` below the folder; nothing is fetched from a network. */
function pathOf(url: CypherValue): string {
  if (typeof url !== "string") {
    throw badArgument(
      "LOAD CSV was given no text. It reads files by names such as `file:///ships.csv`.",
    );
  }
  if (!/^file:\/\/\/[^/]/i.test(url)) {
    throw new CypherError({
      kind: "ArgumentError",
      phase: "runtime",
      detail: "ExternalResourceFailed",
      message: `LOAD CSV was given \`${url.slice(0, 80)}\`. It reads files by names such as \`file:///ships.csv\`; addresses of a network are refused.`,
    });
  }
  try {
    return decodeURIComponent(url.slice("file:///".length));
  } catch {
    throw badArgument(
      `LOAD CSV was given \`${url.slice(0, 80)}\`, in which a \`%\` means nothing.`,
    );
  }
}
