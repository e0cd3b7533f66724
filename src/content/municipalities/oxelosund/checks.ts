import {
  all,
  checks,
  chosen,
  ended,
  joined,
  made,
  notRecorded,
  record,
  recorded,
  strategistHasIt,
} from '../../../routine/plan/blocks';

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
    ask: {
      toCare: ended('company-to-care'),
      // Who was at home already had no way to go.
      onTheWay: all(
        ended('company-home', recorded('company-home', 'where', 'alreadyHome')),
        ended('company-until-support'),
      ),
    },
    note: {
      who: joined(
        record('company-to-care', 'who'),
        record('company-home', 'who'),
        record('company-until-support', 'who'),
      ),
      measures: notRecorded,
    },
  }),
  checks('information', ['3.2.3'], { note: { informed: chosen('inform-groups', 'groups', 'others') } }),
];
