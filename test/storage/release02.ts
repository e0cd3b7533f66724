import { changeMaintenance } from '../../src/app/aggregates/maintenance';
import { MAINTENANCE, MUNICIPALITY } from '../../src/app/ports/states';
import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { stored } from '../../src/routine/rules/progress';
import { checkFieldsOf, REVIEW_FIELDS, TALK_FIELDS } from '../../src/routine/transitions/closing';
import { PROTECTION_FIELDS } from '../../src/routine/transitions/protection';
import { COMPANY_FIELDS, REGISTRY_FIELDS } from '../../src/routine/transitions/records';
import { DRAFT_PAGES } from '../../src/screens/actions';
import type { Tables } from '../../src/storage/openTables';
import { fill, fullReport, type Typist } from '../cards/stages';
import type { Person, Town } from '../support/town';

/*
 * One town with a case at each of four points, driven by the same presses in every release: what a release has written
 * is compared with what this code writes of the same.
 */

/** When it begins. */
export const START = '2026-11-24T09:00:00Z';
const HOUR = 3_600_000;
/** The most times that the steps are gone through. */
const ROUNDS = 2;

export const typist: Typist = (kind) => `Hemlord åäö😀 ${kind}`;

/** The ids of what is there. */
export interface Driven {
  incidents: Readonly<Record<'asked' | 'midway' | 'talks' | 'closed', string>>;
  draft: string;
}

class Driver {
  private presses = 0;

  constructor(
    readonly town: Town,
    private readonly officer: Person,
    private readonly strategist: Person,
    private readonly chief: Person,
  ) {}

  async press(who: Person, verb: string, data: Record<string, unknown>): Promise<void> {
    const { status, body } = await who.invoke(who.chat().at(-1)?.id ?? '', verb, {
      once: `press${++this.presses}`,
      ...data,
    });
    if (status !== 200 || body.statusCode !== 200) throw new Error(`${verb}: ${JSON.stringify(body)}`);
  }

  async incident(id: string) {
    const file = await this.town.tables.incidents.read(id);
    if (!file) throw new Error(`No incident ${id}.`);
    return file.incident;
  }

  /** An alarm of one person's, to the officer's party. */
  async alarm(id: string, name: string): Promise<{ victim: Person; id: string }> {
    const victim = this.town.person(id, name, `${id.slice(-2)}@kommun.example`);
    await victim.install();
    await victim.say('rapportera hot');
    const draft = (await this.town.tables.people.read(id))?.value.draft ?? '';
    await this.press(victim, 'alarmParty', { draft, party: 'S' });
    return { victim, id: draft };
  }

  /** Taken, with the whole report, who is there, and what comes after until the victim has decided. */
  async midway(who: string, name: string): Promise<string> {
    const { officer, strategist } = this;
    const { victim, id } = await this.alarm(who, name);
    await this.press(officer, 'acknowledge', { id });
    await this.press(officer, 'confirmSilence', { id, page: 'details' });
    await this.press(victim, 'tell', { id });
    const values = { ...fullReport(typist), party: 'S' };
    for (const page of DRAFT_PAGES.filter((one) => one !== 'other' && one !== 'review'))
      await this.press(victim, 'toPage', { draft: id, page, to: 'review', ...values });
    await this.press(victim, 'send', { draft: id });
    await this.press(officer, 'setCompany', { id, ...fill(COMPANY_FIELDS, typist) });
    await this.press(officer, 'askDecision', { id });
    await this.press(victim, 'decide', { id, answer: 'municipality' });
    await this.press(strategist, 'recordRegistry', { id, ...fill(REGISTRY_FIELDS, typist) });
    await this.endStep(id, 'assess');
    return id;
  }

  /** A step that the officer may end, with all its fields. */
  async endStep(id: string, step: string): Promise<void> {
    const spec = this.town.municipality.routine.steps.find((one) => one.id === step);
    await this.press(this.officer, 'approve', { id, step });
    await this.press(this.officer, 'endStep', { id, step, ...fill(spec?.fields ?? [], typist) });
  }

  /** The same, with talks and answers to the first questions. */
  async talks(who: string, name: string): Promise<string> {
    const id = await this.midway(who, name);
    const { officer } = this;
    for (const kind of ['first', 'followUp'])
      await this.press(officer, 'addTalk', { id, kind, ...fill(TALK_FIELDS, typist, 1) });
    for (const section of this.town.municipality.routine.checks.slice(0, 2))
      await this.press(officer, 'answerChecks', {
        id,
        section: section.id,
        ...fill(checkFieldsOf(section), typist),
      });
    return id;
  }

  /** What others are told: proposed, read by the victim, confirmed. */
  async groups(id: string, victim: string): Promise<void> {
    const { routine } = this.town.municipality;
    const step = routine.steps.find(({ owner }) => owner === 'twoPersons');
    const fields = fill(step?.fields ?? [], typist);
    await this.press(this.officer, 'approve', { id, step: step?.id });
    await this.press(this.officer, 'proposeGroups', { id, ...fields, reason: typist('text') });
    const epoch = String((await this.incident(id)).groups?.epoch ?? 0);
    await this.press(this.town.person(victim, ''), 'answerGroups', { id, epoch, answer: 'yes' });
    await this.press(this.strategist, 'confirmGroups', { id, epoch });
  }

