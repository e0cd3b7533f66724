import { READ_ANSWERS, type ReadAnswer } from '../model/codes';
import { type FieldSpec, splitChoices } from '../model/fields';
import type { Incident } from '../model/incident';
import type { Proposal, ReadWord } from '../model/records';
import { Refusal } from '../model/refusal';
import type { StepSpec } from '../model/routine';
import { twoPersonsStep } from '../plan/traits';
import { confirmersOf, hasEnded, secondPersonsOf, stateOf } from '../rules/progress';
import { mayPropose } from '../rules/reading';
import type { Roles } from '../rules/roles/role';
import { victimOf } from '../rules/succession';
import {
  groupsLeft,
  isRuledOut,
  isUnread,
  type ToRead,
  tellsNobody,
  toRead,
} from '../rules/victim/readFirst';
import {
  type ActTurn,
  needOpen,
  readForm,
  readReason,
  situationOf,
  stamp,
  type Turn,
  withStep,
} from './turn';

type Data = Readonly<Record<string, unknown>>;

/*
 * What is told to whom (plan 3.2.3): one person proposes, the victim reads, another confirms.
 */

const onlyGroups = ({ readFirst }: StepSpec, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => id === readFirst?.groups));

/** One of two persons says what is told to whom; it is told when another person has confirmed it (plan 3.2.3). */
export function proposeGroups(incident: Incident, data: Data, roles: Roles, turn: Turn): Incident {
  const step = twoPersonsStep(turn.routine);
  if (!step) throw new Refusal('notOpen');
  needWorkOrConfirm(incident, step, roles, turn);
  const typed = readForm(step.fields, data, turn);
  // What is prefilled on how and by whom says nothing where nobody is told.
  const values = tellsNobody(turn.routine, typed) ? onlyGroups(step, typed) : typed;
  // Counted on: who presses an old card must not agree to what they have not read.
  const proposals = (incident.proposals ?? 0) + 1;
  const groups = { by: turn.by, at: stamp(turn), values, epoch: proposals };
  const proposal = { ...incident, proposals, groups: { ...groups, ...wordKept(incident, step, groups) } };
  if (secondPersonsOf(situationOf(proposal, turn)).length > 0) return proposal;
  const alone = { ...proposal, groups: { ...proposal.groups, reason: readReason(data, turn) } };
  return isUnread({ incident: alone, routine: turn.routine }) || isRuledOutIn(alone, turn)
    ? alone
    : endGroups(alone, turn);
}

const isRuledOutIn = (incident: Incident, { routine }: Turn): boolean => isRuledOut({ incident, routine });

/** The victim's word on a proposal, which stays as long as text and groups are the same; else it binds until the next. */
function wordKept({ groups: before }: Incident, step: StepSpec, { values }: Pick<Proposal, 'values'>) {
  const read = step.fields.map(({ id }) => id).filter((id) => isToBeRead(step, id));
  const isSame = read.every((id) => (before?.values[id] ?? '') === (values[id] ?? ''));
  const { word, earlier } = before ?? {};
  return isSame ? { word, earlier } : { earlier: word ?? earlier };
}

/** Whether a field says what is told, or to whom. */
const isToBeRead = ({ readFirst, fields }: StepSpec, id: string): boolean => {
  const { requiredIf } = fields.find((one) => one.id === id) ?? {};
  return id === readFirst?.text || id === readFirst?.groups || requiredIf?.field === readFirst?.groups;
};

function needWorkOrConfirm(incident: Incident, step: StepSpec, roles: Roles, turn: Turn): void {
  needOpen(incident);
  if (hasEnded(incident, step.id)) throw new Refusal('alreadyEnded');
  if (stateOf(incident, step, turn.routine, turn.now) !== 'open') throw new Refusal('notOpen');
  const isStrategist = roles.has('strategist') || roles.has('stepStrategist');
  if (!roles.has('confirmer') && !roles.has('lead') && !(isStrategist && mayPropose(incident, turn.routine)))
    throw new Refusal('notYours');
}

/** The values that are told: without the groups that the victim has ruled out; nobody is told where none is left. */
function valuesTold(incident: Incident, { routine }: Turn): Record<string, string> {
  const { values = {}, word } = incident.groups ?? {};
  const found = toRead({ incident, routine });
  if (!found || !word?.not) return values;
  const { groups, nobody } = found.spec;
  const left = groupsLeft(found, word);
  if (left.length === 0) return { [groups]: nobody };
  const gone = splitChoices(word.not);
  const isForGone = ({ requiredIf }: FieldSpec) =>
    requiredIf?.field === groups && requiredIf.oneOf?.every((one) => gone.includes(one)) === true;
  const dropped = found.step.fields.filter(isForGone).map(({ id }) => [id, '']);
  return { ...values, ...Object.fromEntries(dropped), [groups]: left.join(',') };
}

