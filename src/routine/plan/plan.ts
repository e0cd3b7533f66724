import { CHANNELS, GROUPS, KINDS, YES_NO } from '../model/codes';
import type { FieldSpec } from '../model/fields';
import { splitChoices } from '../model/fields';
import type { Incident } from '../model/incident';
import type { CheckSectionSpec, Need, StepSpec } from '../model/routine';

/*
 * Bilaga 3 of the plan as data: 19 steps in 7 sections, with their owners, conditions and records exactly as
 * docs/GLOSSARY.md reads them. A municipality's file puts them in its own order and may leave out or add.
 */

const text = (id: string, required = false): FieldSpec => ({ id, kind: 'text', required });
const name = (id: string, required = false): FieldSpec => ({ id, kind: 'name', required });
const yesNo = (id: string, required = false): FieldSpec => ({
  id,
  kind: 'choice',
  required,
  choices: YES_NO,
});
const toggle = (id: string): FieldSpec => ({ id, kind: 'toggle' });
const day = (id: string, required = false, mayBeFuture = false): FieldSpec => ({
  id,
  kind: 'date',
  required,
  mayBeFuture,
});
const choice = (id: string, choices: readonly string[], required = false): FieldSpec => ({
  id,
  kind: 'choice',
  required,
  choices,
});

/** A value that a step wrote down, '' when it has not. */
export const recordOf = (incident: Incident, step: string, field: string): string =>
  incident.steps[step]?.records[field] ?? '';

export const isEnded = (incident: Incident, step: string): boolean => {
  const state = incident.steps[step]?.state;
  return state === 'done' || state === 'notApplicable';
};
export const isDone = (incident: Incident, step: string): boolean => incident.steps[step]?.state === 'done';

const byAssessment =
  (rule: (incident: Incident) => boolean) =>
  (incident: Incident): Need =>
    isDone(incident, 'assess') ? (rule(incident) ? 'yes' : 'no') : 'unknown';

const has = (incident: Incident, kind: string) =>
  splitChoices(recordOf(incident, 'assess', 'kinds')).includes(kind) ||
  splitChoices(incident.report.kinds).includes(kind);

/** Threat, violence, or harassment that was assessed as serious (plan 3.1.2). */
export const isForPolice = byAssessment(
  (incident) =>
    has(incident, 'threat') || has(incident, 'violence') || recordOf(incident, 'assess', 'serious') === 'yes',
);

const careNeeded = byAssessment((incident) => recordOf(incident, 'assess', 'care') === 'yes');

/** Threats by phone: the strategist is contacted at once (Bilaga 2.5). */
export const isPhoneThreat = (incident: Incident): boolean => incident.report.channel === 'phone';

const strategistNeeded = (incident: Incident): Need => {
  if (isPhoneThreat(incident) || incident.strategist) return 'yes';
  if (!isDone(incident, 'assess')) return 'unknown';
  return recordOf(incident, 'assess', 'strategist') === 'no' ? 'no' : 'yes';
};

/** The victim's yes to a police report, whoever makes it. */
export const isReportWanted = (incident: Incident): boolean =>
  ['municipality', 'self', 'other'].includes(incident.decision?.answer ?? '');

const reportWanted = (incident: Incident): Need =>
  isReportWanted(incident) ? 'yes' : incident.decision?.answer === 'no' ? 'no' : 'unknown';

/** A talk that was waived needs no notes. */
const afterTalk = (incident: Incident): Need => {
  const state = incident.steps['follow-up-talk']?.state;
  return state === 'done' ? 'yes' : state === 'notApplicable' ? 'no' : 'unknown';
};

