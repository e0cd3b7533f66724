import { announce, cancel, listed } from '../../src/cli/maintenance/windows';
import { BUTTON } from '../../src/content/texts/common';
import { KEEP_SILENCE, LISTS } from '../../src/content/texts/pages';
import { REFUSALS } from '../../src/content/texts/refusals';
import { RETENTION } from '../../src/content/texts/retention';
import { DELIVERY, TOLD_KINDS } from '../../src/content/texts/standing/delivery';
import { MAINTAINED } from '../../src/content/texts/standing/maintenance';
import { PREVENTION } from '../../src/content/texts/standing/prevention';
import { WATCH } from '../../src/content/texts/standing/watch';
import { TAKE_OVER } from '../../src/content/texts/timed';
import { addDaytime } from '../../src/routine/calendar/workingTime';
import type { Person, Town } from '../support/town';
import {
  DUTY_OFFICER,
  NAME,
  names,
  PHONE,
  postOf,
  routine,
  rowOf,
  STRATEGISTS,
  times,
  titleOf,
  whereAsked,
} from './here';
import {
  alarm,
  askedAboutPolice,
  type Cast,
  DAY,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  openPair,
  openTown,
  referenceIn,
  report,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';

/** A Tuesday, 10:00 in the municipality. */
const START = '2026-11-24T09:00:00Z';
const at = (day: string, clock: string): string => `2026-${day}T${clock}:00+01:00`;
/** So many minutes after 10:00. */
const minute = (minutes: number): string => at('11-24', `10:${String(minutes).padStart(2, '0')}`);

const NOTICE = 'Någon behöver dig nu';
const STILL = 'Ärendet står still';

/** A report that is not acute, with where it goes as the press that sends it. */
async function reportTo(eva: Person, send: string): Promise<void> {
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
  await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} skrev`, 'Vad gäller det?': 'Trakasserier' });
  await eva.press(send);
}

/** Messages in the chat since a mark, oldest first, as text. */
const since = (person: Person, mark: number): string[] =>
  person
    .chat()
    .slice(mark)
    .map((message) => person.text(message.card));

async function led(options = {}): Promise<Cast> {
  const cast = await openCast({ now: START, ...options });
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  // What follows when nobody has spoken with the victim: ladders.test.ts.
  await cast.officer.press(BUTTON.spoke);
  return cast;
}

/** The lead says who is with the victim, without a time. */
async function accompanied(officer: Person, more: Record<string, string> = {}): Promise<void> {
  await officer.press(BUTTON.moreChoices);
  await officer.press('Vem är hos den utsatte?');
  await officer.press(BUTTON.save, { 'Vem är hos den utsatte?': `${SECRET} Gunnel`, ...more });
}

describe('an alarm that nobody answers', () => {
  it('goes on to the next in line after minutes, then to the strategist, then to all', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist } = await openCast({ now: START });
    const known: readonly string[] = Object.values(NAME);
    for (const { role, order, name } of STRATEGISTS)
      if (!known.includes(name)) await town.contact(role, undefined, order);
    await alarm(eva);
    expect(newest(officer)).toContain(NOTICE);
    expect(deputy.text()).not.toContain(NOTICE);
    await town.until(minute(times.alarmNext - 1));
    expect(deputy.text()).not.toContain(NOTICE);
    await town.until(minute(times.alarmNext));
    expect(newest(officer)).toContain('ingen har svarat än');
    expect(newest(deputy)).toContain(`${NAME.officer} har inte svarat sedan kl. 10.00`);
    expect(newest(strategist)).not.toContain(NOTICE);
    await town.until(minute(times.alarmStrategist));
    expect(newest(strategist)).toContain(NOTICE);
    expect(deputyStrategist.text()).not.toContain(NOTICE);
    await town.until(minute(times.alarmAll));
    expect(newest(deputyStrategist)).toContain(`Ring ${DUTY_OFFICER.name} och berätta det`);
    expect(newest(deputyStrategist)).toContain(`Ring ${DUTY_OFFICER.phone}`);
    // Everybody whom the ladder has reached has the number, the victim too, in a new card.
    for (const one of [officer, deputy, strategist, eva])
      expect(newest(one)).toContain(`Ring ${DUTY_OFFICER.phone}`);
    // The victim is told who has been asked by now.
    expect(newest(eva)).toContain(NAME.deputy);
  });

  it('stops at the first answer, and who was asked after is not asked any more', async () => {
    const { town, eva, officer, deputy, strategist } = await openCast({ now: START });
    await alarm(eva);
    await town.until(minute(times.alarmNext));
    await deputy.press(BUTTON.acknowledge);
    await deputy.press(BUTTON.spoke);
    const mark = strategist.chat().length;
    await town.until(at('11-24', '11:00'));
    expect(since(strategist, mark)).toEqual([]);
    expect(newest(eva)).toContain(`${NAME.deputy}, ${titleOf('officer')}, ersättare, leder ditt ärende`);
    expect(newest(officer)).toContain(`${NAME.deputy} leder ärendet`);
  });

  it('is told once to each after downtime, not once a reminder', async () => {
    const { town, eva, officer, deputy } = await openCast({ now: START });
    await alarm(eva);
    const marks = [officer.chat().length, deputy.chat().length];
    await town.later(50 * 60_000);
    expect(since(officer, marks[0] ?? 0)).toHaveLength(1);
    expect(since(deputy, marks[1] ?? 0)).toHaveLength(1);
  });
});

/** A Friday, half an hour before the day ends at 20. */
const EVENING = '2026-11-27T18:30:00Z';

describe('a report that nobody answers', () => {
  it('is reminded after a while and goes on after some hours, counted in daytime on any day', async () => {
    const { town, eva, officer, deputy, strategist } = await openCast({ now: EVENING });
    await report(eva, `${SECRET} skrev`, { 'Vad gäller det?': 'Trakasserier' });
    const mark = officer.chat().length;
    const past = (minutes: number) => addDaytime(new Date(EVENING), minutes, times).toISOString();
    await town.until(past(times.calmRemind - 1));
    expect(since(officer, mark)).toEqual([]);
    await town.until(past(times.calmRemind));
    expect(since(officer, mark)).toHaveLength(1);
    expect(deputy.text()).not.toContain('Ett nytt ärende');
    await town.until(past(times.calmUp - 1));
    expect(deputy.text()).not.toContain('har inte svarat');
    await town.until(past(times.calmUp));
    expect(newest(deputy)).toContain('har inte svarat');
    expect(newest(strategist)).toContain('har inte svarat');
    expectNowherePosted(town, SECRET, EVA.name);
  });

  it('to the municipality climbs for weeks and never falls silent; the victim’s card always says what comes next', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist, chief } = await openCast({
      now: START,
    });
    const party = [officer, deputy].map((one) => one.chat().length);
    await reportTo(eva, BUTTON.sendMunicipality);
    const alerts = () =>
      town.log.lines.filter((line) => line.includes('operatorAlert') && line.includes('up|asked')).length;
    const past = (minutes: number) => addDaytime(new Date(START), minutes, times).toISOString();
    await town.until(past(times.calmRemind));
    expect(newest(strategist)).toContain('påminner dig');
    expect(deputyStrategist.text()).not.toContain('har inte svarat');
    await town.until(past(times.calmUp));
    expect(newest(deputyStrategist)).toContain(`${NAME.strategist} har inte svarat`);
    expect(chief.text()).not.toContain('Ingen har svarat');
    // The next working day: the overseer, by its reference alone.
    await town.until(at('11-25', '08:00'));
    expect(newest(chief)).toContain('Du får inte läsa ärendet');
    expect(chief.has('Jag tar över')).toBe(false);
    expect(alerts()).toBe(0);
    const days = ['11-26', '11-27', '11-30', '12-01', '12-02', '12-03', '12-04', '12-07', '12-08', '12-09'];
    for (const day of [...days, '12-10', '12-11']) {
      await town.until(at(day, '07:59'));
      const marks = [strategist, deputyStrategist].map((one) => one.chat().length);
      await town.until(at(day, '08:00'));
      expect([day, since(strategist, marks[0] ?? 0).join()]).toEqual([
        day,
        expect.stringContaining('Ärende'),
      ]);
      expect([day, since(deputyStrategist, marks[1] ?? 0).join()]).toEqual([
        day,
        expect.stringContaining('Ingen har tagit emot'),
      ]);
      // Somebody is asked, and by when: on the card in the chat, whatever question of their own is on top of it.
      const own = eva.sees().map((card) => eva.text(card));
      expect([day, own.some((text) => /Ingen har svarat än.*(?:Har|Svarar) .*kl\. /s.test(text))]).toEqual([
        day,
        true,
      ]);
      expect(own.join()).toContain(PHONE.strategist);
    }
    // Two working days above the overseer whoever runs the bot is told, and then every week.
    expect(alerts()).toBe(3);
    expect([officer, deputy].map((one) => one.chat().length)).toEqual(party);
    await strategist.invoke('', 'acknowledge', { id: (await theIncident(town, eva))?.id ?? '' });
    expect(
      eva
        .sees()
        .map((card) => eva.text(card))
        .join(),
    ).toContain(NAME.strategist);
    await town.until(at('12-14', '08:00'));
    expect(alerts()).toBe(3);
    expectNowherePosted(town, SECRET, EVA.name);
  });
});

describe('a lead who falls silent', () => {
  it('on who is with the victim: up every hour, who and since when, and no word of content', async () => {
    const { town, officer, deputy, strategist } = await led();
    const marks = [deputy, strategist].map((one) => one.chat().length);
    const told = (person: Person, mark = 0) => since(person, mark).filter((text) => text.includes(STILL));
    await town.until(at('11-24', '10:59'));
    expect(told(deputy, marks[0])).toEqual([]);
    await town.until(at('11-24', '11:00'));
    expect(told(strategist, marks[1])).toEqual([]);
    await town.until(at('11-24', '12:00'));
    for (const [index, above] of [deputy, strategist].entries()) {
      const [card] = told(above, marks[index]);
      expect(card).toContain(`Nästa steg väntar på ${NAME.officer} sedan`);
      expect(card).toContain(PHONE.officer);
      expect(above.has(BUTTON.details)).toBe(false);
    }
    await town.until(at('11-25', '08:00'));
    expect(newest(officer)).toContain('Det här väntar på dig');
    expectNowherePosted(town, EVA.name, 'Norrlycke');
  });

  it('is relieved: taking over opens the content, is logged, and the one before stands by and is told', async () => {
    const { town, eva, officer, strategist } = await led();
    await town.until(at('11-24', '12:00'));
    await strategist.press('Jag tar över');
    expect(strategist.has(BUTTON.details)).toBe(true);
    expect(strategist.text(await strategist.press(BUTTON.details))).toContain(EVA.name);
    expect(newest(officer)).toContain(`${NAME.strategist} tog över`);
    expect(newest(eva)).toContain(`${NAME.strategist} har tagit emot`);
    expect(newest(eva)).toContain(`Kan läsa ditt ärende: ${NAME.strategist}`);
    const incident = await theIncident(town, eva);
    expect(incident?.lead).toMatchObject({ why: 'tookOver', from: officer.userId });
  });

  it('"Vänta till i morgon" is quiet until the next round, and the deputy strategist hears of it all the same', async () => {
    const { town, strategist, deputyStrategist } = await led();
    await town.until(at('11-24', '12:00'));
    await strategist.press('Vänta till i morgon');
    expect(view(strategist)).not.toContain(STILL);
    const mark = strategist.chat().length;
    await town.until(at('11-24', '13:00'));
    expect(newest(deputyStrategist)).toContain(STILL);
    await town.until(at('11-25', '07:59'));
    expect(since(strategist, mark).join()).not.toContain(STILL);
    await town.until(at('11-25', '08:00'));
    expect(since(strategist, mark).join()).toContain(STILL);
  });

  it('reaches the chief executive by reference only, then the operator, and never falls silent', async () => {
    const { town, chief } = await led();
    // An hour each: the lead's deputy, and all who stand for the municipality.
    await town.until(at('11-24', `${12 + STRATEGISTS.length}:00`));
    expect(newest(chief)).toContain('Du får inte läsa ärendet');
    expect(chief.has('Jag tar över')).toBe(false);
    const alerts = () =>
      town.log.lines.filter((line) => line.includes('operatorAlert') && line.includes('up|lead'));
    await town.until(at('11-24', `${13 + STRATEGISTS.length}:00`));
    const first = alerts().length;
    expect(first).toBeGreaterThan(0);
    await town.until(at('12-01', '08:00'));
    expect(alerts().length).toBeGreaterThan(first);
    expect(alerts().join()).not.toMatch(/Norrlycke|7e57da7a/);
  });

  it('on the first talk: up after 2 working days, then every 2, one after the other', async () => {
    const { town, officer, deputy, strategist, deputyStrategist, chief } = await led();
    await accompanied(officer);
    const line = [
      [deputy, '11-26'],
      [strategist, '11-30'],
      [deputyStrategist, '12-02'],
      [chief, '12-04'],
    ] as const;
    for (const [person, day] of line) {
      await town.until(at(day, '07:59'));
      const mark = person.chat().length;
      await town.until(at(day, '08:00'));
      expect([day, since(person, mark).join()]).toEqual([day, expect.stringContaining(STILL)]);
    }
  });
});

describe('a stand-in', () => {
  it('takes the place of an officer who is away with a reason; the officer is told', async () => {
    const { town, eva, officer, strategist } = await led();
    await strategist.press('Ta över ledningen');
    await strategist.press('Ta över ledningen', { 'Varför?': `${SECRET} Ingrid är på semester` });
    expect(newest(officer)).toContain(`${NAME.strategist} tog över`);
    expect((await theIncident(town, eva))?.lead).toMatchObject({ why: 'standIn', person: strategist.userId });
    expectNowherePosted(town, SECRET);
  });
});

describe('someone whom Teams does not reach', () => {
  it('is rung by the next in line, who says whether they answered; the incident shows it', async () => {
    const town = await openTown({ now: START });
    const [eva, deputy] = [
      await resident(town, EVA.id, EVA.name, EVA.email),
      await town.contact(...rowOf('deputy')),
    ];
    await alarm(eva);
    expect(newest(deputy)).toContain(`Jag når inte ${NAME.officer} i Teams`);
    expect(newest(deputy)).toContain(`Ring ${PHONE.officer}`);
    await deputy.press('Inget svar');
    const incident = await theIncident(town, eva);
    expect(incident?.calls).toMatchObject([{ answered: false, by: deputy.userId }]);
    await deputy.press(BUTTON.acknowledge);
    await deputy.press(BUTTON.details);
    expect(deputy.text(await deputy.press(BUTTON.back))).toContain(`${NAME.officer} svarade inte`);
  });

  it('gets what waits when they install the bot later', async () => {
    const { town, eva, officer } = await openPair();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.spoke);
    await town.until(new Date(town.now.getTime() + 9 * 86_400_000).toISOString());
    const strategist = await town.contact(...rowOf('strategist'));
    await town.sweep();
    expect(newest(strategist)).toMatch(/Ärendet står still|Ett ärende har kommit in/);
  });

  it('gets it when they write, if the word of the installation was lost', async () => {
    const town = await openTown({ now: START });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    const officer = await town.contact(...rowOf('officer'));
    await officer.uninstall();
    await alarm(eva);
    expect(newest(officer)).not.toContain(NOTICE);
    await officer.say('hej');
    await town.sweep();
    expect(newest(officer)).toContain(NOTICE);
  });

  it('who blocks the bot is unreachable at once: the victim is told, the next in line asked', async () => {
    const { town, eva, officer, deputy } = await openCast({ now: START });
    town.connector.blocked.add(officer.conversation);
    await alarm(eva);
    expect(newest(deputy)).toContain(NOTICE);
    expect(newest(eva)).toContain(`I Teams når jag inte ${NAME.officer}`);
  });

  it('is rung by whom Teams did not reach either, once it does: the call that comes back is told anew', async () => {
    const { town, eva, officer, strategist } = await openCast({ now: START });
    await alarm(eva);
    const { blocked } = town.connector;
    blocked.add(eva.conversation).add(officer.conversation);
    await town.until(at('11-24', '10:01'));
    await officer.press(BUTTON.acknowledge);
    expect(newest(strategist)).toContain('Jag når varken den utsatte eller den som leder i Teams');
    const call = 'Jag når inte den utsatte i Teams';
    blocked.delete(officer.conversation);
    const mark = officer.chat().length;
    // The questions after a quarter and after half an hour arrive: so the call to the victim is the officer's again, in a card of its own.
    await town.until(at('11-24', '10:31'));
    expect(officer.chat()).toHaveLength(mark + 3);
    expect(newest(officer)).toContain(call);
    expect(newest(strategist)).not.toContain('Jag når varken');
  });
});

describe('who was told of what', () => {
  const open = async (officer: Person) => {
    await officer.press('Visa uppgifter');
    if (officer.has(KEEP_SILENCE.confirm)) await officer.press(KEEP_SILENCE.confirm);
    await officer.press(DELIVERY.button);
  };
  const at10 = (kind: string) => DELIVERY.told(TOLD_KINDS[kind] ?? kind, 'kl. 10.00');
  const resend = (who: Person, id: string, to: string, once: string) =>
    who.invoke('', 'resend', { id, to, once });

  it('stands with who leads: when it arrived, or why not, and the card goes out again once, as it is now', async () => {
    const { town, eva, officer } = await openCast({ now: START });
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.spoke);
    town.connector.blocked.add(eva.conversation);
    await town.until(at('11-24', '10:01'));
    await open(officer);
    for (const kind of ['asked', 'received']) expect(view(officer)).toContain(DELIVERY.arrived(at10(kind)));
    expect(view(officer)).not.toContain(EVA.name);
    // Sent again to somebody who has it off: the page says that it did not arrive.
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    const mark = eva.chat().length;
    await resend(officer, id, 'victim', 'again-1');
    await town.sweep();
    await officer.invoke('', 'deliveries', { id });
    expect((await town.tables.incidents.read(id))?.incident.resent).toHaveLength(1);
    town.connector.blocked.delete(eva.conversation);
    await town.until(at('11-24', '10:12'));
    // The same press, and another one soon after it: one card.
    for (const once of ['again-2', 'again-2', 'again-3']) await resend(officer, id, 'victim', once);
    await town.sweep();
    expect(since(eva, mark)).toHaveLength(1);
    expect(newest(eva)).toContain(NAME.officer);
    const acts = (await town.tables.incidents.history(id)).entries.filter(({ act }) => act === 'resend');
    expect(acts.map(({ about, by }) => [about, by])).toEqual([
      ['victim', officer.userId],
      ['victim', officer.userId],
    ]);
  });

  it('says that a card did not arrive, and sends none to who has no part in it any more', async () => {
    const { town, eva, officer, deputy, strategist } = await openCast({ now: START });
    town.connector.blocked.add(officer.conversation);
    await alarm(eva);
    await town.until(at('11-24', '10:07'));
    await deputy.press(BUTTON.acknowledge);
    await open(deputy);
    expect(view(deputy)).toContain(NAME.officer);
    const again = DELIVERY.told(`${TOLD_KINDS.askedAgain}`, `kl. 10.0${times.alarmNext}`);
    expect(view(deputy)).toContain(DELIVERY.unreachable(`${again}, ${at10('asked')}`));
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    const contacts = await town.tables.contacts.read();
    const rowFor = (name: string) => contacts.find((one) => one.name === name)?.id ?? '';
    // An officer of another party, a made-up row and one without an account: nothing is sent, and that is said.
    for (const to of [rowFor(NAME.otherOfficer), 'made-up', rowFor(DUTY_OFFICER.name)]) {
      const { card } = await resend(deputy, id, to, `to-${to}`);
      expect(deputy.text(card)).toContain(REFUSALS.noPart);
    }
    // The strategist has only been told: neither the page nor the press is theirs.
    const marks = deputy.chat().length;
    await resend(strategist, id, rowFor(NAME.deputy), 'told');
    const { card } = await strategist.invoke('', 'deliveries', { id });
    expect(strategist.text(card)).not.toContain(DELIVERY.title);
    await town.sweep();
    expect(deputy.chat()).toHaveLength(marks);
    expect((await town.tables.incidents.read(id))?.incident.resent).toBeUndefined();
  });
});

describe('not alone', () => {
  it('is asked of the lead after 30 minutes, on top of everything', async () => {
    const { town, officer } = await led();
    await officer.press(BUTTON.details);
    await officer.press(BUTTON.back);
    const mark = officer.chat().length;
    await town.until(at('11-24', '10:30'));
    expect(since(officer, mark)).toHaveLength(1);
    expect(newest(officer)).toContain('Se till att den utsatte inte är ensam');
  });

  it('who is there now, until when, who takes over: shown, and asked about when the time is out, at any hour', async () => {
    const { town, eva, officer, deputy, strategist } = await led();
    await accompanied(officer, { 'Till vilken tid?': '02:30', 'Vem tar över då?': `${SECRET} Per` });
    expect(view(officer)).toContain('Någon är hos den utsatte till 25 nov. kl. 02.30');
    const mark = officer.chat().length;
    await town.until(at('11-25', '02:29'));
    expect(since(officer, mark).join()).not.toContain('Tiden har gått ut');
    await town.until(at('11-25', '02:30'));
    expect(newest(officer)).toContain('Tiden har gått ut');
    // Nobody says who is there now: up every 15 minutes, in the middle of the night.
    await town.until(at('11-25', '02:44'));
    expect(deputy.text()).not.toContain(STILL);
    await town.until(at('11-25', '02:45'));
    expect(newest(deputy)).toContain(STILL);
    expect(strategist.text()).not.toContain(STILL);
    await town.until(at('11-25', '03:00'));
    expect(newest(strategist)).toContain(STILL);
    expect(officer.text(await officer.press('Vem är hos den utsatte?'))).toContain('Per');
    await officer.press('Ingen behövs längre');
    expect((await theIncident(town, eva))?.company?.at(-1)?.who).toBe('');
    expectNowherePosted(town, SECRET);
  });
});

describe('the follow-up talk', () => {
  it('is booked on day 3, held from day 7, reminded on day 12, due on day 14, overdue on the working day after', async () => {
    const { town, officer, strategist } = await led();
    await accompanied(officer);
    const talks = async (to: string) => {
      const mark = officer.chat().length;
      await town.until(to);
      return since(officer, mark)
        .filter((text) => text.includes('samtalet'))
        .join('\n---\n');
    };
    expect(await talks(at('11-27', '07:59'))).not.toContain('Dags för uppföljningssamtalet');
    expect(await talks(at('11-27', '08:00'))).toContain(
      'Det ska hållas från tisdag 1 december, senast tisdag 8 december',
    );
    expect(await talks(at('12-04', '07:59'))).toBeDefined();
    // Day 12 is a Sunday.
    expect(await talks(at('12-04', '08:00'))).toContain('Senast tisdag 8 december');
    expect(await talks(at('12-08', '08:00'))).toContain('I dag är sista dagen');
    expect(await talks(at('12-09', '08:00'))).toContain('skulle ha hållits senast tisdag 8 december');
    expect(strategist.text()).toContain(STILL);
  });

  it('"Boka samtal" opens a new meeting with the victim, and only in the answer to the press', async () => {
    const { town, officer } = await led();
    await town.until(at('11-27', '08:00'));
    const card = JSON.stringify(await officer.press('Boka samtal'));
    expect(card).toContain('https://teams.microsoft.com/l/meeting/new?subject=Samtal');
    expect(card).toContain(encodeURIComponent(EVA.email));
    expectNowherePosted(town, EVA.email);
  });
});

describe('the police report', () => {
  whereAsked('"Inte nu" is asked again after 3 working days, three times', async () => {
    const cast = await openCast({ now: START });
    const { town, eva } = cast;
    await askedAboutPolice(cast);
    await eva.press('Inte nu, fråga igen');
    const mark = eva.chat().length;
    await town.until(at('11-27', '07:59'));
    expect(since(eva, mark).join()).not.toContain('Nu frågar jag igen');
    await town.until(at('11-27', '08:00'));
    expect(since(eva, mark).join()).toContain('Nu frågar jag igen');
    const asks = async (day: string) => {
      await town.until(at(day, '07:59'));
      const before = eva.chat().length;
      await town.until(at(day, '08:00'));
      return since(eva, before).filter((text) => text.includes('Nu frågar jag igen')).length;
    };
    expect(await asks('12-02')).toBe(1);
    expect(await asks('12-07')).toBe(1);
    expect(await asks('12-10')).toBe(0);
  });

  whereAsked(
    'acute: to the chief executive at once between 7 and 22, to the deputy after 2 hours within them, with an offer',
    async () => {
      const cast = await openCast({ now: '2026-11-24T20:30:00Z' });
      const { town, eva, chief } = cast;
      const deputyChief = await town.contact(...rowOf('deputyChief'));
      await askedAboutPolice(cast);
      await eva.press('Ja, kommunen anmäler');
      expect(newest(chief)).toContain('En polisanmälan ska göras');
      await town.until(at('11-25', '08:29'));
      expect(deputyChief.text()).not.toContain('En polisanmälan ska göras');
      expect(eva.text()).not.toContain('Vill du anmäla själv?');
      await town.until(at('11-25', '08:30'));
      expect(newest(deputyChief)).toContain('En polisanmälan ska göras');
      expect(newest(eva)).toContain('Vill du anmäla själv?');
      await eva.press('Jag anmäler själv');
      expect((await theIncident(town, eva))?.decision?.answer).toBe('self');
    },
  );

  whereAsked(
    'not acute: to the chief executive in daytime, reminded at 15, to the deputy the next working day at 8',
    async () => {
      const cast = await openCast({ now: '2026-11-27T09:00:00Z' });
      const { town, eva, officer, chief } = cast;
      const deputyChief = await town.contact(...rowOf('deputyChief'));
      await report(eva);
      await officer.press(BUTTON.acknowledge);
      await officer.press(BUTTON.moreChoices);
      await officer.press(BUTTON.askVictim);
      await eva.press('Ja, kommunen anmäler');
      expect(newest(chief)).toContain('En polisanmälan ska göras');
      const mark = chief.chat().length;
      await town.until(at('11-27', '14:59'));
      expect(since(chief, mark)).toEqual([]);
      await town.until(at('11-27', '15:00'));
      expect(since(chief, mark).join()).toContain('En polisanmälan ska göras');
      await town.until(at('11-30', '07:59'));
      expect(deputyChief.text()).not.toContain('En polisanmälan ska göras');
      await town.until(at('11-30', '08:00'));
      expect(deputyChief.text()).toContain('En polisanmälan ska göras');
      expect(eva.text()).toContain('Vill du anmäla själv?');
    },
  );
});

describe('the morning round', () => {
  it('is one card a person and working morning that lists all their incidents, and opens them', async () => {
    const { town, eva, officer } = await led();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.newEvent);
    await eva.press(BUTTON.alarmParty);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.spoke);
    const mark = officer.chat().length;
    await town.until(at('11-25', '20:00'));
    const rounds = since(officer, mark).filter((text) => text.includes('Det här väntar på dig'));
    expect(rounds).toHaveLength(1);
    const references = rounds[0]?.match(/Öppna 2026-[0-9A-Z]{4}/g) ?? [];
    expect(references).toHaveLength(2);
    expect(officer.text(await officer.press(references[0] ?? ''))).toContain(
      referenceIn(references[0] ?? ''),
    );
    await town.until(at('11-30', '07:59'));
    // Wednesday, Thursday, Friday: none on the days off. The older ones are one line.
    expect(officer.text().split('Se den nya listan nedanför').length - 1).toBe(2);
  });

  it('"Påminn mig senare" hides something until its day, keeps the hour, and never moves when it goes up', async () => {
    const { town, officer, strategist } = await led();
    await town.until(at('11-25', '08:00'));
    await officer.press('Påminn mig senare');
    await officer.press(BUTTON.save, {
      'Vad gäller det?': /Godkänn nästa steg/.test(officer.text())
        ? `${referenceIn(officer.text(officer.newest()))}: Godkänn nästa steg`
        : '',
      'När?': 'Nästa vecka',
      'Vilken tid vill du ha morgonlistan?': 'kl. 10.00',
    });
    const mark = officer.chat().length;
    await town.until(at('11-26', '09:59'));
    expect(since(officer, mark).join()).not.toContain('Det här väntar på dig');
    await town.until(at('11-26', '10:00'));
    expect(since(officer, mark).join()).toContain('Det här väntar på dig');
    await town.until(at('11-27', '10:00'));
    expect(strategist.text()).toContain(STILL);
  });

  it('of a lead whose place was taken no longer lists what was theirs, at once', async () => {
    const { town, officer, strategist } = await led();
    await accompanied(officer);
    await town.until(at('11-25', '08:00'));
    const round = () => officer.sees().filter((one) => officer.text(one).includes('Det här väntar på dig'));
    expect(round()).toHaveLength(1);
    await strategist.press(TAKE_OVER.button);
    await strategist.press(TAKE_OVER.button, { 'Varför?': 'Borta' });
    await town.later(0);
    expect(round()).toEqual([]);
    expect(officer.text()).toContain('Inget väntar på dig nu');
  });

  it('of what has been closed no longer lists it, at once', async () => {
    const { town, eva, officer, strategist } = await led();
    await accompanied(officer);
    await town.until(at('11-25', '08:00'));
    const round = () =>
      strategist.sees().filter((one) => strategist.text(one).includes('Det här väntar på dig'));
    expect(round()).toHaveLength(1);
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = officer.chat().at(-1)?.id ?? '';
    await officer.invoke(message, 'closeEarly', { id, why: 'duplicate', reason: 'Ett annat', once: 'once1' });
    await town.later(0);
    expect((await theIncident(town, eva))?.state).toBe('closed');
    expect(round()).toEqual([]);
    expect(strategist.text()).toContain('Inget väntar på dig nu');
  });

  it('asks the strategist for the registry number from the next working day on', async () => {
    const { town, eva, officer, strategist, deputyStrategist } = await led();
    await accompanied(officer);
    await town.until(at('11-25', '08:00'));
    expect(newest(strategist)).toContain('Skriv in diarienumret');
    // One working day; the morning after it goes up.
    await town.until(at('11-26', '08:00'));
    expect(newest(deputyStrategist)).toContain('Ärendet har inget diarienummer än');
    await strategist.press('Skriv in diarienumret');
    await strategist.press(BUTTON.save, { Diarienummer: 'KS.2026.17' });
    expect((await theIncident(town, eva))?.registry?.number).toBe('KS.2026.17');
    const mark = strategist.chat().length;
    await town.until(at('11-27', '20:00'));
    expect(since(strategist, mark).join()).not.toContain('Skriv in numret');
    expectNowherePosted(town, 'KS.2026.17');
  });
});

describe('a draft that was not sent', () => {
  it('is reminded of after a day in daytime, once, and erased after 30', async () => {
    const town = await openTown({ now: '2026-11-24T20:30:00Z' });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde` });
    const mark = eva.chat().length;
    await town.until(at('11-26', `0${times.dayFrom - 1}:59`));
    expect(since(eva, mark)).toEqual([]);
    await town.until(at('11-26', `0${times.dayFrom}:00`));
    expect(newest(eva)).toContain('Ditt utkast finns kvar');
    await town.until(at('12-23', '12:00'));
    // Who is new hears of the courses besides.
    expect(since(eva, mark)).toHaveLength(2);
    expect(newest(eva)).toContain(PREVENTION.newMember);
    expect(await town.tables.drafts.of(eva.userId)).toHaveLength(1);
    await town.until(at('12-25', '12:00'));
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
    expect(newest(eva)).not.toContain('utkast');
    expectNowherePosted(town, SECRET);
  });

  it('that was sent or thrown away is not reminded of', async () => {
    const town = await openTown({ now: START });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.discard);
    const mark = eva.chat().length;
    await town.until(at('11-30', '08:00'));
    expect(since(eva, mark).filter((text) => text.includes('utkast'))).toEqual([]);
  });
});

