import { readHash } from "../interact/hash-state.js";
import { START } from "../interact/view-state.js";
import { readPageData } from "../scene/page-data.js";
import { createHandle, type PageHandle } from "./handle.js";
import { createViewer } from "./viewer.js";

/** Makes the page answer: reads its scene and mounts the viewer; without it the page stays what it is. */
function main(): PageHandle | null {
  const block = document.getElementById("scene");
  const text = block?.textContent ?? "";
  if (text === "") return null;
  const scene = readPageData({ text, isDeflated: block?.getAttribute("type") === "text/plain" });
  // What has been read need not be kept twice.
  block?.remove();
  const open = scene.open === null ? undefined : scene.chains[scene.open];
  const ends = open && ([open.stops[0] ?? 0, open.stops.at(-1) ?? 0] as const);
  const start = { ...START, chain: ends ?? null };
  const read = readHash(scene, location.hash);
  createViewer(document, scene, read?.state ?? start, read?.missing ?? []);
  return createHandle(document, scene);
}

/** `window.redthread`, by the name that the bundle gives what this file hands out. */
const handle = main();
export const path = handle?.path;
