// Given to `node --import`: prints each module of the program as it is loaded.
import { writeSync } from "node:fs";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

// Node runs the hook below in a thread of its own, where this file is loaded once more.
if (isMainThread) register(import.meta.url);

export function load(url, context, next) {
  writeSync(1, `loaded ${url}\n`);
  return next(url, context);
}
