import type { Incident } from '../model/incident';
import { changesOf } from '../rules/wishes/undo';
import { stamp, type Turn } from '../transitions/turn';
import type { ActVerb } from './acts';

/** Whether a press may be taken back; else why not, or what its own way back is. */
export const UNDOABLE: Readonly<Record<ActVerb, true | string>> = {
  undo: 'is itself the way back',
  acknowledge: true,
  help: true,
  saySafe: 'is only a mark',
  sayEnough: 'has its own way back: they go on',
  goOn: 'is said again',
  hide: 'is lifted by the person',
  phoneWatched: 'is lifted by the person',
  liftQuiet: 'is said again',
  closeEarly: true,
  handStep: true,
  decline: true,
  recuse:
    'asks for no reason and leaves no part in it to come back from; the victim may choose the person again',
  changeContact: true,
  reportOwnParty: 'whoever has lost access does not get it back by a press',
  withdrawConsent: 'whoever has lost access does not get it back by a press',
  markMistake: 'is only a mark',
  callMe: true,
  callNow: 'is an alarm',
  spoke: true,
  policeTookOver: true,
  tellParty: 'is an alarm',
  handOver: true,
  takeOver: true,
  wait: 'tells nobody',
  keepLead: true,
  recordCall: 'a call was made or not: another entry says so',
  resend: 'a card has been sent',
  recordRegistry: 'is written anew',
  recordArchived: 'is answered anew',
  hold: 'is released',
  release: 'is held again',
  readKin: 'a look stays a look',
  setCompany: true,
  endCompany: true,
  approve: true,
  endStep: true,
  skipStep: true,
  reopenStep: true,
  addRecord: true,
  proposeGroups: true,
  confirmGroups: true,
  answerGroups: true,
  recordGroupsWord: true,
  decide: true,
  recordDecision: true,
  askDecision: true,
  belongs: 'a person has said whose it is, and reads it from then on',
  answerParty: 'the question has its own ways back',
  recordParty: 'the question has its own ways back',
  showName: 'the name can be hidden again',
  mask: 'the words are changed in the same form',
  maskNothing: 'the words are changed in the same form',
  bindVictim: true,
  answerChecks: true,
  addTalk: true,
  waiveTalk: true,
  addProtection: true,
  endProtection: true,
  waiveProtection: true,
  assessThreat: true,
  endTask: 'is opened again',
  waiveTask: 'is opened again',
  reopenTask: 'is ended again',
  amend: 'what was sent in is never taken away',
  raiseAcute: 'is an alarm',
  lowerAcute: true,
  writeReview: 'is written anew',
  sayWord: 'is said anew',
  close: true,
  reopen: true,
};

/** The incident after a press, with what it takes to take the press back. */
export function undoableAfter(
  before: Incident,
  { after, act }: { after: Incident; act: ActVerb },
  turn: Turn,
): Incident {
  if (after === before || act === 'undo') return after;
  const changes = UNDOABLE[act] === true ? changesOf(before, after) : undefined;
  if (changes) return { ...after, undo: { act, by: turn.by, at: stamp(turn), changes } };
  // What is for good stays so: nothing older is kept beside it.
  return UNDOABLE[act] === true ? { ...after, undo: undefined } : after;
}