describe('the reachability drill', () => {
  it('asks every officer and deputy, and after two working days the strategist sees who did not answer', async () => {
    const { town, officer, deputy, otherOfficer, strategist, deputyStrategist } = await openCast({
      now: START,
    });
    await strategist.say('övning nåbarhet');
    for (const one of [officer, deputy, otherOfficer]) expect(newest(one)).toContain('Når jag dig här?');
    await officer.press('Ja, du når mig här');
    await officer.press('Ja, du når mig här').catch(() => undefined);
    expect(view(officer)).toContain('du svarade');
    await town.until(at('11-26', '10:00'));
    for (const one of [strategist, deputyStrategist]) {
      expect(newest(one)).toContain('1 av 8 har svarat');
      expect(newest(one)).toContain(NAME.deputy);
      expect(newest(one)).not.toContain(NAME.officer);
    }
    expect(view(deputy)).not.toContain('Ja, du når mig här');
  });

  it('reaches who installs the bot while it runs', async () => {
    const town = await openTown({ now: START });
    const strategist = await town.contact(...rowOf('strategist'));
    await strategist.say('övning nåbarhet');
    await town.until(at('11-25', '09:00'));
    const officer = await town.contact(...rowOf('officer'));
    await town.sweep();
    expect(newest(officer)).toContain('Når jag dig här?');
    // Who installs it after the end is not asked for nothing.
    await town.until(at('11-27', '09:00'));
    const deputy = await town.contact(...rowOf('deputy'));
    await town.sweep();
    expect(newest(deputy)).toContain('Hej, jag är Trygghetsboten');
  });

  it('is not told a new strategist, weeks after it was over', async () => {
    const { town, strategist } = await openCast({ now: START });
    await strategist.say('övning nåbarhet');
    await town.until(at('12-31', '09:00'));
    await strategist.say('kontaktlista');
    await strategist.press('Byt person');
    await strategist.press('Byt', {
      'Vilken post?': `${NAME.deputyStrategist}, ${titleOf('strategist')}, ersättare`,
      'Nytt namn': EVA.name,
      Telefon: '070-174 06 90',
      'E-post': EVA.email,
    });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    await town.sweep();
    expect((await town.tables.contacts.read()).some((one) => one.person === eva.userId)).toBe(true);
    expect(eva.text()).not.toContain('Övningen');
  });

  it('is the strategist’s to begin, and comes by itself with each quarter', async () => {
    const { town, officer, strategist } = await openCast({ now: START });
    await officer.say('övning nåbarhet');
    expect(view(officer)).toContain(`Bara ${titleOf('strategist')}`);
    const mark = officer.chat().length;
    await town.until('2027-01-04T06:59:00Z');
    expect(since(officer, mark).join()).not.toContain('Når jag dig här?');
    await town.until('2027-01-04T07:00:00Z');
    expect(newest(officer)).toContain('Når jag dig här?');
    await town.until('2027-01-07T08:00:00Z');
    expect(newest(strategist)).toContain('0 av 8 har svarat');
  });
});

