import { loadPackOnce, readPackFiles } from "@redthread/cli";
import type { DomainPack } from "@redthread/core/packs";

/** A pack from its files. */
export const readPack = (name: string): DomainPack => loadPackOnce(readPackFiles(name));

/** The narcotics pack from its files. */
export const narcoticsPack = (): DomainPack => loadPackOnce(readPackFiles());