export const PLAN_STEPS = [
  { id: 'inform-officer', section: '3.1.1', owner: 'victim', opens: 'atOnce', fields: [] },
  {
    id: 'assess',
    section: '3.1.1',
    owner: 'lead',
    opens: 'inOrder',
    fields: [
      { id: 'kinds', kind: 'choices', required: true, choices: KINDS },
      choice('serious', YES_NO, true),
      choice('care', YES_NO, true),
      choice('strategist', YES_NO),
      choice('together', YES_NO, true),
      text('why'),
      name('support'),
    ],
  },
  {
    id: 'contact-strategist',
    section: '3.1.1',
    owner: 'lead',
    opens: 'inOrder',
    need: strategistNeeded,
    fields: [],
  },
  {
    id: 'contact-police',
    section: '3.1.2',
    owner: 'strategist',
    opens: 'atOnce',
    need: isForPolice,
    fields: [day('when', true), name('whom'), text('advice'), toggle('link'), toggle('victimSupport')],
  },
  {
    id: 'police-report',
    section: '3.1.3',
    owner: 'filer',
    opens: 'decision',
    need: reportWanted,
    fields: [day('when', true), name('by'), name('number')],
  },
  {
    id: 'police-report-restricted',
    section: '3.1.3',
    owner: 'filer',
    opens: 'decision',
    need: reportWanted,
    fields: [choice('outcome', ['granted', 'refused', 'noWord'])],
  },
  {
    id: 'police-report-link',
    section: '3.1.3',
    owner: 'filer',
    opens: 'decision',
    need: reportWanted,
    fields: [],
  },
  { id: 'initial-support', section: '3.2.1', owner: 'lead', opens: 'atOnce', fields: [name('who', true)] },
  {
    id: 'support-person',
    section: '3.2.1',
    owner: 'lead',
    opens: 'atOnce',
    fields: [name('who', true), name('phone'), name('rings'), yesNo('reached')],
  },
  {
    id: 'company-to-care',
    section: '3.2.2',
    owner: 'lead',
    opens: 'atOnce',
    need: careNeeded,
    fields: [name('who', true)],
  },
  {
    id: 'company-home',
    section: '3.2.2',
    owner: 'lead',
    opens: 'atOnce',
    fields: [name('who'), choice('where', ['home', 'alreadyHome', 'elsewhere'], true)],
  },
  {
    id: 'company-until-support',
    section: '3.2.2',
    owner: 'lead',
    opens: 'atOnce',
    fields: [name('who', true)],
  },
  {
    id: 'inform-groups',
    section: '3.2.3',
    owner: 'twoPersons',
    opens: 'inOrder',
    fields: [
      { id: 'groups', kind: 'choices', required: true, choices: GROUPS },
      text('text'),
      text('how'),
      name('by'),
    ],
  },
  {
    id: 'inform-media',
    section: '3.2.3',
    owner: 'lead',
    opens: 'inOrder',
    fields: [text('what', true), name('whom', true)],
  },
  {
    id: 'follow-up-talk',
    section: '3.2.4',
    owner: 'lead',
    opens: 'followUp',
    fields: [day('heldOn', true), name('attendees', true)],
  },
  {
    id: 'document-talk',
    section: '3.2.4',
    owner: 'lead',
    opens: 'afterTalk',
    need: afterTalk,
    fields: [text('how', true), text('support'), text('mandate')],
  },
  {
    id: 'assess-more-talks',
    section: '3.2.4',
    owner: 'lead',
    opens: 'afterTalk',
    need: afterTalk,
    fields: [choice('more', YES_NO, true), day('plannedFor', false, true)],
  },
  {
    id: 'assess-professional-support',
    section: '3.2.4',
    owner: 'victim',
    opens: 'followUp',
    fields: [choice('wants', YES_NO, true), text('comment')],
  },
  {
    id: 'order-professional-support',
    section: '3.2.4',
    owner: 'strategist',
    opens: 'ifAsked',
    need: (incident) => {
      if (!isEnded(incident, 'assess-professional-support')) return 'unknown';
      return recordOf(incident, 'assess-professional-support', 'wants') === 'yes' ? 'yes' : 'no';
    },
    fields: [day('when', true), name('number')],
  },
] as const satisfies readonly StepSpec[];

export type StepId = (typeof PLAN_STEPS)[number]['id'];

const yes = (rule: boolean) => (rule ? 'yes' : 'no');
const done = (step: StepId) => (incident: Incident) => {
  const state = incident.steps[step]?.state;
  return state === 'notApplicable' ? 'notApplicable' : yes(state === 'done');
};
const record = (step: StepId, field: string) => (incident: Incident) => recordOf(incident, step, field);
const nothing = () => '';

/** Bilaga 5 part 2, "Check!", prefilled from what is recorded. */
export const PLAN_CHECKS: readonly CheckSectionSpec[] = [
  {
    id: 'contacts',
    after: ['3.1.1'],
    checks: [{ id: 'strategistContacted', prefill: (incident) => yes(incident.strategist !== undefined) }],
    comments: [{ id: 'comment', prefill: nothing }],
  },
  {
    id: 'police',
    after: ['3.1.2', '3.1.3'],
    checks: [
      { id: 'policeContacted', prefill: done('contact-police') },
      { id: 'reported', prefill: (incident) => yes(isDone(incident, 'police-report')) },
    ],
    comments: [{ id: 'comment', prefill: nothing }],
  },
  {
    id: 'support',
    after: ['3.2.1'],
    checks: [
      { id: 'supported', prefill: done('initial-support') },
      { id: 'relatives', prefill: () => '' },
      { id: 'supportPerson', prefill: done('support-person') },
    ],
    comments: [
      { id: 'supporter', prefill: record('initial-support', 'who') },
      { id: 'chosen', prefill: record('support-person', 'who') },
    ],
  },
  {
    id: 'company',
    after: ['3.2.2'],
    checks: [
      { id: 'toCare', prefill: done('company-to-care') },
      { id: 'onTheWay', prefill: done('company-home') },
    ],
    comments: [
      { id: 'who', prefill: record('company-until-support', 'who') },
      { id: 'measures', prefill: nothing },
    ],
  },
  {
    id: 'information',
    after: ['3.2.3'],
    checks: [],
    comments: [{ id: 'informed', prefill: record('inform-groups', 'by') }],
  },
];

/** The ten fields of Bilaga 5 part 1, a page of the form each (`handle` shows at most five inputs a page). */
export const REPORT_PAGES = [
  {
    id: 'what',
    fields: [
      { id: 'what', kind: 'story', required: true },
      { id: 'kinds', kind: 'choices', choices: KINDS },
      choice('channel', CHANNELS),
    ],
  },
  {
    id: 'when',
    fields: [day('date'), { id: 'time', kind: 'time' }, day('dateTo'), text('place'), text('context')],
  },
  {
    id: 'around',
    fields: [
      text('witnesses'),
      choice('reached', ['yes', 'no', 'unknown']),
      text('measures'),
      text('impact'),
    ],
  },
  {
    id: 'offender',
    fields: [
      choice('offenderKnown', ['known', 'unknown', 'several']),
      text('offender'),
      text('offenderOthers'),
      text('group'),
      text('trigger'),
    ],
  },
  { id: 'you', fields: [name('phone'), name('board')] },
] as const satisfies readonly { id: string; fields: readonly FieldSpec[] }[];
