import { BUTTON, COMMON } from '../../content/texts/common';
import { STEP_CARD } from '../../content/texts/pages';
import { longDay } from '../../content/texts/time';
import { COMPANY, REGISTRY, TAKE_OVER, TALK } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import { splitChoices } from '../../routine/model/fields';
import { talkStep } from '../../routine/plan/traits';
import { scopeOf } from '../../routine/rules/access';
import { companyNow } from '../../routine/rules/companion';
import { COMPANY_FIELDS, REGISTRY_FIELDS } from '../../routine/transitions/records';
import { back, button, card, fields, firstToPress, link, plain, primary, type Typed } from '../parts';
import { adding, isStrategist, kicker, on, type Scene } from '../scene';
import type { FactView, View } from '../view';
import { reasonField } from './stepFields';

/** Stand-in: the place of a lead who is away is taken with a reason. */
export const takeOverPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: scene.incident.lead ? TAKE_OVER.title : TAKE_OVER.unledTitle,
    lines: scene.incident.lead ? TAKE_OVER.lines : TAKE_OVER.unledLines,
    problem: typed.problem,
    fields: [reasonField(typed, STEP_CARD.reason)],
    buttons: [
      button(TAKE_OVER.button, 'takeOver', adding(scene), { style: 'destructive' }),
      back('show', on(scene)),
    ],
  });

/** Date, sender and subject for the register, and that it is marked secret; to the strategist alone. */
function registerFacts(scene: Scene): FactView[] {
  const { incident, routine } = scene;
  if (!isStrategist(scene)) return [];
  const { labels } = REGISTRY;
  const kinds = splitChoices(incident.report.kinds).map((one) => routine.words.choices.kinds?.[one] ?? one);
  return [
    { label: labels.received, text: longDay(dayOf(new Date(incident.reportedAt ?? incident.createdAt))) },
    { label: labels.sender, text: incident.reporter.name || COMMON.noName },
    { label: labels.about, text: REGISTRY.about(kinds.join(', ').toLowerCase()) },
    { label: labels.mark, text: REGISTRY.mark },
  ];
}

/** The form on the registry number. */
export const registryPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: REGISTRY.title,
    lines: REGISTRY.lines,
    problem: typed.problem,
    facts: registerFacts(scene),
    fields: fields(
      REGISTRY_FIELDS,
      REGISTRY.fields,
      // Typed by another: only for those who may read the incident.
      { number: scopeOf(scene.viewer.roles) === 'nothing' ? '' : (scene.incident.registry?.number ?? '') },
      typed,
    ),
    buttons: [primary(BUTTON.save, 'recordRegistry', adding(scene)), back('show', on(scene))],
  });

const companyFacts = (scene: Scene): FactView[] => {
  const now = companyNow(scene.incident);
  if (!now) return [];
  return [
    { label: COMPANY.shown, text: now.who },
    ...(now.next ? [{ label: COMPANY.next, text: now.next }] : []),
  ];
};

/** The form on who is with the victim: now, until when, who takes over. */
export const companyPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: COMPANY.title,
    lines: COMPANY.lines,
    problem: typed.problem,
    facts: companyFacts(scene),
    fields: fields(COMPANY_FIELDS, COMPANY.fields, {}, typed),
    buttons: [
      primary(BUTTON.save, 'setCompany', adding(scene)),
      ...(companyNow(scene.incident) ? [plain(COMPANY.ended, 'endCompany', adding(scene))] : []),
      back('show', on(scene)),
    ],
  });

const meeting = (emails: readonly string[]): string =>
  `https://teams.microsoft.com/l/meeting/new?${new URLSearchParams({
    subject: TALK.subject,
    attendees: emails.join(','),
  })
    .toString()
    .replaceAll('+', '%20')}`;

/** A new meeting in Teams with those involved. Only ever the answer to a press: the address leads to the victim. */
export const bookTalkPage = (scene: Scene): View =>
  card({
    kicker: kicker(scene, talkStep(scene.routine)?.section),
    title: TALK.bookTitle,
    lines: scene.victimEmail ? TALK.bookLines : [TALK.noAccount],
    links: scene.victimEmail ? firstToPress([link(TALK.open, meeting([scene.victimEmail]))]) : [],
    buttons: [back('show', on(scene))],
  });