  /** The same, with every step ended and the review, closed by the lead. */
  async closed(who: string, name: string): Promise<string> {
    const id = await this.talks(who, name);
    await this.groups(id, who);
    const { officer, strategist, chief, town } = this;
    const victim = town.person(who, name);
    const { checks, steps } = town.municipality.routine;
    const isEnded = async (step: string) =>
      ['done', 'notApplicable'].includes(stored(await this.incident(id), step).state);
    // What one step's end opens is ended the next time round.
    for (let round = 0; round < ROUNDS; round++) {
      // Support is offered the next working day.
      if (round > 0) await town.later(24 * HOUR);
      for (const { id: step, fields, owner } of steps)
        for (const one of [officer, strategist, chief, victim]) {
          if (await isEnded(step)) continue;
          await this.press(one, 'approve', { id, step });
          if (one === officer || (one === strategist && owner === 'strategist'))
            await this.press(one, 'skipStep', { id, step, reason: typist('text') });
          else await this.press(one, 'endStep', { id, step, ...fill(fields, typist) });
        }
    }
    for (const section of checks.slice(2))
      await this.press(officer, 'answerChecks', {
        id,
        section: section.id,
        ...fill(checkFieldsOf(section), typist),
      });
    await this.press(officer, 'writeReview', { id, ...fill(REVIEW_FIELDS, typist) });
    await this.press(officer, 'close', { id });
    return id;
  }
}

const person = (number: number): string => `7e57da7a-0000-4000-8000-0000000000${number}`;

/** Drives the town. @throws when a press was refused, or an incident does not stand where it should */
export async function drive(town: Town): Promise<Driven> {
  const officer = await town.contact('partySecurityOfficer', 'S');
  await town.contact('partySecurityOfficer', 'S', 2);
  const strategist = await town.contact('securityStrategist');
  const chief = await town.contact('chiefExecutive');
  const driver = new Driver(town, officer, strategist, chief);
  const closed = await driver.closed(person(40), 'Eva Norrlycke');
  const talks = await driver.talks(person(41), 'Nils Söderlycke');
  await driver.press(officer, 'addProtection', { id: talks, ...fill(PROTECTION_FIELDS, typist) });
  const midway = await driver.midway(person(42), 'Vera Österlycke');
  const state = (await driver.incident(closed)).state;
  if (state !== 'closed')
    throw new Error(`Should be closed: ${JSON.stringify(await driver.incident(closed))}`);
  // A morning's round with its reminders, before the last alarm and a draft.
  for (const hours of [2, 22]) await town.later(hours * HOUR);
  const { id: asked } = await driver.alarm(person(43), 'Kim Västerlycke');
  const writer = town.person(person(44), 'Bo Lövlycke', 'bo@kommun.example');
  await writer.install();
  await writer.say('rapportera hot');
  const draft = (await town.tables.people.read(writer.userId))?.value.draft ?? '';
  const [page] = REPORT_PAGES;
  await driver.press(writer, 'safe', { draft, party: 'S' });
  await driver.press(writer, 'toPage', {
    ...{ draft, page: 'what', to: 'review' },
    ...fill(page?.fields ?? [], typist),
  });
  await strategist.say('övning nåbarhet');
  const [from, to] = [24, 25].map((hours) => new Date(town.now.getTime() + hours * HOUR).toISOString());
  await changeMaintenance({ ...town.tables, now: () => town.now }, (state) => ({
    ...state,
    windows: [{ id: 'window', from: from ?? '', to: to ?? '', at: town.now.toISOString() }],
  }));
  await driver.press(strategist, 'addFullTime', { name: 'Siv Sjölycke', email: 'siv@kommun.example' });
  const own = (await town.tables.contacts.read()).find((one) => one.person === officer.userId);
  await driver.press(officer, 'saveAbsence', { contact: own?.id, from: '2026-12-20', to: '2026-12-27' });
  await town.sweep();
  return { incidents: { asked, midway, talks, closed }, draft };
}

/** All that the tables hold of what was driven, by the names of its incidents. */
export async function readDriven(tables: Tables, { incidents }: Driven, people: readonly string[]) {
  const each = async <T>(keys: readonly string[], read: (key: string) => Promise<T>) =>
    Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await read(key)] as const)));
  const named = Object.fromEntries(Object.entries(incidents));
  return {
    incidents: await each(Object.keys(named), async (name) => ({
      file: await tables.incidents.read(named[name] ?? ''),
      history: await tables.chains.history(named[name] ?? ''),
      views: await tables.chains.views(named[name] ?? ''),
    })),
    people: await each(people, async (one) => ({
      row: await tables.people.read(one),
      state: await tables.persons.read(one),
      drafts: await tables.drafts.of(one),
      listed: (await tables.index.of(one, 100)).map(({ place: _, ...row }) => row),
    })),
    municipality: await tables.municipalityState.read(MUNICIPALITY),
    maintenance: await tables.maintenance.read(MAINTENANCE),
    contacts: await tables.contacts.read(),
    list: await tables.chains.list(),
    agenda: (await tables.agenda.all()).sort((a, b) => a.value.id.localeCompare(b.value.id)),
    open: (await tables.index.open()).sort((a, b) => a.id.localeCompare(b.id)),
  };
}

/** The fields of a value by their paths, each with its types: `incidents.closed.file.incident.talks[].heldOn string`. */
export function shapeOf(value: unknown, path = ''): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...shapeOf(one, `${path}[]`)]));
  if (typeof value !== 'object' || value === null) return new Set([`${path} ${typeof value}`]);
  return new Set(Object.entries(value).flatMap(([name, inner]) => [...shapeOf(inner, `${path}.${name}`)]));
}
