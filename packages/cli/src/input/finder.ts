/** A file to read. */
export interface FoundInput {
  /** Where it lies on disk. */
  readonly file: string;
  /** What the case calls it: relative to what the user named, with `/` between its parts. */
  readonly path: string;
  /**
   * All its bytes, read anew each time.
   * @throws RedthreadError `INPUT_UNREADABLE`, `INPUT_TOO_LARGE`.
   */
  readonly read: () => Uint8Array;
}

/** A name that is not read, and why in a few words. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** What finders found below the words of a command line. */
export interface FoundInputs {
  /** Sorted by path. */
  readonly inputs: readonly FoundInput[];
  /** Left out by rule, sorted by path. */
  readonly skipped: readonly PassedOver[];
  /** Should have been read and cannot be, sorted by path. */
  readonly failed: readonly PassedOver[];
}

/** From where words are meant, and what is none of the inputs. */
export interface FindContext {
  /** Absolute path that relative ones start from. */
  readonly cwd: string;
  /** Folders that are passed over, by real path. */
  readonly excluded: ReadonlySet<string>;
}

/** One way to get from what a user names to files. */
export interface Finder {
  /** For a sentence: `folders and files`. */
  readonly name: string;
  /** Whether it knows what to do with a word of the command line; the first finder that does takes it. */
  readonly takes: (word: string) => boolean;
  /**
   * All files behind the words it takes.
   * @throws RedthreadError `INPUT_UNREADABLE` when one of the words means nothing.
   */
  readonly find: (words: readonly string[], context: FindContext) => FoundInputs;
}
