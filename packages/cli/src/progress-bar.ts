import type { BuildProgress } from "@redthread/core/build";
import type { LoadProgress } from "@redthread/core/stores";
import type { Io } from "./io.js";
import { cutToWidth } from "./terminal/display-width.js";
import { visibleText } from "./terminal/visible-text.js";

/** A bar on stderr while something long runs; nothing at all where stderr is no terminal. */
export interface ProgressBar {
  show(what: string, done: number, total: number, detail: string): void;
  stop(): void;
}

const SILENT: ProgressBar = { show: () => undefined, stop: () => undefined };
const DETAIL_WIDTH = 40;

export async function createProgressBar(io: Io): Promise<ProgressBar> {
  if (io.stderr.isTTY !== true) return SILENT;
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar({
    format: "{what} [{bar}] {value}/{total} {detail}",
    stream: io.stderr,
    clearOnComplete: true,
    // A killed program could bring neither the cursor nor line wrapping back.
    hideCursor: false,
    linewrap: true,
    barsize: 24,
    // The build leaves the event loop no time for a timer: the bar is drawn by its updates.
    synchronousUpdate: true,
    fps: 10,
  });
  let started = false;
  return {
    show(what, done, total, detail) {
      const payload = { what, detail: cutToWidth(visibleText(detail), DETAIL_WIDTH) };
      if (!started) bar.start(total, done, payload);
      started = true;
      bar.setTotal(total);
      bar.update(done, payload);
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

const STAGES: Readonly<Record<BuildProgress["stage"], string>> = {
  read: "Reading   ",
  extract: "Extracting",
  resolve: "Resolving ",
  graph: "Linking   ",
};

/** Runs a build with a bar that shows how far it is. */
export async function withBuildProgress<T>(
  io: Io,
  build: (onProgress: (progress: BuildProgress) => void) => T,
): Promise<T> {
  const bar = await createProgressBar(io);
  try {
    return build(({ stage, done, total, path }) => bar.show(STAGES[stage], done, total, path));
  } finally {
    bar.stop();
  }
}

export function showLoad(bar: ProgressBar, { done, total, what }: LoadProgress): void {
  bar.show("Loading", done, total, what);
}
