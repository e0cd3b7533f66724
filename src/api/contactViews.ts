import type { ButtonView } from '../cards/view';
import type { Stand } from './stand';

/* The contact list, as the tab shows it. */

/** A row of the contact list. */
export interface ContactRowView {
  id: string;
  name: string;
  post: string;
  phone: string;
  tel: string;
  email: string;
  away: string;
  reach?: Stand | undefined;
  /** When they were last asked, or answered. */
  answer: string;
  /** Presses of the viewer on the row. */
  presses: ButtonView[];
}

/** *Kontakter*. */
export interface ContactsPage {
  page: 'contacts';
  rows: ContactRowView[];
  /** The viewer keeps the list: it may be taken as a file, and read in from one. */
  keeps: boolean;
  links: ButtonView[];
}
