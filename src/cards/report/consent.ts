import type { Municipality } from '../../content/municipalities/municipality';
import { COMMON } from '../../content/texts/common';
import { REPORT } from '../../content/texts/report';
import type { Contact } from '../../routine/model/contact';
import { isVictimAsked } from '../../routine/plan/traits';
import type { DraftScreen } from '../../screens/screen';
import type { Typed } from '../parts';
import { titleWords, untoldLine } from '../scene';

/* The line by which a sender says yes: who reads the report. */

/** A page of a report that is being written, as it is drawn. */
export interface DraftScene extends Omit<DraftScreen, 'kind' | 'page' | 'refusal'> {
  municipality: Municipality;
  typed: Typed;
}

/** Names with their post, said once for those who share it. */
function namesWithPosts(contacts: readonly Contact[], titleOf: (contact: Contact) => string): string {
  const titles = [...new Set(contacts.map(titleOf))];
  const holders = (title: string) => contacts.filter((one) => titleOf(one) === title).map(({ name }) => name);
  return COMMON.listAnd(titles.map((title) => `${COMMON.listAnd(holders(title))}, ${title}`));
}

/** Who reads it once it is sent: this is what the sender says yes to. @param titleOf how a party's first contact is spoken of */
export function consentTo(scene: DraftScene, titleOf: (contact: Contact) => string): string {
  const { municipality, readers } = scene;
  const { contacts, as, isParty, next = [] } = readers;
  if (contacts.length === 0) return REPORT.consentNobody;
  const { title } = municipality.names.strategist;
  const titles = {
    strategist: () => title,
    alternate: (one: Contact) => titleWords(scene, one),
    firstContact: titleOf,
  };
  const who = namesWithPosts(contacts, titles[as]);
  if (next.length > 0)
    return REPORT.consentInstead(who, namesWithPosts(next, titleOf), readers.hasStrategist ? title : '');
  return isParty ? REPORT.consentParty(who, municipality.names) : REPORT.consentMunicipality(who);
}

/** That the strategist reads all of it beside the party, whatever is ticked; said of the sender's own reports alone. */
export const consentMarked = ({ readers, municipality }: DraftScene): string[] =>
  readers.isMarked ? [REPORT.consentMarked(municipality.names)] : [];

/** That it is reported to the police, and who then reads, where nobody is asked about it. */
export const consentReported = ({ municipality }: DraftScene): string[] =>
  isVictimAsked(municipality.routine) ? [] : [REPORT.consentReported(municipality.names)];

/** All that a sender reads of it before sending: who reads, and who hears nothing. */
export const consentLines = (scene: DraftScene): string[] => [
  consentTo(scene, (contact) => titleWords(scene, contact)),
  ...untoldLine(scene, scene.untold ?? []),
  ...consentReported(scene),
  ...consentMarked(scene),
];
