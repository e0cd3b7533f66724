import {
  asksVictim,
  atOnce,
  bringsIn,
  chooses,
  company,
  ifArises,
  inOrder,
  onceDone,
  onDecision,
  onlyShown,
  part,
  partyAsked,
  putsAside,
  record,
  recorded,
  victimSays,
  you,
} from '../../../routine/plan/blocks';
import { choice, day, health, name, text, yesNo } from '../../../routine/plan/fields';
import { askingPolice, assessing, gettingHelp } from './beginning';
import { COMPANY_HOME, READ_BY_VICTIM, WHOM_TO_TELL } from './fields';
import { followUp } from './followUp';

/*
 * The steps that plans have in common, as Bilaga 3 of Oxelösund's plan has them: owners, conditions and records as
 * docs/GLOSSARY.md reads them. A municipality says which it takes, in which section and order, and declares the others itself.
 */

/** The victim's yes to a police report, whoever makes it. */
const reportWanted = victimSays('municipality', 'self', 'other');

const beside = [
  // Gone to the municipality only: the party is told nothing, and nothing may say that it was.
  part('inform-officer', { owner: 'victim', opens: atOnce, need: partyAsked, endedBy: 'acknowledgement' }),
  assessing('strategist'),
  gettingHelp('contact-strategist', 'strategist'),
];

const police = [
  { ...askingPolice('contact-police'), effects: [asksVictim] },
  part('police-report', {
    owner: 'filer',
    opens: onDecision,
    need: reportWanted,
    report: 'asVictimSays',
    rings: ['policeNumber'],
    prefill: { by: [you] },
    shows: {
      who: true,
      report: 'police',
      records: [{ step: 'contact-police', fields: ['whom', 'advice'] }],
    },
    reasons: ['declined'],
    victimReads: true,
    fields: [day('when', true), name('by'), name('number')],
  }),
  part('police-report-restricted', {
    owner: 'filer',
    opens: onDecision,
    need: reportWanted,
    partOf: 'police-report',
    victimReads: true,
    fields: [choice('outcome', ['granted', 'refused', 'noWord'])],
    later: ['outcome'],
  }),
  part('police-report-link', {
    owner: 'filer',
    opens: onDecision,
    need: reportWanted,
    partOf: 'police-report',
  }),
];

const support = [
  part('initial-support', {
    owner: 'lead',
    opens: atOnce,
    protects: true,
    endedBy: 'company',
    prefill: { who: [company, record('assess', 'support')] },
    reasons: ['declined', 'notAlone'],
    fields: [name('who', true)],
  }),
  part('support-person', {
    owner: 'lead',
    opens: atOnce,
    protects: true,
    prefill: { rings: [company, record('initial-support', 'who')] },
    reasons: ['declined', 'hasSupport'],
    fields: [name('who', true), name('phone'), name('rings'), yesNo('reached')],
  }),
  part('company-to-care', {
    owner: 'lead',
    opens: atOnce,
    protects: true,
    need: onceDone('assess', recorded('assess', 'care', 'yes')),
    prefill: { who: [company, record('initial-support', 'who')] },
    reasons: ['declined', 'byAmbulance', 'noCare'],
    fields: [health(name('who', true))],
  }),
  part('company-home', {
    owner: 'lead',
    opens: atOnce,
    protects: true,
    prefill: { who: [company, record('company-to-care', 'who'), record('initial-support', 'who')] },
    reasons: ['declined'],
    oneTap: [chooses('where', 'alreadyHome')],
    fields: COMPANY_HOME,
  }),
  part('company-until-support', {
    owner: 'lead',
    opens: atOnce,
    protects: true,
    prefill: { who: [company, record('company-home', 'who'), record('initial-support', 'who')] },
    reasons: ['declined', 'supportIsThere', 'notAlone'],
    oneTap: [putsAside('supportIsThere')],
    fields: [name('who', true)],
  }),
];

const information = [
  part('inform-groups', {
    owner: 'twoPersons',
    opens: inOrder,
    bringsIn: onlyShown(bringsIn('groups', 'opened')),
    prefill: { by: [you] },
    fields: WHOM_TO_TELL,
    readFirst: READ_BY_VICTIM,
  }),
  part('inform-media', {
    owner: 'lead',
    opens: ifArises,
    reasons: ['declined'],
    fields: [text('what', true), name('whom', true)],
  }),
];

/** Every step of the library. */
export const LIBRARY = [...beside, ...police, ...support, ...information, ...followUp];
