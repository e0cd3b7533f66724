import {
  after,
  bothOfYou,
  bringsIn,
  done,
  from,
  onceEnded,
  onFollowUp,
  onlyShown,
  part,
  plansTalk,
  recorded,
  workingDays,
} from '../../../routine/plan/blocks';
import { day, health, name } from '../../../routine/plan/fields';
import { MORE_TALKS, SUPPORT_WISH, TALK_NOTES } from './fields';

/** Steps of the follow-up (plan 3.2.4), as parts of the library. */
export const followUp = [
  part('follow-up-talk', {
    owner: 'lead',
    opens: onFollowUp,
    isTalk: true,
    prefill: { attendees: [bothOfYou] },
    reasons: ['declined'],
    fields: [day('heldOn', true), health(name('attendees', true))],
  }),
  // A talk that was waived needs no notes.
  part('document-talk', {
    owner: 'lead',
    opens: after('follow-up-talk'),
    need: done('follow-up-talk'),
    fields: TALK_NOTES,
  }),
  part('assess-more-talks', {
    owner: 'lead',
    opens: after('follow-up-talk'),
    need: done('follow-up-talk'),
    answers: 'more',
    fields: MORE_TALKS,
    effects: [plansTalk('plannedFor', recorded('assess-more-talks', 'more', 'yes'))],
  }),
  part('assess-professional-support', {
    owner: 'victim',
    opens: from(workingDays('supportWorkingDays')),
    answers: 'wants',
    talkFirst: 'talkFirst',
    asksAgain: true,
    // Assessed by the victim, together with the lead or the strategist: with whom they talked of it.
    fields: SUPPORT_WISH,
  }),
  part('order-professional-support', {
    owner: 'strategist',
    opens: after('assess-professional-support'),
    need: onceEnded('assess-professional-support', recorded('assess-professional-support', 'wants', 'yes')),
    bringsIn: onlyShown(bringsIn('support', 'needed')),
    shows: { who: 'name' },
    victimReads: true,
    fields: [day('when', true), health(name('number'))],
  }),
];
