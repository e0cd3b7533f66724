import { STILL_ACUTE } from '../../../content/texts/lead';
import { isStillAcuteAsked } from '../../../routine/rules/tasks/stillAcute';
import { plain } from '../../parts';
import { on, type Scene, toPage } from '../../scene';
import type { ItemView } from '../../view';

/** "Är det fortfarande akut?" with its two answers beside it: a no says why, on a form. */
export const stillAcuteItem = (scene: Scene): Omit<ItemView, 'more'>[] =>
  isStillAcuteAsked(scene)
    ? [
        {
          text: STILL_ACUTE.ask,
          detail: STILL_ACUTE.detail,
          buttons: [
            plain(STILL_ACUTE.yes, 'keepAcute', on(scene)),
            toPage(scene, STILL_ACUTE.no, 'lowerAcute'),
          ],
          links: [],
        },
      ]
    : [];
