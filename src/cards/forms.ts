import { CHECKS, REPORT_FIELDS } from '../content/steps';
import { BUTTON, COMMON, FORMS, LEAD } from '../content/texts';
import { PROTECTION_FIELDS, REVIEW_FIELDS, TALK_FIELDS } from '../routine/closing';
import { dayOf } from '../routine/dates';
import type { FieldSpec } from '../routine/fields';
import { othersToLead } from '../routine/leading';
import { missingToClose } from '../routine/progress';
import { back, button, card, field, fields, plain, primary, type Typed } from './build';
import { AMEND_PAGES } from './reportPages';
import { adding, is, kicker, on, roleWords, routineOf, type Scene } from './scene';
import { reasonField, stepRow } from './steps';
import type { ButtonView, CardView, View } from './views';

const form = (scene: Scene, parts: Partial<CardView>, typed: Typed, save: ButtonView): View =>
  card({ kicker: kicker(scene), problem: typed.problem, ...parts, buttons: [save, back('show', on(scene))] });

export function talkPage(scene: Scene, kind: 'first' | 'followUp', talk: string, typed: Typed): View {
  const isFirst = kind === 'first';
  const specs = isFirst ? TALK_FIELDS.slice(0, 3) : TALK_FIELDS;
  return form(
    scene,
    {
      title: isFirst ? FORMS.firstTalkTitle : FORMS.talkTitle,
      fields: fields(specs, FORMS.talkFields, { heldOn: dayOf(scene.now) }, typed),
    },
    typed,
    primary(BUTTON.save, 'addTalk', adding(scene, { kind, talk })),
  );
}

export const waiveTalkPage = (scene: Scene, talk: string, typed: Typed): View =>
  form(
    scene,
    { title: FORMS.waiveTitle, fields: [reasonField(typed)] },
    typed,
    primary(BUTTON.waive, 'waiveTalk', adding(scene, { talk })),
  );

export const protectionPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: FORMS.protectionTitle,
      lines: FORMS.protectionLines,
      fields: fields(PROTECTION_FIELDS, FORMS.protectionFields, {}, typed),
    },
    typed,
    primary(BUTTON.save, 'addProtection', adding(scene)),
  );

export const reviewPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: LEAD.reviewTitle,
      lines: LEAD.reviewLines,
      fields: fields(REVIEW_FIELDS, FORMS.reviewFields, { ...scene.incident.review }, typed),
    },
    typed,
    primary(BUTTON.save, 'writeReview', adding(scene)),
  );

/** A reason in one's own words, for an act on the incident. */
export const reasonForm = (
  scene: Scene,
  title: string,
  verb: 'lowerAcute' | 'reopen',
  save: string,
  typed: Typed,
): View => form(scene, { title, fields: [reasonField(typed)] }, typed, primary(save, verb, adding(scene)));

/** Someone else to lead: chosen among those who have the bot. */
export function otherLeadPage(scene: Scene, verb: 'changeContact' | 'handOver', typed: Typed): View {
  const others = othersToLead(scene.incident, scene.contacts);
  const isVictim = verb === 'changeContact';
  const title = isVictim ? FORMS.changeContactTitle : FORMS.handOverTitle;
  if (others.length === 0) {
    return card({ kicker: kicker(scene), title, lines: [FORMS.noOther], buttons: [back('show', on(scene))] });
  }
  const spec: FieldSpec = { id: 'contact', kind: 'choice', required: true };
  const choices = others.map((contact) => ({
    value: contact.id,
    title: `${contact.name}, ${roleWords(contact)}`,
  }));
  return form(
    scene,
    {
      title,
      lines: isVictim ? FORMS.changeContactLines : [],
      fields: [
        field(spec, {
          label: isVictim ? FORMS.changeContactField : FORMS.handOverField,
          choices,
          value: typed.values.contact ?? choices[0]?.value,
          problem: typed.problems.contact,
        }),
      ],
    },
    typed,
    primary(isVictim ? BUTTON.changeContact : BUTTON.handOver, verb, adding(scene)),
  );
}

