import { CHOICES } from '../../src/content/fields';
import { routine } from '../../src/content/municipalities/oxelosund/routine';
import { BUTTON } from '../../src/content/texts/common';
import { LEAD, PROTECTION } from '../../src/content/texts/lead';
import { CHECKS_CARD, FORMS, LISTS, READ_FIRST, STEP_CARD } from '../../src/content/texts/pages';
import { KIN, KIN_LOOK } from '../../src/content/texts/people/kin';
import { DECISION } from '../../src/content/texts/police';
import { SUPPORT } from '../../src/content/texts/victim';
import { WORD } from '../../src/content/texts/wishes/word';
import { type Cast, DAY, openCast, SECRET } from '../conversation/support';
import { words as wordsOn } from '../support/cardReading';
import { afterClosing } from './after';
import {
  asked,
  besideOf,
  chosen,
  type Ended,
  end,
  formOf,
  holdersOf,
  stored,
  tryAs,
  typedAs,
} from './people';
import { part } from './row';

/*
 * One case from the report to its closing, as its people press it: a threat by e-mail, by two persons, with care needed. What
 * each was asked and what was stored is kept, so that the plan's rows can be held against it.
 */

const { words } = routine;

/** What Eva tells, page by page; choices by their titles. */
const TOLD: Readonly<Record<string, Record<string, string>>> = {
  you: { party: 'Socialdemokraterna (S)', phone: '070-174 06 77', reporterFunction: 'Ledamot', board: 'KS' },
  what: {
    what: `${SECRET} mejl om barnen`,
    kinds: 'threat,harassment',
    channel: 'email',
    date: '2026-11-23',
  },
  when: { time: '14:30', place: 'Torget', context: 'Efter nämnden' },
  offender: {
    offenderKnown: chosen('offenderKnown', 'yes'),
    offenderCount: chosen('offenderCount', 'several'),
    offender: 'Man, 50, skånska',
    offenderOthers: 'Två till',
  },
  motive: { group: chosen('group', 'yes'), groupName: 'Laget', trigger: 'Skolbeslutet' },
  around: { witnesses: 'Nils', reached: chosen('reached', 'yes'), measures: 'Nya lås' },
  impact: {
    frightening: chosen('frightening', 'yes'),
    meant: chosen('meant', 'yes'),
    impact: 'Obehagligt',
  },
};

const labelled = (page: string): Record<string, string> =>
  Object.fromEntries(Object.entries(TOLD[page] ?? {}).map(([id, value]) => [asked(id), value]));

/** The report of ten fields; returns the forms of all its pages as one. */
async function tellAll({ eva }: Cast): Promise<Ended['form']> {
  const forms: Ended['form'][] = [];
  const press = async (button: string, page: string) => {
    forms.push(formOf(eva));
    await eva.press(button, labelled(page));
  };
  // Left before anything has happened; the chat names nobody.
  await eva.say('anhörig');
  await eva.press(KIN.open);
  await eva.press(KIN.add);
  await eva.press(KIN.save, {
    [KIN.fields.name]: `${SECRET} Ulla`,
    [KIN.fields.phone]: '070-174 06 77',
    [KIN.fields.relation]: 'mamma',
  });
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await press(BUTTON.next, 'you');
  await press(BUTTON.review, 'what');
  await eva.press(BUTTON.more);
  for (const page of ['when', 'offender', 'motive', 'around']) await press(BUTTON.next, page);
  await press(BUTTON.review, 'impact');
  await eva.press(BUTTON.send, { [asked('urgent')]: chosen('urgent', 'no') });
  return Object.assign({}, ...forms);
}

/** 3.1.1: taken in, and assessed. */
async function firstContact(cast: Cast) {
  const { officer, strategist } = cast;
  const askedCard = wordsOn(officer.newest());
  const takers = await tryAs(cast, ['chief', 'otherOfficer'], 'acknowledge', {});
  await officer.press(BUTTON.acknowledge);
  const taken = await stored(cast);
  const early = { police: wordsOn(strategist.newest()), steps: taken.steps };
  await officer.press(BUTTON.allSteps);
  const openAtOnce = officer.text(officer.card());
  await officer.press(BUTTON.back);
  await officer.press(BUTTON.approve);
  const assess = await end(cast, 'assess', 'officer', {
    kinds: 'threat',
    serious: 'yes',
    care: 'yes',
    strategist: 'yes',
    together: 'no',
    why: `${SECRET} hen sov`,
    support: `${SECRET} Gunnel`,
  });
  // Brought in to ask the police, the strategist has a part of it: turning to them is a press of its own.
  await officer.press(words.steps['contact-strategist']?.done ?? '');
  const contacted = await stored(cast);
  return { asked: askedCard, takers, openAtOnce, taken, early, assess, contacted };
}

