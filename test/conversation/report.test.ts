import { REPORT_FIELDS } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { FIRST, REPORT, VERSIONS } from '../../src/content/texts/report';
import { inputs, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { BOARD, NAME, postOf, titleOf } from './here';
import { EVA, newest, openCast, openPair, report, SECRET, theIncident, view } from './support';

/*
 * The report (Bilaga 5 part 1): what is asked and how, what is remembered, what is said at sending.
 */

const PARTY = { 'Ditt parti': 'Socialdemokraterna (S)' };
const WHAT = { 'Vad hände': `${SECRET} ett brev` };

const labels = (person: Person): string[] => inputs(person.card()).map(({ label }) => label);

/** A label of a field of the report. */
const of = (field: string): string => REPORT_FIELDS[field] ?? field;

async function begin(person: Person): Promise<void> {
  await person.say('rapportera hot');
  await person.press(BUTTON.safe);
}

describe('the ten fields of Bilaga 5', () => {
  it('are all asked, each sub-question by itself, and stored', async () => {
    const { town, eva } = await openPair();
    const typed: Record<string, Record<string, string>> = {
      you: {
        ...PARTY,
        [of('phone')]: '070-174 06 77',
        [of('reporterFunction')]: 'Ledamot',
        [of('board')]: 'KS',
      },
      what: {
        ...WHAT,
        [of('kinds')]: 'threat;harassment',
        [of('channel')]: 'email, phone',
        [of('date')]: '2026-11-20',
        [of('dateTo')]: '2026-11-23',
      },
      when: {
        [of('time')]: '2:30 PM',
        [of('place')]: 'Torget',
        [of('context')]: 'Möte',
        [of('whichPhone')]: 'Privat',
        [of('relatives')]: 'Ja',
      },
      offender: {
        [of('offenderKnown')]: 'Ja',
        [of('offenderCount')]: 'Flera',
        [of('offender')]: 'Man, 50, skånska',
        [of('offenderOthers')]: 'Två till',
      },
      motive: {
        [of('group')]: 'Ja',
        [of('groupName')]: 'Laget',
        [of('trigger')]: 'Skolbeslutet',
        [of('hate')]: 'Vet inte',
      },
      around: {
        [of('witnesses')]: 'Nils',
        [of('witnessPhone')]: '070-174 06 78',
        [of('reached')]: 'Ja',
        [of('measures')]: 'Inget',
      },
      impact: { [of('frightening')]: 'Ja', [of('meant')]: 'Vet inte', [of('impact')]: 'Obehagligt' },
    };
    await begin(eva);
    await eva.press(BUTTON.next, typed.you);
    await eva.press(BUTTON.review, typed.what);
    await eva.press(BUTTON.more);
    for (const page of ['when', 'offender', 'motive', 'around']) await eva.press(BUTTON.next, typed[page]);
    await eva.press(BUTTON.review, typed.impact);
    await eva.press(BUTTON.send, { [of('urgent')]: 'Nej' });
    expect((await theIncident(town, eva))?.report).toEqual({
      phone: '070-174 06 77',
      reporterFunction: 'Ledamot',
      board: 'KS',
      what: `${SECRET} ett brev`,
      kinds: 'threat,harassment',
      channel: 'email,phone',
      date: '2026-11-20',
      dateTo: '2026-11-23',
      time: '14:30',
      place: 'Torget',
      context: 'Möte',
      whichPhone: 'private',
      relatives: 'yes',
      offenderKnown: 'yes',
      offenderCount: 'several',
      offender: 'Man, 50, skånska',
      offenderOthers: 'Två till',
      group: 'yes',
      groupName: 'Laget',
      trigger: 'Skolbeslutet',
      hate: 'unknown',
      witnesses: 'Nils',
      witnessPhone: '070-174 06 78',
      reached: 'yes',
      measures: 'Inget',
      frightening: 'yes',
      meant: 'unknown',
      impact: 'Obehagligt',
      urgent: 'no',
    });
  });

  it('ask whose telephone it is, and how the other took it, when it is about another', async () => {
    const { eva } = await openPair();
    await begin(eva);
    expect(labels(eva)).toEqual(['Ditt parti', ...BOARD, of('phone'), of('reporterFunction'), of('board')]);
    await eva.press(REPORT.forOther);
    await eva.press(BUTTON.next, { 'Personens namn': 'Ulla', 'Vet personen om det?': 'Ja, personen vet' });
    expect(labels(eva)).toEqual([
      ...BOARD,
      'Personens telefon',
      'Din telefon',
      of('reporterFunction'),
      'Personens nämnd eller styrelse',
    ]);
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.review, WHAT);
    await eva.press(BUTTON.more);
    for (let page = 0; page < 4; page++) await eva.press(BUTTON.next);
    expect(view(eva)).toContain(REPORT.impactOfOther);
    expect(labels(eva)).toContain('Tror hen att det var allvarligt menat?');
  });

  it('ask whether it came to work or to the private phone only where it came by one', async () => {
    const { eva } = await openPair();
    for (const [channel, isAsked] of [
      ['Brev', false],
      ['Sms eller mms', true],
    ] as const) {
      await begin(eva);
      await eva.press(BUTTON.next, PARTY);
      await eva.press(BUTTON.review, { ...WHAT, [of('channel')]: channel });
      await eva.press(BUTTON.more);
      expect(labels(eva).includes(of('whichPhone'))).toBe(isAsked);
    }
  });
});

