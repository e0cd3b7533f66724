/** A field of a form as it is shown. */
export interface FieldView {
  id: string;
  label: string;
  /** `radio`: a choice with all its answers in sight, so that one tap is enough. `shown`: said, not asked; no input. */
  kind: 'text' | 'long' | 'choice' | 'radio' | 'choices' | 'date' | 'time' | 'toggle' | 'shown';
  /** Above the first field of a group; empty otherwise. */
  heading: string;
  value: string;
  required: boolean;
  /** In an empty input. */
  placeholder: string;
  /** Shown by the client when a required field is empty or wrong. */
  errorMessage: string;
  /** Above the field, from the server; empty when all is well. */
  problem: string;
  choices: { title: string; value: string }[];
}

/** A button that sends a verb and codes. */
export interface ButtonView {
  title: string;
  verb: string;
  data: Record<string, string>;
  style: 'default' | 'positive' | 'destructive';
  mode: 'primary' | 'secondary';
  /** `none`: what stands in the inputs is neither checked nor sent. */
  inputs: 'auto' | 'none';
}

/** A line of progress: sign and word, never colour alone. */
export interface RowView {
  sign: string;
  text: string;
  note: string;
  isNow: boolean;
}

/** A label and a text that someone typed or a name: rendered without Markdown. */
export interface FactView {
  label: string;
  text: string;
}

/** A link out of the card (`tel:`, `https:`). */
export interface LinkView {
  title: string;
  url: string;
  style: 'default' | 'positive';
}

/** One of a list, with the press that belongs to it beside it, so that nothing is listed twice. */
export interface ItemView {
  text: string;
  detail: string;
  buttons: ButtonView[];
  links: LinkView[];
  /** Other ways to reach the same person, in a row of their own below; most have none. */
  more?: LinkView[];
}

/** The sections that every card is made of; an empty one is left out. */
export interface CardView {
  /** 112: only where danger may be going on. */
  danger: string[];
  kicker: string;
  /** Top right: counts or a last day. */
  corner: string;
  title: string;
  /** Short paragraphs of the project's own words. */
  lines: string[];
  /** A sentence on what is wrong and what to do; on top. */
  problem: string;
  /** Rows of buttons that come before all else: each a whole answer. */
  choices: { buttons: ButtonView[] }[];
  /** People to ring, or things to open. */
  items: ItemView[];
  /** Typed text and names, in a box of their own. */
  facts: FactView[];
  /** Before any button: ringing comes first. */
  links: LinkView[];
  rows: RowView[];
  /** Heading of what to do now, in the emphasised box that holds fields and buttons; empty: no box. */
  fields: FieldView[];
  buttons: ButtonView[];
  /** Below the buttons: what is next, what has been. */
  below: { title: string; lines: string[]; rows: RowView[]; buttons: ButtonView[] };
  /** One small line at the end. */
  footnote: string;
}

/** The type of all that template `name` may bind. */
export interface Views {
  /** The full card: question, form, status, list. */
  card: CardView;
  /** A finished card, shrunk to one line. */
  line: { text: string; buttons: ButtonView[] };
}

/** A name of a template. */
export type ViewName = keyof Views;
/** A template and all that it binds. */
export type View = { [N in ViewName]: { name: N; data: Views[N]; isPractice?: true } }[ViewName];