/** The proposal as what is told. `isUnnamed`: no word of the victim's, and who confirms says that it names nobody. */
function endGroups(incident: Incident, turn: Turn, isUnnamed = false): Incident {
  const { groups } = incident;
  const step = twoPersonsStep(turn.routine);
  if (!step) throw new Refusal('notOpen');
  const isAlone = groups?.reason !== undefined;
  const { answer, how } = groups?.word ?? {};
  const said = answer ?? (isUnnamed ? 'namesNobody' : undefined);
  return {
    ...withStep(incident, step.id, {
      state: 'done',
      endedAt: stamp(turn),
      endedBy: turn.by,
      reason: groups?.reason,
      records: {
        ...valuesTold(incident, turn),
        proposedBy: groups?.by ?? '',
        confirmedBy: isAlone ? '' : turn.by,
        ...(said === undefined ? {} : { victimSaid: said }),
        ...(how === undefined ? {} : { victimHow: how }),
      },
    }),
    groups: undefined,
  };
}

/** The proposal that a card was about (`epoch`), not one that came after it. */
function needProposal(incident: Incident, epoch: string): void {
  needOpen(incident);
  const { groups } = incident;
  if (!groups || String(groups.epoch) !== epoch) throw new Refusal('alreadyEnded');
}

/** The same, where it is the victim's to read. */
function needRead(incident: Incident, epoch: string, { routine }: Turn): ToRead {
  needProposal(incident, epoch);
  const found = toRead({ incident, routine });
  if (!found) throw new Refusal('alreadyEnded');
  return found;
}

/**
 * The second person agrees to the proposal they were shown. They are bound by what the victim has said; without a word of
 * theirs they say that the text points to nobody.
 */
export function confirmGroups(
  incident: Incident,
  { epoch = '', namesNobody }: { epoch?: string | undefined; namesNobody?: 'true' | undefined },
  turn: Turn,
): Incident {
  needProposal(incident, epoch);
  const situation = situationOf(incident, turn);
  if (isRuledOut(situation)) throw new Refusal('victimReads');
  const isSecond = secondPersonsOf(situation).includes(turn.by) || incident.groups?.reason !== undefined;
  if (!isSecond) throw new Refusal('secondPersonNeeded');
  if (!confirmersOf(situation).includes(turn.by)) throw new Refusal('victimReads');
  const isUnnamed = namesNobody === 'true';
  if (isUnread(situation) && !isUnnamed) throw new Refusal('victimReads');
  return endGroups(incident, turn, isUnnamed);
}

/** The groups that are ruled out: those chosen, or all of them where none is. */
const groupsOut = (found: ToRead, data: Data): string => {
  const told = splitChoices(found.groups.values[found.spec.groups]);
  const chosen = splitChoices(typeof data.not === 'string' ? data.not : '').filter((one) =>
    told.includes(one),
  );
  return (chosen.length > 0 ? chosen : told).join(',');
};

function withWord(incident: Incident, word: ReadWord, turn: Turn): Incident {
  const { groups } = incident;
  if (!groups) throw new Refusal('alreadyEnded');
  const said = { ...incident, groups: { ...groups, word } };
  const situation = situationOf(said, turn);
  const seconds = secondPersonsOf(situation);
  // A victim who is the second person agrees by saying what may be told.
  const isSecond = word.how === undefined && seconds.includes(turn.by);
  const isAlone = seconds.length === 0 && groups.reason !== undefined;
  return (isSecond || isAlone) && !isRuledOut(situation) ? endGroups(said, turn) : said;
}

/** The victim says what may stand in it; changeable until it is confirmed. The same answer again changes nothing. */
export function answerGroups(
  incident: Incident,
  { epoch = '', answer, ...data }: Data & { epoch?: string | undefined; answer: ReadAnswer },
  turn: Turn,
): Incident {
  const found = needRead(incident, epoch, turn);
  const word = wordOf(found, { ...data, answer }, turn);
  const before = found.groups.word;
  const isSame = before?.answer === answer && before.not === word.not && before.by === turn.by;
  return isSame ? incident : withWord(incident, word, turn);
}

const wordOf = (found: ToRead, { answer, ...data }: Data & { answer: ReadAnswer }, turn: Turn): ReadWord => ({
  answer,
  not: answer === 'notGroups' ? groupsOut(found, data) : undefined,
  at: stamp(turn),
  by: turn.by,
});

const READ_ALOUD: readonly FieldSpec[] = [
  { id: 'answer', kind: 'choice', required: true, choices: READ_ANSWERS },
  { id: 'how', kind: 'name', required: true },
];

/** The lead or the strategist writes down the victim's answer, and how it was given. */
export function recordGroupsWord(
  incident: Incident,
  { epoch = '', ...data }: Data & { epoch?: string | undefined },
  turn: ActTurn,
): Incident {
  const found = needRead(incident, epoch, turn);
  const { answer, how } = readForm(READ_ALOUD, data, turn);
  // What the victim has answered here is theirs to change.
  if (found.groups.word?.by === victimOf(incident) && found.groups.word !== undefined)
    throw new Refusal('alreadyEnded');
  const word = wordOf(found, { ...data, answer: answer as ReadAnswer }, turn);
  return withWord(incident, { ...word, how }, turn);
}