describe('what clients write differently is read', () => {
  it.each([
    ['2026-11-20T00:00:00Z', '14:30:00', '2026-11-20', '14:30'],
    ['2026-11-20T23:30:00Z', '9:05', '2026-11-21', '09:05'],
    ['2026-11-20T00:00:00', '12:15 AM', '2026-11-20', '00:15'],
    ['2026-11-20', '14:30 ', '2026-11-20', '14:30'],
  ])('%s and %s', async (day, time, date, clock) => {
    const { town, eva } = await openPair();
    await begin(eva);
    await eva.press(BUTTON.next, PARTY);
    await eva.press(BUTTON.review, { ...WHAT, [of('date')]: day });
    await eva.press(BUTTON.more);
    await eva.press(BUTTON.review, { [of('time')]: time });
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.report).toMatchObject({ date, time: clock });
  });
});

describe('party and telephone', () => {
  it('of a report are there the next time: the page that asks them is left out, and can still be opened', async () => {
    const { town, eva } = await openCast();
    await begin(eva);
    expect(view(eva)).toContain('sida 1 av 3');
    await eva.press(BUTTON.next, { ...PARTY, [of('phone')]: '070-174 06 77' });
    await eva.press(BUTTON.review, WHAT);
    await eva.press(BUTTON.send);
    await begin(eva);
    expect(view(eva)).toContain('sida 1 av 2');
    await eva.press(BUTTON.review, WHAT);
    expect(view(eva)).toContain('070-174 06 77');
    await eva.press(REPORT.youTitle);
    expect(labels(eva)).toContain(of('phone'));
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect((await town.tables.people.read(EVA.id))?.value).toMatchObject({
      party: 'S',
      phone: '070-174 06 77',
    });
  });

  it('go with the next alarm, so that whoever takes it can ring', async () => {
    const { eva, officer } = await openPair();
    await begin(eva);
    await eva.press(BUTTON.next, { ...PARTY, [of('phone')]: '070-174 06 77' });
    await eva.press(BUTTON.review, WHAT);
    await eva.press(BUTTON.send);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmParty);
    expect(JSON.stringify(await officer.press(BUTTON.acknowledge))).toContain('tel:0701740677');
  });

  it('of another’s report are nobody’s to remember', async () => {
    const { town, eva } = await openPair();
    await begin(eva);
    await eva.press(REPORT.forOther);
    await eva.press(BUTTON.next, {
      'Personens namn': 'Ulla',
      'Vet personen om det?': 'Ja, personen vet',
      'Personens parti': 'Moderaterna (M)',
    });
    await eva.press(BUTTON.next, { 'Personens telefon': '070-174 06 79' });
    await eva.press(BUTTON.review, WHAT);
    await eva.press(BUTTON.send);
    const row = (await town.tables.people.read(EVA.id))?.value;
    expect([row?.party, row?.phone]).toEqual([undefined, undefined]);
  });

  it('after an alarm the telephone is asked on the last page, once', async () => {
    const { town, eva } = await openPair();
    await eva.say('rapportera hot');
    await eva.press(FIRST.alarm('S'));
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, WHAT);
    // What has been alarmed is acute: whether it is urgent is not asked.
    expect(labels(eva)).toEqual([of('phone')]);
    await eva.press(BUTTON.send, { [of('phone')]: '070-174 06 77' });
    expect((await theIncident(town, eva))?.report.phone).toBe('070-174 06 77');
  });
});

describe('the last page', () => {
  it('says who reads it: the officer by name, the deputies and, at a threat, the strategist', async () => {
    const { eva } = await openCast();
    await begin(eva);
    await eva.press(BUTTON.next, PARTY);
    await eva.press(BUTTON.review, WHAT);
    expect(view(eva)).toContain(
      `När du skickar får ${NAME.officer}, ${postOf('officer')}, läsa rapporten. Vid hot, våld eller om det behövs läser också ${titleOf('strategist')}. Ersättare läser bara om de tar över. Hjälper de till ser de ditt namn och nummer.`,
    );
    expect(view(eva)).toContain('Tryck på Byt kontaktperson.');
  });

  it('asks whether it is urgent: yes is acute at once', async () => {
    const { town, eva, officer } = await openPair();
    await begin(eva);
    await eva.press(BUTTON.next, PARTY);
    await eva.press(BUTTON.review, WHAT);
    await eva.press(BUTTON.send, { [of('urgent')]: 'Ja' });
    expect(await theIncident(town, eva)).toMatchObject({ acute: true, report: { urgent: 'yes' } });
    expect(newest(officer)).toContain('Någon behöver dig nu');
  });

  it('keeps what was answered there when something else is wrong', async () => {
    const { town, eva } = await openPair();
    await begin(eva);
    await eva.press(BUTTON.next, PARTY);
    await eva.press(BUTTON.review, WHAT);
    await eva.press(BUTTON.back, { [of('urgent')]: 'Ja' });
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.acute).toBe(true);
  });
});

