import { GROUPS, KINDS, YES_NO } from '../../../routine/model/codes';
import {
  after,
  anyOf,
  asksVictim,
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
  onDecision,
  onFollowUp,
  plansTalk,
  recorded,
  reminder,
  reported,
  sameDay,
  step,
  victimSays,
  workingDays,
} from '../../../routine/plan/blocks';
import { choice, day, name, several, text, toggle, yesNo } from '../../../routine/plan/fields';

/*
 * Bilaga 3 of the plan: 19 steps in 7 sections, with their owners, conditions and records as docs/GLOSSARY.md reads them.
 */

/** The victim's yes to a police report, whoever makes it. */
const reportWanted = victimSays('municipality', 'self', 'other');

const beside = [
  step('inform-officer', {
    section: '3.1.1',
    owner: 'victim',
    opens: atOnce,
    endedBy: 'acknowledgement',
  }),
  step('assess', {
    section: '3.1.1',
    owner: 'lead',
    opens: inOrder,
    isAssessment: true,
    prefill: { kinds: 'kinds' },
    fields: [
      several('kinds', KINDS, true),
      choice('serious', YES_NO, true),
      choice('care', YES_NO, true),
      choice('strategist', YES_NO),
      choice('together', YES_NO, true),
      text('why'),
      name('support'),
    ],
  }),
  step('contact-strategist', {
    section: '3.1.1',
    owner: 'lead',
    opens: inOrder,
    // A threat by phone: at once (Bilaga 2.5).
    opensIf: reported('channel', 'phone'),
    passOn: minutes('passOn'),
    need: anyOf(
      reported('channel', 'phone'),
      broughtIn,
      onceDone('assess', not(recorded('assess', 'strategist', 'no'))),
    ),
    bringsIn: bringsIn('contacted', 'done'),
    endedBy: 'strategist',
  }),
];

const police = [
  step('contact-police', {
    section: '3.1.2',
    owner: 'strategist',
    opens: atOnce,
    // Threat or violence by the report's ticks already; or as it was assessed, serious harassment too.
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
    fields: [day('when', true), name('whom'), text('advice'), toggle('link'), toggle('victimSupport')],
    effects: [asksVictim],
  }),
  step('police-report', {
    section: '3.1.3',
    owner: 'filer',
    opens: onDecision,
    need: reportWanted,
    report: 'asVictimSays',
    rings: ['policeNumber'],
    fields: [day('when', true), name('by'), name('number')],
  }),
  step('police-report-restricted', {
    section: '3.1.3',
    owner: 'filer',
    opens: onDecision,
    need: reportWanted,
    partOf: 'police-report',
    fields: [choice('outcome', ['granted', 'refused', 'noWord'])],
  }),
  step('police-report-link', {
    section: '3.1.3',
    owner: 'filer',
    opens: onDecision,
    need: reportWanted,
    partOf: 'police-report',
  }),
];

const support = [
  step('initial-support', {
    section: '3.2.1',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    endedBy: 'company',
    fields: [name('who', true)],
  }),
  step('support-person', {
    section: '3.2.1',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    fields: [name('who', true), name('phone'), name('rings'), yesNo('reached')],
  }),
  step('company-to-care', {
    section: '3.2.2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    need: onceDone('assess', recorded('assess', 'care', 'yes')),
    fields: [name('who', true)],
  }),
  step('company-home', {
    section: '3.2.2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    fields: [name('who'), choice('where', ['home', 'alreadyHome', 'elsewhere'], true)],
  }),
  step('company-until-support', {
    section: '3.2.2',
    owner: 'lead',
    opens: atOnce,
    protects: true,
    fields: [name('who', true)],
  }),
];

const information = [
  step('inform-groups', {
    section: '3.2.3',
    owner: 'twoPersons',
    opens: inOrder,
    bringsIn: bringsIn('groups', 'opened'),
    fields: [several('groups', GROUPS, true), text('text'), text('how'), name('by')],
  }),
  step('inform-media', {
    section: '3.2.3',
    owner: 'lead',
    opens: inOrder,
    fields: [text('what', true), name('whom', true)],
  }),
];

const followUp = [
  step('follow-up-talk', {
    section: '3.2.4',
    owner: 'lead',
    opens: onFollowUp,
    isTalk: true,
    fields: [day('heldOn', true), name('attendees', true)],
  }),
  // A talk that was waived needs no notes.
  step('document-talk', {
    section: '3.2.4',
    owner: 'lead',
    opens: after('follow-up-talk'),
    need: done('follow-up-talk'),
    fields: [text('how', true), text('support'), text('mandate')],
  }),
  step('assess-more-talks', {
    section: '3.2.4',
    owner: 'lead',
    opens: after('follow-up-talk'),
    need: done('follow-up-talk'),
    fields: [choice('more', YES_NO, true), day('plannedFor', false, true)],
    effects: [plansTalk('plannedFor', recorded('assess-more-talks', 'more', 'yes'))],
  }),
  step('assess-professional-support', {
    section: '3.2.4',
    owner: 'victim',
    opens: from(workingDays('supportWorkingDays')),
    answers: 'wants',
    asksAgain: true,
    fields: [choice('wants', YES_NO, true), text('comment')],
  }),
  step('order-professional-support', {
    section: '3.2.4',
    owner: 'strategist',
    opens: after('assess-professional-support'),
    need: onceEnded('assess-professional-support', recorded('assess-professional-support', 'wants', 'yes')),
    bringsIn: bringsIn('support', 'needed'),
    fields: [day('when', true), name('number')],
  }),
];

export const steps = [...beside, ...police, ...support, ...information, ...followUp];
