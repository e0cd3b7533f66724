import type { ViewEntry } from '../../app/ports/audit';
import type { CardRow, DeliveryRow } from '../../app/ports/delivery';
import type { Draft, PersonRow } from '../../app/ports/people';
import type { AskingState, MaintenanceState, MunicipalityState, PersonState } from '../../app/ports/states';
import type { Contact, PersonId, Quiet } from '../../routine/model/contact';
import type { HistoryEntry, Incident } from '../../routine/model/incident';
import type { Head } from '../sealing/hashChain';
import { rowKind } from '../sealing/rowKind';

export const headRow = rowKind<Head>('head');

/** The head of the history stands sealed with the incident: an older head cannot be put back alone. */
export const incidentRow = rowKind<{ incident: Incident; head: Head }>('incident');

export const historyRow = rowKind<{ entry: HistoryEntry; mac: string }>('history');
export const viewRow = rowKind<{ entry: ViewEntry; mac: string }>('view');

export const cardRow = rowKind<CardRow>('card');
export const deliveryRow = rowKind<DeliveryRow>('delivery');

/** The contact list as it was written last. */
export interface ListState {
  rev: number;
  /** Of the history of its changes. */
  head: Head;
  /** Everybody who is quiet, whether they have a post or not: read with the list wherever somebody may be told of something. */
  quiet?: readonly (Quiet & { person: PersonId })[] | undefined;
}
export const listRow = rowKind<ListState>('list');
export const contactRow = rowKind<Contact>('contact');

export const personRow = rowKind<PersonRow>('person');
/** Leads from an e-mail to the person who has it. `owner` says whose key opens it. */
export const emailRow = rowKind<{ person: PersonId }, 'owner'>('email', ['owner']);

export const draftRow = rowKind<Draft>('draft');

export const personState = rowKind<PersonState>('personState');
export const askingState = rowKind<AskingState>('askingState');
export const maintenanceState = rowKind<MaintenanceState>('maintenanceState');
export const municipalityState = rowKind<MunicipalityState>('townState');
