/** The roles that may take something back or say what they wish: rows of `MAY` (../access.ts). */
export const MAY_WISH = {
  /** Whoever made the press, in the role that it left them in. */
  undo: [
    'victim',
    'lead',
    'standby',
    'candidate',
    'declined',
    'strategist',
    'stepStrategist',
    'filer',
    'confirmer',
  ],
  help: ['candidate', 'declined'],
  saySafe: ['victim'],
  sayEnough: ['victim'],
  goOn: ['victim'],
  hide: ['victim'],
  phoneWatched: ['victim'],
  liftQuiet: ['victim'],
  closeEarly: ['lead'],
  handStep: ['lead'],
  changeParty: ['victim'],
  sayUnable: ['lead'],
  kinTold: ['lead'],
  liftUnable: ['lead', 'victim'],
  /** Several victims of one event: who has more than one of the incidents says so. */
  /** Two reports of one matter: whoever leads both. */
  merge: ['lead'],
  joinEvent: ['lead', 'strategist', 'stepStrategist', 'toldStrategist'],
  leaveEvent: ['lead', 'strategist', 'stepStrategist', 'toldStrategist'],
} as const;