export const bindPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: FORMS.bindTitle,
      lines: FORMS.bindLines,
      fields: [
        field(
          { id: 'email', kind: 'name', required: true },
          { label: FORMS.bindField, value: typed.values.email, problem: typed.problems.email },
        ),
      ],
    },
    typed,
    primary(BUTTON.bind, 'bindVictim', adding(scene)),
  );

export const ownPartyPage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: FORMS.ownPartyTitle,
    lines: FORMS.ownPartyLines,
    buttons: [
      button(FORMS.ownPartyYes, 'reportOwnParty', on(scene), { style: 'destructive', inputs: 'none' }),
      back('show', on(scene)),
    ],
  });

/** What still stands before the incident may be closed. */
export function missingPage(scene: Scene): View {
  const missing = missingToClose(scene.incident, routineOf(scene));
  const open = (text: string) => ({ sign: COMMON.signs.waiting, text, note: '', isNow: false });
  return card({
    kicker: kicker(scene),
    title: FORMS.missingTitle,
    rows: [
      ...missing.steps.map((step) => stepRow(scene, step)),
      ...missing.checks.map((section) => open(CHECKS[section.id]?.title ?? section.id)),
      ...missing.talks.map(() => open(FORMS.missing.talk)),
      ...(missing.review ? [open(FORMS.missing.review)] : []),
    ],
    buttons: [plain(BUTTON.allSteps, 'page', on(scene, { page: 'steps' })), back('show', on(scene))],
  });
}

/** Everything that is seldom needed. */
export function morePage(scene: Scene): View {
  const page = (title: string, name: string) => plain(title, 'page', on(scene, { page: name }));
  const { incident } = scene;
  const isLead = is(scene, 'lead');
  const acute = incident.acute
    ? page(BUTTON.lowerAcute, 'lowerAcute')
    : plain(BUTTON.raiseAcute, 'raiseAcute', on(scene));
  const mayBind = incident.victim.bound === 'none' || incident.victim.bound === 'no';
  const buttons = [
    page(BUTTON.firstTalk, 'firstTalk'),
    page(BUTTON.talk, 'talk'),
    page(BUTTON.protection, 'protection'),
    ...(mayBind ? [page(BUTTON.bind, 'bind')] : []),
    page(BUTTON.recordDecision, 'readDecision'),
    ...(isLead ? [page(BUTTON.handOver, 'handOver'), acute] : []),
    ...(isLead && !incident.decision?.askedAt ? [plain(BUTTON.askVictim, 'askDecision', on(scene))] : []),
    ...(isLead ? [page(BUTTON.close, 'missing')] : []),
    ...(isLead
      ? [plain(BUTTON.cannot, 'decline', on(scene)), plain(BUTTON.tooClose, 'recuse', on(scene))]
      : []),
  ];
  return card({
    kicker: kicker(scene),
    title: FORMS.moreTitle,
    buttons: buttons.slice(0, 6),
    below: { buttons: [...buttons.slice(6), back('show', on(scene))] },
  });
}

/** All ten fields of the report, page by page. */
export function amendPage(scene: Scene, page: string, typed: Typed): View {
  const found = AMEND_PAGES.find((one) => one.id === page);
  if (!found) {
    return card({
      kicker: kicker(scene),
      title: FORMS.amendTitle,
      buttons: AMEND_PAGES.map((one) =>
        plain(one.title, 'page', on(scene, { page: 'amend', about: one.id })),
      ),
      below: { buttons: [back('show', on(scene))] },
    });
  }
  return form(
    scene,
    { title: found.title, fields: fields(found.fields, REPORT_FIELDS, scene.incident.report, typed) },
    typed,
    primary(BUTTON.save, 'amend', adding(scene, { page })),
  );
}