const planned = (town: Town) => ({
  tables: town.tables,
  routine,
  now: town.now,
  random: (size: number) => new Uint8Array(size).fill(town.now.getTime() % 251),
});
const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
/** When the day begins here. */
const MORNING = `${String(routine.times.dayFrom).padStart(2, '0')}:00`;
const NIGHT = span(at('12-02', '22:00'), at('12-03', '01:00'));

describe('maintenance', () => {
  it('is told to who answers for help, once, with whom to ring; again the day before; and when it is over', async () => {
    const { town, eva, officer, deputy, strategist, chief } = await openCast({ now: START });
    const told = [officer, deputy, strategist, chief];
    const marks = told.map((one) => one.chat().length);
    const evas = eva.chat().length;
    const lines = await announce(planned(town), NIGHT, false);
    expect(lines.join('\n')).toMatch(
      new RegExp(`holders of a post are told .* once more at 2026-12-01 ${MORNING}`),
    );
    // Given twice it is planned once.
    expect((await announce(planned(town), NIGHT, false)).join()).toContain('Planned already');
    await town.sweep();
    await town.sweep();
    for (const [index, one] of told.entries()) expect(since(one, marks[index] ?? 0)).toHaveLength(1);
    expect(newest(officer)).toContain('onsdag 2 dec. kl. 22.00 till torsdag 3 dec. kl. 01.00');
    for (const name of [NAME.strategist, NAME.chief, DUTY_OFFICER.name])
      expect(newest(officer)).toContain(name);
    expect(newest(strategist)).not.toContain(NAME.strategist);
    // A drill in between has a card of its own: the numbers stay where they are.
    await strategist.say('övning nåbarhet');
    expect(
      officer
        .chat()
        .map((message) => officer.text(message.card))
        .join(),
    ).toContain(MAINTAINED.title);
    await town.until(at('12-01', MORNING));
    expect(since(chief, marks[3] ?? 0)).toHaveLength(2);
    await town.until(at('12-03', '01:00'));
    // The card says so at once; nobody is woken for it.
    expect(view(chief).split('\n')).toEqual([MAINTAINED.over, BUTTON.contacts]);
    expect(since(chief, marks[3] ?? 0)).toHaveLength(2);
    await town.until(at('12-03', MORNING));
    expect(since(chief, marks[3] ?? 0)).toHaveLength(3);
    expect((await listed(planned(town)))[0]).toMatch(/over, \d+ told, \d+ not reached$/);
    // Of the courses alone, as who is new.
    expect(since(eva, evas)).toEqual([expect.stringContaining(PREVENTION.newMember)]);
  });

  it('stands on the first card of who asks for help within a day of it, with whom to ring then; an unread plan stops nobody', async () => {
    const { town, eva } = await openCast({ now: START });
    const asked = async () => {
      await eva.say('rapportera hot');
      return newest(eva);
    };
    await announce(planned(town), NIGHT, false);
    expect(await asked()).not.toContain('avstängd');
    await town.until(at('12-02', '09:00'));
    const first = await asked();
    expect(first).toContain(MAINTAINED.meanwhile('onsdag 2 dec. kl. 22.00 till torsdag 3 dec. kl. 01.00'));
    expect(first).toContain(NAME.strategist);
    const failed = town.failStorage((what) => what === 'GET rounds', 1);
    expect(await asked()).not.toContain('avstängd');
    expect([failed(), eva.has(BUTTON.alarmParty)]).toEqual([1, true]);
    const [id = ''] = ((await listed(planned(town)))[0] ?? '').split(' ');
    await cancel(planned(town), id);
    expect(await asked()).not.toContain('avstängd');
  });

  it('that is called off is told to who had heard of it, and to nobody else', async () => {
    const { town, officer, deputy } = await openCast({ now: START });
    await announce(planned(town), NIGHT, false);
    await town.sweep();
    const id = (await listed(planned(town)))[0]?.split(' ')[0] ?? '';
    const mark = officer.chat().length;
    await town.later(60_000);
    expect((await cancel(planned(town), id))[0]).toContain('called off');
    await expect(cancel(planned(town), id)).rejects.toThrow('is called off');
    await town.sweep();
    expect(since(officer, mark)).toEqual([
      `${MAINTAINED.off('onsdag 2 dec. kl. 22.00 till torsdag 3 dec. kl. 01.00')}\n${BUTTON.contacts}`,
    ]);
    await town.until(at('12-04', '09:00'));
    expect(since(officer, mark)).toHaveLength(1);
    expect(view(deputy)).toContain('Inställt');
  });

  it('reaches who installs the bot before it, and is tried again while Teams fails; a trial writes nothing', async () => {
    const town = await openTown({ now: START });
    const officer = await town.contact(...rowOf('officer'));
    expect((await announce(planned(town), NIGHT, true)).join()).toContain('Would be planned');
    expect(await listed(planned(town))).toEqual(['Nothing is planned.']);
    const lines = await announce(planned(town), NIGHT, false);
    expect(lines.join('\n')).toContain(`${NAME.deputy}, ${rowOf('deputy')[0]} S ${PHONE.deputy}`);
    town.connector.failNext(officer.conversation, { status: 503 });
    await town.sweep();
    expect(newest(officer)).not.toContain(MAINTAINED.title);
    await town.until(at('11-24', '10:05'));
    expect(since(officer, 0).filter((text) => text.includes(MAINTAINED.title))).toHaveLength(1);
    const deputy = await town.contact(...rowOf('deputy'));
    await town.sweep();
    expect(newest(deputy)).toContain(MAINTAINED.title);
  });
});

