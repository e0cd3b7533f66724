import { z } from 'zod';
import { KIN_ANSWERS, UNABLE } from '../../model/codes';
import { SEES_MORE } from '../../model/wish/reporterSees';
import type { Act } from '../../rules/roles/may';
import { changeParty } from '../../transitions/beside/changeParty';
import { answerKin, askKin, readKin } from '../../transitions/beside/kin';
import { letReporter } from '../../transitions/beside/reporterSees';
import { kinTold, liftUnable, sayUnable } from '../../transitions/beside/unable';
import { undo } from '../../transitions/beside/undo';
import { beQuiet, closeEarly, goOn, liftQuiet, sayEnough, saySafe } from '../../transitions/beside/wishes';
import * as leading from '../../transitions/leading';
import { handStep } from '../../transitions/steps';
import { keyText } from '../inputs';
import { row } from '../row';
import { aboutStep, contactIn, onOneStep, onStep } from '../stepInputs';

/** Acts that take something back or say what a person wishes. */
export const BY_WISH = {
  undo: row({ apply: (incident, _, turn) => undo(incident, turn) }),
  saySafe: row({ apply: (incident, _, turn) => saySafe(incident, turn) }),
  sayEnough: row({ apply: (incident, _, turn) => sayEnough(incident, turn) }),
  goOn: row({ apply: (incident) => goOn(incident) }),
  hide: row({ apply: (incident, _, turn) => beQuiet(incident, 'hiding', turn) }),
  phoneWatched: row({ apply: (incident, _, turn) => beQuiet(incident, 'watched', turn) }),
  liftQuiet: row({ apply: (incident) => liftQuiet(incident) }),
  help: row({ apply: (incident, _, turn) => leading.help(incident, turn) }),
  handStep: row({
    data: onOneStep,
    about: aboutStep,
    form: onStep('handStep'),
    adds: true,
    apply: (incident, data, turn) => handStep(incident, { step: data.step, contact: contactIn(data) }, turn),
  }),
  changeParty: row({
    data: { party: keyText() },
    form: 'changeParty',
    apply: (incident, { party }, turn) => changeParty(incident, party, turn),
  }),
  letReporter: row({
    data: { sees: z.enum([...SEES_MORE, 'nothing']) },
    about: ({ sees }) => sees,
    form: 'reporterSees',
    apply: (incident, { sees }, turn) => letReporter(incident, sees, turn),
  }),
  readKin: row({ opens: 'kin', apply: (incident, _, turn) => readKin(incident, turn) }),
  askKin: row({ apply: (incident, _, turn) => askKin(incident, turn) }),
  answerKin: row({
    data: { how: z.enum(KIN_ANSWERS) },
    about: ({ how }) => how,
    apply: (incident, { how }, turn) => answerKin(incident, how, turn),
  }),
  sayUnable: row({
    data: { why: z.enum(UNABLE) },
    about: ({ why }) => why,
    form: 'unable',
    apply: (incident, { why }, turn) => sayUnable(incident, why, turn),
  }),
  liftUnable: row({ apply: (incident, _, turn) => liftUnable(incident, turn) }),
  kinTold: row({ apply: (incident, _, turn) => kinTold(incident, turn) }),
  closeEarly: row({ form: 'closeEarly', apply: closeEarly }),
} satisfies Partial<Record<Act, unknown>>;
