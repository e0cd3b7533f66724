import { DECISION_ANSWERS, type DecisionAnswer, PARTY_ANSWERS, type PartyAnswer } from '../model/codes';
import type { FieldSpec } from '../model/fields';
import type { Act } from '../rules/roles/may';
import * as groups from '../transitions/groups';
import { readForm } from '../transitions/turn';
import * as victim from '../transitions/victim';
import { keyText } from './inputs';
import { row } from './row';

/** The fields for an answer that the victim gave in person: which, and how. */
const answeredBy = (choices: readonly string[]): readonly FieldSpec[] => [
  { id: 'answer', kind: 'choice', required: true, choices },
  { id: 'how', kind: 'name', required: true },
];

/** Answers that the victim gave in person, written down by somebody else. */
export const IN_PERSON = {
  recordDecision: row({
    adds: true,
    form: 'readDecision',
    apply: (incident, data, turn) => {
      const { answer, how = '' } = readForm(answeredBy(DECISION_ANSWERS), data, turn);
      return victim.recordDecision(incident, { answer: answer as DecisionAnswer, how }, turn);
    },
  }),
  recordParty: row({
    adds: true,
    form: 'askParty',
    apply: (incident, data, turn) => {
      const { answer, how = '' } = readForm(answeredBy(PARTY_ANSWERS), data, turn);
      return victim.recordParty(incident, { answer: answer as PartyAnswer, how }, turn);
    },
  }),
  recordGroupsWord: row({
    data: { epoch: keyText().optional() },
    adds: true,
    form: 'askReading',
    apply: groups.recordGroupsWord,
  }),
} satisfies Partial<Record<Act, unknown>>;
