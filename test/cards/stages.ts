import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { addDays, dayOf } from '../../src/routine/calendar/localTime';
import { CHANNELS, type DecisionAnswer, UNABLE } from '../../src/routine/model/codes';
import type { FieldSpec } from '../../src/routine/model/fields';
import type { Incident, Report } from '../../src/routine/model/incident';
import type { Situation } from '../../src/routine/model/situation';
import type { StepSpec } from '../../src/routine/model/step';
import { isVictimAsked, isWorkedOn, twoPersonsStep } from '../../src/routine/plan/traits';
import { rolesIn } from '../../src/routine/rules/access';
import { asked } from '../../src/routine/rules/ladders/asked';
import { isUnarisen, mayApprove, ownersOf, plannedTalks, stateOf } from '../../src/routine/rules/progress';
import { occurrenceFields } from '../../src/routine/rules/report/occurrences';
import { mayWork } from '../../src/routine/rules/steps/working';
import { accountsOf } from '../../src/routine/rules/succession';
import { tasksOf } from '../../src/routine/rules/tasks/byChannel';
import { kinAskable } from '../../src/routine/rules/victim/kinHolders';
import { IMPROVEMENT_FIELDS } from '../../src/routine/transitions/beside/noting';
import { checkFieldsOf, REVIEW_FIELDS, TALK_FIELDS } from '../../src/routine/transitions/closing';
import { settle } from '../../src/routine/transitions/consequences';
import { PROTECTION_FIELDS, THREAT_FIELDS } from '../../src/routine/transitions/protection';
import { amend, type Beginning, fileReport } from '../../src/routine/transitions/reporting';
import { withoutPart } from '../../src/routine/transitions/retention';
import type { Action } from '../../src/screens/actions';
import { readAction } from '../../src/screens/actions';
import { contacts, incident, NOW, people, press, routine, situation, turn } from '../support/pureTown';
import { wholeFor } from '../support/retention';

/** Typed texts by the length of their field. Each holds MARK, so that it can be searched for. */
export type Typist = (kind: 'story' | 'text' | 'name') => string;

export const MARK = 'SECRET';
const SENTENCE = `${MARK} En man ringde i går kväll och sade att han vet var jag bor. Han lade på när jag frågade. `;

export const ordinary: Typist = (kind) =>
  ({ story: SENTENCE.repeat(8), text: SENTENCE, name: `${MARK} Efternamn` })[kind];

/** As many characters as each field takes, four bytes each. */
export const full: Typist = (kind) => {
  const size = { story: 10_000, text: 1_000, name: 200 }[kind];
  return `${MARK}${'😡'.repeat(size - MARK.length)}`;
};

/** Texts that must arrive as they were typed: Markdown, HTML, template expressions. */
export const HOSTILE =
  `${MARK} **fet** _kursiv_ [här](https://example.com) # rubrik <b>html</b> <script>x</script> ` +
  '<at>Alla</at> \\ ` " \' ${1+1} ${json(x)} {{DATE(2026-01-01)}} \n- punkt\n1. ett';
export const hostile: Typist = () => HOSTILE.slice(0, 200);

export const fill = (specs: readonly FieldSpec[], typist: Typist, pick = 0): Record<string, string> =>
  Object.fromEntries(
    specs.map((spec) => {
      if (spec.choices) return [spec.id, spec.choices[pick % spec.choices.length] ?? ''];
      if (spec.kind === 'date') return [spec.id, '2026-11-24'];
      if (spec.kind === 'time') return [spec.id, '18:30'];
      if (spec.kind === 'toggle') return [spec.id, 'true'];
      return [spec.id, typist(spec.kind === 'story' || spec.kind === 'text' ? spec.kind : 'name')];
    }),
  );

export const fullReport = (typist: Typist): Partial<Report> =>
  Object.assign({}, ...REPORT_PAGES.map((page) => fill(page.fields, typist)));

/** An incident as it stood at some point of the routine. */
export interface Stage {
  name: string;
  incident: Incident;
  now: Date;
  /** Persons who cannot be reached, or another contact list. */
  more?: Partial<Situation>;
}

const action = (verb: string, data: Record<string, unknown>): Action => {
  const read = readAction(verb, { id: 'incident1', ...data });
  if (!read) throw new Error(`${verb} is no action: ${JSON.stringify(data)}`);
  return read;
};

