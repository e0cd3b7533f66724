import type { z } from 'zod';
import type { Incident } from '../model/incident';
import type { ActTurn } from '../transitions/turn';
import type { Page } from './pages';

/** Schemas of the data of an act, by name. */
export type Shape = Readonly<Record<string, z.ZodType>>;
/** The data of an act: what its shape says, and whatever stood in the inputs. */
export type DataOf<S extends Shape> = { [K in keyof S]: z.infer<S[K]> } & Readonly<Record<string, unknown>>;

/** The page of a form, and what it is about. */
export type FormAt = readonly [page: Page, about: string];

/** An act on an incident. */
export interface Row<S extends Shape> {
  /** The codes that a press brings beside the incident and its inputs. */
  data?: S;
  /** The object that the history names: a code, never a text. */
  about?: (data: DataOf<S>) => string;
  /** The form that it comes from, shown again when the routine says no. */
  form?: Page | ((data: DataOf<S>) => FormAt);
  /** Set where it adds something: `once` decides whether it has been done already. */
  adds?: true;
  /** The input with an e-mail address whose account is looked up before. */
  accountBy?: 'email';
  /**
   * The thing that the answer opens and a card in a chat would not show: the victim's name, the form of what is next, the
   * list of tasks, whom the victim wants rung, the page from which a document is taken.
   */
  opens?: 'name' | 'next' | 'tasks' | 'kin' | 'document';
  /** Set where the lead approves the next step with the same press, if that is their own to do. */
  approvesNext?: true;
  /** The transition; throws a Refusal when the routine says no. */
  apply: (incident: Incident, data: DataOf<S>, turn: ActTurn) => Incident;
}

/** A row of the table, its data's types taken from `data`. */
export const row = <S extends Shape = Record<never, never>>(one: Row<S>): Row<S> => one;