describe("the strategist's notices of the bot", () => {
  /** Every page of the list as one text. */
  const notices = async (strategist: Person): Promise<string> => {
    await strategist.say('notiser');
    const pages = [view(strategist)];
    while (strategist.has(LISTS.showMore)) {
      await strategist.press(LISTS.showMore);
      pages.push(view(strategist));
    }
    return pages.join('\n');
  };

  it('say who is not reached since when, and what to do; of an incident they say nothing', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist } = await openCast({ now: START });
    for (const one of [officer, eva]) {
      await one.say('notiser');
      expect(view(one)).toContain(WATCH.notYours(names));
    }
    const before = await notices(strategist);
    expect(before).toContain(WATCH.title);
    const known = [rowOf('officer')[1], rowOf('otherOfficer')[1]];
    const party = routine.parties.find((code) => !known.includes(code)) ?? '';
    for (const row of [WATCH.party(party), WATCH.neverDrilled, RETENTION.unsetTitle])
      expect(before).toContain(row);
    for (const reached of [officer, deputy, deputyStrategist]) expect(before).not.toContain(reached.name);
    await alarm(eva);
    expect(await notices(strategist)).toBe(before);
    await officer.uninstall();
    await town.later(DAY);
    const after = await notices(strategist);
    expect(after).toContain(WATCH.unreachable(officer.name));
    expect(after).toContain(WATCH.unreachableDo('tisdag 24 nov. kl. 10.00'));
    await officer.install();
    expect(await notices(strategist)).not.toContain(officer.name);
  });

  it('begin one drill, however often it is pressed and by whom, and name who was silent, and what is planned', async () => {
    const { town, officer, strategist, deputyStrategist } = await openCast({ now: START });
    const drill = (who: Person, id: string) => who.invoke('', 'beginDrill', { drill: id });
    await drill(officer, 'a'.repeat(26));
    expect((await town.tables.municipalityState.read('town')).state.drills).toEqual([]);
    await notices(strategist);
    await strategist.press(WATCH.drillNow);
    expect(view(strategist)).toContain('Övningen har börjat');
    for (const who of [strategist, deputyStrategist]) await drill(who, 'b'.repeat(26));
    expect((await town.tables.municipalityState.read('town')).state.drills).toHaveLength(1);
    await officer.press('Ja, du når mig här');
    await town.until(at('11-26', '10:00'));
    const silent = await notices(strategist);
    expect(silent).toContain(NAME.deputy);
    expect(silent).not.toContain(NAME.officer);
    await announce(planned(town), NIGHT, false);
    expect(await notices(strategist)).toContain(WATCH.planned);
  });
});

