import type { Contact } from '../../model/contact';
import type { Situation } from '../../model/situation';
import { asked } from '../ladders/asked';
import type { NoticeKind } from '../noticeRows/draw';
import { isReachable } from '../succession';

/*
 * Who has been told on the victim's behalf, by what has really been sent: it stays true when a rule would count anew,
 * since somebody said no, somebody took it, or another is asked.
 */

/** Some who were told at one minute. */
export interface Told {
  /** `reminded`: they had been told before. */
  how: 'told' | 'reminded';
  at: string;
  contacts: Contact[];
}

/** The kinds of which the victim reads; of silence only that nobody leads. */
const HOW: Readonly<Partial<Record<NoticeKind, (about: string) => Told['how'] | undefined>>> = {
  asked: () => 'told',
  askedAgain: () => 'reminded',
  up: (about) => (about.startsWith('asked.') ? 'told' : undefined),
};

/** How it counts that a notice has arrived; undefined: the victim does not read of it. */
const howOf = (kind: string, about: string): Told['how'] | undefined => HOW[kind as NoticeKind]?.(about);

/** Notices that begin with when the victim asked to be rung; those that come again begin otherwise. */
const isFirstCall = (kind: string, about: string): boolean => kind === 'ring' && /^\d/.test(about);

/** Whether a notice is one that the victim reads of once it has been sent. */
export const isReadByVictim = (kind: string, about: string): boolean =>
  howOf(kind, about) !== undefined || isFirstCall(kind, about);

/**
 * When the lead was told that the victim asked at that time (ISO) to be rung, ISO; undefined: it has not arrived. Who took
 * the lead later took it on from a card that said so.
 */
export function toldToRing({ sent = [], incident }: Situation, since: string): string | undefined {
  const { lead } = incident;
  if (lead && lead.since > since) return lead.since;
  return sent.find(
    ({ kind, about, person }) =>
      isFirstCall(kind, about) && about.startsWith(since) && person === lead?.person,
  )?.at;
}

const minuteOf = (at: string): string => at.slice(0, 16);

/** Who has been asked to help, when: oldest first; of the reminders, which come again and again, the last. */
export function toldOf({ sent = [], contacts }: Pick<Situation, 'sent' | 'contacts'>): Told[] {
  const lines = new Map<string, Told>();
  for (const { kind, about, person, at } of [...sent].sort((a, b) => a.at.localeCompare(b.at))) {
    const how = howOf(kind, about);
    const contact = contacts.find((one) => one.person === person);
    if (!how || !contact) continue;
    const key = `${how} ${minuteOf(at)}`;
    const line = lines.get(key) ?? { how, at, contacts: [] };
    if (!line.contacts.some((one) => one.person === person)) line.contacts.push(contact);
    lines.set(key, line);
  }
  const all = [...lines.values()];
  const last = all.findLast(({ how }) => how === 'reminded');
  return all.filter((line) => line.how === 'told' || line === last);
}

/** Those who are asked now and whom nothing has reached yet: it is on its way. */
export function beingTold(situation: Situation): Contact[] {
  const { sent = [], unreachable, incident } = situation;
  const since = incident.askedAt ?? incident.createdAt;
  const has = new Set(sent.filter((one) => one.kind === 'asked' && one.at >= since).map((one) => one.person));
  return asked(situation).filter(
    (one) => isReachable(one, unreachable) && one.person !== undefined && !has.has(one.person),
  );
}
