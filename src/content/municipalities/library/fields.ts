import { GROUPS, YES_NO } from '../../../routine/model/codes';
import type { ReportField } from '../../../routine/model/report';
import { daytime, readByVictim } from '../../../routine/plan/blocks';
import {
  askedFor,
  askedUnless,
  choice,
  day,
  health,
  municipal,
  name,
  severalOr,
  text,
  toggle,
  unfolding,
} from '../../../routine/plan/fields';

/*
 * Fields of steps that several municipalities' plans have.
 */

/** The answers of the police on each kind of help that they are asked about. */
const OFFERS = ['offered', 'nothing', 'notAsked'] as const;

/** The parts of a report by which the police are asked for advice: what the strategist reads whom that brings in. */
export const FOR_ADVICE = [
  'kinds',
  'channel',
  'date',
  'dateTo',
  'time',
  'place',
  'what',
  'offenderKnown',
  'offenderCount',
  'offender',
] as const satisfies readonly ReportField[];

/** The record of the police's advice (plan 3.1.2): the link to the office is said, or why not. */
export const POLICE_ADVICE = [
  day('when', true),
  name('whom'),
  municipal(text('advice')),
  toggle('link'),
  unfolding(askedUnless(text('linkWhy'), 'link', 'true')),
  choice('victimSupport', OFFERS, true),
  unfolding(municipal(askedFor(text('victimSupportOffer'), 'victimSupport', 'offered'))),
  choice('protection', OFFERS, true),
  unfolding(municipal(askedFor(text('protectionOffer'), 'protection', 'offered'))),
  text('toKnow'),
  toggle('nothingToKnow'),
];

/** The proposal of what is told to whom (plan 3.2.3): nobody needs no text. */
export const WHOM_TO_TELL = [
  severalOr('groups', GROUPS, 'none'),
  askedFor(text('others'), 'groups', 'others'),
  askedUnless(text('text'), 'groups', 'none'),
  text('how'),
  name('by'),
];

/** The notes of the follow-up talk (plan 3.2.4). */
export const TALK_NOTES = [health(text('how', true)), health(text('support')), health(text('mandate'))];

/** Whether more talks are needed, and when. */
export const MORE_TALKS = [health(choice('more', YES_NO, true)), day('plannedFor', false, true)];

/** The victim's own answer on professional support. */
export const SUPPORT_WISH = [
  health(choice('wants', [...YES_NO, 'talkFirst'], true)),
  health(name('talkedWith')),
  health(text('comment')),
];

/** The victim reads it before it is confirmed. */
export const READ_BY_VICTIM = readByVictim(['text', 'groups', 'none'], {
  remind: daytime('readRemind'),
  unanswered: daytime('readUnanswered'),
});

/** Company home or elsewhere (plan 3.2.2), never where that is. */
export const COMPANY_HOME = [
  askedFor(name('who'), 'where', 'home', 'elsewhere'),
  choice('where', ['home', 'alreadyHome', 'elsewhere'], true),
];
