import type { OutputStream } from "./io.js";

/** The reader of our output went away, as `head` does. Not a failure: the program ends quietly. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

const CHUNK_CHARACTERS = 65_536;

/**
 * Text on its way to a stream, in chunks and at the stream's pace: memory stays at one chunk however
 * much is written. The first piece goes out at once, so that a reader sees that something comes.
 */
export class Output {
  readonly #stream: OutputStream;
  #pending = "";
  #started = false;
  #failure: Error | null = null;

  constructor(stream: OutputStream) {
    this.#stream = stream;
    stream.on("error", (error: Error) => {
      this.#failure = error;
    });
  }

  /**
   * Takes text; the promise, where there is one, has to be awaited before more is written.
   * @throws OutputClosed once the reader has gone away.
   */
  write(text: string): Promise<void> | undefined {
    this.#pending += text;
    if (this.#started && this.#pending.length < CHUNK_CHARACTERS) return undefined;
    return this.flush();
  }

  /** Hands everything to the stream and waits until it has been taken. */
  async flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = "";
    if (text === "") return;
    this.#started = true;
    await new Promise<void>((taken, failed) => {
      if (this.#failure !== null) failed(asClosed(this.#failure));
      else this.#stream.write(text, (error) => (error ? failed(asClosed(error)) : taken()));
    });
  }
}

function asClosed(error: Error): Error {
  const code = "code" in error ? error.code : undefined;
  const closed = code === "EPIPE" || code === "ERR_STREAM_DESTROYED" || code === "ECONNRESET";
  return closed
    ? new OutputClosed("The reader of the output has closed it.", { cause: error })
    : error;
}