it('an alarm is two taps from the typed words: no list is opened before the red button', async () => {
  const { eva, officer } = await openPair();
  await eva.say('rapportera hot');
  expect(inputs(eva.card())).toEqual([]);
  await eva.press(FIRST.alarm('S'));
  expect(newest(officer)).toContain('Någon behöver dig nu');
  expect(words(eva.card())).not.toContain(FIRST.choose);
});

it('the place is asked without an address', async () => {
  const { eva } = await openPair();
  await report(eva);
  await begin(eva);
  await eva.press(BUTTON.next, PARTY);
  await eva.press(BUTTON.review, WHAT);
  await eva.press(BUTTON.more);
  expect(view(eva)).toContain('Skriv inte var någon bor.');
});

describe('what was sent in is never overwritten', () => {
  async function amended() {
    const cast = await openCast();
    await report(cast.eva, `${SECRET} han ska döda mig`);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.officer.press(BUTTON.amend);
    await cast.officer.press(REPORT.whatTitle);
    return cast;
  }
  const stored = async ({ town, eva }: Awaited<ReturnType<typeof amended>>) => theIncident(town, eva);

  it('the lead adds beside the victim’s words, who is read first, and both read who wrote what', async () => {
    const cast = await amended();
    const { eva, officer } = cast;
    expect(view(officer)).toContain('han ska döda mig');
    expect(inputs(officer.card()).find(({ label }) => label === of('what'))?.value).toBe('');
    await officer.press(BUTTON.save, { [of('what')]: `${SECRET} lite upprörd`, [of('kinds')]: 'threat' });
    expect((await stored(cast))?.report).toMatchObject({
      what: `${SECRET} han ska döda mig`,
      kinds: 'threat',
    });
    for (const person of [eva, officer]) {
      const read = words(await person.press(BUTTON.details));
      expect(read).toContain('han ska döda mig');
      expect(read).toContain('lite upprörd');
      const all = words(await person.press(VERSIONS.button));
      expect(all.indexOf('han ska döda mig')).toBeLessThan(all.indexOf('lite upprörd'));
      expect(all).toContain(person === officer ? ', du' : `, ${NAME.officer}`);
      await person.press(BUTTON.back);
      await person.press(BUTTON.back);
    }
  });

  it('the victim changes their own words: the new ones count, the old ones can be read', async () => {
    const cast = await amended();
    const { eva } = cast;
    await eva.press(BUTTON.amend);
    await eva.press(REPORT.whatTitle);
    await eva.press(BUTTON.save, { [of('what')]: `${SECRET} han ska slå mig` });
    const incident = await stored(cast);
    expect(incident?.report.what).toBe(`${SECRET} han ska slå mig`);
    expect(incident?.versions?.map(({ as, values }) => [as, values.what])).toEqual([
      ['victim', `${SECRET} han ska döda mig`],
      ['victim', `${SECRET} han ska slå mig`],
    ]);
  });

  it('the same form again adds nothing; what one takes back stays readable', async () => {
    const cast = await amended();
    const { officer } = cast;
    await officer.press(BUTTON.save, { [of('what')]: `${SECRET} mer` });
    for (const what of [`${SECRET} mer`, '']) {
      await officer.press(BUTTON.amend);
      await officer.press(REPORT.whatTitle);
      await officer.press(BUTTON.save, { [of('what')]: what });
    }
    const incident = await stored(cast);
    expect(incident?.versions).toHaveLength(3);
    expect(incident?.report.what).toBe(`${SECRET} han ska döda mig`);
    await officer.press(BUTTON.details);
    expect(words(await officer.press(VERSIONS.button))).toContain(`${SECRET} mer`);
  });

  it('more than an incident can hold is refused, and what was typed is kept', async () => {
    const cast = await amended();
    const { officer } = cast;
    let refused = '';
    for (let round = 0; round < 30 && !refused.includes('rymmer inte'); round++) {
      refused = words(await officer.press(BUTTON.save, { [of('what')]: `${round}${'x'.repeat(9_990)}` }));
      if (refused.includes('rymmer inte')) break;
      await officer.press(BUTTON.amend);
      await officer.press(REPORT.whatTitle);
    }
    expect(refused).toContain('Rapporten rymmer inte mer text.');
    expect(inputs(officer.card()).find(({ label }) => label === of('what'))?.value).toHaveLength(9_992);
  });
});
