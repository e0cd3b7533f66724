import { BUTTON } from '../../../content/texts/common';
import { PROTECTION, THREAT } from '../../../content/texts/lead';
import { DETAILS } from '../../../content/texts/pages';
import { MOVE_DAY } from '../../../content/texts/standing/moveDay';
import { longDay, moment } from '../../../content/texts/time';
import { dayOf } from '../../../routine/calendar/localTime';
import type { ProtectionMeasure } from '../../../routine/model/records';
import { measuresFor } from '../../../routine/rules/reading';
import type { OpenMeasure } from '../../../routine/rules/steps/measures';
import { ownersOfMeasures } from '../../../routine/rules/tasks/measures';
import { MOVE_FIELDS, PROTECTION_FIELDS, THREAT_FIELDS } from '../../../routine/transitions/protection';
import { back, card, fields, inWords, primary, type Typed, weighed } from '../../parts';
import { adding, is, kicker, nameOf, on, type Scene, toPage } from '../../scene';
import type { FactView, View } from '../../view';
import { form } from '../forms';
import { reasonField, shareField } from '../stepFields';

const ownerWords = ({ municipality: { names } }: Scene) => PROTECTION.owners(names);

/** The form on a measure that protects. Who sees to it is asked where there are two. */
export function protectionPage(scene: Scene, typed: Typed): View {
  const isChoice = ownersOfMeasures(scene).length > 1;
  const specs = PROTECTION_FIELDS.filter(({ id }) => id !== 'owner' || isChoice);
  const own = { owner: is(scene, 'lead') ? 'lead' : 'strategist' };
  return form(
    scene,
    {
      title: PROTECTION.title,
      lines: PROTECTION.lines,
      fields: [
        ...inWords(fields(specs, PROTECTION.fields, own, typed), { owner: ownerWords(scene) }),
        ...shareField(scene, typed),
      ],
    },
    typed,
    primary(BUTTON.save, 'addProtection', adding(scene)),
  );
}

/** Each day that something had before, in words, who changed it when, and why. */
export const movesOf = (scene: Scene, { moves = [] }: Pick<ProtectionMeasure, 'moves'>): string[] =>
  moves.map(({ from, at, by, reason = '' }) =>
    MOVE_DAY.moved(
      { from: from === undefined ? '' : longDay(from), at: moment(at, scene.now) },
      nameOf(scene, by),
      reason,
    ),
  );

const factsOf = (scene: Scene, measure: OpenMeasure): FactView[] => [
  { label: PROTECTION.labels.what, text: measure.what },
  { label: PROTECTION.labels.who, text: measure.who },
  { label: PROTECTION.labels.day, text: longDay(measure.day) },
  ...(measure.owner ? [{ label: PROTECTION.labels.owner, text: ownerWords(scene)[measure.owner] }] : []),
  ...movesOf(scene, measure).map((text) => ({ label: PROTECTION.labels.moves, text })),
];

/** A measure that waits, and what became of it; without an id the one whose day comes first. */
export function measurePage(scene: Scene, about: string): View {
  const open = measuresFor(scene.incident, scene.viewer.roles);
  const at = Math.max(
    open.findIndex(({ id }) => id === about),
    0,
  );
  const measure = open[at];
  if (!measure) return card({ kicker: kicker(scene), buttons: [back('show', on(scene))] });
  const following = open[at + 1];
  return card({
    kicker: kicker(scene),
    title: PROTECTION.button,
    facts: factsOf(scene, measure),
    buttons: weighed([
      primary(BUTTON.carriedOut, 'endProtection', on(scene, { measure: measure.id })),
      toPage(scene, BUTTON.notNeeded, 'waiveProtection', { about: measure.id }),
      back('show', on(scene)),
      toPage(scene, BUTTON.moveDay, 'moveProtection', { about: measure.id }),
      ...(following ? [toPage(scene, PROTECTION.next, 'measure', { about: following.id })] : []),
      toPage(scene, BUTTON.protection, 'protection'),
    ]),
    footnote: DETAILS.logged,
  });
}

/** The form on another day for a measure. */
export function moveProtectionPage(scene: Scene, id: string, typed: Typed): View {
  const measure = measuresFor(scene.incident, scene.viewer.roles).find((one) => one.id === id);
  const today = dayOf(scene.now);
  const day = measure && measure.day > today ? measure.day : today;
  return form(
    scene,
    {
      title: PROTECTION.moveTitle,
      lines: PROTECTION.moveLines,
      fields: fields(MOVE_FIELDS, MOVE_DAY.fields, { day }, typed),
    },
    typed,
    primary(BUTTON.save, 'moveProtection', adding(scene, { measure: id })),
  );
}

/** The form that says why a measure is not needed. */
export const waiveProtectionPage = (scene: Scene, measure: string, typed: Typed): View =>
  form(
    scene,
    { title: PROTECTION.waiveTitle, fields: [reasonField(typed)] },
    typed,
    primary(BUTTON.notNeeded, 'waiveProtection', adding(scene, { measure })),
  );

/** The form on the threat assessment. */
export const threatPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: THREAT.title,
      lines: THREAT.lines(scene.municipality.names),
      fields: [...fields(THREAT_FIELDS, THREAT.fields, {}, typed), ...shareField(scene, typed)],
    },
    typed,
    primary(BUTTON.save, 'assessThreat', adding(scene)),
  );
