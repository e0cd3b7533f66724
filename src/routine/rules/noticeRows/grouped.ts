import { OPERATOR, type PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { victimOf } from '../succession';
import { isRegistered } from '../victim/aloud';
import type { BesideKind, Notice, NoticeKind } from './draw';

/*
 * Which notices of several incidents may come to one person in one card, a line each. It is asked of each notice alone, never whether
 * incidents share an event: who is not to know that they do would see it by their cards.
 */

/** From so many incidents on; fewer have a card each, with what is to be pressed on it. */
export const GROUPED_FROM = 3;

/**
 * Kinds, and whether they may: what rings, protects somebody, is somebody's own decision, or is sent by hand comes alone and at once. The
 * rest tells an official that something waits, and leads to it.
 */
const MAY: Readonly<Record<Exclude<NoticeKind, BesideKind>, boolean>> = {
  asked: true,
  askedAgain: true,
  told: true,
  broughtIn: true,
  duty: true,
  dutyAgain: true,
  policeToday: true,
  decided: true,
  firstTalk: true,
  talk: true,
  plannedTalk: true,
  talkDay: true,
  measure: true,
  confirm: true,
  askReading: true,
  ruledOut: true,
  enough: true,
  occurrences: true,
  files: true,
  correction: true,
  corrected: true,
  reviewAsked: true,
  mask: true,
  maskAgain: true,
  up: true,
  waited: true,
  nobody: false,
  received: false,
  decision: false,
  decisionAgain: false,
  fileYourself: false,
  newOfficer: false,
  belongs: false,
  partyQuestion: false,
  readFirst: false,
  ring: false,
  reached: false,
  unreached: false,
  call: false,
  alone: false,
  relay: false,
  passOn: false,
  kinLook: false,
  kinAsked: false,
  kinWord: false,
  undone: false,
  informed: false,
  takenOver: false,
  reopened: false,
  restored: false,
  resent: false,
  eraseSoon: false,
  closed: false,
  practice: false,
};

/** Whoever wrote it down for the victim, in their post, is no part of it by that. */
const isOwn = (incident: Incident, person: PersonId): boolean =>
  person === victimOf(incident) ||
  person === incident.victim.person ||
  (person === incident.reporter.person && !isRegistered(incident));

/** Whether a notice may stand as a line beside those of other incidents. Where somebody hides, the card itself says that first. */
export function mayBeGrouped(incident: Incident, { kind, person, isAcute }: Notice): boolean {
  const { acute, practice, quiet, state } = incident;
  const isCalm = !isAcute && !acute && !practice && quiet === undefined && state === 'open';
  const isOfOfficial = person !== OPERATOR && !isOwn(incident, person);
  return isCalm && isOfOfficial && (MAY as Readonly<Partial<Record<NoticeKind, boolean>>>)[kind] === true;
}
