import { KINDS, YES_NO } from '../../../routine/model/codes';
import {
  after,
  anyOf,
  asksVictim,
  atOnce,
  bringsIn,
  broughtIn,
  daytime,
  done,
  ifArises,
  inOrder,
  not,
  onceDone,
  onceEnded,
  onDecision,
  onFollowUp,
  partyAsked,
  plansTalk,
  recorded,
  reminder,
  reported,
  sameDay,
  step,
  victimSays,
} from '../../../routine/plan/blocks';
import { askedFor, choice, day, name, several, text, yesNo } from '../../../routine/plan/fields';
import { COMPANY_HOME, POLICE_ADVICE, WHOM_TO_TELL } from '../../../routine/plan/sharedFields';

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
    // Gone to the municipality only: the party is told nothing, and nothing may say that it was.
    need: partyAsked,
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
      askedFor(text('why'), 'together', 'no'),
      name('support'),
    ],
  }),
  step('contact-strategist', {
    section: '3.1.1',
    owner: 'lead',
    opens: inOrder,
    // A threat by phone: at once (Bilaga 2.5).
    opensIf: reported('channel', 'phone'),
    victimMay: true,
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
    // Threat, violence, or harassment that was assessed as serious.
    need: anyOf(
      reported('kinds', 'threat', 'violence'),
      onceDone(
        'assess',
        anyOf(recorded('assess', 'kinds', 'threat', 'violence'), recorded('assess', 'serious', 'yes')),
      ),
    ),
    bringsIn: bringsIn('police', 'opened', 'needed'),
    isUrgent: true,
    due: sameDay,
    remind: [reminder(daytime('sameDayRemind'), 'policeToday')],
    rings: ['police', 'policeNumber'],
    fields: POLICE_ADVICE,
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
    later: ['outcome'],
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
    fields: COMPANY_HOME,
    onePress: { field: 'where', value: 'alreadyHome' },
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
    fields: WHOM_TO_TELL,
  }),
  step('inform-media', {
    section: '3.2.3',
    owner: 'lead',
    opens: ifArises,
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
    opens: onFollowUp,
    answers: 'wants',
    talkFirst: 'talkFirst',
    fields: [choice('wants', [...YES_NO, 'talkFirst'], true), text('comment')],
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