/** Presses one thing after the other, and keeps the incident after each. */
export class Walker {
  readonly stages: Stage[] = [];
  private count = 0;
  private now = NOW;

  constructor(
    private readonly name: string,
    public value: Incident,
    private readonly typist: Typist,
  ) {
    this.keep('begun');
  }

  private keep(what: string): void {
    this.stages.push({ name: `${this.name}, ${what}`, incident: this.value, now: this.now });
  }

  /** Returns whether anything changed. */
  press(who: string, verb: string, data: Record<string, unknown> = {}): boolean {
    this.count += 1;
    const before = this.value;
    this.value = press(before, who, action(verb, { once: `press${this.count}`, ...data }), this.now);
    if (this.value !== before)
      this.keep([verb, data.step, data.answer, data.section].filter(Boolean).join(' '));
    return this.value !== before;
  }

  report(): void {
    const filed = fileReport(this.value, fullReport(this.typist), turn(people.victim));
    const added = amend(filed, { trigger: this.typist('text') }, turn(people.strategist));
    this.value = { ...settle(added, turn(people.victim)), rev: filed.rev + 1 };
    this.keep('reported');
  }

  /** Works off all that the lead may do now. `leave`: steps that are not touched. */
  work(lead: string, answer: DecisionAnswer, leave: readonly string[] = []): void {
    while (this.workOnce(lead, answer, leave));
  }

  private workOnce(lead: string, answer: DecisionAnswer, leave: readonly string[]): boolean {
    if (this.value.decision?.askedAt && !this.value.decision.answer) {
      return (
        this.press(people.victim, 'decide', { answer }) ||
        this.press(lead, 'recordDecision', { answer, how: 'ringde' })
      );
    }
    return routine.steps.some((step) => {
      if (leave.includes(step.id)) return false;
      const data = { step: step.id, ...fill(step.fields, this.typist) };
      const mayOpen = mayApprove(this.value, step, routine, this.now) || isUnarisen(this.value, step);
      if (mayOpen && this.press(lead, 'approve', { step: step.id })) return true;
      if (stateOf(this.value, step, routine, this.now) !== 'open' || !isWorkedOn(step)) return false;
      if (step.owner !== 'twoPersons')
        return this.press(this.doer(step, lead), 'endStep', { ...data, which: 'followUp' });
      const isProposed = this.press(lead, 'proposeGroups', { ...data, reason: this.typist('text') });
      const epoch = String(this.value.groups?.epoch ?? 0);
      const isRead = this.press(people.victim, 'answerGroups', { epoch, answer: 'yes' });
      if (!isRead) this.press(lead, 'recordGroupsWord', { epoch, answer: 'yes', how: 'ringde' });
      return (
        [people.strategist, people.deputyStrategist, people.victim].some((who) =>
          this.press(who, 'confirmGroups', { epoch }),
        ) || isProposed
      );
    });
  }

  /** Who does a step: its owner, or the lead where it is theirs too. */
  private doer(step: StepSpec, lead: string): string {
    const found = situation(this.value, this.now);
    const isLeads = mayWork(found, step, { person: lead, roles: rolesIn(found, lead) });
    return isLeads ? lead : (ownersOf(found, step)[0] ?? lead);
  }

  wait(days: number): void {
    this.now = new Date(this.now.getTime() + days * 86_400_000);
    this.keep(`${days} days later`);
  }

  finish(lead: string): void {
    this.press(lead, 'addTalk', { kind: 'first', ...fill(TALK_FIELDS, this.typist, 1) });
    for (let round = 0; round < 3; round++)
      this.press(lead, 'addProtection', fill(PROTECTION_FIELDS, this.typist, round));
    for (const [index, { id }] of this.value.protection.entries()) {
      this.press(lead, 'moveProtection', {
        ...{ measure: id, day: addDays(dayOf(this.now), index) },
        reason: this.typist('text'),
      });
      if (index === 0) this.press(lead, 'waiveProtection', { measure: id, reason: this.typist('text') });
      else this.press(lead, 'endProtection', { measure: id });
    }
    for (const section of routine.checks) {
      this.press(lead, 'answerChecks', { section: section.id, ...fill(checkFieldsOf(section), this.typist) });
    }
    for (let round = 0; round < 3; round++) {
      for (const talk of plannedTalks(this.value)) {
        this.press(lead, 'addTalk', {
          kind: 'followUp',
          talk: talk.id,
          ...fill(TALK_FIELDS, this.typist, round === 0 ? 0 : 1),
        });
      }
    }
    this.press(lead, 'writeReview', fill(REVIEW_FIELDS, this.typist));
    this.press(lead, 'addNote', { text: this.typist('text') });
    this.press(lead, 'setOutlook', { state: 'unsure', line: this.typist('text'), pace: 'asked' });
    this.press(people.strategist, 'follow');
    for (let at = 0; at < 2; at++)
      this.press(people.strategist, 'addImprovement', fill(IMPROVEMENT_FIELDS, this.typist));
    const [improved] = this.value.improvements ?? [];
    if (improved) this.press(people.strategist, 'endImprovement', { improvement: improved.id });
    this.press(lead, 'close');
    this.press(lead, 'reopen', { reason: this.typist('text') });
  }
}

