import { BUTTON, COMMON } from '../../content/texts/common';
import { NOTICE } from '../../content/texts/lead';
import { isLeftWaiting } from '../../routine/rules/ladders/reaching';
import { dueMeasure } from '../../routine/rules/tasks/measures';
import { line, plain } from '../parts';
import { is, on, type Scene } from '../scene';
import type { View } from '../view';
import { overseerCard, standbyCard, withComeBack } from './beside/reserve';
import { toRing } from './calls/calls';
import { isBesideLead, reachCard } from './calls/reach';
import { confirmNotice, dutiesOf, dutyCard, followCard, helperCard, measureCard } from './duties';
import { maskCard, struckCard } from './hiddenName';
import { leadCard } from './lead';
import { noticeCard, receiptCard, ringCard, toldCard, withNotPassedOn } from './officials';
import { doneLine, outCard, overLine } from './over';
import { isKept, retentionCard } from './retention';
import { shownSilences, silenceCard } from './silence';
import { statusCard } from './victim';
import { belongsCard, openQuestion, withQuestion, withState } from './victimQuestions';
import { withCorrections } from './wishes/corrections';
import { kinAskCard, kinAskOver, withKinAsk } from './wishes/kinAsk';
import { withList } from './wishes/listed';
import { watchedCard, withStrip } from './wishes/quiet';
import { withUndo } from './wishes/undo';
import { wordCard } from './word';

function victimsCard(scene: Scene): View {
  const { incident } = scene;
  if (incident.quiet?.why === 'watched') return watchedCard(scene);
  // Nothing is asked of who hides, or has had enough.
  if (incident.state === 'closed' || incident.enoughAt || incident.quiet) return statusCard(scene);
  const question = openQuestion(scene);
  if (!question) return statusCard(scene);
  // While nobody answers, whom to ring and who was asked come before any question.
  return isLeftWaiting(incident) ? withQuestion(scene, statusCard(scene)) : withState(scene, question);
}

/** Whether the strategist is to hide the name in free text: nobody who may be in danger waits for it. */
const isToMask = (scene: Scene): boolean => {
  const { state, acute } = scene.incident;
  return scene.facts.masksBy !== '' && (state === 'closed' || !(acute || isBesideLead(scene)));
};

/**
 * The screen of a person's live card as it is now: the base card, which stands in the chat and in its exports. It holds
 * no name but an official's, no typed text, and no inputs.
 */
export const liveCard = (scene: Scene): View => withList(scene, withUndo(scene, withWords(scene)));

/** The card with what stands on it beside its own matter. */
const withWords = (scene: Scene): View =>
  withCorrections(
    scene,
    withStrip(scene, withNotPassedOn(scene, withComeBack(scene, withKinAsk(scene, baseCard(scene))))),
  );

function baseCard(scene: Scene): View {
  if (is(scene, 'maybeVictim')) return belongsCard(scene);
  if (is(scene, 'victim')) return victimsCard(scene);
  if (is(scene, 'struck')) return struckCard(scene);
  if (isToMask(scene)) return maskCard(scene);
  if (isKept(scene)) return retentionCard(scene);
  if (is(scene, 'lead')) return leadCard(scene);
  const isOpen = scene.incident.state === 'open';
  if (isOpen && isBesideLead(scene)) return reachCard(scene);
  if (isOpen && is(scene, 'kinHolder')) return kinAskCard(scene);
  if (isOpen && is(scene, 'candidate')) return noticeCard(scene);
  if (isOpen && is(scene, 'overseer')) return overseerCard(scene);
  if (isOpen && is(scene, 'confirmer')) return confirmNotice(scene);
  const duty = dutiesOf(scene)[0];
  if (duty) return dutyCard(scene, duty);
  const measure = isOpen ? dueMeasure(scene, scene.viewer.person) : undefined;
  if (measure) return measureCard(scene, measure);
  if (isOpen && shownSilences(scene).length > 0) return silenceCard(scene);
  if (is(scene, 'strategist')) return isOpen && scene.facts.asksWord ? wordCard(scene) : followCard(scene);
  if (is(scene, 'standby') || is(scene, 'helper')) return standbyCard(scene);
  if (is(scene, 'stepStrategist'))
    return isOpen && scene.facts.asksWord ? wordCard(scene) : helperCard(scene);
  if (is(scene, 'toldStrategist') && isOpen) return toldCard(scene);
  const call = toRing(scene);
  if (call) return ringCard(scene, call);
  if (!isOpen && is(scene, 'filer')) return overLine(scene);
  if (is(scene, 'reporter')) return receiptCard(scene);
  if (isOpen && is(scene, 'declined')) {
    const text = `${COMMON.reference(scene.incident.reference)}: ${NOTICE.declined}`;
    return line(text, [plain(BUTTON.acknowledge, 'acknowledge', on(scene))]);
  }
  return doneLine(scene) ?? kinAskOver(scene) ?? outCard(scene);
}
