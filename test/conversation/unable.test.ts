import { BUTTON } from '../../src/content/texts/common';
import { QUIET } from '../../src/content/texts/wishes/quiet';
import { CANNOT_ANSWER } from '../../src/content/texts/wishes/unable';
import type { Person } from '../support/town';
import { alarm, type Cast, DAY, newest, openCast, theIncident, view } from './support';

const MINUTE = 60_000;

/** Whoever leads says it, by "Fler val". */
async function saysUnable(officer: Person, why: keyof typeof CANNOT_ANSWER.whys) {
  await officer.press(BUTTON.back).catch(() => undefined);
  if (!officer.has(BUTTON.moreChoices)) throw new Error('no way to it');
  await officer.press(BUTTON.moreChoices);
  await officer.press(CANNOT_ANSWER.button);
  return officer.press(CANNOT_ANSWER.whys[why]);
}

async function led(): Promise<Cast> {
  const cast = await openCast();
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  return cast;
}

/** How many messages a person has had, and what stands in them. */
const chatOf = (person: Person) => JSON.stringify(person.chat());

describe('the victim cannot answer', () => {
  it('in hospital: next of kin first, nothing comes to the chat for two weeks, nobody is told to ring, and one press takes it back', async () => {
    const { town, eva, officer, deputy, strategist } = await led();
    await saysUnable(officer, 'hospital');
    expect(view(officer)).toContain(CANNOT_ANSWER.kinTitle);
    expect(view(officer)).toContain(CANNOT_ANSWER.strip.hospital);
    await officer.press(CANNOT_ANSWER.kinTold);
    expect((await theIncident(town, eva))?.unable?.kinAt).toBeDefined();
    await town.idle();
    const before = eva.chat().length;
    await town.later(31 * MINUTE);
    await town.later(2 * DAY);
    await town.later(12 * DAY);
    expect(eva.chat().length).toBe(before);
    for (const helper of [deputy, strategist])
      expect(newest(helper)).not.toContain('Ingen har pratat med den utsatte');
    await officer.press(BUTTON.moreChoices);
    await officer.press(CANNOT_ANSWER.button);
    await officer.press(CANNOT_ANSWER.lift);
    expect((await theIncident(town, eva))?.unable).toBeUndefined();
    expect(view(officer)).not.toContain(CANNOT_ANSWER.strip.hospital);
  });

  it('the victim takes it back on their own card', async () => {
    const { town, eva, officer } = await led();
    await saysUnable(officer, 'later');
    await town.idle();
    await eva.press(CANNOT_ANSWER.ownLift);
    expect((await theIncident(town, eva))?.unable).toBeUndefined();
  });

  it('dead: their chat stays as it was, to the letter; the lead may close; what would come by itself does not', async () => {
    const { town, eva, officer } = await led();
    await eva.say('rapportera hot');
    await town.idle();
    const before = chatOf(eva);
    await saysUnable(officer, 'dead');
    expect(view(officer)).toContain(CANNOT_ANSWER.kinTitle);
    expect((await town.tables.people.read(eva.userId))?.value.quiet?.why).toBe('unable');
    await officer.press(CANNOT_ANSWER.kinTold);
    await town.later(DAY);
    await town.later(30 * DAY);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'close', {
      id: (await theIncident(town, eva))?.id ?? '',
    });
    expect((await theIncident(town, eva))?.state).toBe('closed');
    await town.later(DAY);
    expect(chatOf(eva)).toBe(before);
    expect(JSON.stringify(officer.chat())).not.toContain('hur hen mår');
  });

  it('others who help hear that they are not to ring, not why', async () => {
    const { officer, deputy, town, eva } = await led();
    await deputy.say('kontaktlista');
    await saysUnable(officer, 'hospital');
    await town.idle();
    const id = (await theIncident(town, eva))?.id ?? '';
    await officer.press(CANNOT_ANSWER.kinTold);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'decline', { id });
    await town.idle();
    expect(newest(deputy)).toContain(CANNOT_ANSWER.strip.later);
    expect(deputy.text()).not.toContain('sjukhus');
  });
});

describe('what is quiet', () => {
  it('the alarm asks "Kan du prata?", one tap answers it, and no card of the ladder says ring the victim', async () => {
    const { eva, officer, deputy, strategist, town } = await openCast();
    await alarm(eva);
    expect(view(eva)).toContain(QUIET.canTalk);
    await eva.press(QUIET.hide);
    expect(view(eva)).not.toContain(QUIET.canTalk);
    await town.later(11 * MINUTE);
    await officer.press(BUTTON.acknowledge);
    await town.later(31 * MINUTE);
    for (const helper of [officer, deputy, strategist]) {
      expect(newest(helper)).toContain(QUIET.strip.hiding);
      expect(newest(helper)).not.toMatch(/Ring den utsatte|Visa numret|får du den utsattes nummer/);
    }
  });

  it('what Ångra needs is gone from the incident when its minutes are out', async () => {
    const { eva, officer, town } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    expect((await theIncident(town, eva))?.undo).toBeDefined();
    await town.later(9 * MINUTE);
    expect((await theIncident(town, eva))?.undo).toBeDefined();
    await town.later(2 * MINUTE);
    expect((await theIncident(town, eva))?.undo).toBeUndefined();
  });
});
