import { BUTTON } from '../../content/texts/common';
import { LEAD, THREAT } from '../../content/texts/lead';
import { FORMS, READ_FIRST } from '../../content/texts/pages';
import { SUSPECTS } from '../../content/texts/people/suspects';
import { PARTY_QUESTION } from '../../content/texts/people/victimAsked';
import { HIDDEN_NAME } from '../../content/texts/privacy';
import { noOtherContact } from '../../content/texts/refusals';
import { COMPANY } from '../../content/texts/timed';
import type { Page } from '../../routine/acts/pages';
import { dayOf } from '../../routine/calendar/localTime';
import type { FieldSpec } from '../../routine/model/fields';
import { isOfficial } from '../../routine/rules/access';
import { othersToLead } from '../../routine/rules/leadership';
import { isThreatAssessed } from '../../routine/rules/report/versions';
import { victimOf } from '../../routine/rules/succession';
import { mayBeRecorded } from '../../routine/rules/victim/decision';
import { isPartyWordOpen } from '../../routine/rules/victim/partyWord';
import { toRead } from '../../routine/rules/victim/readFirst';
import { REVIEW_FIELDS, TALK_FIELDS } from '../../routine/transitions/closing';
import { aloudButton, aloudItem } from '../base/calls/aloud';
import { isMasked } from '../base/hiddenName';
import { changePartyButton } from '../base/wishes/changeParty';
import { unableItem } from '../base/wishes/unable';
import { reviewLines } from '../base/word';
import { eventsButton } from '../eventParts';
import { back, card, field, fields, MOST_BUTTONS, plain, primary, type Typed, weighed } from '../parts';
import { adding, is, kicker, on, roleWords, type Scene, toPage } from '../scene';
import { measuresButton, suspectsButton, tasksButton } from '../stepParts';
import type { ButtonView, CardView, View } from '../view';
import { wordFacts } from './ending';
import { bothNames, reasonField, shareField } from './stepFields';

/** A form of an incident: one button that saves, and the way back. */
export const form = (scene: Scene, parts: Partial<CardView>, typed: Typed, save: ButtonView): View =>
  card({ kicker: kicker(scene), problem: typed.problem, ...parts, buttons: [save, back('show', on(scene))] });

/** The form on a talk that was held. `talk`: the id of a planned one, or empty. */
export function talkPage(scene: Scene, kind: 'first' | 'followUp', talk: string, typed: Typed): View {
  const isFirst = kind === 'first';
  const specs = isFirst ? TALK_FIELDS.slice(0, 3) : TALK_FIELDS;
  return form(
    scene,
    {
      title: isFirst ? FORMS.firstTalkTitle : FORMS.talkTitle,
      fields: [
        ...fields(specs, FORMS.talkFields, { heldOn: dayOf(scene.now), attendees: bothNames(scene) }, typed),
        ...shareField(scene, typed),
      ],
    },
    typed,
    primary(BUTTON.save, 'addTalk', adding(scene, { kind, talk })),
  );
}

/** The form that says why a planned talk is not held. */
export const waiveTalkPage = (scene: Scene, talk: string, typed: Typed): View =>
  form(
    scene,
    { title: FORMS.waiveTitle, fields: [reasonField(typed)] },
    typed,
    primary(BUTTON.waive, 'waiveTalk', adding(scene, { talk })),
  );

