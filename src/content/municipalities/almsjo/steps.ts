import { GROUPS, KINDS, YES_NO } from '../../../routine/model/codes';
import {
  after,
  anyOf,
  atOnce,
  bringsIn,
  bringsInOnceLed,
  broughtIn,
  byHaste,
  done,
  from,
  inOrder,
  minutes,
  not,
  onceDone,
  onceEnded,
  onFollowUp,
  plansTalk,
  recorded,
  reminder,
  reported,
  sameDay,
  step,
  workingDays,
} from '../../../routine/plan/blocks';
import { choice, day, name, several, text, toggle, yesNo } from '../../../routine/plan/fields';

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
    prefill: { kinds: 'kinds' },
    fields: [
      several('kinds', KINDS, true),
      choice('serious', YES_NO, true),
      choice('care', YES_NO, true),
      choice('coordinator', YES_NO),
      choice('together', YES_NO, true),
      text('why'),
      name('support'),
    ],
  }),
  step('contact-coordinator', {
    section: '§ 1',
    owner: 'lead',
    opens: inOrder,
    opensIf: reported('channel', 'phone'),
    passOn: minutes('passOn'),
    need: anyOf(
      reported('channel', 'phone'),
      broughtIn,
      onceDone('assess', not(recorded('assess', 'coordinator', 'no'))),
    ),
    bringsIn: bringsIn('contacted', 'done'),
    endedBy: 'strategist',
  }),
];

const support = [
  step('initial-support', {
    section: '§ 2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    endedBy: 'company',
    fields: [name('who', true)],
  }),
  step('company-to-care', {
    section: '§ 2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    need: onceDone('assess', recorded('assess', 'care', 'yes')),
    fields: [name('who', true)],
  }),
  step('company-home', {
    section: '§ 2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    fields: [name('who'), choice('where', ['home', 'alreadyHome', 'elsewhere'], true)],
  }),
  step('support-person', {
    section: '§ 2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    fields: [name('who', true), name('phone'), name('rings'), yesNo('reached')],
  }),
];

const home = [
  step('home-alarm', {
    section: '§ 3',
    owner: 'strategist',
    opens: after('assess'),
    need: onceDone('assess', recorded('assess', 'serious', 'yes')),
    bringsIn: bringsIn('step', 'needed'),
    due: workingDays(3),
    remind: [reminder(workingDays(2))],
    fields: [
      choice('alarm', ['ordered', 'declined', 'noNeed'], true),
      day('installed', false, true),
      text('comment'),
    ],
  }),
];

const information = [
  step('inform-groups', {
    section: '§ 4',
    owner: 'twoPersons',
    opens: inOrder,
    bringsIn: bringsIn('groups', 'opened'),
    fields: [several('groups', GROUPS, true), text('text'), text('how'), name('by')],
  }),
  step('inform-media', {
    section: '§ 4',
    owner: 'lead',
    opens: inOrder,
    fields: [text('what', true), name('whom', true)],
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
    bringsIn: bringsInOnceLed('police', byHaste('untaken', 'untaken')),
    isUrgent: true,
    due: sameDay,
    remind: [reminder(byHaste('sameDayRemindAcute', 'sameDayRemind'), 'policeToday')],
    rings: ['police', 'policeNumber'],
    fields: [day('when', true), name('whom'), text('advice'), toggle('link'), toggle('protection')],
  }),
  step('police-report', {
    section: '§ 5',
    owner: 'filer',
    opens: after('assess'),
    report: 'always',
    informs: 'victim',
    rings: ['policeNumber'],
    fields: [day('when', true), name('by'), name('number')],
  }),
  step('police-report-restricted', {
    section: '§ 5',
    owner: 'filer',
    opens: after('assess'),
    partOf: 'police-report',
    fields: [choice('outcome', ['granted', 'refused', 'noWord'])],
  }),
  step('police-report-link', {
    section: '§ 5',
    owner: 'filer',
    opens: after('assess'),
    partOf: 'police-report',
  }),
];

const followUp = [
  step('victim-support', {
    section: '§ 6',
    owner: 'lead',
    opens: after('assess'),
    due: workingDays(5),
    remind: [reminder(workingDays(2))],
    fields: [choice('contact', ['wanted', 'later', 'declined'], true), day('offered', true), name('rings')],
  }),
  step('follow-up-talk', {
    section: '§ 6',
    owner: 'lead',
    opens: onFollowUp,
    isTalk: true,
    fields: [day('heldOn', true), name('attendees', true)],
  }),
  step('document-talk', {
    section: '§ 6',
    owner: 'lead',
    opens: after('follow-up-talk'),
    need: done('follow-up-talk'),
    fields: [text('how', true), text('support'), text('mandate')],
  }),
  step('assess-more-talks', {
    section: '§ 6',
    owner: 'lead',
    opens: after('follow-up-talk'),
    need: done('follow-up-talk'),
    fields: [choice('more', YES_NO, true), day('plannedFor', false, true)],
    effects: [plansTalk('plannedFor', recorded('assess-more-talks', 'more', 'yes'))],
  }),
  step('assess-professional-support', {
    section: '§ 6',
    owner: 'victim',
    opens: from(workingDays('supportWorkingDays')),
    answers: 'wants',
    asksAgain: true,
    fields: [choice('wants', YES_NO, true), text('comment')],
  }),
  step('order-professional-support', {
    section: '§ 6',
    owner: 'strategist',
    opens: after('assess-professional-support'),
    need: onceEnded('assess-professional-support', recorded('assess-professional-support', 'wants', 'yes')),
    bringsIn: bringsIn('support', 'needed'),
    fields: [day('when', true), name('number')],
  }),
];

export const steps = [...beginning, ...support, ...home, ...information, ...police, ...followUp];
