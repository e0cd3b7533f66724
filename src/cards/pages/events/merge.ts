import { JOINED, MERGE } from '../../../content/texts/people/joined';
import { moment } from '../../../content/texts/time';
import { back, card, field, plain, primary, type Typed } from '../../parts';
import { adding, kicker, on, type Scene, toPage } from '../../scene';
import type { ButtonView, View } from '../../view';

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

/** The way to it, where a report is of somebody else. */
export const mergeButton = (scene: Scene): ButtonView[] =>
  scene.incident.reporter.kind !== 'self' && scene.incident.state === 'open'
    ? [toPage(scene, MERGE.button, 'merge')]
    : [];

/** That an incident went into another, or others into it; to whoever reads it. */
export const mergedLines = ({ incident: { mergedInto, merged = [] } }: Scene): string[] => [
  ...(mergedInto ? [MERGE.goesOn(mergedInto.reference)] : []),
  ...(merged.length > 0 ? [MERGE.took(merged.map(({ reference }) => reference).join(', '))] : []),
];

/** The way from the ended one to the one that goes on. */
export const mergedButton = ({ incident: { mergedInto } }: Scene): ButtonView[] =>
  mergedInto ? [plain(JOINED.open(mergedInto.reference), 'show', { id: mergedInto.id })] : [];
