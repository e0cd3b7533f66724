import type { Contact, PersonId } from '../routine/model/contact';

/* The screens of "Trygg hem". */

/** Whoever is on the way home sees the first four, officials the others. Times in ISO. */
export type HomeScreen = { kind: 'home'; now: string } & (
  | { view: 'help' | 'past' | 'far' | 'nothing' | 'over' | 'ended' }
  | { view: 'set' | 'asked' | 'told'; due: string; toTell: readonly Contact[]; mayChange: boolean }
  | { view: 'taken' | 'others'; by: Contact | undefined }
  | { view: 'missed' | 'mine'; of: PersonId; toRing: readonly Contact[] }
  | { view: 'who'; of: PersonId; name: string; phone: string; due: string }
);
