import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { RedthreadError } from "@redthread/core/errors";
import { type PackFiles, packLanguage } from "@redthread/core/packs";

/** Where the packs that come with the program lie: `world`, `languages`, `domains`. */
const PACKS = dirname(fileURLToPath(import.meta.resolve("@redthread/core/packs/README.md")));

const MANIFEST = "pack.yaml";

/**
 * Texts of a pack's files with those of the world and of its language. A name means a pack that comes
 * with the program; anything else is a folder, looked for below `from`.
 * @throws RedthreadError `PACK_INVALID` where there is no such pack, no `pack.yaml`, or no such language.
 */
export function readPackFiles(
  pack: string = defaultPack(),
  from: string = process.cwd(),
): PackFiles {
  const domain = readFolder(domainFolder(pack, from));
  const language = readFolder(languageFolder(domain.get(MANIFEST) ?? ""));
  return { world: readFolder(join(PACKS, "world")), language, domain };
}

/** The pack that is used where none is named. */
function defaultPack(): string {
  return readFileSync(join(PACKS, "default.txt"), "utf8").trim();
}

/** Whether a word names a pack that comes with the program rather than a folder. */
export function isShippedPack(pack: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(pack) && existsSync(join(PACKS, "domains", pack));
}

function domainFolder(pack: string, from: string): string {
  const folder = isShippedPack(pack) ? join(PACKS, "domains", pack) : resolve(from, pack);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const known = readdirSync(join(PACKS, "domains")).sort().join(", ");
    throw new RedthreadError(
      "PACK_INVALID",
      `There is no pack \`${pack}\`. Name one that comes with Redthread (${known}) or a folder that holds a \`${MANIFEST}\`.`,
    );
  }
  if (existsSync(join(folder, MANIFEST))) return folder;
  throw new RedthreadError(
    "PACK_INVALID",
    `\`${pack}\` is no domain pack: it holds no \`${MANIFEST}\`. packs/README.md says what a pack holds.`,
  );
}

/** The folder of the language that a manifest names; a manifest that is none is refused on loading. */
function languageFolder(manifest: string): string {
  const languages = join(PACKS, "languages");
  const known = readdirSync(languages).sort();
  const wanted = packLanguage(manifest);
  if (known.includes(wanted)) return join(languages, wanted);
  throw new RedthreadError(
    "PACK_INVALID",
    `Domain pack: \`${MANIFEST}\` asks for the language \`${wanted}\`; there is ${known.join(", ")}.`,
  );
}

function readFolder(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const collect = (below: string, prefix: string): void => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) collect(join(below, entry.name), `${path}/`);
      else if (entry.isFile()) files.set(path, readFileSync(join(below, entry.name), "utf8"));
    }
  };
  collect(folder, "");
  return files;
}
