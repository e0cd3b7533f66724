import { BUTTON } from '../../src/content/texts/common';
import { STORY } from '../../src/content/texts/interview/story';
import { OTHERS } from '../../src/content/texts/people/others';
import { FIRST, HELP } from '../../src/content/texts/report';
import { QUIET } from '../../src/content/texts/wishes/quiet';
import type { Person } from '../support/town';
import { newest, openCast, report, SECRET, theIncident, view } from './support';

/*
 * A story that is typed in the chat, outside a report: it has been sent to nobody, nothing of it is lost, and the card says
 * what to press next.
 */

const SENTENCE = `${SECRET} stod utanför porten i går kväll och ropade saker om min familj. `;
const LONG = SENTENCE.repeat(200).slice(0, 10_000).trim();

const draftsOf = async ({ town, eva }: { town: Awaited<ReturnType<typeof openCast>>['town']; eva: Person }) =>
  (await town.tables.drafts.of(eva.userId)).map(({ values }) => values.what);

const told = (card: string, became: keyof Omit<typeof STORY, 'onIncident'>): void => {
  for (const line of STORY[became]) expect(card).toContain(line);
};

describe('a story in the chat', () => {
  it('of 10 000 characters: nobody has it, it is kept, and two presses send it', async () => {
    const cast = await openCast();
    const { town, eva, officer, strategist } = cast;
    const before = [officer, strategist].map((one) => one.chat().length);
    await eva.say(LONG);
    told(view(eva), 'kept');
    expect(view(eva)).not.toContain(SECRET);
    expect(view(eva)).not.toContain(FIRST.draft);
    expect(await draftsOf(cast)).toEqual([LONG]);
    await town.later(60_000);
    expect([officer, strategist].map((one) => one.chat().length)).toEqual(before);
    expect(await theIncident(town, eva)).toBeUndefined();
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.report.what).toBe(LONG);
    expect(await draftsOf(cast)).toEqual([]);
  });

  it('longer than a report takes is kept whole; sent again it is there once, and more is added to it', async () => {
    const cast = await openCast();
    const longer = `${LONG} ${LONG.slice(0, 4_000)}`.trim();
    await cast.eva.say(longer);
    await cast.eva.say(longer);
    told(view(cast.eva), 'kept');
    expect(await draftsOf(cast)).toEqual([longer]);
    const more = 'Sedan gick han runt huset och knackade på alla fönster, ett efter ett, i tio minuter.';
    await cast.eva.say(more);
    expect(await draftsOf(cast)).toEqual([`${longer}\n\n${more}`]);
  });

  it('that there is no room for is said to be unkept, and what was kept stays', async () => {
    const cast = await openCast();
    for (const sign of ['a', 'b']) await cast.eva.say(`${sign.repeat(9)} `.repeat(1_400));
    const kept = await draftsOf(cast);
    await cast.eva.say(`${'c'.repeat(9)} `.repeat(1_400));
    told(view(cast.eva), 'unkept');
    expect(await draftsOf(cast)).toEqual(kept);
  });

  it('in danger: 112 on top, the red button, and that nobody has it', async () => {
    const cast = await openCast();
    await cast.eva.say(`Hjälp, han är här med kniv och slår på dörren. ${SENTENCE}`);
    expect(view(cast.eva)).toContain('112');
    expect(view(cast.eva)).toContain(BUTTON.alarmParty);
    told(view(cast.eva), 'kept');
    expect(await theIncident(cast.town, cast.eva)).toBeUndefined();
  });

  it('beside an incident that is open: the same, with the way to add it there; the incident is untouched', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await report(eva, 'Det här hände i går');
    await officer.press(BUTTON.acknowledge);
    const before = await theIncident(town, eva);
    const seen = officer.chat().length;
    await eva.say(SENTENCE);
    told(newest(eva), 'kept');
    expect(newest(eva)).toContain(STORY.onIncident);
    await town.later(60_000);
    expect((await theIncident(town, eva))?.rev).toBe(before?.rev);
    expect(officer.chat().length).toBe(seen);
    expect(officer.text()).not.toContain(SECRET);
  });

  it('of somebody whose phone is watched: it is said, and no draft is kept', async () => {
    const cast = await openCast();
    await cast.eva.say('rapportera hot');
    await cast.eva.press(QUIET.watched);
    const before = await draftsOf(cast);
    await cast.eva.say(SENTENCE);
    told(newest(cast.eva), 'watched');
    expect(newest(cast.eva)).not.toContain(STORY.kept[0]);
    expect(await draftsOf(cast)).toEqual(before);
  });

  it.each([
    'Telefonnummer till mig ligger ute på nätet, och nu ringer det folk hela nätterna som säger hemska saker.',
    'Någon ringde i natt och sa att jag ska passa mig på torget i morgon. Sedan kom det tre mejl med bilder.',
    'Ärenden som jag driver har fått en man att komma hem till mig och skrika. Min dotter var ensam hemma.',
    'Personuppgifter om min familj ligger på en sida, och där står det att någon borde komma hem till oss.',
    'Hur gör jag? En man har stått vid grinden tre kvällar i rad och fotograferat huset och bilen.',
  ])('"%s" is one, though it begins as a command does', async (said) => {
    const cast = await openCast();
    await cast.eva.say(said);
    told(view(cast.eva), 'kept');
    expect(await draftsOf(cast)).toEqual([said]);
  });

  it('of who is no politician is said to be unsent, beside where they turn', async () => {
    const { eva } = await openCast();
    await eva.say('jag är inte politiker');
    expect(view(eva)).not.toContain(OTHERS.unsent);
    await eva.say('Jag är anställd i kommunen, och en man har väntat på mig efter jobbet tre dagar i rad.');
    expect(view(eva)).toContain(OTHERS.title);
    expect(view(eva)).toContain(OTHERS.unsent);
  });

  it.each(['tack så mycket', 'vad blir det för mat i dag', 'rapportera hot', 'kontaktlista'])(
    '%s is none',
    async (said) => {
      const cast = await openCast();
      await cast.eva.say(said);
      for (const became of ['kept', 'watched', 'unkept'] as const)
        expect(view(cast.eva)).not.toContain(STORY[became][0]);
      expect(await draftsOf(cast)).toEqual([]);
      if (said === 'tack så mycket') expect(view(cast.eva)).toContain(HELP.title);
    },
  );
});
