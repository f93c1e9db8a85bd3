import type { JudgementWriter } from "./judgement-writer.js";
import type { KeyboardSession, KeyResult } from "./keyboard.js";
import type { AnswerChoice, ReviewItem } from "./review-item.js";
import { helpScreen, itemScreen, type ScreenLayout } from "./screen.js";

/** What a session of answering works with. */
export interface AnswerRequest {
  readonly title: string;
  readonly items: readonly ReviewItem[];
  readonly choices: readonly AnswerChoice[];
  readonly writer: JudgementWriter;
  /** Asked anew for each screen, since terminals are resized. */
  readonly layout: () => ScreenLayout;
}

/** A session at its items: keys change where it stands, and what was answered is on disk. */
export class AnswerSession implements KeyboardSession {
  readonly #request: AnswerRequest;
  /** The items that were left behind, each with the judgement that was written, if any. */
  readonly #past: (string | null)[] = [];
  #isHelp = false;
  #note = "";

  constructor(request: AnswerRequest) {
    this.#request = request;
  }

  lines(): readonly string[] {
    const { title, items, writer, layout } = this.#request;
    const item = items[this.#past.length];
    const choices = this.#choices;
    if (this.#isHelp) return helpScreen(choices, layout());
    if (item === undefined) return [];
    const at = this.#past.length + 1;
    const answered = writer.written;
    return itemScreen(
      item,
      { title, at, of: items.length, answered, choices, note: this.#note },
      layout(),
    );
  }

  press(key: string): KeyResult {
    this.#note = "";
    if (this.#isHelp) {
      this.#isHelp = false;
      return "next";
    }
    if (key === "q") return "end";
    if (key === "?") this.#isHelp = true;
    else if (key === "k") this.#past.push(null);
    else if (key === "z") this.#undo();
    else this.#answer(key);
    return this.#past.length >= this.#request.items.length ? "end" : "next";
  }

  get #choices(): readonly AnswerChoice[] {
    const { items, choices } = this.#request;
    return items[this.#past.length]?.choices ?? choices;
  }

  #answer(key: string): void {
    const { items, writer } = this.#request;
    const choice = this.#choices.find((one) => one.key === key);
    const item = items[this.#past.length];
    if (choice === undefined || item === undefined) {
      this.#note = `No answer has the key ${JSON.stringify(key)}; ? lists the keys.`;
      return;
    }
    const subject = item.subject(choice);
    if (subject === null) return;
    const { id } = writer.write(choice.verdict, subject, "");
    this.#past.push(id);
    this.#note = `Written: ${choice.words}. z takes it back.`;
  }

  #undo(): void {
    const last = this.#past.pop();
    if (last === undefined) this.#note = "Nothing was answered in this session.";
    else if (last === null) this.#note = "Back at what was skipped.";
    else {
      this.#request.writer.undo(last);
      this.#note = "Taken back.";
    }
  }
}
