import { SUSPECTS } from '../../../content/texts/people/suspects';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import { mayBeNamed } from '../../../routine/rules/contactList/suspects';
import { may } from '../../../routine/rules/roles/may';
import { mayBeTold } from '../../../routine/transitions/beside/suspects';
import { field, plain, primary, type Typed } from '../../parts';
import { adding, nameAndPost, type Scene } from '../../scene';
import { suspectsLine } from '../../stepParts';
import type { CardView, View } from '../../view';
import { form } from '../forms';

/** They were named in another incident, and may be told of this one after all. */
const tellBelow = (scene: Scene): Partial<CardView> =>
  may(scene.viewer.roles, 'tellSuspects') && mayBeTold(scene.incident).length > 0
    ? {
        below: {
          title: '',
          lines: [],
          rows: [],
          buttons: [plain(SUSPECTS.tellThem, 'tellSuspects', adding(scene))],
        },
      }
    : {};

/** Somebody of the chain is part of it: who, and what follows. */
export const suspectsPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: SUSPECTS.title,
      lines: [
        ...suspectsLine(scene, SUSPECTS.untold),
        ...SUSPECTS.lines,
        ...(scene.incident.route === 'party' ? [SUSPECTS.party] : []),
      ],
      ...tellBelow(scene),
      fields: [
        field(
          { id: 'suspects', kind: 'choices', required: true },
          {
            label: SUSPECTS.field,
            choices: asLookedFor(scene.routine, mayBeNamed(scene), scene.incident.party).map((one) => ({
              value: one.id,
              title: nameAndPost(scene, one),
            })),
            value: typed.values.suspects,
            problem: typed.problems.suspects,
          },
        ),
      ],
    },
    typed,
    primary(SUSPECTS.save, 'nameSuspects', adding(scene)),
  );
