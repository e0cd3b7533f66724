import { z } from 'zod';
import { ACTS, type Acting, type ActOf, type ActVerb } from '../routine/acts/acts';
import { incidentId, keyText, newIdText } from '../routine/acts/inputs';
import { PAGES } from '../routine/acts/pages';
import { CHANNELS, SITUATIONS, YES_NO } from '../routine/model/codes';
import { REPORT_PAGE_IDS } from '../routine/model/routine';
import { CALL_PARTS, CALL_TAPS, type CallTap } from '../routine/rules/report/phoneCall';

/*
 * One union of every verb that an edge may send: the acts on an incident (src/routine/acts/acts.ts), and here all that
 * changes none. What comes back from a client is untrusted: see src/routine/acts/inputs.ts.
 */

/** The pages of a report that is being written. */
export const DRAFT_PAGES = ['other', ...REPORT_PAGE_IDS] as const;
/** A name of a page of a report. */
export type DraftPage = (typeof DRAFT_PAGES)[number];

/** Pages of one's own risk analysis that a press opens. */
const RISK_PAGES = ['questions', 'remind', 'share'] as const;

const simple = <V extends string>(verb: V) => z.looseObject({ verb: z.literal(verb) });
const onDraft = <V extends string>(verb: V) => simple(verb).extend({ draft: newIdText() });
const onIncident = <V extends string>(verb: V) =>
  simple(verb).extend({ id: incidentId(), once: keyText().optional() });

