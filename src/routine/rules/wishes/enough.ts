import type { Incident } from '../../model/incident';
import type { Notice, NoticeKind } from '../noticeRows/draw';
import type { Waiting } from '../tasks/waiting';

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
  // A bomb is not the victim's matter alone.
  'passOn',
  'up',
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

/** Things that go up all the same: that nobody takes it, and what the law asks for. */
const GOES_UP: ReadonlySet<Waiting['about']> = new Set(['acknowledge', 'registry', 'mask']);

/** Whether what waits goes up when nobody does it. */
export const goesUp = ({ enoughAt }: Incident, { about }: Waiting): boolean =>
  enoughAt === undefined || GOES_UP.has(about);

/** Notices without those that the victim has had enough of. */
export const unlessEnough = ({ enoughAt }: Incident, all: readonly Notice[]): Notice[] =>
  enoughAt === undefined ? [...all] : all.filter(({ kind }) => STILL.has(kind));
