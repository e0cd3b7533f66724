import type { Incident } from '../model/incident';
import { carryOf } from '../rules/joined/carried';
import { focusOf } from '../rules/nextTask';
import { isStrategists } from '../rules/steps/stepState';
import { mergedCarries } from '../transitions/beside/merging';
import { withSuspectsElsewhere } from '../transitions/beside/suspects';
import { settle } from '../transitions/consequences';
import { approve } from '../transitions/steps';
import { type ActTurn, situationOf, stamp, type Turn } from '../transitions/turn';
import { type Acting, applyAct, approvesNext } from './acts';
import { undoableAfter } from './wish/undoable';

/** An incident after a press. */
export interface Acted {
  /** The same value when nothing changed. */
  incident: Incident;
  /** The step that the same press approved. */
  approved?: string | undefined;
}

/**
 * The step that the lead, who has just ended another, is to open and to do themselves. Not one that tells the strategist
 * of the incident: that takes a press of its own.
 */
function nextOwn(incident: Incident, turn: Turn): string | undefined {
  if (incident.lead?.person !== turn.by || incident.state !== 'open') return undefined;
  const focus = focusOf(situationOf(incident, turn));
  if (focus.kind !== 'approve' || focus.step.opens !== 'inOrder') return undefined;
  const { id, owner, bringsIn } = focus.step;
  const isTelling = !isStrategists(incident, focus.step) && bringsIn?.when.includes('opened');
  return (owner === 'lead' || owner === 'twoPersons') && !isTelling ? id : undefined;
}

/**
 * An act, all that follows from it by itself, and the next step where the same press approves it. Throws a Refusal when
 * the routine says no.
 */
export function acted(incident: Incident, action: Acting, turn: ActTurn): Acted {
  const { incident: after, approved } = decided(incident, action, turn);
  const done = undoableAfter(incident, { after, act: action.verb }, turn);
  return { incident: done === incident ? done : withCarry(incident, { done, action }, turn), approved };
}

/** A press that is for all of an event is carried to the others once this one is saved. */
function withCarry(
  before: Incident,
  { done, action }: { done: Incident; action: Acting },
  turn: ActTurn,
): Incident {
  const { once, by, roles, routine } = turn;
  const press = { once, by, at: stamp(turn), verb: action.verb, data: { ...action }, roles };
  const carry = carryOf(before, press, routine);
  const more = [...(carry ? [carry] : []), ...(mergedCarries(before, done, turn) ?? [])];
  const carried = more.length > 0 ? { ...done, carries: [...(done.carries ?? []), ...more] } : done;
  return withSuspectsElsewhere(carried, before, turn);
}

function decided(incident: Incident, action: Acting, turn: ActTurn): Acted {
  const settled = settle(applyAct(incident, action, turn), turn);
  const approved = settled !== incident && approvesNext(action.verb) ? nextOwn(settled, turn) : undefined;
  return approved
    ? { incident: settle(approve(settled, approved, turn), turn), approved }
    : { incident: settled };
}