/** Who was named in another incident. */
const withoutChief = contacts.flatMap(({ id, person }) => (person === people.chief ? [id] : []));

const begun = (typist: Typist, more: Partial<Beginning> = {}): Incident =>
  incident({
    reporter: { person: people.victim, name: typist('name'), kind: 'self' },
    victim: { person: people.victim, name: typist('name') },
    ...more,
  });

/** From the alarm to closed and reopened, with every step done. */
function whole(typist: Typist): Stage[] {
  const walker = new Walker('alarm', begun(typist), typist);
  walker.press(people.victim, 'markMistake');
  walker.press(people.victim, 'callMe');
  walker.press(people.officer, 'acknowledge');
  walker.press(people.victim, 'callNow');
  walker.press(people.victim, 'callNow');
  walker.press(people.officer, 'spoke');
  walker.press(people.deputy, 'acknowledge');
  walker.report();
  walker.press(people.victim, 'addOccurrence', fill(occurrenceFields(routine, true), typist));
  walker.press(people.strategist, 'addOccurrence', {
    occurrence: walker.value.occurrences?.[0]?.id ?? '',
    what: typist('text'),
  });
  for (let at = 0; at < 2; at++)
    walker.press(people.officer, 'askCorrection', {
      passage: 'what.0',
      what: typist('text'),
      why: typist('text'),
    });
  const [asked] = walker.value.corrections ?? [];
  const answer = { answer: 'declined', reason: typist('text') };
  if (asked) walker.press(people.victim, 'answerCorrection', { correction: asked.id, ...answer });
  walker.press(people.officer, 'lowerAcute', { reason: typist('text') });
  walker.press(people.officer, 'raiseAcute');
  walker.work(people.officer, 'municipality', ['assess-professional-support']);
  walker.press(people.officer, 'reopenStep', { step: 'initial-support', reason: typist('text') });
  walker.press(people.officer, 'skipStep', { step: 'initial-support', reason: typist('text') });
  walker.press(people.officer, 'reopenStep', { step: 'inform-groups', reason: typist('text') });
  walker.work(people.officer, 'municipality', ['assess-professional-support']);
  walker.press(people.officer, 'spoke');
  walker.wait(8);
  walker.press(people.officer, 'keepAcute');
  walker.work(people.officer, 'municipality');
  walker.finish(people.officer);
  return walker.stages;
}

/** Each answer to the police decision, up to what it opens. */
const decisions = (typist: Typist): Stage[] => {
  if (!isVictimAsked(routine)) return [];
  return (['self', 'other', 'no', 'notNow', 'cannotAnswer'] as const).flatMap((answer) => {
    const walker = new Walker(`decision ${answer}`, begun(typist), typist);
    walker.press(people.officer, 'acknowledge');
    walker.press(people.officer, 'askDecision');
    walker.press(people.victim, 'decide', { answer });
    const asked = walker.stages.slice(-2);
    if (answer !== 'self') return asked;
    const filed = routine.steps.filter((step) => step.owner === 'filer');
    const beside = Object.fromEntries(filed.slice(1).map((step) => [step.id, 'true']));
    const report = filed[0];
    walker.press(people.victim, 'endStep', {
      step: report?.id,
      ...fill(report?.fields ?? [], typist),
      ...beside,
    });
    walker.press(people.officer, 'decline');
    return [...asked, ...walker.stages.slice(-2)];
  });
};

