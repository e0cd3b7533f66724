/**
 * Why the routine says no. The sentence that a person reads stands in `src/content/texts/refusals.ts` under the same
 * key.
 */
export type RefusalReason =
  | 'notYours'
  | 'alreadyEnded'
  | 'notOpen'
  | 'closed'
  | 'reasonNeeded'
  | 'reportMade'
  | 'secondPersonNeeded'
  | 'victimReads'
  | 'victimDecided'
  | 'notReadyToClose'
  | 'badInput'
  | 'noSuchPerson'
  | 'noPart'
  | 'alreadyBound'
  | 'isSuspect'
  | 'reportFull'
  | 'sameWords'
  | 'noOtherContact'
  | 'partErased'
  | 'changedMeanwhile'
  | 'lastStrategist'
  | 'replyNotAgreed'
  | 'replyNeedsReport'
  | 'undoLate'
  | 'ringFirst'
  | 'notOne'
  | 'otherReaders';

/** A fault of a row of the contact list, as it is to be. Each has words of its own. */
export type RowFault =
  | 'noPost'
  | 'noSuchPost'
  | 'noParty'
  | 'noSuchParty'
  | 'partyNotAsked'
  | 'noBoard'
  | 'noSuchBoard'
  | 'boardNotAsked'
  | 'noName'
  | 'badName'
  | 'noPhone'
  | 'badPhone'
  | 'badEmail'
  | 'badOrder'
  | 'noDeputies'
  | 'badGroups'
  | 'badDay'
  | 'badTerm'
  | 'twice'
  | 'lastStrategist'
  | 'noSuchRow'
  | 'sameRow'
  | 'tooLong';

/** A fault of a line that tells of one more victim. */
export type SeveralFault = 'noName' | 'unread' | 'tooMany';

/** A fault of one field of a form. */
export type Problem =
  | { kind: 'required' }
  | { kind: 'tooLong'; length: number; max: number }
  | { kind: 'badDate' }
  | { kind: 'future' }
  /** A day that has been, where one to come is asked for. */
  | { kind: 'past' }
  /** A day after the plan's last one of it, YYYY-MM-DD. */
  | { kind: 'pastLast'; day: string }
  | { kind: 'badChoice' }
  /** A choice that rules out every other one, chosen with another. */
  | { kind: 'notAlone' }
  /** Signs that no name or number has: they would turn or hide it, or be read as a link where it stands. */
  | { kind: 'badSigns' }
  /** A line of masks (from 1) that says no reason, or that is too short to be a word. */
  | { kind: 'mask'; line: number; fault: 'noWhy' | 'tooShort' }
  /** A line that names nobody whom the bot knows, or more than one. */
  | { kind: 'nobody'; line: number }
  /** A line of those who are registered together that is not a name, with party and number. */
  | { kind: 'told'; line: number; fault: SeveralFault }
  /** Of a row of the contact list. */
  | { kind: 'row'; fault: RowFault };

/** The routine says no: shown as a sentence on the card, with what was typed kept. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly problems: Readonly<Record<string, Problem>> = {},
  ) {
    super(reason);
  }
}