/** 3.1.2 and 3.1.3: the police are asked, the victim says yes, the chief executive reports. */
async function police(cast: Cast) {
  const { eva, strategist, chief } = cast;
  await strategist.press(BUTTON.fillIn);
  const answers = {
    whom: 'Kommunpolisen',
    advice: `${SECRET} anmäl`,
    link: 'false',
    victimSupport: 'offered',
    protection: 'nothing',
  };
  await end(cast, 'contact-police', 'strategist', answers);
  // What the answers ask for has come to the form: but for the link to the office, all of it is there.
  const offered = { ...answers, victimSupportOffer: `${SECRET} en telefontid` };
  const nothing = { press: STEP_CARD.nothingToTell, data: { nothingToKnow: 'true' } };
  const unstated = await end(cast, 'contact-police', 'strategist', offered, nothing);
  const refused = strategist.text(strategist.card());
  const whole = { ...offered, link: 'true' };
  const advice = await end(cast, 'contact-police', 'strategist', whole, nothing);
  const question = wordsOn(eva.newest());
  await eva.press(BUTTON.policeAnswer);
  const read = eva.text(eva.card());
  await eva.press(BUTTON.back);
  const chiefBefore = chief.text();
  const deciders = await tryAs(cast, ['deputy', 'chief', 'otherOfficer'], 'decide', {
    answer: 'municipality',
  });
  await eva.press(DECISION.answers.municipality);
  const decided = await stored(cast);
  const duty = wordsOn(chief.newest());
  // What the victim wants of the municipality nobody else puts aside.
  const heldBy = await tryAs(cast, ['officer', 'strategist', 'chief'], 'skipStep', {
    step: 'police-report',
    reason: 'x',
  });
  await chief.press(BUTTON.fillIn);
  const ticks = [besideOf('police-report-restricted'), besideOf('police-report-link')];
  const report = await end(
    cast,
    'police-report',
    'chief',
    { number: '5000-K1-26' },
    { typed: Object.fromEntries(ticks.map((tick) => [tick, 'true'])) },
  );
  await chief.press(words.steps['police-report-restricted']?.later ?? '');
  const outcomeForm = formOf(chief);
  await chief.press(BUTTON.save, typedAs('police-report-restricted', { outcome: 'granted' }));
  const outcome = await stored(cast);
  return {
    unstated: { stored: unstated.stored, text: refused },
    advice,
    read,
    question,
    chiefBefore,
    deciders,
    decided,
    duty,
    heldBy,
    report,
    outcomeForm,
    outcome,
  };
}

/** The list of whom the victim wants rung, shown by a press of its own. */
async function nextOfKin(cast: Cast) {
  const { officer } = cast;
  // Who may not leaves no look.
  await tryAs(cast, ['deputy', 'chief', 'otherOfficer'], 'readKin', {});
  await officer.say('mina ärenden');
  await officer.press(LISTS.show((await stored(cast)).reference));
  await officer.press(BUTTON.details);
  while (officer.has(LISTS.showMore)) await officer.press(LISTS.showMore);
  await officer.press(KIN_LOOK.button);
  const asked = officer.text(officer.card());
  const shown = officer.text(await officer.press(KIN_LOOK.yes));
  const { kinLooks = [] } = await stored(cast);
  await officer.say('mina ärenden');
  await officer.press(LISTS.show((await stored(cast)).reference));
  return { asked, shown, looks: kinLooks };
}

