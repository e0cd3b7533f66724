import { CORRECTION } from '../../../content/texts/evidence/corrections';
import { correctionsFor, isUnansweredRequest, requestsTo } from '../../../routine/rules/report/corrections';
import { is, type Scene, toPage } from '../../scene';
import type { View } from '../../view';
import { placed } from './undo';

/** The words on requests that wait: for this person's own answer, or (who follows the incident) for somebody's. */
function wordsFor(scene: Scene): string | undefined {
  const { incident, viewer } = scene;
  // Nothing is asked of who has had enough, or whose phone somebody sees.
  if (incident.state !== 'open' || (is(scene, 'victim') && (incident.enoughAt || incident.quiet)))
    return undefined;
  const own = requestsTo(incident, viewer.person).length;
  if (own > 0) return CORRECTION.toYou(own);
  const isFollowing = is(scene, 'lead') || is(scene, 'strategist');
  const open = isFollowing ? correctionsFor(incident, viewer).filter(isUnansweredRequest).length : 0;
  return open > 0 ? CORRECTION.open(open) : undefined;
}

/** The card of whoever is to answer a request, or follows one: that it waits, and the way to it. Nothing of what it is. */
export function withCorrections(scene: Scene, view: View): View {
  const words = wordsFor(scene);
  if (words === undefined || view.name !== 'card') return view;
  const button = toPage(scene, CORRECTION.button, 'corrections');
  return { ...view, data: { ...view.data, ...placed(view.data, button, words) } };
}