/** The victim reads what others are to be told: each answer, none, and one that was read aloud. */
function read(typist: Typist): Stage[] {
  const walker = new Walker('read first', begun(typist), typist);
  walker.press(people.officer, 'acknowledge');
  walker.press(people.officer, 'approve', { step: twoPersonsStep(routine)?.id });
  const proposed = {
    groups: 'partyColleagues,staff,others',
    others: typist('text'),
    text: typist('text'),
    how: typist('text'),
  };
  const unproposed = walker.stages.length;
  walker.press(people.officer, 'proposeGroups', proposed);
  const epoch = () => String(walker.value.groups?.epoch ?? 0);
  for (const answer of ['no', 'notName', 'notGroups', 'yes'] as const)
    walker.press(people.victim, 'answerGroups', { epoch: epoch(), answer, not: 'staff' });
  walker.press(people.strategist, 'proposeGroups', {
    ...proposed,
    groups: 'partyColleagues,others',
    text: typist('name'),
  });
  walker.wait(2);
  walker.press(people.officer, 'recordGroupsWord', {
    epoch: epoch(),
    answer: 'notGroups',
    how: typist('name'),
  });
  walker.press(people.officer, 'confirmGroups', { epoch: epoch() });
  return walker.stages.slice(unproposed);
}

/** An official registered it for somebody who rang: untaken, and led. */
function registered(typist: Typist): Stage[] {
  const value = begun(typist, {
    via: 'report',
    victim: { name: typist('name') },
    reporter: {
      ...{ person: people.strategist, name: typist('name'), kind: 'proxy', knows: 'chosen' },
      ...{ partyMay: 'yes', came: 'phone' },
    },
  });
  const walker = new Walker('registered', value, typist);
  walker.report();
  walker.press(people.officer, 'acknowledge');
  return walker.stages;
}

/** Another reports; the victim is bound, asked, and answers. */
function byAnother(typist: Typist): Stage[] {
  const reporter = { person: people.otherOfficer, name: typist('name'), relation: typist('name') };
  const other = begun(typist, {
    via: 'report',
    acute: false,
    victim: { name: typist('name') },
    reporter: { ...reporter, kind: 'other', knows: 'no' },
  });
  const proxy = begun(typist, {
    via: 'report',
    victim: { name: typist('name') },
    reporter: { ...reporter, kind: 'proxy', knows: 'chosen' },
  });
  const walker = new Walker('by another', other, typist);
  walker.report();
  walker.press(people.strategist, 'acknowledge');
  walker.value = press(walker.value, people.strategist, action('bindVictim', { once: 'bind1' }), NOW, {
    account: people.victim,
  });
  const asked = { name: 'by another, asked', incident: walker.value, now: NOW };
  walker.press(people.victim, 'belongs', { answer: 'yes' });
  const mine = walker.value;
  walker.press(people.victim, 'answerParty', { answer: 'yes' });
  const struck = press(mine, people.victim, action('answerParty', { answer: 'removeName' }));
  const masked = press(struck, people.strategist, action('mask', { words: typist('name'), once: 'mask1' }));
  const unmasked = press(struck, people.strategist, action('maskNothing', { once: 'mask2' }));
  const shown = press(masked, people.victim, action('showName', {}));
  return [
    ...walker.stages,
    asked,
    { name: 'by another, struck', incident: struck, now: NOW },
    ...[masked, unmasked, shown].map((incident, index) => ({
      name: `by another, struck ${index + 2}`,
      incident,
      now: NOW,
    })),
    ...new Walker('by a proxy', proxy, typist).stages,
    ...registered(typist),
    ...new Walker(
      'by a proxy to the party',
      begun(typist, {
        via: 'report',
        victim: { name: typist('name') },
        reporter: { ...reporter, kind: 'proxy', knows: 'chosen', partyMay: 'yes' },
      }),
      typist,
    ).stages,
  ];
}

