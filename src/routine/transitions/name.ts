import type { FieldSpec } from '../model/fields';
import type { Incident, StepState } from '../model/incident';
import { Refusal } from '../model/refusal';
import { hasWhole } from '../plan/evaluate';
import { hasEnded } from '../rules/progress';
import { erasedIn } from '../rules/retention';
import { withWhole } from '../rules/steps/bringsIn';
import { readForm, stamp, type Turn, withStep } from './turn';

/*
 * "Ta bort mitt namn", the words that are hidden with it, and the way back. What came in stays as it was stored: all of it is
 * applied when it is read (../rules/report/hidden.ts).
 */

/**
 * "Ta bort mitt namn": open steps end as "den utsatte avstod", and nobody sees name, account, phone or board any more. They
 * are hidden, not deleted: what was received is a public document until a decision on erasure has carried it out. The
 * strategist reads it from now on, to hide the name in free text too.
 */
export function strike(incident: Incident, turn: Turn): Incident {
  const ended = turn.routine.steps
    .filter((step) => !hasEnded(incident, step.id))
    .reduce(
      (value, step) =>
        withStep(value, step.id, {
          state: 'notApplicable',
          reason: '',
          isAuto: undefined,
          endedAt: stamp(turn),
          endedBy: turn.by,
        }),
      incident,
    );
  return {
    ...(hasWhole(ended) ? ended : withWhole(ended, 'hidden', stamp(turn))),
    // What was to be told of them is told to nobody.
    groups: undefined,
    victim: { epoch: incident.victim.epoch + 1, bound: 'struck' },
    report: { ...incident.report, phone: '', board: '' },
    hidden: incident.hidden ?? {
      at: stamp(turn),
      person: incident.victim.person,
      name: incident.victim.name,
      phone: incident.report.phone,
      board: incident.report.board,
    },
  };
}

/** The steps that ended with the name, as they begin anew: each owner is told anew, and what was written down stays. */
function begunAnew({ steps, state }: Incident, at: string): Incident['steps'] {
  if (state === 'closed') return steps;
  return Object.fromEntries(
    Object.entries(steps).map(([id, step]): [string, StepState] => {
      const isEndedByIt = step.state === 'notApplicable' && step.endedAt === at && step.reason === '';
      if (!isEndedByIt) return [id, step];
      const { endedAt: _, endedBy: __, reason: ___, openedAt: ____, ...kept } = step;
      return [id, { ...kept, state: 'waiting', epoch: step.epoch + 1 }];
    }),
  );
}

/** The question about the party: asked anew, or answered with no where the party had to leave with the name. */
const askedAnew = ({ partyQuestion, withdrawal, state }: Incident, at: string): Incident['partyQuestion'] =>
  partyQuestion &&
  (withdrawal || state === 'closed'
    ? { ...partyQuestion, answer: 'municipalityOnly', at, how: undefined }
    : { askedAt: at });

/** "Visa mitt namn igen": all that was hidden is shown again, in free text too, and the steps that ended with it begin anew. */
export function showName(incident: Incident, turn: Turn): Incident {
  const { hidden, victim, report } = incident;
  if (!hidden?.person || hidden.person !== turn.by) throw new Refusal('notOpen');
  // A decision on erasure has carried it out.
  if (erasedIn(incident, 'report')) throw new Refusal('notOpen');
  return {
    ...incident,
    hidden: undefined,
    victim: { person: hidden.person, name: hidden.name, bound: 'yes', epoch: victim.epoch + 1 },
    report: { ...report, phone: report.phone || hidden.phone, board: report.board || hidden.board },
    steps: begunAnew(incident, hidden.at),
    partyQuestion: askedAnew(incident, stamp(turn)),
  };
}

/** The form on the words to hide. Once there are some, it may be emptied. */
export const maskFields = ({ hidden }: Pick<Incident, 'hidden'>): readonly FieldSpec[] => [
  { id: 'words', kind: 'text', required: !hidden?.masked?.words },
];

/** The words that the strategist hides in free text, one or several a line. May be mended: the latest ones count. */
export function mask(incident: Incident, data: Readonly<Record<string, unknown>>, turn: Turn): Incident {
  const { hidden } = incident;
  if (!hidden) throw new Refusal('notOpen');
  const { words = '' } = readForm(maskFields(incident), data, turn);
  return { ...incident, hidden: { ...hidden, masked: { at: stamp(turn), by: turn.by, words } } };
}

/** "Inget att dölja": it was read, and the words that are hidden already are enough. */
export function maskNothing(incident: Incident, turn: Turn): Incident {
  const { hidden } = incident;
  if (!hidden) throw new Refusal('notOpen');
  const words = hidden.masked?.words ?? '';
  return { ...incident, hidden: { ...hidden, masked: { at: stamp(turn), by: turn.by, words } } };
}
