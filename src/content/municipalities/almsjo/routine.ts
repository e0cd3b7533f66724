import { KINDS } from '../../../routine/model/codes';
import { anyOf, not, reported } from '../../../routine/plan/blocks';
import { defineRoutine } from '../../../routine/plan/defineRoutine';
import { REPORT_PAGES } from '../library/reportPages';
import { usualFollowUp } from '../library/times';
import { controlQuestions } from './checks';
import { parties } from './parties';
import { steps } from './steps';
import { times } from './times';
import { words } from './words';

/** An invented plan: other posts, order and policy than Oxelösund's. */
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
    { step: 'home-alarm' },
    'reported',
    { step: 'victim-support' },
    { step: 'follow-up-talk' },
  ],
  /** Threat, bomb, violence or vandalism, by phone or as an object, or nothing ticked. */
  pressing: anyOf(
    reported('kinds', 'threat', 'violence', 'vandalism', 'bomb'),
    reported('channel', 'phone', 'object'),
    not(reported('kinds', ...KINDS)),
  ),
  /** KL 4 kap. 18 a §, since 2025. */
  bringsInFor: 'fullTime',
  parties: parties.map((party) => party.code),
  followUp: usualFollowUp,
  times,
  words,
});
