import { checks, ended, made, notRecorded, record, strategistHasIt } from '../../../routine/plan/blocks';

/** Bilaga 5 part 2, "Check!", prefilled from what is recorded. */
export const controlQuestions = [
  checks('contacts', ['3.1.1'], {
    ask: { strategistContacted: strategistHasIt },
    note: { comment: notRecorded },
  }),
  checks('police', ['3.1.2', '3.1.3'], {
    ask: { policeContacted: ended('contact-police'), reported: made('police-report') },
    note: { comment: notRecorded },
  }),
  checks('support', ['3.2.1'], {
    ask: {
      supported: ended('initial-support'),
      relatives: notRecorded,
      supportPerson: ended('support-person'),
    },
    note: { supporter: record('initial-support', 'who'), chosen: record('support-person', 'who') },
  }),
  checks('company', ['3.2.2'], {
    ask: { toCare: ended('company-to-care'), onTheWay: ended('company-home') },
    note: { who: record('company-until-support', 'who'), measures: notRecorded },
  }),
  checks('information', ['3.2.3'], { note: { informed: record('inform-groups', 'groups') } }),
];
