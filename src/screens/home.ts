import type { Contact } from '../routine/model/contact';

/* The screens of "Trygg hem". */

/** Whoever is on the way home sees the first ones, officials the others; `of` is a code, never whose it is. `answer`: minutes. Times in ISO. */
export type HomeScreen = { kind: 'home'; now: string } & (
  | { view: 'help' | 'past' | 'nothing' | 'over' | 'ended' }
  | { view: 'far'; hours: number }
  | {
      view: 'set' | 'asked' | 'told';
      due: string;
      answer: number;
      toTell: readonly Contact[];
      /** Those who hear nothing of it, as in the person's open incidents. */
      without: readonly Contact[];
      mayChange: boolean;
    }
  | { view: 'taken' | 'others'; by: Contact | undefined }
  | {
      view: 'missed' | 'mine';
      of: string;
      toRing: readonly Contact[];
      /** It will be over then, though nobody has said how it went. */
      until?: string | undefined;
      /** Who took it and has been silent since. */
      silent?: { by: Contact | undefined; since: string } | undefined;
      /** They have had time to reach the person. */
      isAgain?: boolean | undefined;
      /** Nobody is to ring or write to the person, as they have said. */
      quiet?: 'hiding' | 'watched' | undefined;
    }
  | {
      view: 'who';
      of: string;
      name: string;
      phone: string;
      due: string;
      quiet?: 'hiding' | 'watched' | undefined;
    }
);
