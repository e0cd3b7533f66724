import { KINDS, YES_NO } from '../../../routine/model/codes';
import {
  after,
  anyOf,
  atOnce,
  bringsIn,
  bringsInOnceLed,
  broughtIn,
  byHaste,
  inOrder,
  minutes,
  not,
  onceDone,
  onlyShown,
  recorded,
  reminder,
  reported,
  sameDay,
  step,
  told,
  workingDays,
  you,
} from '../../../routine/plan/blocks';
import { askedFor, choice, day, health, name, several, text } from '../../../routine/plan/fields';
import { FOR_ADVICE, POLICE_ADVICE } from '../library/fields';
import { inSection } from '../library/inSection';

/*
 * The invented plan of Almsjö: 20 steps in 6 sections. The report to the police is always made, by policy.
 */

const beginning = [
  step('taken-in', { section: '§ 1', owner: 'victim', opens: atOnce, endedBy: 'acknowledgement' }),
  step('assess', {
    section: '§ 1',
    owner: 'lead',
    opens: inOrder,
    isAssessment: true,
    prefill: { kinds: [told('kinds')] },
    fields: [
      several('kinds', KINDS, true),
      choice('serious', YES_NO, true),
      health(choice('care', YES_NO, true)),
      choice('coordinator', YES_NO),
      choice('together', YES_NO, true),
      askedFor(text('why'), 'together', 'no'),
      name('support'),
    ],
  }),
  step('contact-coordinator', {
    section: '§ 1',
    owner: 'lead',
    opens: inOrder,
    opensIf: reported('channel', 'phone'),
    passOn: minutes('passOn'),
    victimMay: true,
    need: anyOf(
      reported('channel', 'phone'),
      broughtIn,
      onceDone('assess', not(recorded('assess', 'coordinator', 'no'))),
    ),
    bringsIn: bringsIn('contacted', 'done'),
    endedBy: 'strategist',
  }),
];

const home = [
  step('home-alarm', {
    section: '§ 3',
    owner: 'strategist',
    opens: after('assess'),
    need: onceDone('assess', recorded('assess', 'serious', 'yes')),
    bringsIn: onlyShown(bringsIn('step', 'needed')),
    shows: { who: 'name', report: ['phone'] },
    due: workingDays(3),
    remind: [reminder(workingDays(2))],
    fields: [
      choice('alarm', ['ordered', 'declined', 'noNeed'], true),
      day('installed', false, true),
      text('comment'),
    ],
  }),
];

const police = [
  step('police-advice', {
    section: '§ 5',
    owner: 'strategist',
    opens: atOnce,
    need: anyOf(
      reported('kinds', 'threat', 'violence'),
      onceDone(
        'assess',
        anyOf(recorded('assess', 'kinds', 'threat', 'violence'), recorded('assess', 'serious', 'yes')),
      ),
    ),
    bringsIn: onlyShown(bringsInOnceLed('police', byHaste('untaken', 'untaken'))),
    isUrgent: true,
    due: sameDay,
    remind: [reminder(byHaste('sameDayRemindAcute', 'sameDayRemind'), 'policeToday')],
    rings: ['police', 'policeNumber'],
    shows: { report: FOR_ADVICE },
    reasons: ['alreadyAsked', 'declined'],
    victimReads: true,
    fields: POLICE_ADVICE,
    tellsLead: { field: 'toKnow', nothing: 'nothingToKnow' },
  }),
  step('police-report', {
    section: '§ 5',
    owner: 'filer',
    opens: after('assess'),
    report: 'always',
    informs: 'victim',
    rings: ['policeNumber'],
    prefill: { by: [you] },
    shows: {
      who: true,
      report: 'police',
      records: [{ step: 'police-advice', fields: ['whom', 'advice'] }],
    },
    victimReads: true,
    fields: [day('when', true), name('by'), name('number')],
  }),
  step('police-report-restricted', {
    section: '§ 5',
    owner: 'filer',
    opens: after('assess'),
    partOf: 'police-report',
    victimReads: true,
    fields: [choice('outcome', ['granted', 'refused', 'noWord'])],
    later: ['outcome'],
  }),
  step('police-report-link', {
    section: '§ 5',
    owner: 'filer',
    opens: after('assess'),
    partOf: 'police-report',
  }),
];

const afterwards = [
  step('victim-support', {
    section: '§ 6',
    owner: 'lead',
    opens: after('assess'),
    due: workingDays(5),
    remind: [reminder(workingDays(2))],
    fields: [
      health(choice('contact', ['wanted', 'later', 'declined'], true)),
      day('offered', true),
      name('rings'),
    ],
  }),
];

export const steps = [
  ...beginning,
  ...inSection('§ 2', 'initial-support', 'company-to-care', 'company-home', 'support-person'),
  ...home,
  ...inSection('§ 4', 'inform-groups', 'inform-media'),
  ...police,
  ...afterwards,
  ...inSection(
    '§ 6',
    'follow-up-talk',
    'document-talk',
    'assess-more-talks',
    'assess-professional-support',
    'order-professional-support',
  ),
];
