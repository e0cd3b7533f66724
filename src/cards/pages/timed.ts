import { BUTTON } from '../../content/texts/common';
import { STEP_CARD } from '../../content/texts/pages';
import { longDay, moment } from '../../content/texts/time';
import { COMPANY, REGISTRY, TAKE_OVER, TALK, VICTIM_AGAIN } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import { reportStep, talkStep } from '../../routine/plan/traits';
import { scopeOf } from '../../routine/rules/access';
import { companyNow } from '../../routine/rules/companion';
import { isRelayOut, talkTimes } from '../../routine/rules/deadlines';
import { othersToLead } from '../../routine/rules/leadership';
import { followUpDays, hasEnded } from '../../routine/rules/progress';
import { COMPANY_FIELDS, REGISTRY_FIELDS } from '../../routine/transitions/records';
import {
  back,
  button,
  card,
  extra,
  fields,
  firstToPress,
  link,
  plain,
  primary,
  type Typed,
  weighed,
} from '../parts';
import { adding, kicker, nameOf, on, policeLink, type Scene } from '../scene';
import type { ButtonView, FactView, View } from '../view';
import { reasonField } from './steps';

/** Stand-in: the place of a lead who is away is taken with a reason. */
export const takeOverPage = (scene: Scene, typed: Typed): View | undefined =>
  scene.incident.lead &&
  card({
    kicker: kicker(scene),
    title: TAKE_OVER.title,
    lines: TAKE_OVER.lines,
    problem: typed.problem,
    fields: [reasonField(typed, STEP_CARD.reason)],
    buttons: [
      button(TAKE_OVER.button, 'takeOver', adding(scene), { style: 'destructive' }),
      back('show', on(scene)),
    ],
  });

export const registryPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: REGISTRY.title,
    lines: REGISTRY.lines,
    problem: typed.problem,
    fields: fields(
      REGISTRY_FIELDS,
      REGISTRY.fields,
      // Typed by another: only for those who may read the incident.
      { number: scopeOf(scene.viewer.roles) === 'nothing' ? '' : (scene.incident.registry?.number ?? '') },
      typed,
    ),
    buttons: [primary(BUTTON.save, 'recordRegistry', adding(scene)), back('show', on(scene))],
  });

/** The registry number, as long as there is none. */
export const registryButton = (scene: Scene): ButtonView[] =>
  scene.incident.registry ? [] : [plain(REGISTRY.button, 'page', on(scene, { page: 'registry' }))];

const companyFacts = (scene: Scene): FactView[] => {
  const now = companyNow(scene.incident);
  if (!now) return [];
  return [
    { label: COMPANY.shown, text: now.who },
    ...(now.next ? [{ label: COMPANY.next, text: now.next }] : []),
  ];
};

/** Who is with the victim now, until when, who takes over. */
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

/** In one line, without a name: on a card that stays. */
export function companyLine(scene: Scene): string[] {
  const now = companyNow(scene.incident);
  if (!now || isRelayOut(scene)) return [];
  return [now.until ? COMPANY.until(moment(now.until, scene.now)) : COMPANY.noTime];
}

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

/** The plan has a follow-up talk, and it has not been held or waived. */
export function isTalkAhead({ incident, routine }: Scene): boolean {
  const step = talkStep(routine);
  return step !== undefined && !hasEnded(incident, step.id);
}

/** The last day of the follow-up talk, as the days come. */
export function talkLines(scene: Scene): string[] {
  const { incident, routine, now } = scene;
  if (!isTalkAhead(scene)) return [];
  const { last, isLate } = followUpDays(incident, routine);
  const today = dayOf(now);
  const why = isLate ? [TALK.late] : [];
  if (now >= talkTimes(scene).overdue) return [TALK.overdue(longDay(last)), ...why];
  return [today === last ? TALK.today : TALK.last(longDay(last)), ...why];
}

/** The municipality has not filed in all this time: the victim may. */
export const fileYourselfCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene, reportStep(scene.routine)?.section),
    title: VICTIM_AGAIN.fileTitle,
    lines: VICTIM_AGAIN.fileLines,
    links: [policeLink],
    buttons: [
      primary(VICTIM_AGAIN.fileSelf, 'decide', on(scene, { answer: 'self' })),
      plain(BUTTON.status, 'page', on(scene, { page: 'focus' })),
      extra(BUTTON.policeDecision, 'page', on(scene, { page: 'decision' })),
    ],
  });

/** The lead's post has ended: the victim is the first to know, and chooses. */
export function newOfficerCard(scene: Scene): View {
  const name = nameOf(scene, scene.incident.lead?.person);
  const others = othersToLead(scene).slice(0, 4);
  return card({
    kicker: kicker(scene),
    title: VICTIM_AGAIN.officerTitle,
    lines: [VICTIM_AGAIN.officerLines(name)],
    buttons: weighed([
      primary(VICTIM_AGAIN.keep(name), 'keepLead', on(scene)),
      ...others.map((contact) =>
        plain(VICTIM_AGAIN.change(contact.name), 'changeContact', adding(scene, { contact: contact.id })),
      ),
      plain(BUTTON.status, 'page', on(scene, { page: 'focus' })),
    ]),
  });
}
