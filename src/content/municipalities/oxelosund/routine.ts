import { KINDS } from '../../../routine/model/codes';
import { anyOf, not, reported } from '../../../routine/plan/blocks';
import { defineRoutine } from '../../../routine/plan/defineRoutine';
import { REPORT_PAGES } from '../library/reportPages';
import { usualFollowUp, usualTimes } from '../library/times';
import { controlQuestions } from './checks';
import { parties } from './parties';
import { steps } from './sections';
import { words } from './words';

/** The plan of 2018-06-13 (KS.2017.128), as its third version here. */
export const routine = defineRoutine({
  version: 3,
  // It adds what a bomb threat opens: an incident that began before goes on as it was, for nobody could tick that then.
  replaces: [1, 2],
  steps,
  checks: controlQuestions,
  pages: REPORT_PAGES,
  status: [
    'sent',
    'taken',
    { step: 'initial-support' },
    { step: 'assess' },
    { step: 'contact-police' },
    'decision',
    'reported',
    { step: 'follow-up-talk' },
  ],
  /** Threat, bomb or violence, by phone or as an object, or nothing ticked. */
  pressing: anyOf(
    reported('kinds', 'threat', 'violence', 'bomb'),
    reported('channel', 'phone', 'object'),
    not(reported('kinds', ...KINDS)),
  ),
  /** KL 4 kap. 18 a §, since 2025. */
  bringsInFor: 'fullTime',
  parties: parties.map((party) => party.code),
  followUp: usualFollowUp,
  times: usualTimes,
  words,
});