/** Special situations of who leads. */
function leading(typist: Typist): Stage[] {
  const own = new Walker('own party', begun(typist), typist);
  own.press(people.officer, 'acknowledge');
  own.press(people.victim, 'reportOwnParty');
  own.press(people.strategist, 'acknowledge');
  own.work(people.strategist, 'municipality', ['assess']);
  const away = new Walker('handed on', begun(typist), typist);
  away.press(people.officer, 'decline');
  away.press(people.deputy, 'recuse');
  away.press(people.strategist, 'acknowledge');
  const talk = new Walker('talk moved', begun(typist), typist);
  talk.press(people.officer, 'acknowledge');
  talk.press(people.officer, 'addTalk', {
    ...fill(TALK_FIELDS, typist),
    ...{ kind: 'followUp', more: 'yes', plannedFor: '2026-12-03' },
  });
  const [planned] = plannedTalks(talk.value);
  const moved = { wait: `talk.${planned?.id}`, day: '2026-12-07', reason: typist('text') };
  talk.press(people.officer, 'moveDay', moved);
  const officer = begun(typist, {
    victim: { person: people.officer, name: typist('name') },
    reporter: { person: people.officer, name: typist('name'), kind: 'self' },
  });
  const strategist = begun(typist, {
    route: 'municipality',
    victim: { person: people.strategist, name: typist('name') },
    reporter: { person: people.strategist, name: typist('name'), kind: 'self' },
  });
  return [
    ...own.stages,
    ...away.stages,
    ...talk.stages.slice(-2),
    ...new Walker('no party', begun(typist, { party: 'none' }), typist).stages,
    ...new Walker('officer', officer, typist).stages,
    ...new Walker('strategist', strategist, typist).stages,
  ];
}

/** Stages that time leads to: nobody answers, the lead is silent, Teams does not reach someone, a post ends. */
function inTime(typist: Typist): Stage[] {
  const alarm = begun(typist);
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  const late = (name: string, incident: Incident, minutes: number, more: Partial<Situation> = {}): Stage => ({
    name: `in time, ${name}`,
    incident,
    now: at(minutes),
    more,
  });
  const calm = begun(typist, { via: 'report', acute: false });
  const walker = new Walker('in time', begun(typist), typist);
  walker.press(people.officer, 'acknowledge');
  walker.press(people.officer, 'setCompany', {
    who: typist('name'),
    until: '13:00',
    next: typist('name'),
  });
  const led = walker.value;
  const asked = !isVictimAsked(routine)
    ? led
    : press(
        press(led, people.officer, action('askDecision', {})),
        people.victim,
        action('decide', { answer: 'notNow' }),
      );
  const yes = !isVictimAsked(routine)
    ? led
    : press(asked, people.victim, action('decide', { answer: 'municipality' }), at(1));
  const gone = (person: string) => ({ unreachable: new Map([[person, NOW.toISOString()]]) });
  const rung = press(
    alarm,
    people.deputy,
    action('recordCall', {
      to: contacts.find((one) => one.person === people.officer)?.id,
      answered: 'no',
      once: 'call1',
    }),
  );
  const ended = contacts.map((one) =>
    one.person === people.officer ? { ...one, ended: NOW.toISOString() } : one,
  );
  const day = 1_440;
  const talking = new Walker('talk due', begun(typist), typist);
  talking.press(people.officer, 'acknowledge');
  talking.work(people.officer, 'no', ['follow-up-talk', 'assess-professional-support']);
  talking.wait(8);
  return [
    ...talking.stages.slice(-1),
    ...walker.stages,
    ...[4, 7, 10, 3 * day].map((minutes) => late(`alarm after ${minutes} minutes`, alarm, minutes)),
    ...[300, 3 * day, 8 * day].map((minutes) => late(`report after ${minutes} minutes`, calm, minutes)),
    ...[31, 240, 4 * day, 7 * day, 14 * day, 21 * day].map((minutes) =>
      late(`led for ${minutes} minutes`, led, minutes),
    ),
    late('asked again', asked, 4 * day),
    ...[60, 2 * day, 5 * day].map((minutes) => late(`to be filed for ${minutes} minutes`, yes, minutes)),
    late('officer unreachable', alarm, 1, gone(people.officer)),
    late('officer rung in vain', rung, 90, gone(people.officer)),
    late('victim unreachable', led, 1, gone(people.victim)),
    late('strategist unreachable', led, 1, gone(people.strategist)),
    late('post ended', led, 1, { contacts: ended }),
    late('alarm without a party', begun(typist, { party: '' }), 1),
    late('silence not confirmed', led, 1, {
      contacts: contacts.map((one) => ({ ...one, silentAt: undefined })),
    }),
  ];
}

