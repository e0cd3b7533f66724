import type { PersonId } from '../../routine/model/contact';

/** A row of the invented contact list that the sandbox starts with. */
export interface SampleContact {
  /** The id of a post. */
  role: string;
  party?: string;
  board?: string;
  order: number;
  name: string;
  phone: string;
  email?: string;
  /** Left out: not in Teams, is rung. */
  userId?: PersonId;
  /** The day on which a party's officer confirmed silence on paper. */
  silence?: string;
}

/** An invented politician who is not on the contact list. */
export interface SamplePolitician {
  party: string;
  name: string;
  phone: string;
  email: string;
  userId: PersonId;
}

/** An invented person whose chat the stage shows. */
export interface Persona {
  key: string;
  /** The Entra object id that the Playground sends as `from.aadObjectId`. */
  userId: PersonId;
  name: string;
  email: string;
  party?: string | undefined;
  /** Who it is, in one line. */
  who: string;
}

/** The look of a municipality's stage. Colours in `#rrggbb`: on white, and on near-black. */
export interface Look {
  /** A letter in the municipality's colour: a coat of arms is not ours to use. */
  mark: string;
  light: string;
  dark: string;
}

/** The invented people of one municipality, and the look of its stage. */
export interface Sample {
  look: Look;
  contacts: readonly SampleContact[];
  /** Those who are not on the contact list. */
  politicians: readonly SamplePolitician[];
  /** In the order of the stage. */
  personas: readonly Persona[];
  /** Those of "Prova så här": who alarms, with their party, who answers, who then gets a task. */
  tryAs: { victim: Persona; firstContact: Persona; strategist: Persona };
}

/**
 * A persona of somebody in the lists.
 * @throws Error when there is nobody, or they have no account
 */
export function persona(
  key: string,
  who: string,
  from: Pick<SampleContact, 'userId' | 'name' | 'email' | 'party'> | undefined,
): Persona {
  if (!from?.userId || !from.email)
    throw new Error(`The sample contacts lack persona ${key}, or its user id or e-mail.`);
  return { key, who, userId: from.userId, name: from.name, email: from.email, party: from.party };
}
