import { answerCorrection, askCorrection } from '../../transitions/beside/corrections';
import { keyText } from '../inputs';
import { row } from '../row';

/** Acts on words of the report that somebody wants put right. */
export const CORRECTING = {
  askCorrection: row({ adds: true, form: 'askCorrection', apply: askCorrection }),
  answerCorrection: row({
    data: { correction: keyText() },
    form: ({ correction }) => ['answerCorrection', correction],
    apply: answerCorrection,
  }),
};