/** Closed, where the municipality has decided on erasure: before the warning, warned, held, all there. */
function kept(typist: Typist): Stage[] {
  const closed = [...whole(typist)].reverse().find((stage) => stage.incident.state === 'closed');
  if (!closed) throw new Error('Nothing is closed.');
  const day = 86_400_000;
  const retention = wholeFor(365, 'KS 2026/12');
  const calm: Incident = { ...closed.incident, strategist: undefined };
  const at = (name: string, incident: Incident, days: number): Stage => ({
    name: `kept, ${name}`,
    incident,
    now: new Date(closed.now.getTime() + days * day),
    more: { retention },
  });
  const gone = {
    routine,
    at: new Date(closed.now.getTime() + 200 * day).toISOString(),
    decision: 'KS 2026/12',
  };
  const partly = withoutPart(withoutPart(closed.incident, 'report', gone), 'talks', gone);
  const held = press(closed.incident, people.strategist, action('hold', { reason: typist('text') }));
  const archived = press(held, people.strategist, action('recordArchived', { answer: 'archived' }));
  const registered = press(archived, people.strategist, action('recordRegistry', { number: typist('name') }));
  return [
    at('closed', closed.incident, 1),
    at('warned', closed.incident, 340),
    at('warned, content unknown', calm, 340),
    at('report and talks erased', partly, 340),
    at('held', held, 340),
    at('held, archived', archived, 340),
    at('all there', press(registered, people.strategist, action('release', {})), 340),
  ];
}

/** Somebody was named in another incident, and is told of this one while it is led. */
function withoutSome(typist: Typist): Stage[] {
  const walker = new Walker(
    'without some',
    begun(typist, { suspects: withoutChief, areAsBefore: true }),
    typist,
  );
  // Whoever takes their place is asked first.
  const [first = people.officer] = accountsOf(asked(situation(walker.value)));
  walker.press(first, 'acknowledge');
  walker.press(people.victim, 'tellSuspects');
  return walker.stages;
}

/** Told of by whom the victim chose, who is let in step by step; then it is closed. */
function byProxy(typist: Typist): Stage[] {
  const name = typist('name');
  const reporter = {
    person: people.otherOfficer,
    name,
    kind: 'proxy',
    knows: 'chosen',
    partyMay: 'yes',
  } as const;
  const told = begun(typist, {
    via: 'report',
    acute: false,
    reporter,
    victim: { person: people.victim, name },
  });
  const own: Incident = { ...told, victim: { person: people.victim, name, bound: 'yes', epoch: 1 } };
  const walker = new Walker('by proxy', own, typist);
  walker.report();
  walker.press(people.victim, 'letReporter', { sees: 'status' });
  walker.press(people.officer, 'acknowledge');
  walker.press(people.victim, 'letReporter', { sees: 'report' });
  walker.press(people.officer, 'closeEarly', { why: 'duplicate', reason: typist('text') });
  return walker.stages;
}

/** Stages that have been walked through, by who typed. Nobody changes them: an incident is a value. */
const walked = new Map<Typist, readonly Stage[]>();

/** Incidents at all points of the routine, in all the situations that change a card. */
export function stages(typist: Typist): readonly Stage[] {
  const known = walked.get(typist) ?? all(typist);
  walked.set(typist, known);
  return known;
}

const all = (typist: Typist): Stage[] => [
  ...whole(typist),
  ...decisions(typist),
  ...read(typist),
  ...byAnother(typist),
  ...leading(typist),
  ...inTime(typist),
  ...kept(typist),
  ...byPhone(typist),
  ...byChannel(typist),
  ...wishes(typist),
  ...kinAsking(typist),
  // Last, so that the sample of the others stays as it is.
  ...withoutSome(typist),
  ...byProxy(typist),
];

/** A threat by phone, which is assessed by the lead and, for the municipality alone, by the strategist. */
function byPhone(typist: Typist): Stage[] {
  const walker = new Walker('by phone', begun(typist, { via: 'report' }), typist);
  walker.report();
  walker.press(people.victim, 'amend', { page: 'what', channel: 'phone' });
  walker.press(people.officer, 'acknowledge');
  walker.press(people.officer, 'endStep', {
    step: routine.steps.find(({ endedBy }) => endedBy === 'strategist')?.id,
  });
  walker.press(people.officer, 'assessThreat', fill(THREAT_FIELDS, typist));
  walker.press(people.strategist, 'assessThreat', fill(THREAT_FIELDS, typist));
  return walker.stages;
}

/** Everybody is for an answer. */
const REPLIED = { victim: 'yes', lead: 'yes', strategist: 'yes', police: 'yes', answer: 'reply' };

