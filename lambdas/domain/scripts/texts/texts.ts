/** A language's words, by the ids of what is said and asked. */
export interface Texts {
  controls: { skip: string; pause: string; resume: string; stop: string };
  /** Options that many questions share. */
  options: Readonly<Record<string, string>>;
  lines: Readonly<Record<string, string>>;
  questions: Readonly<Record<string, QuestionTexts>>;
}

export interface QuestionTexts {
  text: string;
  why: string;
  /** Options of this question alone. */
  options?: Readonly<Record<string, string>>;
}
