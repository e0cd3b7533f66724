import { MERGE } from '../../../content/texts/people/joined';
import { moment } from '../../../content/texts/time';
import { back, card, field, primary, type Typed } from '../../parts';
import { adding, kicker, on, type Scene } from '../../scene';
import type { View } from '../../view';

/** "Samma sak i två ärenden": into which one this goes. */
export function mergePage(scene: Scene, typed: Typed): View {
  const all = (scene.around ?? []).filter(({ isMergeable }) => isMergeable);
  const choices = all.map(({ id, reference, createdAt, who = '' }) => ({
    value: id,
    title: MERGE.choice(reference, moment(createdAt, scene.now), who),
  }));
  return card({
    kicker: kicker(scene),
    problem: typed.problem,
    title: MERGE.title,
    lines: all.length > 0 ? MERGE.lines : [MERGE.none],
    fields:
      all.length > 0
        ? [
            field(
              { id: 'into', kind: 'choice', required: true, choices: choices.map(({ value }) => value) },
              { label: MERGE.field, choices, value: typed.values.into, problem: typed.problems.into },
            ),
          ]
        : [],
    buttons: [
      ...(all.length > 0 ? [primary(MERGE.save, 'merge', adding(scene))] : []),
      back('show', on(scene)),
    ],
  });
}
