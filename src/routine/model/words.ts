/*
 * The words of a plan, as the municipality gives them: tables by the plan's own ids. The texts stand in `content/`.
 */

/** The words of a step, beside the plan's section number. */
export interface StepWords {
  /** The task as the owner reads it, as a heading. */
  readonly title: string;
  /** One or two short sentences. */
  readonly help: string;
  /** In lists. */
  readonly short: string;
  /** On the button that ends it. */
  readonly done: string;
  /** Ticked on the card of the step that it is part of. */
  readonly beside?: string;
  /** Of the one-press answers: for and against, and a line of one's own. */
  readonly answers?: {
    readonly yes: string;
    readonly no: string;
    readonly write: string;
    /** To talk first, where that is an answer, and the line that stands on the card after it. */
    readonly talkFirst?: string;
    readonly talkAsked?: string;
  };
  /** In lists, where it was not needed and its short words would say otherwise. */
  readonly notNeeded?: string;
  /** On the button that says that it has arisen. */
  readonly arises?: string;
  /** On the button for what comes to be known after it is done. */
  readonly later?: string;
  /** On the victim's button, where they may do it too. */
  readonly victim?: string;
  /** To the strategist, when it should have been done at once and has not: what kind of thing waits. */
  readonly passOn?: string;
  /** To its owner, when it is asked once more. */
  readonly again?: string;
  /** Reasons for which it is put aside with one press, by code. */
  readonly reasons?: Labels;
  /** To the victim, when they are told that it has opened. */
  readonly informs?: string;
  /** To the victim, once it is done: a heading, a line, and the button that shows what was written down. */
  readonly result?: { readonly title: string; readonly line: string; readonly button?: string };
}

export interface CheckWords {
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A table of words by id. */
export type Labels = Readonly<Record<string, string>>;

export interface PlanWords {
  readonly steps: Readonly<Record<string, StepWords>>;
  /** By section number. */
  readonly sections: Labels;
  /** By step, then field. */
  readonly fields: Readonly<Record<string, Labels>>;
  /** Of the report's fields. */
  readonly report: Labels;
  /** Of codes that are chosen: by field, or by `step.field` where two steps mean different things. */
  readonly choices: Readonly<Record<string, Labels>>;
  readonly checks: Readonly<Record<string, CheckWords>>;
  /** Of the rows of the victim's card, by step. */
  readonly status: Labels;
}
