import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackFiles } from "@redthread/cli";
import { buildCase } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { loadPack } from "@redthread/core/packs";

const [dir, packName] = process.argv.slice(2) as [string, string];
const pack = loadPack(readPackFiles(packName));
const files = readdirSync(dir)
  .sort()
  .filter((f) => /\.(txt|md|html)$/.test(f) && f !== "README.md")
  .map((name) => ({ path: name, bytes: new Uint8Array(readFileSync(join(dir, name))) }));
const built = buildCase(files, { pack });
if (built.failures.length) console.log(built.failures);
const names = new Map(built.resolution.entities.map((e) => [e.id, e.name]));
for (const e of built.resolution.entities)
  console.log("E", e.id, e.type, e.name, JSON.stringify(e.aliases), JSON.stringify(e.attributes));
for (const c of built.claims)
  console.log(
    "C",
    c.document.slice(4, 8),
    c.kind === "relation"
      ? `${names.get(c.subject)} ${c.type} ${names.get(c.object)}`
      : `${names.get(c.subject)}.${c.property}=${c.value}`,
    c.modality,
    c.rule,
    JSON.stringify(c.qualifiers),
  );
void graphLines;
