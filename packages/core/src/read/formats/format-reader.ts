import type { DecodedText } from "../decode.js";
import type { Page } from "../page.js";

/** A file as found, for a reader to look into: nothing of it is trusted. */
export interface Source {
  /** Path relative to the folder that was read. */
  readonly path: string;
  /** End of the name in lower case without its dot, or empty. */
  readonly extension: string;
  /** Media type told by whoever delivered the file, or empty. */
  readonly mediaHint: string;
  readonly bytes: Uint8Array;
  /**
   * The content as text; decoded once.
   * @throws RedthreadError `INPUT_UNSUPPORTED`, `INPUT_EMPTY` for what is no text.
   */
  readonly decoded: () => DecodedText;
}

/**
 * How one format is read. A new one is a file of its own and a line in the registry; one that reads
 * bytes stands before those that ask for the text.
 */
export interface FormatReader {
  /** For a sentence: `Markdown`. */
  readonly name: string;
  /** Ends of names that usually mean it, without dots. */
  readonly extensions: readonly string[];
  /** Files of more bytes are refused; absent where the limit of all files is enough. */
  readonly largestBytes?: number;
  /**
   * Whether a file is of this format: `content` where the bytes alone say so, whatever the name;
   * `name` where name or media type do and the content does not gainsay; null where neither does.
   */
  readonly sniff: (source: Source) => "content" | "name" | null;
  /**
   * The lines of the file with what it says of its origin.
   * @throws RedthreadError `INPUT_UNREADABLE` for a file that is broken.
   */
  readonly read: (source: Source) => Page;
}
