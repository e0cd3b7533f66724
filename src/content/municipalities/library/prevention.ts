/** A course or something to read. `isForNew`: those who are new are reminded of it, and all in a new term. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly url?: string;
  readonly isForNew: boolean;
}

/** The courses and links that a municipality offers before anything happens (plan, section 2). */
export interface Prevention {
  readonly courses: readonly Course[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** The booklet of the security police: every municipality can point to it. */
export const BOOKLET: Course = {
  id: 'personlig-sakerhet',
  title: 'Personlig säkerhet',
  detail: 'Skrift från Säpo. Kommunen ger den till alla förtroendevalda.',
  url: 'https://sakerhetspolisen.se',
  isForNew: true,
};
