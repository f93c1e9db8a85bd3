import { readFileSync } from "node:fs";

interface PackageFile {
  readonly version: string;
}

// The file of this very package, which carries a version.
const { version } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as PackageFile;

/** Version of the command, and of the cases it writes. */
export const VERSION: string = version;