/** Verbs that change no incident that is there. */
const OTHERS = [
  simple('start'),
  simple('mine').extend({ from: keyText().optional() }),
  simple('contacts').extend({ from: keyText().optional() }),
  simple('privacy').extend({ draft: newIdText().optional() }),
  simple('guidance').extend({ id: incidentId().optional() }),
  simple('situation').extend({ situation: z.enum(SITUATIONS), id: incidentId().optional() }),
  simple('risk').extend({ page: z.enum(RISK_PAGES) }),
  simple('prevention'),
  simple('tookCourse').extend({ course: keyText(), isOn: z.enum(YES_NO) }),
  simple('remindRisk'),
  simple('forgetRiskDay'),
  simple('shareRisk'),
  simple('unshareRisk'),
  simple('readRisk').extend({ share: keyText(), promise: z.enum(YES_NO).optional() }),
  onDraft('reportSituation').extend({ situation: z.enum(SITUATIONS), channel: z.enum(CHANNELS) }),
  onDraft('callForm').extend({ part: z.enum(CALL_PARTS) }),
  onDraft('callTap').extend({
    tap: z.enum(Object.keys(CALL_TAPS) as [CallTap, ...CallTap[]]),
    code: keyText(),
    isOn: z.enum(YES_NO),
  }),
  onDraft('callReport'),
  simple('files'),
  onDraft('keepInDraft').extend({ offer: newIdText() }),
  onIncident('keepInIncident').extend({ offer: newIdText() }),
  onDraft('draftFiles'),
  onDraft('dropDraftFile').extend({ file: keyText() }),
  simple('dropFiles').extend({ offer: newIdText() }),
  simple('round'),
  simple('snoozePage').extend({ from: keyText().optional(), item: keyText().optional() }),
  simple('snooze').extend({ isOne: z.literal('true').optional() }),
  simple('watch').extend({ from: keyText().optional() }),
  simple('beginDrill').extend({ drill: newIdText() }),
  simple('drillOne').extend({ contact: keyText() }),
  simple('okay').extend({ from: keyText().optional() }),
  simple('askOkay').extend({ asking: newIdText() }),
  simple('rungOkay').extend({ who: newIdText() }),
  simple('endOkay'),
  simple('okayYes').extend({ asking: newIdText() }),
  simple('okayHelp').extend({ asking: newIdText() }),
  simple('practice'),
  simple('askPractice').extend({ asking: newIdText() }),
  simple('practiceYes').extend({ asking: newIdText() }),
  simple('practiceNo').extend({ asking: newIdText() }),
  simple('startPractice').extend({ asking: newIdText() }),
  simple('endPractice'),
  simple('homeNow'),
  simple('homeLater'),
  simple('homeMunicipality'),
  simple('homeAll'),
  simple('homeTake').extend({ of: keyText() }),
  simple('homeWho').extend({ of: keyText() }),
  simple('homeReached').extend({ of: keyText() }),
  simple('reachable').extend({ drill: keyText() }),
  simple('sameAccount').extend({ contact: keyText() }),
  simple('absencePage').extend({ contact: keyText().optional() }),
  simple('saveAbsence'),
  simple('endAbsence').extend({ contact: keyText() }),
  simple('fullTimePage').extend({ from: keyText().optional() }),
  simple('addFullTime'),
  simple('removeFullTime').extend({ contact: keyText() }),
  simple('editList').extend({ from: keyText().optional() }),
  simple('contactRow').extend({ contact: keyText() }),
  simple('saveContact').extend({ contact: keyText(), was: keyText() }),
  simple('newContact'),
  simple('addContact').extend({ contact: newIdText() }),
  simple('endContactPage').extend({ contact: keyText() }),
  simple('endContact').extend({ contact: keyText() }),
  simple('ownRow').extend({ contact: keyText() }),
  simple('sayRight').extend({ contact: keyText() }),
  simple('sayWrong').extend({ contact: keyText() }),
  simple('csv'),
  simple('csvFromFile').extend({ offer: newIdText() }),
  simple('tryCsv'),
  simple('takeCsv').extend({ mark: keyText() }),
  simple('csvOut').extend({ from: keyText().optional() }),
  simple('listHistory').extend({ from: keyText().optional() }),
  simple('kin'),
  simple('ownKin'),
  simple('kinForm').extend({ kin: newIdText().optional() }),
  simple('saveKin').extend({ kin: newIdText() }),
  simple('removeKin').extend({ kin: newIdText() }),
  simple('replacePage'),
  simple('replaceContact'),
  onDraft('register'),
  onDraft('relative'),
  simple('notPolitician'),
  onDraft('alarmParty'),
  onDraft('alarmMunicipality'),
  onDraft('safe'),
  onDraft('newDraft'),
  onDraft('otherParty'),
  onDraft('involved'),
  onDraft('forget'),
  simple('hidePhone'),
  simple('showPhone'),
  onDraft('toPage').extend({ page: z.enum(DRAFT_PAGES), to: z.enum(DRAFT_PAGES) }),
  onDraft('backTo').extend({ page: z.enum(DRAFT_PAGES), to: z.enum([...DRAFT_PAGES, 'first']) }),
  onDraft('keepDraft').extend({ page: z.enum(DRAFT_PAGES) }),
  onDraft('discard'),
  onDraft('send'),
  onDraft('sendMunicipality'),
  onIncident('tell'),
  onIncident('show'),
  onIncident('readLog').extend({ from: keyText().optional() }),
  onIncident('orderDocument').extend({ isMasked: z.enum(YES_NO).optional() }),
  onIncident('orderFile').extend({ file: keyText() }),
  onIncident('deliveries').extend({ from: keyText().optional() }),
  onIncident('looks').extend({ from: keyText().optional() }),
  onIncident('confirmSilence').extend({ page: z.enum(PAGES), about: keyText().optional() }),
  onIncident('page').extend({ page: z.enum(PAGES), step: keyText().optional(), about: keyText().optional() }),
] as const;

type Other = z.infer<(typeof OTHERS)[number]>;
/** A verb that changes no incident. */
export type OtherVerb = Other['verb'];
/** A verb that an edge may send. */
export type Verb = ActVerb | OtherVerb;
/** A parsed press. */
export type Action = Acting | Other;
/** A parsed press of one verb. */
export type ActionOf<V extends Verb> = V extends ActVerb ? ActOf<V> : Extract<Other, { verb: V }>;

const schemaOf = (verb: ActVerb): z.ZodType => onIncident(verb).extend(ACTS[verb].data ?? {});

const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...OTHERS.map((schema) => [schema.shape.verb.value, schema] as const),
  ...(Object.keys(ACTS) as ActVerb[]).map((verb) => [verb, schemaOf(verb)] as const),
]);

/** Every verb that there is. */
export const VERBS = [...SCHEMAS.keys()] as readonly Verb[];

/** The verb and data of a press as an action; undefined when it is none of ours. */
export function readAction(verb: string, data: unknown): Action | undefined {
  const given = { ...(typeof data === 'object' && data ? data : {}), verb };
  const parsed = SCHEMAS.get(verb)?.safeParse(given);
  return parsed?.success ? (parsed.data as Action) : undefined;
}
