import { BUTTON } from '../../src/content/texts/common';
import { NOTICE as NOTICE_WORDS } from '../../src/content/texts/lead';
import { FORMS, LISTS } from '../../src/content/texts/pages';
import { FIRST, REPORT } from '../../src/content/texts/report';
import type { Person, Town } from '../support/town';
import { CONTACTS, DUTY_OFFICER, FIRST_CONTACT, isInLine, NAME, PHONE, postOf, rowOf, titleOf } from './here';
import {
  alarm,
  type Cast,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  openTown,
  referenceIn,
  report,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';

const NOTICE = 'Någon behöver dig nu';
const CALM_NOTICE = 'Ett nytt ärende väntar på dig';
const OUT = 'Du är inte längre med i ärendet';

/** All that is shown of incidents says that they concern this person no longer. */
const isBlank = (person: Person): boolean =>
  person.text().includes(OUT) && !/Akut|Visa uppgifter/.test(person.text());
const isTold = (person: Person): boolean => /Ärende \d{4}-/.test(person.text());

describe('a threat from the own party', () => {
  it('"Larma kommunen" on the very first card: the strategist is asked, nobody in the party hears', async () => {
    const { eva, officer, deputy, strategist } = await openCast();
    await eva.say('rapportera hot');
    const answer = eva.text(await eva.press(BUTTON.alarmMunicipality));
    expect(answer).toContain(`${NAME.strategist} (${titleOf('strategist')})`);
    expect(answer).toMatch(new RegExp(`${NAME.strategist}\\n[^\\n]+\\nRing ${PHONE.strategist}`));
    expect(newest(strategist)).toContain(NOTICE);
    expect(isTold(officer) || isTold(deputy)).toBe(false);
    await strategist.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.strategist} har tagit emot`);
    expect(isTold(officer) || isTold(deputy)).toBe(false);
  });

  it('"Skicka bara till kommunen" on a report does the same', async () => {
    const { eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': 'Ordföranden hotade mig' });
    await eva.press(BUTTON.sendMunicipality);
    expect(newest(strategist)).toContain(CALM_NOTICE);
    expect(isTold(officer)).toBe(false);
  });

  it('"Skicka bara till kommunen" on the report of an alarm shuts the party out, who leads too', async () => {
    const { eva, officer, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, { 'Vad hände': 'Det var min egen ordförande' });
    await eva.press(BUTTON.sendMunicipality);
    expect(isBlank(officer)).toBe(true);
    expect(newest(strategist)).toContain(NOTICE);
    expect(view(eva)).toContain(NAME.strategist);
  });

  it('said later: officers and deputies lose access, their cards are blanked, the strategist is asked', async () => {
    const { town, eva, officer, deputy, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const look = officer.keep(BUTTON.details);
    await eva.press(BUTTON.ownParty);
    await eva.press('Ja, låt bara kommunen läsa');
    expect(isBlank(officer)).toBe(true);
    expect(officer.text((await look()).card)).not.toContain(EVA.name);
    expect(newest(strategist)).toContain(NOTICE);
    await strategist.press(BUTTON.acknowledge);
    expect((await theIncident(town, eva))?.lead?.person).toBe(strategist.userId);
    expect(isTold(deputy)).toBe(false);
  });
});

describe('the party', () => {
  it('is not known: the strategist is asked', async () => {
    const { eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    const answer = eva.text(await eva.press(BUTTON.alarmParty));
    expect(answer).toContain(NAME.strategist);
    expect(newest(strategist)).toContain(NOTICE);
    expect(isTold(officer)).toBe(false);
  });

  it('is remembered once the person has alarmed with it, and never named in a chat; it can be forgotten', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await eva.say('rapportera hot');
    expect(JSON.stringify(eva.card())).not.toContain('"party":"S"');
    await eva.press(BUTTON.newEvent);
    const before = officer.chat().length;
    await eva.press(BUTTON.alarmParty);
    expect(officer.chat()).toHaveLength(before + 1);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.newEvent);
    await eva.press(FIRST.otherParty);
    await eva.press(FIRST.forget);
    expect(view(eva)).toContain(FIRST.forgotten);
    expect(eva.has(FIRST.alarm('S'))).toBe(true);
    expect((await town.tables.people.read(eva.userId))?.value.party).toBeUndefined();
  });
});

describe('who leads', () => {
  it('two officers of equal order: both told, the first to press leads, the other stands by and reads when they lead', async () => {
    const contacts = CONTACTS.map((one) => (one.party === 'S' ? { ...one, order: 1 } : one));
    const { town, eva, officer, deputy } = await openCast({ contacts });
    await alarm(eva);
    expect(newest(officer)).toContain(NOTICE);
    expect(newest(deputy)).toContain(NOTICE);
    const late = officer.keep(BUTTON.acknowledge);
    const before = officer.chat().length;
    await deputy.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.deputy} har tagit emot`);
    expect(officer.chat()).toHaveLength(before);
    expect(newest(officer)).toContain(`${NAME.deputy} leder redan. Tryck om du vill vara reserv`);
    const answer = officer.text((await late()).card);
    expect(answer).toContain(`${NAME.deputy} leder ärendet`);
    expect(answer).toContain(NOTICE_WORDS.reserveLines(NAME.deputy));
    expect(answer).toContain(`Ring ${PHONE.deputy}`);
    expect((await theIncident(town, eva))?.lead?.person).toBe(deputy.userId);
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    for (const page of ['details', 'story', 'versions', 'steps', 'tasks', 'reach'])
      expect(officer.text((await officer.invoke('', 'page', { id, page })).card)).not.toContain(EVA.name);
    expect(view(eva)).not.toMatch(new RegExp(`Kan [^"]*${NAME.officer}`));
    // Who has led reads on, and who leads now reads.
    await deputy.press(BUTTON.moreChoices);
    await deputy.press(BUTTON.handOver);
    await deputy.press(BUTTON.handOver, { 'Vem ska leda?': `${NAME.officer}, ${postOf('officer')}` });
    expect(deputy.text(await deputy.press(BUTTON.details))).toContain(EVA.name);
    await deputy.press(BUTTON.back);
    await officer.press(BUTTON.acknowledge);
    expect((await theIncident(town, eva))?.lead?.person).toBe(officer.userId);
    expect(officer.text(await officer.press(BUTTON.details))).toContain(EVA.name);
    expect(view(deputy)).toContain('Du är reserv och kan läsa');
  });

  it('the officer is the victim: the deputy is asked, the officer sees only their own status', async () => {
    const { town, officer, deputy } = await openCast();
    await alarm(officer);
    expect(view(officer)).toContain(NAME.deputy);
    expect(officer.has(BUTTON.acknowledge)).toBe(false);
    expect(newest(deputy)).toContain(NOTICE);
    await deputy.press(BUTTON.acknowledge);
    expect(newest(officer)).toContain(`${NAME.deputy} har tagit emot`);
    expect(officer.has(BUTTON.approve)).toBe(false);
    expect((await theIncident(town, officer))?.lead?.person).toBe(deputy.userId);
  });

  it('"Jag är för nära detta" on the notice: no reason asked, the deputy is asked, no way back', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    const take = officer.keep(BUTTON.acknowledge);
    const answer = officer.text(await officer.press(BUTTON.tooClose));
    expect(answer).toContain('Du är inte längre med i det här ärendet');
    expect(newest(deputy)).toContain(NOTICE);
    expect(eva.text()).toContain(NAME.deputy);
    await take();
    expect((await theIncident(town, eva))?.lead).toBeUndefined();
  });

  it('"Jag är för nära detta" of one who leads: the next one is asked and the former reads no more', async () => {
    const { eva, officer, deputy } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const look = officer.keep(BUTTON.details);
    await officer.press(BUTTON.moreChoices);
    await officer.press(BUTTON.tooClose);
    expect(newest(deputy)).toContain(NOTICE);
    expect(officer.text((await look()).card)).not.toContain(EVA.name);
    await deputy.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.deputy} har tagit emot`);
  });

  it('"Byt kontaktperson": the victim chooses, gives no reason; the former contact is out', async () => {
    const { eva, officer, deputy, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const page = eva.text(await eva.press(BUTTON.changeContact));
    expect(page).not.toContain(NAME.officer);
    await eva.press(BUTTON.changeContact, {
      'Ny kontaktperson': `${NAME.strategist}, ${titleOf('strategist')}`,
    });
    expect(isBlank(officer)).toBe(true);
    expect(newest(strategist)).toContain(NOTICE);
    expect(isTold(deputy)).toBe(false);
    await strategist.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.strategist} har tagit emot`);
    expect(officer.has(BUTTON.details)).toBe(false);
  });

  it('"Byt kontaktperson" before anyone has answered asks the one who was chosen', async () => {
    const { eva, officer, deputy } = await openCast();
    await alarm(eva);
    const page = eva.text(await eva.press(BUTTON.changeContact));
    // Nobody leads: there is no "den du har nu".
    expect(page).not.toContain(FORMS.changeContactLines[0]);
    expect(page).toContain(FORMS.changeContactUnled[0]);
    await eva.press(BUTTON.changeContact, {
      'Ny kontaktperson': `${NAME.deputy}, ${postOf('officer')}, ersättare`,
    });
    expect(newest(deputy)).toContain(NOTICE);
    expect(newest(officer)).toContain(OUT);
    expect(view(eva)).toContain(NAME.deputy);
  });

  it.each([7, 11])(
    '"Byt kontaktperson" after %i minutes without an answer: the municipality is asked still, by the same clock',
    async (minutes) => {
      const { town, eva, officer, deputy, strategist, deputyStrategist } = await openCast();
      await alarm(eva);
      await town.later(minutes * 60_000);
      expect(newest(strategist)).toContain(NOTICE);
      await eva.press(BUTTON.changeContact);
      await eva.press(BUTTON.changeContact, {
        'Ny kontaktperson': `${NAME.deputy}, ${postOf('officer')}, ersättare`,
      });
      expect(newest(officer)).toContain(OUT);
      expect(deputy.has(BUTTON.acknowledge)).toBe(true);
      expect((await theIncident(town, eva))?.declined.map(({ person }) => person)).toEqual([officer.userId]);
      expect(strategist.has(BUTTON.acknowledge)).toBe(true);
      expect(view(eva)).toContain(`Ring ${PHONE.strategist}`);
      await town.later((11 - minutes) * 60_000);
      expect(newest(deputyStrategist)).toContain(NOTICE);
      expect(newest(eva)).toContain(DUTY_OFFICER.name);
      // The deputy chosen is silent too: a strategist takes it, and reads.
      await strategist.press(BUTTON.acknowledge);
      expect(newest(eva)).toContain(`${NAME.strategist} har tagit emot`);
      expect(strategist.text(await strategist.press(BUTTON.details))).toContain(EVA.name);
    },
  );

  it('"Byt kontaktperson" to a strategist who was asked already: asked anew, and the party is out', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist } = await openCast();
    await alarm(eva);
    await town.later(7 * 60_000);
    const before = strategist.chat().length;
    await eva.press(BUTTON.changeContact);
    await eva.press(BUTTON.changeContact, {
      'Ny kontaktperson': `${NAME.strategist}, ${titleOf('strategist')}`,
    });
    expect(isBlank(officer) && isBlank(deputy)).toBe(true);
    expect(strategist.chat().length).toBeGreaterThan(before);
    expect(newest(strategist)).toContain(NOTICE);
    // The municipality's own ladder, by the clock of the alarm.
    expect(newest(deputyStrategist)).toContain(NOTICE);
  });

  it('"Jag kan inte": the next in line is asked, and who could not may still take it', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    const take = officer.keep(BUTTON.acknowledge);
    await officer.press(BUTTON.cannot);
    expect(newest(deputy)).toContain(NOTICE);
    expect(eva.text()).toContain(NAME.deputy);
    await deputy.press(BUTTON.cannot);
    expect(eva.text()).toContain(NAME.strategist);
    expect(deputy.text()).toContain('Frågan har gått vidare till nästa');
    await deputy.press(BUTTON.acknowledge);
    expect((await theIncident(town, eva))?.lead?.person).toBe(deputy.userId);
    // Somebody leads now: who could not come has no part in it any more.
    expect(officer.text((await take()).card)).toContain('Kortet går inte att öppna');
  });

  it('when all have said "Jag kan inte", they are asked again: nobody is left alone', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist, chief } = await openCast();
    await alarm(eva);
    for (const person of [officer, deputy, strategist, deputyStrategist]) await person.press(BUTTON.cannot);
    // Who oversees is not asked to lead: it does not rest with them.
    if (isInLine('chief')) expect(chief.has(BUTTON.acknowledge)).toBe(false);
    await town.later(60_000);
    expect(newest(officer)).toContain(NOTICE);
    await officer.press(BUTTON.acknowledge);
    expect((await theIncident(town, eva))?.lead?.person).toBe(officer.userId);
  });

  it('an officer who has not installed the bot: said at once, with the number; the deputy is told', async () => {
    const town = await openTown();
    const deputy = await town.contact(...rowOf('deputy'));
    const eva = await resident(town, EVA.id, EVA.name);
    const answer = eva.text(await alarm(eva));
    expect(answer).toContain(`I Teams når jag inte ${NAME.officer} (${titleOf('officer')})`);
    expect(answer).toMatch(new RegExp(`${NAME.officer}\\n[^\\n]+\\nRing ${PHONE.officer}`));
    expect(answer).toContain(`Meddelandet är på väg till ${NAME.deputy}`);
    expect(newest(deputy)).toContain(NOTICE);
  });

  it('nobody has installed the bot: the very response says so, with every number of the chain', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    const answer = eva.text(await alarm(eva));
    expect(answer).toContain('Ring ett av numren nu');
    for (const name of [NAME.officer, NAME.deputy, NAME.strategist, DUTY_OFFICER.name]) {
      expect(answer).toContain(name);
    }
    expect(answer).not.toMatch(/meddelade jag|på väg till/);
    // Nobody can be asked to ring either: whoever runs the bot is told of each who is next in line.
    const alerts = town.log.lines.filter((line) => line.includes('operatorAlert'));
    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts.join()).not.toContain(NAME.officer.split(' ')[0]);
  });

  it('an officer who installs the bot afterwards gets the notice then', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await alarm(eva);
    const officer = await town.contact(...rowOf('officer'));
    await town.later(60_000);
    expect(newest(officer)).toContain(NOTICE);
    await officer.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.officer} har tagit emot`);
  });
});

describe('panic', () => {
  it('twenty presses and twenty typed commands, one after the other: one incident, one notice', async () => {
    const { town, eva, officer } = await openCast();
    for (let count = 0; count < 20; count++) await eva.say('rapportera hot');
    const before = officer.chat().length;
    for (let count = 0; count < 20; count++) await alarm(eva);
    expect(await theIncident(town, eva)).toBeDefined();
    expect(officer.chat()).toHaveLength(before + 1);
    expect(eva.text(await eva.press(BUTTON.alarmParty))).toContain('Larmet är skickat');
  });

  it('twenty at the same moment: one incident, one notice, every press answered', async () => {
    const { town, eva, officer } = await openCast();
    const before = officer.chat().length;
    const typed = await Promise.all(Array.from({ length: 20 }, () => eva.say('rapportera hot')));
    expect(typed.every(({ status }) => status === 200)).toBe(true);
    const cards = eva.chat().filter((message) => JSON.stringify(message.card).includes('alarmParty'));
    const answers = await Promise.all(
      cards.map((message) => {
        const found = /"verb":"alarmParty","data":(\{[^}]*\})/.exec(JSON.stringify(message.card));
        return eva.invoke(message.id, 'alarmParty', { ...JSON.parse(found?.[1] ?? '{}'), party: 'S' });
      }),
    );
    for (const answer of answers) {
      expect(answer.body.statusCode).toBe(200);
      expect(eva.text(answer.card)).toContain(NAME.officer);
    }
    await town.later(1_000);
    expect(await theIncident(town, eva)).toBeDefined();
    expect(officer.chat()).toHaveLength(before + 1);
  });

  it('twenty presses of one card while the clock goes on: the incident stands once in the list of their own', async () => {
    const { town, eva, officer } = await openCast({ ticks: true });
    await eva.say('rapportera hot');
    const { id = '', card } = eva.chat().at(-1) ?? {};
    const found = /"verb":"alarmParty","data":(\{[^}]*\})/.exec(JSON.stringify(card));
    const data = { ...JSON.parse(found?.[1] ?? '{}'), party: 'S' };
    await Promise.all(Array.from({ length: 20 }, () => eva.invoke(id, 'alarmParty', data)));
    expect(await town.tables.index.of(eva.userId, 100)).toHaveLength(1);
    for (const one of [eva, officer]) {
      await one.say('mina ärenden');
      expect(one.text(one.card()).match(/Visa 20/g)).toHaveLength(1);
    }
  });

  it('says on the first card that the alarm is raised already', async () => {
    const { eva } = await openCast();
    await alarm(eva);
    await eva.say('rapportera hot');
    expect(newest(eva)).toContain('Ingen har svarat sedan dess');
  });

  it('"Jag tryckte fel" marks and does not close: the officer still rings', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    const answer = eva.text(await eva.press(BUTTON.mistake));
    expect(answer).toContain('Du sa att du tryckte fel');
    expect(eva.has(BUTTON.mistake)).toBe(false);
    expect(await theIncident(town, eva)).toMatchObject({ state: 'open' });
    expect(officer.text(await officer.press(BUTTON.acknowledge))).toContain(
      'Ring ändå och hör efter om allt är bra',
    );
  });
});

const NILS = '7e57da7a-0000-4000-8000-000000000041';
const ULLA = {
  id: '7e57da7a-0000-4000-8000-000000000042',
  name: 'Ulla Svart',
  email: 'ulla.svart@kommun.example',
};

/** Nils tells of what happened to Ulla; the strategist takes it on and binds Ulla to her account. */
const MAY_READ = 'Vill personen att partiet får läsa det här?';

async function reportedByAnother(knows = 'Ja, personen vet', more: Record<string, string> = {}) {
  const { [MAY_READ]: may, ...phone } = more;
  const cast = await openCast();
  const nils = await resident(cast.town, NILS, 'Nils Berglind');
  const ulla = await resident(cast.town, ULLA.id, ULLA.name, ULLA.email);
  await nils.say('rapportera hot');
  await nils.press(BUTTON.safe);
  await nils.press(REPORT.forOther);
  await nils.press(BUTTON.next, {
    'Personens namn': ULLA.name,
    'Hur känner du personen?': 'Kollega',
    'Vet personen om det?': knows,
    'Personens parti': 'Socialdemokraterna (S)',
    ...(may === undefined ? {} : { [MAY_READ]: may }),
  });
  await nils.press(BUTTON.next, { 'Din telefon': '070-174 06 88', ...phone });
  await nils.press(BUTTON.review, { 'Vad hände': `${SECRET} ett brev` });
  await nils.press(BUTTON.send);
  return { ...cast, nils, ulla };
}

async function bound(cast: Cast) {
  await cast.strategist.press(BUTTON.acknowledge);
  await cast.strategist.press(BUTTON.moreChoices);
  await cast.strategist.press(BUTTON.bind);
  await cast.strategist.press(BUTTON.bind, { 'Den utsattes e-post': ULLA.email });
}

async function belongsToUlla() {
  const cast = await reportedByAnother();
  await bound(cast);
  await cast.ulla.press('Ja, det gäller mig');
  expect(newest(cast.ulla)).toContain('Är det okej att ditt parti får veta?');
  return cast;
}

const ullasIncident = async (town: Town, nils: Person) => theIncident(town, nils);

describe('someone else reports', () => {
  it('goes to the strategist only; the reporter sees that it was received and no more', async () => {
    const { nils, officer, strategist, town } = await reportedByAnother();
    expect(view(nils)).toContain('Tack för att du berättade');
    expect(nils.has(BUTTON.details)).toBe(false);
    expect(newest(strategist)).toContain(CALM_NOTICE);
    expect(isTold(officer)).toBe(false);
    expectNowherePosted(town, SECRET, ULLA.name);
  });

  it('for someone who asked for it and wants the party to read: the party is told, and the reporter hears who took it', async () => {
    const chosen = {
      'Vill personen att partiet får läsa det här?': 'Ja',
      'Personens telefon': '070-174 06 77',
    };
    const { town, nils, officer } = await reportedByAnother(REPORT.knows.chosen, chosen);
    expect(newest(officer)).toContain(CALM_NOTICE);
    expect(view(nils)).toContain(`${FIRST_CONTACT} har fått rapporten. Ingen har svarat än.`);
    expect((await theIncident(town, nils))?.consent).toMatchObject({ to: 'party', asked: 'proxy' });
    const taken = JSON.stringify(await officer.press(BUTTON.acknowledge));
    // The victim's number is rung, never the reporter's.
    expect(taken).toContain('tel:0701740677');
    expect(taken).not.toContain('0701740688');
    expect(officer.text(await officer.press(BUTTON.details))).toContain('070-174 06 88');
    await nils.say('mina ärenden');
    await nils.press(LISTS.show((await theIncident(town, nils))?.reference ?? ''));
    expect(view(nils)).toContain(`${NAME.officer} har tagit emot.`);
  });

  it.each(['Nej', 'Jag vet inte', ''])(
    'who asked for it, and whether the party may read is "%s": the municipality only, without any consent',
    async (answer) => {
      const { town, nils, officer, strategist } = await reportedByAnother(REPORT.knows.chosen, {
        'Vill personen att partiet får läsa det här?': answer,
      });
      expect(newest(strategist)).toContain(CALM_NOTICE);
      expect(isTold(officer)).toBe(false);
      expect(view(nils)).not.toContain('Partiets');
      expect((await theIncident(town, nils))?.consent).toBeUndefined();
    },
  );

  it('bound by e-mail: an address that nobody has is said so, what was typed stays', async () => {
    const { strategist } = await reportedByAnother();
    await strategist.press(BUTTON.acknowledge);
    await strategist.press(BUTTON.moreChoices);
    await strategist.press(BUTTON.bind);
    const answer = await strategist.press(BUTTON.bind, {
      'Den utsattes e-post': 'ingen@kommun.example',
    });
    expect(strategist.text(answer)).toContain('Jag hittar ingen med den e-posten');
    expect(JSON.stringify(answer)).toContain('ingen@kommun.example');
  });

  it('"Gäller det dig?" shows nothing before the answer; no leaves the incident without an account', async () => {
    const cast = await reportedByAnother();
    const { ulla, nils, town } = cast;
    await bound(cast);
    expect(newest(ulla)).toContain('Gäller det dig?');
    expect(newest(ulla)).not.toMatch(/\d{4}-[0-9A-Z]{4}/);
    const incident = await ullasIncident(town, nils);
    const look = await ulla.invoke(ulla.chat().at(-1)?.id ?? '', 'page', {
      id: incident?.id,
      page: 'details',
    });
    expect(ulla.text(look.card)).not.toContain(SECRET);
    const said = /\d{4}-[0-9A-Z]{4}|\d{1,2} (januari|november|december)|i dag|nyss/;
    const mine = ulla.text(await ulla.say('mina ärenden'));
    expect(mine).toContain('Någon väntar på ditt svar');
    expect(mine).not.toMatch(said);
    expect(ulla.text(await ulla.press('Visa frågan'))).toContain('Gäller det dig?');
    // What becomes of a card when a newer one has taken its place.
    await ulla.install();
    await town.later(60_000);
    expect(ulla.text()).toContain('Se det nya kortet nedanför.');
    expect(ulla.text()).not.toMatch(said);
    await ulla.press('Nej, det gäller inte mig');
    expect(view(ulla)).toContain('Tack för svaret. Du hör inte mer om det här');
    expect(ulla.text()).not.toMatch(/\d{4}-[0-9A-Z]{4}/);
    expect((await ullasIncident(town, nils))?.victim).toMatchObject({ bound: 'no' });
    await cast.strategist.press(BUTTON.moreChoices);
    expect(cast.strategist.has(BUTTON.bind)).toBe(true);
  });

  it('"Ja, det är okej": the officer is asked to lead, and the victim has their own card', async () => {
    const { ulla, officer, town, nils } = await belongsToUlla();
    await ulla.press('Ja, det är okej');
    expect(newest(officer)).toContain(CALM_NOTICE);
    await officer.press(BUTTON.acknowledge);
    expect(newest(ulla)).toContain(`${NAME.officer} har tagit emot`);
    expect(ulla.text(await ulla.press(BUTTON.details))).toContain(`${SECRET} ett brev`);
    expect((await ullasIncident(town, nils))?.consent).toMatchObject({ to: 'party', asked: 'card' });
  });

  it('"Nej, bara kommunen": the strategist goes on leading, the party hears nothing', async () => {
    const { ulla, officer, strategist, town, nils } = await belongsToUlla();
    await ulla.press('Nej, bara kommunen');
    expect(isTold(officer)).toBe(false);
    expect((await ullasIncident(town, nils))?.lead?.person).toBe(strategist.userId);
    expect(view(ulla)).toContain(NAME.strategist);
  });

  it('"Ta bort mitt namn": kept as an event without a person, steps ended, nothing more for the victim', async () => {
    const { ulla, officer, strategist, town, nils } = await belongsToUlla();
    const answer = ulla.text(await ulla.press('Ta bort mitt namn'));
    expect(answer).toContain('Du hör inte mer om det här');
    expect(isTold(officer)).toBe(false);
    const incident = await ullasIncident(town, nils);
    expect(incident?.victim).toEqual({ bound: 'struck', epoch: expect.any(Number) });
    // Hidden, not deleted: erasure takes a decision. Nothing that anybody is shown holds it.
    expect(incident?.hidden).toMatchObject({ name: ULLA.name, person: ULLA.id });
    expect(ulla.has(BUTTON.details)).toBe(false);
    await strategist.say(`ärende ${incident?.reference}`);
    expect(strategist.text(await strategist.press(BUTTON.details))).not.toContain(ULLA.name);
  });

  it('"Ring mig först": stands on top of the card of the one who leads, until someone has rung', async () => {
    const { ulla, officer, strategist } = await belongsToUlla();
    await ulla.press('Ring mig först');
    expect(view(ulla)).toContain('Du har bett att någon ringer');
    expect(newest(strategist)).toContain('Den utsatte vill att du ringer');
    await strategist.press(BUTTON.spoke);
    expect(strategist.text(strategist.card())).not.toContain('vill att du ringer');
    expect(isTold(officer)).toBe(false);
  });

  it('a victim who is not bound stays a name', async () => {
    const { strategist } = await reportedByAnother('Nej, inte än');
    const taken = strategist.text(await strategist.press(BUTTON.acknowledge));
    expect(taken).toContain(ULLA.name);
    expect(taken).toContain('Den utsatte har inget konto här än');
    expect(referenceIn(taken)).toMatch(/^2026-/);
  });
});

it('"rapportera hot" to sent is at most four presses, and an alarm is one', async () => {
  const { eva, officer } = await openCast();
  let presses = 0;
  const press = eva.press;
  eva.press = async (...args) => {
    presses++;
    return press(...args);
  };
  await report(eva);
  expect(presses).toBeLessThanOrEqual(4);
  expect(newest(officer)).toContain(CALM_NOTICE);
  presses = 0;
  await alarm(eva);
  expect(presses).toBe(1);
  expect(newest(officer)).toContain(NOTICE);
});