describe('a post that passes on', () => {
  const replace = async (strategist: Person, post: string, name: string, email = '') => {
    await strategist.say('kontaktlista');
    await strategist.press('Byt person');
    await strategist.press('Byt', {
      'Vilken post?': post,
      'Nytt namn': name,
      Telefon: '070-174 06 90',
      'E-post': email,
    });
  };

  it('from one officer to another: the victim is told first and chooses; nothing falls between two', async () => {
    const { town, eva, officer, deputy, strategist } = await led();
    await replace(strategist, `${NAME.officer}, ${postOf('officer')}`, 'Nils Ekbacka');
    expect(newest(eva)).toContain(`${NAME.officer} har inte längre uppdraget`);
    expect(newest(officer)).toContain('Du står inte längre på listan');
    // Until the victim has chosen, the one who led leads.
    expect((await theIncident(town, eva))?.lead?.person).toBe(officer.userId);
    await eva.press(`Byt till ${NAME.deputy}`);
    expect(newest(deputy)).toContain(NOTICE);
    await deputy.press(BUTTON.acknowledge);
    expect((await theIncident(town, eva))?.lead?.person).toBe(deputy.userId);
  });

  it('the victim may keep the one they have', async () => {
    const { town, eva, officer, strategist } = await led();
    await replace(strategist, `${NAME.officer}, ${postOf('officer')}`, 'Nils Ekbacka');
    await eva.press(`Behåll ${NAME.officer}`);
    expect(view(eva)).toContain(`${NAME.officer}, ${titleOf('officer')}, leder ditt ärende`);
    expect((await theIncident(town, eva))?.keptLead).toBe(officer.userId);
  });

  it('from one strategist to another: the one who led is out, the new one is asked, the other strategists hear of it', async () => {
    const { town, eva, strategist, deputyStrategist } = await openCast({ now: START });
    const next = await resident(
      town,
      '7e57da7a-0000-4000-8000-000000000071',
      'Sara Nybro',
      'sara.nybro@kommun.example',
    );
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmMunicipality);
    await strategist.press(BUTTON.acknowledge);
    await replace(
      deputyStrategist,
      `${NAME.strategist}, ${titleOf('strategist')}`,
      'Sara Nybro',
      'sara.nybro@kommun.example',
    );
    expect(newest(next)).toContain(NOTICE);
    expect(strategist.has(BUTTON.details)).toBe(false);
    await next.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain('Sara Nybro har tagit emot');
  });

  it('only a strategist may do it', async () => {
    const { officer } = await openCast({ now: START });
    await officer.say('kontaktlista');
    expect(officer.has('Byt person')).toBe(false);
    const answer = await officer.invoke(officer.chat().at(-1)?.id ?? '', 'replaceContact', {
      contact: 'x',
      name: 'y',
    });
    expect(officer.text(answer.card)).toContain('Kortet går inte att öppna');
  });
});
