/** The roles that may take something back, say what they wish, or see to those near the victim: rows of `MAY` (../access.ts). */
export const MAY_WISH = {
  /** Whoever made the press, in the role that it left them in. */
  undo: [
    'victim',
    'lead',
    'standby',
    'helper',
    'candidate',
    'declined',
    'strategist',
    'stepStrategist',
    'filer',
    'confirmer',
  ],
  help: ['candidate', 'declined'],
  /** The victim's own, at any time. */
  changeContact: ['victim'],
  reportOwnParty: ['victim'],
  withdrawConsent: ['victim'],
  markMistake: ['victim'],
  callMe: ['victim'],
  callNow: ['victim'],
  tellParty: ['victim'],
  saySafe: ['victim'],
  sayEnough: ['victim'],
  goOn: ['victim'],
  hide: ['victim'],
  phoneWatched: ['victim'],
  liftQuiet: ['victim'],
  closeEarly: ['lead'],
  handStep: ['lead'],
  changeParty: ['victim'],
  keepLead: ['victim'],
  sayUnable: ['lead'],
  kinTold: ['lead'],
  liftUnable: ['lead', 'victim'],
  /** Whom the victim wants rung, who holds the party's list of them, and who is with the victim. */
  readKin: ['lead', 'strategist', 'kinHolder'],
  askKin: ['lead'],
  answerKin: ['kinHolder'],
  setCompany: ['lead', 'strategist'],
  endCompany: ['lead', 'strategist'],
  /** Two reports of one matter: whoever leads both. */
  merge: ['lead'],
  /** Several victims of one event: who has more than one of the incidents says so. */
  joinEvent: ['lead', 'strategist', 'stepStrategist', 'toldStrategist'],
  leaveEvent: ['lead', 'strategist', 'stepStrategist', 'toldStrategist'],
} as const;
