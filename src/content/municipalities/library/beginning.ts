import { KINDS, YES_NO } from '../../../routine/model/codes';
import {
  anyOf,
  atOnce,
  bringsIn,
  bringsInOnceLed,
  broughtIn,
  byHaste,
  inOrder,
  minutes,
  not,
  onceDone,
  onlyShown,
  part,
  recorded,
  reminder,
  reported,
  sameDay,
  told,
} from '../../../routine/plan/blocks';
import { askedFor, choice, health, name, several, text } from '../../../routine/plan/fields';
import { FOR_ADVICE, POLICE_ADVICE } from './fields';

/*
 * The steps at the beginning, for plans that have other names for those who stand for the municipality: `needs` is the
 * field of the assessment that asks whether they are needed.
 */

/** The first assessment. */
export const assessing = (needs: string) =>
  part('assess', {
    owner: 'lead',
    opens: inOrder,
    isAssessment: true,
    prefill: { kinds: [told('kinds')] },
    fields: [
      several('kinds', KINDS, true),
      choice('serious', YES_NO, true),
      health(choice('care', YES_NO, true)),
      choice(needs, YES_NO),
      choice('together', YES_NO, true),
      askedFor(text('why'), 'together', 'no'),
      name('support'),
    ],
  });

/** A threat by phone, or of a bomb in whatever way it came: passed on at once, not in order (Bilaga 2.5). */
const passedOnAtOnce = anyOf(reported('channel', 'phone'), reported('kinds', 'bomb'));

/** The strategist, whatever the post is called, gets the incident. */
export const gettingHelp = <const Id extends string>(id: Id, needs: string) =>
  part(id, {
    owner: 'lead',
    opens: inOrder,
    opensIf: passedOnAtOnce,
    passOn: minutes('passOn'),
    victimMay: true,
    need: anyOf(passedOnAtOnce, broughtIn, onceDone('assess', not(recorded('assess', needs, 'no')))),
    bringsIn: bringsIn('contacted', 'done'),
    endedBy: 'strategist',
  });

/**
 * The police are asked for advice: at threat or violence by the report's ticks already, or as it was assessed, serious
 * harassment too.
 */
export const askingPolice = <const Id extends string>(id: Id) =>
  part(id, {
    owner: 'strategist',
    opens: atOnce,
    need: anyOf(
      reported('kinds', 'threat', 'violence', 'bomb'),
      onceDone(
        'assess',
        anyOf(
          recorded('assess', 'kinds', 'threat', 'violence', 'bomb'),
          recorded('assess', 'serious', 'yes'),
        ),
      ),
    ),
    bringsIn: onlyShown(bringsInOnceLed('police', byHaste('untaken', 'untaken'))),
    isUrgent: true,
    due: sameDay,
    remind: [reminder(byHaste('sameDayRemindAcute', 'sameDayRemind'), 'policeToday')],
    rings: ['police', 'policeNumber'],
    shows: { report: FOR_ADVICE },
    reasons: ['alreadyAsked', 'declined'],
    victimReads: true,
    fields: POLICE_ADVICE,
    tellsLead: { field: 'toKnow', nothing: 'nothingToKnow' },
  });
