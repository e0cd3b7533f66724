import type { z } from 'zod';
import type { PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import type { Roles } from '../rules/access';
import type { Turn } from '../transitions/turn';
import type { Page } from './pages';

/** The turn of a press. */
export interface ActTurn extends Turn {
  /** As what the person acts. */
  roles: Roles;
  /** The account of the e-mail address that was typed, where the act asks for one (`accountBy`). */
  account?: PersonId | undefined;
}

export type Shape = Readonly<Record<string, z.ZodType>>;
export type DataOf<S extends Shape> = { [K in keyof S]: z.infer<S[K]> } & Readonly<Record<string, unknown>>;

/** The page of a form, and what it is about. */
export type FormAt = readonly [page: Page, about: string];

/** An act on an incident. */
export interface Row<S extends Shape> {
  /** What a press says beside the incident and its inputs: codes. */
  data?: S;
  /** What the history says it was about: a code, never a text. */
  about?: (data: DataOf<S>) => string;
  /** The form that it comes from, shown again when the routine says no. */
  form?: Page | ((data: DataOf<S>) => FormAt);
  /** It adds something: `once` decides whether it has been done already. */
  adds?: true;
  /** The input with an e-mail address whose account is looked up before. */
  accountBy?: 'email';
  /** What the answer opens that a card in a chat would not show: whom to ring, or the form of the step. */
  opens?: 'name' | 'step';
  /** The transition; throws a Refusal when the routine says no. */
  apply: (incident: Incident, data: DataOf<S>, turn: ActTurn) => Incident;
}

/** A row of the table, its data's types taken from `data`. */
export const row = <S extends Shape = Record<never, never>>(one: Row<S>): Row<S> => one;