/** Threats that came in every way: their tasks, one after the other done, not needed, opened again. */
function byChannel(typist: Typist): Stage[] {
  const walker = new Walker('by channel', begun(typist, { via: 'report' }), typist);
  walker.report();
  walker.press(people.victim, 'amend', { page: 'what', channel: CHANNELS.join(',') });
  walker.press(people.officer, 'acknowledge');
  if (isVictimAsked(routine)) walker.press(people.victim, 'decide', { answer: 'self' });
  walker.press(people.officer, 'endStep', {
    step: routine.steps.find(({ endedBy }) => endedBy === 'strategist')?.id,
  });
  const offered = tasksOf(walker.value, routine).filter(({ as }) => as !== 'assessment');
  for (const [index, { id, fields, as, reasons }] of offered.entries()) {
    if (as === 'reply') walker.press(people.officer, 'endTask', { task: id, ...REPLIED });
    else if (index % 3 > 0) walker.press(people.officer, 'endTask', { task: id, ...fill(fields, typist) });
    else if (index % 2 > 0) walker.press(people.officer, 'waiveTask', { task: id, why: reasons[0] });
    else walker.press(people.officer, 'waiveTask', { task: id, reason: typist('text') });
  }
  walker.press(people.officer, 'reopenTask', { task: offered[1]?.id });
  return walker.stages;
}

/** Words that end or begin something: somebody helps, the victim is safe, has had enough, goes on; it ends early. */
function wishes(typist: Typist): Stage[] {
  const walker = new Walker('wishes', begun(typist), typist);
  walker.press(people.victim, 'hide');
  walker.press(people.officer, 'help');
  walker.press(people.victim, 'saySafe');
  walker.press(people.officer, 'acknowledge');
  walker.press(people.victim, 'callNow');
  walker.press(people.victim, 'markMistake');
  walker.press(people.victim, 'phoneWatched');
  walker.press(people.victim, 'liftQuiet');
  for (const why of UNABLE) walker.press(people.officer, 'sayUnable', { why });
  walker.press(people.officer, 'kinTold');
  walker.press(people.officer, 'liftUnable');
  walker.press(people.officer, 'handStep', {
    step: routine.steps.find(({ owner, opens }) => owner === 'lead' && opens === 'atOnce')?.id,
    contact: contacts.find(({ person }) => person === people.deputy)?.id,
  });
  walker.press(people.victim, 'sayEnough');
  walker.press(people.victim, 'hide');
  walker.press(people.victim, 'liftQuiet');
  walker.press(people.officer, 'spoke');
  const enough = walker.value;
  walker.press(people.officer, 'close');
  walker.value = enough;
  walker.press(people.victim, 'goOn');
  walker.press(people.officer, 'closeEarly', { why: 'duplicate', reason: typist('text') });
  return walker.stages;
}

/** Who holds the party's list of next of kin is asked for it, looks, and answers; nothing where whoever leads holds it. */
export function kinAsking(typist: Typist): Stage[] {
  const walker = new Walker('kin', begun(typist), typist);
  walker.press(people.officer, 'acknowledge');
  const [holder] = kinAskable(situation(walker.value));
  if (!holder) return [];
  walker.press(people.officer, 'askKin');
  const asked = walker.stages.slice(-1);
  walker.press(holder, 'readKin');
  walker.press(holder, 'answerKin', { how: 'rings' });
  walker.press(holder, 'answerKin', { how: 'noList' });
  const silent = asked.map((one) => ({ ...one, name: 'kin, silent', now: new Date(+one.now + 960_000) }));
  return [...asked, ...walker.stages.slice(-3), ...silent];
}

/** A long matter: a dozen talks, as many measures of protection. */
export function manyOfAll(typist: Typist): Stage {
  const last = whole(typist).at(-1);
  if (!last) throw new Error('The routine has no end.');
  const walker = new Walker('long', last.incident, typist);
  for (let round = 0; round < 12; round++) {
    walker.press(people.officer, 'addTalk', {
      kind: 'followUp',
      ...fill(TALK_FIELDS, typist, 1),
      once: `talk${round}`,
    });
    walker.press(people.officer, 'addProtection', {
      ...fill(PROTECTION_FIELDS, typist),
      once: `measure${round}`,
    });
  }
  return { name: 'long', incident: walker.value, now: last.now };
}
