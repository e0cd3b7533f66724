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
  version: 2,
  replaces: [1],
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
  /** Threat, violence or vandalism, by phone or as an object, or nothing ticked. */
  pressing: anyOf(
    reported('kinds', 'threat', 'violence', 'vandalism'),
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
