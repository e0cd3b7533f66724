import { SUSPECTS } from '../../../content/texts/people/suspects';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import { mayBeNamed } from '../../../routine/rules/contactList/suspects';
import { field, primary, type Typed } from '../../parts';
import { adding, nameAndPost, type Scene } from '../../scene';
import type { View } from '../../view';
import { form } from '../forms';

/** Somebody of the chain is part of it: who, and what follows. */
export const suspectsPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: SUSPECTS.title,
      lines: [...SUSPECTS.lines, ...(scene.incident.route === 'party' ? [SUSPECTS.party] : [])],
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