/** 3.2.1 and 3.2.2: each form comes with the press before. */
async function support(cast: Cast) {
  const officer = 'officer';
  // That the victim said yes has come as a new card.
  await cast.officer.press(BUTTON.fillIn);
  return {
    initial: await end(cast, 'initial-support', officer, { who: `${SECRET} Gunnel` }),
    person: await end(cast, 'support-person', officer, {
      who: `${SECRET} Bengt`,
      phone: '070-174 06 50',
      rings: `${SECRET} Gunnel`,
      reached: 'yes',
    }),
    toCare: await end(cast, 'company-to-care', officer, { who: `${SECRET} Gunnel` }),
    home: await end(cast, 'company-home', officer, { who: `${SECRET} Nils`, where: 'elsewhere' }),
    until: await end(cast, 'company-until-support', officer, { who: `${SECRET} Tove` }),
  };
}

/** 3.2.3: whom to tell, agreed by two, and a journalist. */
async function information(cast: Cast) {
  const { officer, strategist } = cast;
  const proposed = await end(
    cast,
    'inform-groups',
    'officer',
    {
      groups: 'partyColleagues',
      text: `${SECRET} en kollega behöver lugn`,
      how: 'På gruppmötet',
    },
    { act: 'proposeGroups' },
  );
  // Whoever proposed it does not also approve it, nor anyone who has no part in it.
  const alone = await tryAs(cast, ['officer', 'deputy', 'chief', 'eva'], 'confirmGroups', {
    epoch: String(proposed.incident.groups?.epoch ?? ''),
  });
  await cast.eva.press(READ_FIRST.read);
  await cast.eva.press(READ_FIRST.answers.yes);
  await strategist.press(BUTTON.readProposal);
  await strategist.press(BUTTON.confirm);
  const agreed = await stored(cast);
  const mediaHolders = holdersOf(cast, 'inform-media');
  const arisen = await tryAs(cast, ['eva', 'deputy', 'chief', 'otherOfficer'], 'approve', {
    step: 'inform-media',
  });
  await officer.press(words.steps['inform-media']?.arises ?? '');
  const media = await end(cast, 'inform-media', 'officer', { what: `${SECRET} inget`, whom: 'Tidningen' });
  if (!officer.has(BUTTON.moreChoices)) await officer.press(BUTTON.back);
  await officer.press(BUTTON.moreChoices);
  await officer.press(BUTTON.protection);
  await officer.press(BUTTON.save, {
    [PROTECTION.fields.what]: `${SECRET} lås på porten`,
    [PROTECTION.fields.who]: 'Fastighet',
    [PROTECTION.fields.day]: cast.town.now.toISOString().slice(0, 10),
  });
  await officer.press(BUTTON.moreChoices);
  await officer.press(PROTECTION.button);
  await officer.press(BUTTON.carriedOut);
  return { proposed, alone, agreed, mediaHolders, arisen, media };
}

/** 3.2.4: the first talk, the question on support, the follow-up talk, two more. */
async function followUp(cast: Cast) {
  const { town, eva, officer, strategist } = cast;
  const firstOffered = officer.has(BUTTON.firstTalk);
  await officer.press(BUTTON.firstTalk);
  const firstForm = formOf(officer);
  const talkedOf = { kind: 'first', heldOn: '2026-11-24', attendees: 'NN', notes: 'x' };
  const tellers = await tryAs(cast, ['eva', 'deputy', 'chief', 'otherOfficer'], 'addTalk', talkedOf);
  await officer.press(BUTTON.save, { [FORMS.talkFields.notes]: `${SECRET} sover dåligt` });
  const first = await stored(cast);

  await town.later(DAY);
  const supportCard = wordsOn(eva.newest());
  await eva.press(SUPPORT.write);
  const wants = await end(
    cast,
    'assess-professional-support',
    'eva',
    { talkedWith: 'Ingrid', comment: `${SECRET} gärna snart` },
    { press: SUPPORT.yes, data: { wants: 'yes' } },
  );
  const orderCard = wordsOn(strategist.newest());
  await strategist.press(BUTTON.fillIn);
  const order = await end(cast, 'order-professional-support', 'strategist', { number: '42' });

  const beforeDay7 = holdersOf(cast, 'follow-up-talk');
  await town.later(6 * DAY);
  const dayCard = officer.text();
  await officer.press(BUTTON.fillIn);
  const talk = await end(cast, 'follow-up-talk', 'officer', { attendees: 'Eva, Ingrid' });
  const document = await end(cast, 'document-talk', 'officer', {
    how: `${SECRET} sover bättre`,
    support: 'Lugn',
    mandate: 'Nej',
  });
  const more = await end(
    cast,
    'assess-more-talks',
    'officer',
    { plannedFor: '2026-12-08' },
    { press: words.steps['assess-more-talks']?.answers?.yes ?? '', data: { more: 'yes' } },
  );
  const talkForms: Ended['form'][] = [];
  for (const another of ['yes', 'no']) {
    await town.later(7 * DAY);
    await officer.press(BUTTON.writeTalk);
    talkForms.push(formOf(officer));
    await officer.press(BUTTON.save, {
      [FORMS.talkFields.attendees]: 'Eva och Ingrid',
      [FORMS.talkFields.notes]: `${SECRET} bra`,
      [FORMS.talkFields.more]: chosen('more', another),
      ...(another === 'yes' ? { [FORMS.talkFields.plannedFor]: '2026-12-15' } : {}),
    });
  }
  const talks = await stored(cast);
  return {
    firstOffered,
    firstForm,
    tellers,
    first,
    dayCard,
    supportCard,
    wants,
    orderCard,
    order,
    beforeDay7,
    talk,
    document,
    more,
    talkForms,
    talks,
  };
}

