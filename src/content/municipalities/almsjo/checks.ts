import {
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

/** Asked once the steps of their sections have ended, prefilled from what is recorded. */
export const controlQuestions = [
  checks('presence', ['§ 2'], {
    ask: {
      supported: ended('initial-support'),
      relatives: notRecorded,
      toCare: ended('company-to-care'),
      onTheWay: ended('company-home', recorded('company-home', 'where', 'alreadyHome')),
    },
    note: {
      who: joined(record('company-to-care', 'who'), record('company-home', 'who')),
      supporter: record('initial-support', 'who'),
      chosen: record('support-person', 'who'),
    },
  }),
  checks('contacts', ['§ 1'], {
    ask: { coordinatorContacted: strategistHasIt },
    note: { comment: notRecorded },
  }),
  checks('home', ['§ 3'], {
    ask: { safeAtHome: notRecorded, alarm: ended('home-alarm') },
    note: { measures: notRecorded },
  }),
  checks('police', ['§ 5'], {
    ask: { advice: ended('police-advice'), reported: made('police-report') },
    note: { comment: notRecorded },
  }),
  checks('information', ['§ 4'], { note: { informed: chosen('inform-groups', 'groups', 'others') } }),
];
