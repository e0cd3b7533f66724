import { z } from 'zod';
import { DECISION_ANSWERS, PARTY_ANSWERS } from '../routine/model/codes';
import { ARCHIVE_ANSWERS } from '../routine/rules/retention';

/*
 * One union of every verb that a card may send. What comes back from a client is untrusted: ids are opaque, access is
 * decided on the server, and the inputs (the rest of the object) are checked by the fields of the form they belong to.
 */

/** As `newId` makes them: so long that no other name of ours (`town`, `contacts`) is one. */
const id = z.string().regex(/^[a-z0-9]{26}$/);
/**
 * The id of an incident. One that cannot be one stands for an incident that is not there: the answer is the same, and
 * so is the way to it. (A dash stands in no id that could be made.)
 */
const incidentId = id.catch('no-such-incident');
const code = z.string().regex(/^[A-Za-z0-9.+-]{1,80}$/);

/** Empty on a form that is about none. */
const talk = code.or(z.literal(''));

const simple = <V extends string>(verb: V) => z.looseObject({ verb: z.literal(verb) });
/** On an incident; `once` where it adds something. */
const onIncident = <V extends string>(verb: V) =>
  z.looseObject({ verb: z.literal(verb), id: incidentId, once: code.optional() });
const onStep = <V extends string>(verb: V) => onIncident(verb).extend({ step: code });
const onDraft = <V extends string>(verb: V) => z.looseObject({ verb: z.literal(verb), draft: id });

/** Pages that a press opens; they change nothing. */
export const PAGES = [
  'details',
  'story',
  'steps',
  'step',
  'skip',
  'reopenStep',
  'focus',
  'more',
  'checks',
  'talk',
  'firstTalk',
  'waiveTalk',
  'protection',
  'review',
  'missing',
  'decision',
  'readDecision',
  'changeContact',
  'handOver',
  'bind',
  'lowerAcute',
  'reopen',
  'ownParty',
  'amend',
  'groups',
  'confirm',
  'takeOver',
  'registry',
  'company',
  'bookTalk',
  'hold',
  'log',
  'party',
] as const;
export type Page = (typeof PAGES)[number];

export const DRAFT_PAGES = ['who', 'other', 'what', 'review', 'when', 'around', 'offender', 'you'] as const;
export type DraftPage = (typeof DRAFT_PAGES)[number];

export const actionSchema = z.discriminatedUnion('verb', [
  simple('start'),
  simple('mine').extend({ from: code.optional() }),
  simple('contacts').extend({ from: code.optional() }),
  simple('privacy').extend({ draft: id.optional() }),
  simple('round'),
  simple('snoozePage'),
  simple('snooze'),
  simple('reachable').extend({ drill: code }),
  simple('replacePage'),
  simple('replaceContact'),
  onDraft('alarmParty'),
  onDraft('alarmMunicipality'),
  onDraft('safe'),
  onDraft('newDraft'),
  onDraft('toPage').extend({ page: z.enum(DRAFT_PAGES), to: z.enum(DRAFT_PAGES) }),
  onDraft('backTo').extend({ page: z.enum(DRAFT_PAGES), to: z.enum([...DRAFT_PAGES, 'first']) }),
  onDraft('keepDraft').extend({ page: z.enum(DRAFT_PAGES) }),
  onDraft('discard'),
  onDraft('send'),
  onDraft('sendMunicipality'),
  onIncident('tell'),
  onIncident('show'),
  onIncident('readLog').extend({ from: code.optional() }),
  onIncident('looks').extend({ from: code.optional() }),
  onIncident('page').extend({ page: z.enum(PAGES), step: code.optional(), about: code.optional() }),
  onIncident('acknowledge'),
  onIncident('decline'),
  onIncident('recuse'),
  onIncident('changeContact'),
  onIncident('reportOwnParty'),
  onIncident('markMistake'),
  onIncident('callMe'),
  onIncident('called'),
  onIncident('handOver'),
  onIncident('takeOver'),
  onIncident('wait'),
  onIncident('keepLead'),
  onIncident('recordCall').extend({ to: code, answered: z.enum(['yes', 'no']) }),
  onIncident('recordRegistry'),
  onIncident('recordArchived').extend({ answer: z.enum(ARCHIVE_ANSWERS) }),
  onIncident('hold'),
  onIncident('release'),
  onIncident('setCompany'),
  onIncident('endCompany'),
  onStep('approve'),
  onStep('endStep'),
  onStep('skipStep'),
  onStep('reopenStep'),
  onIncident('proposeGroups'),
  onIncident('confirmGroups').extend({ epoch: code.optional() }),
  onIncident('decide').extend({ answer: z.enum(DECISION_ANSWERS) }),
  onIncident('recordDecision'),
  onIncident('askDecision'),
  onIncident('belongs').extend({ answer: z.enum(['yes', 'no']) }),
  onIncident('answerParty').extend({ answer: z.enum(PARTY_ANSWERS) }),
  onIncident('bindVictim'),
  onIncident('answerChecks').extend({ section: code }),
  onIncident('addTalk').extend({
    kind: z.enum(['first', 'followUp']),
    talk: talk.optional(),
  }),
  onIncident('waiveTalk').extend({ talk }),
  onIncident('addProtection'),
  onIncident('amend').extend({ page: code }),
  onIncident('raiseAcute'),
  onIncident('lowerAcute'),
  onIncident('writeReview'),
  onIncident('close'),
  onIncident('reopen'),
]);

export type Action = z.infer<typeof actionSchema>;
export type Verb = Action['verb'];

/** The verb and data of a press as an action; undefined when it is none of ours. */
export function readAction(verb: string, data: unknown): Action | undefined {
  const parsed = actionSchema.safeParse({ ...(typeof data === 'object' && data ? data : {}), verb });
  return parsed.success ? parsed.data : undefined;
}