/** The form on how the plan worked, before the incident is closed. */
export const reviewPage = (scene: Scene, typed: Typed): View =>
  form(
    scene,
    {
      title: LEAD.reviewTitle,
      lines: [...reviewLines(scene)],
      facts: wordFacts(scene),
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
): View =>
  form(
    scene,
    {
      title,
      fields: [reasonField(typed)],
      // Whoever is part of it is named before it goes on: they are not told that it does.
      ...(verb === 'reopen'
        ? { below: { title: '', lines: [], rows: [], buttons: suspectsButton(scene) } }
        : {}),
    },
    typed,
    primary(save, verb, adding(scene)),
  );

/** So many choices may all stand in sight. */
const SHORT = 5;

/** Other ways than another contact: the party is shut out without naming anybody, or somebody is part of what happened. */
function otherWays(scene: Scene, isVictim: boolean): Partial<CardView> {
  const isPartys = isVictim && scene.incident.route === 'party';
  const withdraw = isPartys ? [toPage(scene, BUTTON.withdraw, 'withdraw')] : [];
  const isOpen = scene.incident.state === 'open';
  const buttons = [
    ...withdraw,
    ...(isVictim && isOpen ? [changePartyButton(scene)] : []),
    ...(isOpen ? [toPage(scene, SUSPECTS.button, 'suspects')] : []),
  ];
  return { below: { title: '', lines: [], rows: [], buttons } };
}

/** The consequences of a change: also that the party is out, where it has the incident. */
const changeLines = ({ incident }: Scene): string[] => [
  ...(incident.lead ? FORMS.changeContactLines : FORMS.changeContactUnled),
  ...(!incident.lead && incident.route === 'party' ? [FORMS.changeContactAsked] : []),
  ...(incident.route === 'party' ? [FORMS.changeContactAway] : []),
];

/** Someone else to lead: chosen among those who have the bot. */
export function otherLeadPage(scene: Scene, verb: 'changeContact' | 'handOver', typed: Typed): View {
  const others = othersToLead(scene);
  const isVictim = verb === 'changeContact';
  const title = isVictim ? FORMS.changeContactTitle : FORMS.handOverTitle;
  if (others.length === 0) {
    return card({
      kicker: kicker(scene),
      title,
      lines: [noOtherContact(scene.municipality.names)],
      ...otherWays(scene, isVictim),
      buttons: [back('show', on(scene))],
    });
  }
  const spec: FieldSpec = { id: 'contact', kind: 'choice', required: true };
  // Names with roles are long; a list of many would be longer still.
  const isShort = others.length <= SHORT;
  const choices = others.map((contact) => ({
    value: contact.id,
    title: isShort ? `${contact.name}, ${roleWords(scene, contact)}` : contact.name,
  }));
  return form(
    scene,
    {
      title,
      lines: isVictim ? changeLines(scene) : FORMS.handOverLines,
      ...otherWays(scene, isVictim),
      fields: [
        field(spec, {
          label: isVictim ? FORMS.changeContactField : FORMS.handOverField,
          kind: isShort ? 'radio' : 'choice',
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

/** The form that connects the victim's account. */
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

/** Buttons for what is written down beside the steps: a talk before anything else, the first one until it has been held. */
function writing(scene: Scene): ButtonView[] {
  const page = (title: string, name: Page) => toPage(scene, title, name);
  const { incident } = scene;
  const talk = page(BUTTON.talk, 'talk');
  const firstTalk = page(BUTTON.firstTalk, 'firstTalk');
  const hadFirst = incident.talks.some((one) => one.kind === 'first');
  const mayBind = incident.victim.bound === 'none' || incident.victim.bound === 'no';
  const asksVictim = mayBeRecorded(scene);
  // Who has no account is asked in person, and bound to one.
  // Whoever is left in peace is sent no question: the answer is asked for in another way, and written in.
  const isSilent = incident.quiet !== undefined || incident.unable !== undefined;
  const mayAsk =
    asksVictim && victimOf(incident) && is(scene, 'lead') && !incident.decision?.askedAt && !isSilent;
  return [
    hadFirst ? talk : firstTalk,
    page(COMPANY.button, 'company'),
    ...(isThreatAssessed(incident) ? [page(THREAT.button, 'threat')] : []),
    measuresButton(scene) ?? page(BUTTON.protection, 'protection'),
    ...(asksVictim ? [page(BUTTON.recordDecision, 'readDecision')] : []),
    ...(mayAsk ? [plain(BUTTON.askVictim, 'askDecision', on(scene))] : []),
    ...(mayBind ? [page(BUTTON.bind, 'bind')] : []),
    ...(isOfficial(scene.viewer.roles) && isPartyWordOpen(incident)
      ? [page(PARTY_QUESTION.ask, 'askParty')]
      : []),
    ...(toRead(scene) ? [page(READ_FIRST.ask, 'askReading')] : []),
    ...(isMasked(scene) ? [page(HIDDEN_NAME.change, 'mask')] : []),
    hadFirst ? firstTalk : talk,
  ].slice(0, MOST_BUTTONS);
}

/** Buttons for what changes the incident itself, or who leads it. */
function changing(scene: Scene): ButtonView[] {
  const page = (title: string, name: Page) => toPage(scene, title, name);
  return [
    page(BUTTON.handOver, 'handOver'),
    scene.incident.acute
      ? page(BUTTON.lowerAcute, 'lowerAcute')
      : plain(BUTTON.raiseAcute, 'raiseAcute', on(scene)),
    page(BUTTON.close, 'missing'),
    plain(BUTTON.cannot, 'decline', on(scene)),
    plain(BUTTON.tooClose, 'recuse', on(scene)),
  ];
}

/** Buttons for a strategist who does not lead. */
const besideLead = (scene: Scene): ButtonView[] => [
  ...tasksButton(scene),
  toPage(scene, BUTTON.amend, 'amend'),
  ...eventsButton(scene),
  ...aloudButton(scene),
  plain(BUTTON.tooClose, 'recuse', on(scene)),
];

/** A page of all that is seldom needed: what is written down in sight, what changes the incident behind the one overflow button. */
export function morePage(scene: Scene): View {
  const isLead = is(scene, 'lead');
  const others = isLead ? changing(scene) : besideLead(scene);
  return card({
    kicker: kicker(scene),
    title: FORMS.moreTitle,
    items: [...(isLead ? aloudItem(scene) : []), ...unableItem(scene)],
    buttons: writing(scene),
    below: { title: FORMS.changeTitle, buttons: weighed([back('show', on(scene)), ...others], 1) },
  });
}
