import type { View } from '../../src/cards/view';
import { samplePoliticians } from '../../src/content/sandbox/sampleContacts';
import type { Incident, Report } from '../../src/routine/model/incident';
import { stepOf } from '../../src/routine/model/routine';
import { mayApprove } from '../../src/routine/rules/progress';
import { settle } from '../../src/routine/transitions/consequences';
import { type Beginning, fileReport } from '../../src/routine/transitions/reporting';
import { bindVictim } from '../../src/routine/transitions/victim';
import type { Viewing } from '../../src/screens/scene';
import { type Stage, type Typist, Walker } from '../cards/stages';
import { liveCard } from '../support/drawing';
import { contacts, incident, people, routine, sceneFor, turn } from '../support/pureTown';

/*
 * One invented incident from the alarm to its end, told by the same rules that the bot follows, and kept at the
 * moments that the pictures show.
 */

const politician = samplePoliticians[0];
const VICTIM = politician?.name ?? '';
const MINUTE = 1 / (24 * 60);

export const REPORT: Partial<Report> = {
  what: 'En man väntade utanför kommunhuset när jag kom. Han skrek att han vet var jag bor och att jag ska ångra hur jag röstade om skolan. Han följde efter mig in i trapphuset och gick först när receptionen ropade.',
  kinds: 'threat',
  channel: 'inPerson',
  date: '2026-11-24',
  time: '09:40',
  place: 'Entrén till kommunhuset',
  witnesses: 'Två i receptionen',
  reached: 'yes',
  offenderKnown: 'no',
  offender: 'Man i 50-årsåldern, grön jacka, keps',
  phone: politician?.phone ?? '',
};

/** Typed text where a picture does not depend on it. */
export const typist: Typist = (kind) =>
  kind === 'name' ? 'Tomas Grenmark' : 'Vi talades vid i telefon. Läget är lugnt nu.';

const begun = (more: Partial<Beginning> = {}): Incident =>
  incident({
    reporter: { person: people.victim, name: VICTIM, kind: 'self' },
    victim: { person: people.victim, name: VICTIM },
    ...more,
  });

/** A walk through the routine in which every press must change something. */
class Tale extends Walker {
  constructor(value: Incident = begun()) {
    super('tale', value, typist);
  }

  get at(): Stage {
    const last = this.stages.at(-1);
    if (!last) throw new Error('A tale has a beginning.');
    return last;
  }

  after(minutes: number): this {
    this.wait(minutes * MINUTE);
    return this;
  }

  does(who: string, verb: string, data: Record<string, unknown> = {}): Stage {
    if (!this.press(who, verb, data))
      throw new Error(`Nothing came of ${verb} ${JSON.stringify(data)}: the tale needs mending.`);
    return this.at;
  }

  files(report: Partial<Report>, by: string = people.victim): Stage {
    const at = turn(by, { now: this.at.now });
    const filed = fileReport(this.value, report, at);
    this.value = { ...settle(filed, at), rev: filed.rev + 1 };
    return this.after(0).at;
  }

  /** The lead approves a step, where that is still to be done. */
  opens(id: string): Stage {
    const step = stepOf(routine, id);
    if (step && mayApprove(this.value, step, routine, this.at.now))
      this.does(people.officer, 'approve', { step: id });
    return this.at;
  }
}

const named = (stages: readonly Stage[], end: string): Stage => {
  const found = stages.findLast((stage) => stage.name.endsWith(end));
  if (!found) throw new Error(`The tale has no moment called "${end}".`);
  return found;
};

const before = (stages: readonly Stage[], end: string): Stage =>
  stages[stages.lastIndexOf(named(stages, end)) - 1] ?? named(stages, end);