/** Bilaga 5 part 2 and its last page. */
async function close(cast: Cast) {
  const { eva, officer, strategist } = cast;
  const kin = await nextOfKin(cast);
  for (const [person, worked] of [
    [eva, 'någon ringde'],
    [strategist, 'alla svarade'],
  ] as const) {
    await person.press(WORD.button);
    await person.press(BUTTON.save, { [WORD.fields.worked]: `${SECRET} ${worked}` });
  }
  await officer.press(BUTTON.answerChecks);
  const page = officer.text(officer.card());
  const answerers = await tryAs(cast, ['eva', 'deputy', 'chief', 'otherOfficer'], 'answerChecks', {
    section: 'contacts',
    'contacts-strategistContacted': 'no',
  });
  await officer.press(CHECKS_CARD.change);
  const form = formOf(officer);
  await officer.press(BUTTON.save, {
    [words.checks.contacts?.labels.comment ?? '']: 'Samma kväll',
    [words.checks.police?.labels.comment ?? '']: 'Två samtal',
    [words.checks.support?.labels.relatives ?? '']: CHOICES.check?.no ?? '',
    [words.checks.company?.labels.measures ?? '']: 'Gunnel ringer varje kväll',
  });
  const checked = await stored(cast);
  const reviewForm = formOf(officer);
  const reviewers = await tryAs(cast, ['eva', 'deputy', 'chief', 'otherOfficer'], 'writeReview', {
    applied: 'yes',
  });
  const reviewText = officer.text(officer.card());
  await officer.press(BUTTON.save, {
    [FORMS.reviewFields.applied]: CHOICES.yesNo?.yes ?? '',
    [FORMS.reviewFields.routine]: `${SECRET} vi dröjde`,
    [FORMS.reviewFields.plan]: `${SECRET} den nämner ingen natt`,
    [FORMS.reviewFields.worked]: `${SECRET} snabbt stöd`,
  });
  await officer.press(BUTTON.close);
  await officer.press(LEAD.closeYes);
  const strategistAfter = strategist.text();
  return {
    kin,
    page,
    answerers,
    form,
    reviewers,
    strategistAfter,
    checked,
    reviewForm,
    reviewText,
    closed: await stored(cast),
  };
}

/** The whole case. */
export async function tellStory() {
  const cast = await openCast();
  const form = await tellAll(cast);
  const sent = await stored(cast);
  const contact = await part(() => firstContact(cast));
  const asked = await part(() => police(cast));
  const helped = await part(() => support(cast));
  const agreed = await part(() => information(cast));
  const followed = await part(() => followUp(cast));
  const closed = await part(() => close(cast));
  const history = await cast.town.tables.incidents.history(sent.id);
  const after = await part(() => afterClosing(cast));
  return {
    form,
    sent,
    history,
    get contact() {
      return contact.value;
    },
    get police() {
      return asked.value;
    },
    get support() {
      return helped.value;
    },
    get information() {
      return agreed.value;
    },
    get followUp() {
      return followed.value;
    },
    get closing() {
      return closed.value;
    },
    get after() {
      return after.value;
    },
  };
}
export type Story = Awaited<ReturnType<typeof tellStory>>;
