import { z } from 'zod';
import type { ButtonView, View } from '../cards/view';
import { incidentId, keyText } from '../routine/acts/inputs';
import { LIST_STATES } from '../screens/tab/listStates';
import type { ContactsPage } from './contactViews';
import type { FilePage, FilesView, ReadyView } from './filesContract';
import type { Stand } from './stand';

/*
 * All that the tab and the server say to each other, as JSON. Requests come from a client and are checked; answers are made
 * here, and typed.
 */

/** The place of a row in a list of the index, as an answer gave it. */
const place = () => z.string().regex(/^(?:i|w|s[ocfv])\|[\w|]{1,100}$/);

/** `POST /api/tab/ask`: a page of the tab. */
export const askSchema = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('inbox'),
    from: place().optional(),
    waitsFrom: place().optional(),
    reference: z.string().trim().max(20).optional(),
    state: z.enum(LIST_STATES).optional(),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
  }),
  z.strictObject({ ask: z.literal('incident'), id: incidentId() }),
  z.strictObject({ ask: z.literal('me'), from: place().optional() }),
  z.strictObject({ ask: z.literal('contacts') }),
  z.strictObject({ ask: z.literal('contactsFile') }),
  z.strictObject({ ask: z.literal('ownWords') }),
  z.strictObject({ ask: z.literal('links') }),
  z.strictObject({ ask: z.literal('meeting'), id: incidentId(), talk: keyText() }),
  z.strictObject({
    ask: z.literal('log'),
    id: incidentId(),
    purpose: z.string().trim().min(1).max(200),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
    what: z.string().max(100).optional(),
    isFile: z.boolean().optional(),
  }),
  z.strictObject({
    ask: z.enum(['overview', 'improvements', 'summary']),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    from: z.int().min(0).max(100_000).optional(),
  }),
]);
/** A question of the tab. */
export type TabAsked = z.infer<typeof askSchema>;

/** `POST /api/tab/press`: a verb and its data, as a card sends them; read by `src/screens/actions.ts`. */
export const pressSchema = z.strictObject({
  verb: z.string().min(1).max(40),
  data: z.record(z.string(), z.string().max(100_000)),
});
/** A press in the tab. */
export type Pressed = z.infer<typeof pressSchema>;

/** A task of the viewer: what, in which incident, by when. */
export interface WaitView {
  incident: string;
  reference: string;
  what: string;
  by: string;
  stand: Stand;
  presses: ButtonView[];
}

/** An incident in a list. */
export interface IncidentRowView {
  id: string;
  title: string;
  day: string;
  stand: Stand;
  waits: string;
  /** How it stands, of one that the viewer follows. */
  outlook: string;
}

/** *Ärenden*. */
export interface InboxPage {
  page: 'inbox';
  waits: WaitView[];
  /** Those that the viewer follows, on the first page. */
  followed: IncidentRowView[];
  /** `waitsFrom` of the next tasks, and `from` of the next rows. */
  nextWaits?: string | undefined;
  rows: IncidentRowView[];
  next?: string | undefined;
  /** Whether there are pages on all incidents for the viewer. */
  oversees: boolean;
}

/** A step of the plan. */
export interface StepView {
  id: string;
  title: string;
  note: string;
  stand: Stand;
  press?: ButtonView | undefined;
}

/** A section of the plan with its steps, in the plan's order. */
export interface SectionView {
  id: string;
  title: string;
  note: string;
  stand: Stand;
  steps: StepView[];
}

/** *Ärende*. `plan` is empty for who may not read it. */
export interface IncidentPage {
  page: 'incident';
  id: string;
  title: string;
  stand: Stand;
  facts: { label: string; text: string }[];
  waits: WaitView[];
  live: View;
  /** To a strategist: follows it or not any more, and what that means. */
  follow?: { press: ButtonView; note: string } | undefined;
  plan: SectionView[];
  /** Left out for who reads no list of them and may give none. */
  files?: FilesView | undefined;
  links: ButtonView[];
  /** Booked talks, each as a file for a calendar. */
  meetings: { talk: string; title: string }[];
  rev: number;
}

/** *Min sida*. */
export interface MePage {
  page: 'me';
  own: {
    id: string;
    title: string;
    stand: Stand;
    facts: { label: string; text: string }[];
    links: ButtonView[];
  }[];
  /** `from` of the next own incidents. */
  next?: string | undefined;
  drafts: { id: string; text: string }[];
  links: ButtonView[];
}

/** A bar, and its row in the table behind it. `share`: of the longest, 0 to 100; left out where the number is not shown. */
export interface BarView {
  label: string;
  text: string;
  share?: number | undefined;
}

/** Bars with their title. */
export interface BarsView {
  id: string;
  title: string;
  note: string;
  head: string;
  /** One after the other in time: drawn as a line as well. */
  isOverTime: boolean;
  rows: BarView[];
}

/** *Översikt*. */
export interface OverviewPage {
  page: 'overview';
  year: string;
  years: string[];
  total: string;
  notes: string[];
  /** Whether there is a look for one sender in several incidents. */
  mayLink: boolean;
  bars: BarsView[];
}

/** *Samma avsändare*: in how many incidents, and those among them that the viewer has. */
export interface LinksPage {
  page: 'links';
  notes: string[];
  rows: { id: string; title: string; note: string; links: ButtonView[] }[];
}

/** An improvement, or an incident whose review nobody has answered. `press` opens it. */
export interface ImprovementView {
  id: string;
  incident: string;
  title: string;
  note: string;
  stand: Stand;
  press: ButtonView;
}

/** *Förbättringar*. */
export interface ImprovementsPage {
  page: 'improvements';
  year: string;
  years: string[];
  rows: ImprovementView[];
  /** `from` of the next. */
  next?: number | undefined;
}

/** A row of the log. `day` as YYYY-MM-DD. */
export interface LogRowView {
  at: string;
  day: string;
  who: string;
  what: string;
  why: string;
}

/** *Logg* of an incident, newest first. `acts`: all that there are to choose among. */
export interface LogPage {
  page: 'log';
  problem: string;
  acts: string[];
  rows: LogRowView[];
}

/** An answer to a question. */
export type TabPage =
  | InboxPage
  | OverviewPage
  | LinksPage
  | ImprovementsPage
  | FilePage
  | LogPage
  | IncidentPage
  | MePage
  | ContactsPage;

/** An answer to a press: the view that a card would show. `rev`: for the next `If-Match`. `ready`: what may be taken now. */
export interface PressAnswer {
  view: View;
  rev?: number | undefined;
  ready?: ReadyView | undefined;
}

/** An error's kind; what a person reads of it is the tab's own words. `id`: in the operators' log. */
export interface ApiFault {
  error: 'token' | 'noChat' | 'body' | 'nothing' | 'tooMany' | 'unavailable' | 'failed';
  id?: string | undefined;
}