/** The main tale: the politician raises the alarm, the party's officer leads, the municipality reports. */
export function main() {
  const { victim, officer, strategist, chief } = people;
  const tale = new Tale();
  const alarm = tale.after(2).at;
  const taken = tale.does(officer, 'acknowledge');
  tale.after(4).does(officer, 'spoke');
  tale.after(8);
  const reported = tale.files(REPORT);
  const assessing = tale.opens('assess');
  tale.does(officer, 'endStep', {
    step: 'assess',
    kinds: 'threat',
    serious: 'yes',
    care: 'no',
    strategist: 'yes',
    together: 'yes',
    support: 'Tomas Grenmark',
  });
  const assessed = tale.at;
  tale.opens('contact-strategist');
  tale.does(officer, 'endStep', { step: 'contact-strategist' });
  tale.opens('contact-police');
  const police = tale.after(10).at;
  const asked = tale.does(strategist, 'endStep', {
    step: 'contact-police',
    when: '2026-11-24',
    whom: 'Erik Vallnäs',
    advice: 'Anmäl i dag. Spara alla meddelanden. Polisen ringer upp.',
    link: 'true',
    toKnow: 'Polisen ringer den utsatte i kväll.',
    victimSupport: 'nothing',
    protection: 'nothing',
  });
  tale.after(15);
  const decided = tale.does(victim, 'decide', { answer: 'municipality' });
  tale.after(20);
  const filed = tale.does(chief, 'endStep', {
    step: 'police-report',
    when: '2026-11-24',
    by: 'Margareta Holmsäter',
    number: '0201-K123456-26',
    'police-report-restricted': 'true',
    'police-report-link': 'true',
  });
  tale.does(officer, 'endStep', { step: 'initial-support', who: 'Tomas Grenmark' });
  const supported = tale.at;
  for (const step of ['support-person', 'company-home', 'company-until-support']) {
    tale.does(officer, 'endStep', { step, who: 'Maria Norrlycke (syster)', where: 'home', reached: 'yes' });
  }
  const checking = tale.at;
  tale.does(officer, 'lowerAcute', { reason: 'Hon är hemma och har sällskap.' });
  tale.opens('inform-groups');
  const telling = tale.at;
  tale.does(officer, 'proposeGroups', {
    groups: 'partyColleagues,staff',
    text: 'En av våra politiker har blivit hotad. Polisen är kontaktad. Prata inte om det utåt.',
    how: 'Muntligt på gruppmötet i kväll',
    by: 'Ingrid Björkhage',
  });
  const reading = tale.at;
  const proposed = tale.does(victim, 'answerGroups', {
    epoch: String(tale.value.groups?.epoch ?? 0),
    answer: 'yes',
  });
  tale.does(strategist, 'confirmGroups', { epoch: String(tale.value.groups?.epoch ?? 0) });
  tale.does(officer, 'addTalk', {
    kind: 'first',
    heldOn: '2026-11-24',
    attendees: 'Eva Norrlycke och Ingrid Björkhage',
    notes: 'Hon är trött men lugn.',
  });
  tale.wait(8);
  tale.opens('follow-up-talk');
  const followUp = tale.at;
  const after = [
    { step: 'follow-up-talk', heldOn: '2026-12-02', attendees: 'Eva Norrlycke och Ingrid Björkhage' },
    { step: 'document-talk', how: 'Hon sover bättre och vill fortsätta.' },
    { step: 'assess-more-talks', more: 'no' },
  ];
  for (const data of after) {
    tale.opens(data.step);
    tale.does(officer, 'endStep', data);
  }
  tale.opens('assess-professional-support');
  const waiting = tale.at;
  tale.work(officer, 'municipality');
  tale.finish(officer);
  const ends = tale.stages;
  return {
    alarm,
    taken,
    reported,
    assessing,
    assessed,
    police,
    asked,
    decided,
    filed,
    supported,
    checking,
    telling,
    proposed,
    reading,
    followUp,
    waiting,
    checksDue: before(ends, 'answerChecks contacts'),
    allDone: named(ends, 'answerChecks information'),
    mayClose: named(ends, 'writeReview'),
    closed: named(ends, 'close'),
  };
}

/** The officer hands over to the deputy. */
export function inReserve(): Stage {
  const tale = new Tale();
  const deputy = contacts.find((contact) => contact.person === people.deputy);
  tale.does(people.officer, 'acknowledge');
  tale.does(people.officer, 'handOver', { contact: deputy?.id });
  return tale.does(people.deputy, 'acknowledge');
}

/** A threat by e-mail and telephone that came in as a report; the officer leads, and some of what may be done is done. */
export function byChannel() {
  const { victim, officer } = people;
  const tale = new Tale(begun({ via: 'report', acute: false }));
  const reported = tale.files({ ...REPORT, channel: 'email,phone', place: '', kinds: 'threat' });
  tale.does(officer, 'acknowledge');
  const taken = tale.after(5).at;
  tale.does(victim, 'decide', { answer: 'municipality' });
  tale.does(officer, 'endTask', { task: 'save-email', date: '2026-11-24', time: '07:40' });
  tale.does(officer, 'waiveTask', { task: 'bomb-112', why: 'noBomb' });
  const some = tale.at;
  const voices = { victim: 'yes', lead: 'yes', strategist: 'yes', police: 'yes', answer: 'reply' };
  return { reported, taken, some, replied: tale.does(officer, 'endTask', { task: 'reply', ...voices }) };
}

/** What the person may say besides: that they hide, that somebody sees their phone, that it is enough, that it happened again. */
export function ownWords() {
  const { victim, officer } = people;
  const after = (verb: string): Stage => new Tale().after(2).does(victim, verb);
  const led = () => {
    const tale = new Tale(begun({ via: 'report', acute: false }));
    tale.files(REPORT);
    tale.does(officer, 'acknowledge');
    return tale;
  };
  const hidden = new Tale().after(2);
  hidden.does(victim, 'hide');
  return {
    safe: after('saySafe'),
    hides: hidden.at,
    hidesLed: hidden.does(officer, 'acknowledge'),
    watched: after('phoneWatched'),
    led: led().at,
    enough: led().does(victim, 'sayEnough'),
  };
}

/** A protection measure that waits, of an incident that the officer leads. */
export function protectedOne(): Stage {
  const tale = new Tale();
  tale.does(people.officer, 'acknowledge');
  return tale.does(people.officer, 'addProtection', {
    what: 'Nytt lås i dörren hemma',
    who: 'Fastighetsjouren',
    day: '2026-11-27',
  });
}

/** Another officer reports what they saw; the strategist leads and binds the victim. */
export function byAnother() {
  const tale = new Tale(
    begun({
      via: 'report',
      acute: false,
      victim: { name: VICTIM },
      reporter: {
        person: people.otherOfficer,
        name: 'Fredrik Lindhammar',
        relation: 'Sitter i samma nämnd',
        kind: 'other',
        knows: 'no',
      },
    }),
  );
  const sent = tale.files(REPORT, people.otherOfficer);
  const led = tale.does(people.strategist, 'acknowledge');
  tale.value = bindVictim(tale.value, people.victim, turn(people.strategist));
  const bound = tale.after(5).at;
  const belongs = tale.does(people.victim, 'belongs', { answer: 'yes' });
  return { sent, led, bound, belongs };
}

/** A person's scene at a stage, with the victim's address as after a press that shows it. */
export const sceneAt = ({ incident: value, now, more }: Stage, person: string): Viewing => ({
  ...sceneFor(value, person, now, 'once1', more),
  victimEmail: politician?.email,
});

/** The card that stands in a person's chat at a moment. */
export const standing = (stage: Stage, person: string): View => liveCard(sceneAt(stage, person));
