import { createHash } from "node:crypto";
import { buildCase, encodeClaims } from "@redthread/core/build";
import { graphLines } from "@redthread/core/graph";
import { narcoticsPack } from "../support/read-pack.js";
import { readFolder } from "./read-folder.js";

/** Builds the example case, its files turned round when told to, and prints a hash of all it stores. */
const inputs = [...readFolder("examples/captagon-route/reports")];
if (process.argv.includes("--reverse")) inputs.reverse();
const built = buildCase(inputs, { pack: narcoticsPack() });
const hash = createHash("sha256");
for (const line of graphLines(built.graph)) hash.update(`${line}\n`);
hash.update(encodeClaims(built.claims));
hash.update(JSON.stringify(built.resolution.decisions));
process.stdout.write(hash.digest("hex"));
