import { readPackFiles } from "@redthread/cli";
import { type DomainPack, loadPack } from "@redthread/core/packs";

/** The narcotics pack from its files. */
export const narcoticsPack = (): DomainPack => loadPack(readPackFiles());
