/** The codes that choices are stored as; their Swedish stands in `content/`. */
/** `bomb`: a bomb threat, in whatever way it came (Bilaga 2.5); the others are those of Bilaga 5. */
export const KINDS = ['threat', 'harassment', 'violence', 'vandalism', 'corruption', 'bomb'] as const;
export const CHANNELS = ['inPerson', 'phone', 'sms', 'email', 'social', 'letter', 'object', 'other'] as const;
/** The situations of Bilaga 2, in its order. */
export const SITUATIONS = [
  'threatened',
  'armed',
  'outside',
  'inside',
  'phone',
  'email',
  'social',
  'object',
  'letter',
] as const;
export type SituationId = (typeof SITUATIONS)[number];
/** Answers to the police decision (plan 3.1.3). */
export const DECISION_ANSWERS = ['municipality', 'self', 'other', 'no', 'notNow', 'cannotAnswer'] as const;
export type DecisionAnswer = (typeof DECISION_ANSWERS)[number];
/** Answers to "Är det okej att ditt parti får veta?". */
export const PARTY_ANSWERS = ['yes', 'municipalityOnly', 'removeName', 'ringMe'] as const;
export type PartyAnswer = (typeof PARTY_ANSWERS)[number];
/** Reasons for which an incident is closed before all is done. */
export const EARLY_REASONS = ['mistake', 'duplicate'] as const;
export const CLOSE_REASONS = ['finished', ...EARLY_REASONS, 'enough'] as const;
/** Why a rule ended a step, where nobody wrote a reason. */
export const BECAUSE = [
  /** The victim chose the municipality, or the party is not told for another reason. */
  'municipalityChosen',
  'noParty',
  'partyNotAsked',
  'strategistIn',
  'victimDeclined',
  'notKnown',
  'notArisen',
  /** The victim cannot answer now, or is dead. */
  'unable',
] as const;
export type Because = (typeof BECAUSE)[number];
/** Why the victim cannot answer. */
export const UNABLE = ['later', 'hospital', 'unconscious', 'dead'] as const;
export type UnableWhy = (typeof UNABLE)[number];
/** The answers of whoever holds the party's list of next of kin: they ring themselves, or have no list. */
export const KIN_ANSWERS = ['rings', 'noList'] as const;
/** How somebody told an official who registers it for them. */
export const CAME = ['phone', 'inPerson'] as const;
export const YES_NO = ['yes', 'no'] as const;
export const YES_NO_UNKNOWN = [...YES_NO, 'unknown'] as const;
export const CHECK_ANSWERS = ['yes', 'no', 'notApplicable'] as const;
/** The victim's answers on what others are to be told: all of it, not the name, not these groups, nothing. */
export const READ_ANSWERS = ['yes', 'notName', 'notGroups', 'no'] as const;
export type ReadAnswer = (typeof READ_ANSWERS)[number];
export const GROUPS = ['partyColleagues', 'otherPoliticians', 'staff', 'others', 'none'] as const;
/** Choices of the party input beside the parties themselves. */
export const NO_PARTY = 'none';
export const UNKNOWN_PARTY = 'unknown';
/** Choice of the board input beside the boards themselves. */
export const NO_BOARD = 'none';
/** The one that the person let be remembered: a card that stands in a chat does not say which. */
export const REMEMBERED_PARTY = 'remembered';

/** Answers of those who judge whether a threat is answered, and the decision. */
export const VOICES = ['yes', 'no', 'notAsked'] as const;
export const REPLY_ANSWERS = ['reply', 'noReply'] as const;

/** Those who are asked how it went, beside the lead. */
export const WORD_OF = ['victim', 'strategist'] as const;

/** The reason that brought the strategist in: a step of their own, a lead of theirs, the mark on the victim, or that it went to the municipality. */
export const BROUGHT_IN_BY = [
  ...(['contacted', 'police', 'groups', 'support', 'step'] as const),
  ...(['leads', 'fullTime', 'hidden', 'municipality'] as const),
] as const;
