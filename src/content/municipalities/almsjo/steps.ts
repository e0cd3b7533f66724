import {
  after,
  atOnce,
  bringsIn,
  onceDone,
  onlyShown,
  recorded,
  reminder,
  step,
  workingDays,
  you,
} from '../../../routine/plan/blocks';
import { choice, day, health, name, text } from '../../../routine/plan/fields';
import { askingPolice, assessing, gettingHelp } from '../library/beginning';
import { inSection } from '../library/inSection';

/*
 * The invented plan of Almsjö: 20 steps in 6 sections. The report to the police is always made, by policy.
 */

const beginning = [
  step('taken-in', { section: '§ 1', owner: 'victim', opens: atOnce, endedBy: 'acknowledgement' }),
  { section: '§ 1', ...assessing('coordinator') },
  { section: '§ 1', ...gettingHelp('contact-coordinator', 'coordinator') },
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
  { section: '§ 5', ...askingPolice('police-advice') },
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
