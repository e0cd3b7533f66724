import type { Incident } from '../../model/incident';
import type { Notice, NoticeKind } from '../noticeRows/draw';

/*
 * "Nog nu": nobody is reminded, and the victim is asked no more. The door stays open: whoever is asked to take it in is, what
 * they ask for themselves comes, and they go on whenever they like.
 */

/** Notices that still come: that somebody takes it in and leads, that the victim asks to be rung, that it ends. */
const STILL: ReadonlySet<NoticeKind> = new Set([
  'asked',
  'askedAgain',
  'nobody',
  'told',
  'broughtIn',
  'received',
  'newOfficer',
  'belongs',
  'enough',
  'mask',
  'maskAgain',
  'ring',
  'reached',
  'unreached',
  'kinLook',
  'undone',
  'call',
  'takenOver',
  'reopened',
  'restored',
  'resent',
  'closed',
  'eraseSoon',
]);

/** Notices without those that the victim has had enough of. */
export const unlessEnough = ({ enoughAt }: Incident, all: readonly Notice[]): Notice[] =>
  enoughAt === undefined ? [...all] : all.filter(({ kind }) => STILL.has(kind));
