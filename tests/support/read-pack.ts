import { readPackFiles } from "@redthread/cli";
import { type DomainPack, loadPack } from "@redthread/core/packs";

/** A pack from its files. */
export const readPack = (name: string): DomainPack => loadPack(readPackFiles(name));

/** The narcotics pack from its files. */
export const narcoticsPack = (): DomainPack => loadPack(readPackFiles());
