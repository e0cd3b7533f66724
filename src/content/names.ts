/** How cards speak of a post. */
export interface PostWords {
  /** Beside a name: `kommunens säkerhetsstrateg`. */
  title: string;
  /** The same with whose it is, for a post that each party or board has. `unit`: the party's code, or the board's name. */
  titleOf?: (unit: string) => string;
}

/** How cards and the log speak of whoever stands in a position. */
export interface PositionWords {
  /** `kommunens säkerhetsstrateg` */
  title: string;
  /** `säkerhetsstrateg` */
  short: string;
  /** `säkerhetsstrategen` */
  definite: string;
  /** `kommunens andra säkerhetsstrateger` */
  others: string;
}

/** The text with a capital, as a sentence begins. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The words that differ between municipalities. */
export interface Names {
  /** By the post's id. */
  posts: Readonly<Record<string, PostWords>>;
  firstContact: Pick<PositionWords, 'title' | 'short'>;
  strategist: PositionWords;
  filer: Pick<PositionWords, 'short' | 'definite'>;
}
