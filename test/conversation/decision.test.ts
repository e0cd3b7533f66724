import { BUTTON, DANGER_STRIP, NOTHING_HERE } from '../../src/content/texts/common';
import { DECISION } from '../../src/content/texts/police';
import { REFUSALS } from '../../src/content/texts/refusals';
import { REPORT } from '../../src/content/texts/report';
import { STATUS } from '../../src/content/texts/victim';
import { DUTY_OFFICER, NAME, PHONE, titleOf } from './here';
import {
  alarm,
  askedAboutPolice,
  type Cast,
  EVA,
  newest,
  openCast,
  openStep,
  resident,
  theIncident,
  view,
} from './support';

const CHIEF_TITLE = 'En polisanmälan ska göras';
const MADE = {
  'Vem anmälde?': 'Per',
  'Polisens nummer på anmälan': '5000-K1-26',
  'Jag har begärt åtkomstskydd': 'true',
  'Jag har sagt att det rör ett politiskt uppdrag': 'true',
};

async function decided(answer: string): Promise<Cast> {
  const cast = await openCast();
  await askedAboutPolice(cast);
  expect(newest(cast.eva)).toContain('Vill du att det polisanmäls?');
  await cast.eva.press(answer);
  return cast;
}

const reportStates = async ({ town, eva }: Cast) => {
  const steps = (await theIncident(town, eva))?.steps;
  const state = (step: string) => steps?.[step]?.state ?? 'waiting';
  return [state('police-report'), state('police-report-restricted'), state('police-report-link')];
};

/** What the police answered comes later, and is written without opening the step again. */
async function laterAnswer({ town, eva, chief }: Cast): Promise<void> {
  await chief.press('Skriv polisens svar om åtkomstskydd');
  await chief.press(BUTTON.save, { 'Blev anmälan åtkomstskyddad?': 'Ja' });
  expect((await theIncident(town, eva))?.steps['police-report-restricted']).toMatchObject({
    state: 'done',
    endedBy: chief.userId,
    records: { outcome: 'granted' },
  });
}

describe("the victim's word on the police report", () => {
  it('is asked with all six answers, the recommendation, and that it is theirs alone', async () => {
    const cast = await openCast();
    await askedAboutPolice(cast);
    const asked = newest(cast.eva);
    for (const answer of [
      'Ja, kommunen anmäler',
      'Ja, jag anmäler själv',
      'Ja, någon annan anmäler',
      'Nej, ingen anmälan',
      'Inte nu, fråga igen',
      'Jag kan inte svara nu',
    ]) {
      expect(asked).toContain(answer);
    }
    expect(asked).toContain('Det som har hänt bör anmälas');
    expect(asked).toContain('det är bara du som bestämmer');
    expect(asked).toContain('rätt att begära att anmälan blir åtkomstskyddad');
    expect(asked).toContain('om du själv ber om det');
    expect(asked).toContain('Du kan ändra ditt svar tills anmälan är gjord');
  });

  it('yes, the municipality: the chief executive gets a card at once and ends all three steps on it', async () => {
    const cast = await decided('Ja, kommunen anmäler');
    const { eva, chief } = cast;
    // On top: what happens now, who does it, and by when; and where to change it.
    expect(view(eva)).toContain('Kommunen anmäler åt dig');
    expect(view(eva)).toContain(`${NAME.chief} (${titleOf('chief')}) har fått uppdraget.`);
    expect(view(eva)).toMatch(
      new RegExp(`Är anmälan inte gjord kl\\. \\d\\d\\.\\d\\d frågar jag ${NAME.deputyChief}`),
    );
    expect(eva.has(BUTTON.changeAnswer)).toBe(true);
    expect(newest(chief)).toContain(CHIEF_TITLE);
    await chief.press(BUTTON.fillIn);
    await chief.press('Anmälan är gjord', MADE);
    // Done: the day and that it was asked to be restricted on the card, the number on a press.
    expect(view(eva)).toContain('Polisanmälan är gjord');
    expect(view(eva)).toMatch(/Datum: [^.]+\. Åtkomstskydd är begärt\./);
    expect(view(eva)).not.toContain(MADE['Polisens nummer på anmälan']);
    expect(eva.text(await eva.press(BUTTON.showReport))).toContain(MADE['Polisens nummer på anmälan']);
    expect(await reportStates(cast)).toEqual(['done', 'done', 'done']);
  });

  it.each([
    ['Ja, kommunen anmäler', 'chief'],
    ['Ja, jag anmäler själv', 'eva'],
  ] as const)('a suspected hate crime is to be said by whoever reports (%s)', async (answer, who) => {
    const cast = await decided(answer);
    const { town, eva } = cast;
    const form = async () => {
      await cast[who].press(BUTTON.fillIn);
      const shown = view(cast[who]);
      await cast[who].press(BUTTON.back);
      return shown;
    };
    expect(await form()).not.toContain(DECISION.hate);
    const id = (await theIncident(town, eva))?.id;
    await eva.invoke('', 'amend', { id, page: 'motive', hate: 'yes', once: 'hate1' });
    expect(await form()).toContain(DECISION.hate);
  });

  it('yes, by the municipality: what was not done with the report stays with the chief executive', async () => {
    const cast = await decided('Ja, kommunen anmäler');
    await cast.chief.press(BUTTON.fillIn);
    await cast.chief.press('Anmälan är gjord', { ...MADE, 'Jag har begärt åtkomstskydd': 'false' });
    // What is left of it is asked at once.
    expect(cast.chief.text()).toContain('Begär åtkomstskydd');
    // It is made: the victim is not told that somebody will be asked to make it.
    expect(view(cast.eva)).toContain('Polisanmälan är gjord');
    expect(view(cast.eva)).not.toContain('Är anmälan inte gjord');
    await cast.chief.press('Jag har begärt det', {
      'Blev anmälan åtkomstskyddad?': 'Polisen har inte svarat',
    });
    expect(await reportStates(cast)).toEqual(['done', 'done', 'done']);
    await laterAnswer(cast);
  });

  it('yes, myself: the victim gets the card with what to say, the chief executive hears nothing', async () => {
    const cast = await decided('Ja, jag anmäler själv');
    const { eva, chief } = cast;
    expect(newest(eva)).toContain('Du anmäler själv');
    expect(newest(eva)).toContain('114 14');
    expect(chief.text()).not.toContain('Ärende');
    await eva.press(BUTTON.fillIn);
    await eva.press('Anmälan är gjord', MADE);
    expect(await reportStates(cast)).toEqual(['done', 'done', 'done']);
  });

  it('yes, someone else: the lead writes down for them when it has been made', async () => {
    const cast = await decided('Ja, någon annan anmäler');
    expect(cast.chief.text()).not.toContain('Ärende');
    // The answer came as a new card.
    await cast.officer.press(BUTTON.moreChoices);
    await openStep(cast.officer, 'police-report');
    await cast.officer.press('Anmälan är gjord', MADE);
    expect(await reportStates(cast)).toEqual(['done', 'done', 'done']);
  });

  it('no: the three steps are not needed, and nobody is asked to report', async () => {
    const cast = await decided('Nej, ingen anmälan');
    expect(await reportStates(cast)).toEqual(['notApplicable', 'notApplicable', 'notApplicable']);
    expect(cast.chief.text()).not.toContain('Ärende');
    expect(view(cast.eva)).toContain('Ingen anmälan från dig');
  });

  it.each([
    ['Inte nu, fråga igen', 'Vi väntar med polisanmälan'],
    ['Jag kan inte svara nu', 'Du behöver inte svara nu'],
  ])('%s: nothing begins, and the door stays open', async (answer, remark) => {
    const cast = await decided(answer);
    expect(await reportStates(cast)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(view(cast.eva)).toContain(remark);
    await cast.eva.press(BUTTON.changeAnswer);
    await cast.eva.press('Ja, kommunen anmäler');
    expect(newest(cast.chief)).toContain(CHIEF_TITLE);
  });

  it('yes, then no, then yes: the chief executive loses the card and gets a new one', async () => {
    const cast = await decided('Ja, kommunen anmäler');
    const { eva, chief } = cast;
    const before = chief.chat().length;
    await eva.press(BUTTON.changeAnswer);
    await eva.press('Nej, ingen anmälan');
    expect(chief.text()).not.toContain(CHIEF_TITLE);
    // Why, as they may be on the telephone with the police; not what the victim said instead.
    expect(view(chief)).toMatch(
      /ändrat sitt svar\. Kommunen ska inte anmäla\. Har du redan gjort det\? Ring /,
    );
    expect(view(chief)).not.toMatch(/Nej|Norrlycke/);
    expect(chief.has(BUTTON.contacts)).toBe(true);
    expect(chief.chat()).toHaveLength(before);
    await eva.press(BUTTON.changeAnswer);
    await eva.press('Ja, kommunen anmäler');
    expect(newest(chief)).toContain(CHIEF_TITLE);
    expect(chief.chat()).toHaveLength(before + 1);
    expect(await reportStates(cast)).toEqual(['waiting', 'waiting', 'waiting']);
    await chief.press(BUTTON.fillIn);
    await chief.press('Anmälan är gjord', MADE);
    expect(await reportStates(cast)).toEqual(['done', 'done', 'done']);
  });

  it('a yes that is taken back while the chief executive fills in the form: what they wrote is theirs to copy', async () => {
    const cast = await decided('Ja, kommunen anmäler');
    const { eva, chief } = cast;
    await chief.press(BUTTON.fillIn);
    const made = chief.keep('Anmälan är gjord');
    await eva.press(BUTTON.changeAnswer);
    await eva.press('Nej, ingen anmälan');
    const answer = await made({ name: 'Per Ask', number: '5000-K1-26' });
    const said = chief.text(answer.card);
    expect(said).toContain(NOTHING_HERE.title);
    expect(said).toContain(NOTHING_HERE.typed);
    for (const text of ['Per Ask', '5000-K1-26']) expect(said).toContain(text);
    expect(await reportStates(cast)).not.toContain('done');
  });

  it('is not changeable when the report has been made: the old button says so', async () => {
    const cast = await decided('Ja, kommunen anmäler');
    const { town, eva, chief } = cast;
    await eva.press(BUTTON.changeAnswer);
    const no = eva.keep('Nej, ingen anmälan');
    await chief.press(BUTTON.fillIn);
    await chief.press('Anmälan är gjord', MADE);
    const answer = await no();
    expect(answer.status).toBe(200);
    expect(eva.text(answer.card)).toContain('Anmälan är redan gjord');
    expect((await theIncident(town, eva))?.decision?.answer).toBe('municipality');
    await eva.say('mina ärenden');
    await eva.press(`Visa ${(await theIncident(town, eva))?.reference}`);
    expect(eva.has(BUTTON.changeAnswer)).toBe(false);
  });

  it('no longer lets the chief executive read once the victim has taken the yes back', async () => {
    const cast = await decided('Ja, kommunen anmäler');
    const look = cast.chief.keep(BUTTON.details);
    expect(cast.chief.text((await look()).card)).toContain(EVA.name);
    await cast.eva.press(BUTTON.changeAnswer);
    await cast.eva.press('Nej, ingen anmälan');
    const answer = await look();
    expect(answer.body.statusCode).toBe(200);
    expect(cast.chief.text(answer.card)).not.toContain(EVA.name);
  });

  it('is read aloud to a victim without an account, with how the answer was given', async () => {
    const { town, strategist, chief, otherOfficer } = await openCast();
    const colleague = await resident(town, '7e57da7a-0000-4000-8000-000000000041', 'Nils Berglind');
    await colleague.say('rapportera hot');
    await colleague.press(BUTTON.safe);
    await colleague.press(REPORT.forOther);
    await colleague.press(BUTTON.next, {
      'Personens namn': 'Ulla Svart',
      'Vet personen om det?': 'Ja, personen vet',
    });
    await colleague.press(BUTTON.next);
    await colleague.press(BUTTON.review, { 'Vad hände': 'Ett brev' });
    await colleague.press(BUTTON.send);
    expect(otherOfficer.text()).not.toContain('Ärende 2026');

    await strategist.press(BUTTON.acknowledge);
    await strategist.press(BUTTON.moreChoices);
    await strategist.press(BUTTON.recordDecision);
    const refused = strategist.text(await strategist.press(BUTTON.save, { Svar: 'Ja, kommunen anmäler' }));
    expect(refused).toContain('Fyll i det här');
    await strategist.press(BUTTON.save, {
      Svar: 'Ja, kommunen anmäler',
      'Hur fick du svaret?': 'Telefon klockan tio',
    });
    expect((await theIncident(town, colleague))?.decision).toMatchObject({
      answer: 'municipality',
      how: 'Telefon klockan tio',
    });
    expect(newest(chief)).toContain(CHIEF_TITLE);
  });
});

/** The lead's form for the victim's answer, kept before it went away. */
async function writtenDown({ officer }: Cast, answer: string) {
  await officer.press(BUTTON.moreChoices);
  await officer.press(BUTTON.recordDecision);
  return () => officer.press(BUTTON.save, { Svar: answer, 'Hur fick du svaret?': 'Telefon klockan tio' });
}

describe('an answer that somebody else writes down', () => {
  it('is not written over the victim’s own, not by an older form either; who leads reads what they said', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await askedAboutPolice(cast);
    const save = await writtenDown(cast, 'Nej, ingen anmälan');
    await eva.press('Ja, kommunen anmäler');
    expect(officer.text(await save())).toContain(REFUSALS.victimDecided);
    const decision = (await theIncident(town, eva))?.decision;
    expect(decision).toMatchObject({ answer: 'municipality' });
    expect(decision?.by).toBeUndefined();
    expect(view(officer)).toMatch(/Den utsatte svarade om polisanmälan: Ja, kommunen anmäler \(kl\./);
    await officer.press(BUTTON.moreChoices);
    expect(officer.has(BUTTON.recordDecision)).toBe(false);
    await officer.press(BUTTON.back);
    expect(officer.text(await officer.press(BUTTON.details))).toContain(DECISION.saidLabel);
  });

  it('is told to whoever leads, once, by day, and not to who wrote it down', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await askedAboutPolice(cast);
    const before = officer.chat().length;
    await eva.press('Ja, kommunen anmäler');
    expect(officer.chat()).toHaveLength(before + 1);
    expect(newest(officer)).toContain('Den utsatte svarade om polisanmälan: Ja, kommunen anmäler');
    // It opens at once: nothing of it waits for the lead.
    expect(newest(cast.chief)).toContain(CHIEF_TITLE);
    await town.later(60_000);
    expect(officer.chat()).toHaveLength(before + 1);
  });

  it('is the victim’s to read, with who wrote it, and to take back', async () => {
    const cast = await openCast();
    const { town, eva, chief } = cast;
    await askedAboutPolice(cast);
    await (await writtenDown(cast, 'Ja, kommunen anmäler'))();
    expect(newest(eva)).toContain(`${NAME.officer} skrev in ditt svar kl.`);
    expect(newest(eva)).not.toContain('Du svarade');
    // What was typed stands on no card that stays.
    expect(newest(eva)).not.toContain('Telefon klockan tio');
    expect(eva.text(await eva.press(BUTTON.details))).toContain('Telefon klockan tio');
    expect(chief.text(await chief.press(BUTTON.details))).not.toContain('Telefon klockan tio');
    await eva.press(BUTTON.back);
    await eva.press(BUTTON.changeAnswer);
    await eva.press('Nej, ingen anmälan');
    expect((await theIncident(town, eva))?.decision).toMatchObject({ answer: 'no' });
    expect((await theIncident(town, eva))?.decision?.by).toBeUndefined();
  });
});

describe('a question, while nobody answers', () => {
  const askLead = async (cast: Cast) => {
    await askedAboutPolice(cast);
    await cast.officer.press(BUTTON.moreChoices);
    await cast.officer.press(BUTTON.cannot);
  };
  /** Whom to ring and who was asked, and the question as a press below them. */
  const expectStatus = (shown: string) => {
    expect(shown).toContain(DANGER_STRIP[0]);
    expect(shown).toContain(`Ring ${PHONE.deputy}`);
    expect(shown).toMatch(new RegExp(`meddelade jag .*${NAME.deputy}|på väg till .*${NAME.deputy}`));
    expect(shown).toContain(STATUS.question);
    expect(shown).not.toContain(DECISION.title);
  };

  it('who leads can no longer: numbers and who was asked are on top, and the answer to another alarm too', async () => {
    const cast = await openCast();
    const { town, eva } = cast;
    await askLead(cast);
    expectStatus(newest(eva));
    expectStatus(eva.text(await alarm(eva)));
    await town.later(11 * 60_000);
    expectStatus(newest(eva));
    expect(newest(eva)).toContain(`Ring ${DUTY_OFFICER.phone}`);
  });

  it('"Ring mig nu" is answered by who was told, and the question comes back when they have talked', async () => {
    const cast = await openCast();
    const { eva, officer } = cast;
    await askedAboutPolice(cast);
    expect(newest(eva)).toContain(`Ring ${PHONE.officer}`);
    await eva.press(BUTTON.status);
    const answer = eva.text(await eva.press(BUTTON.callNow));
    expect(answer).toContain(`Ring ${PHONE.officer}`);
    expect(answer).not.toContain(DECISION.title);
    await officer.press(BUTTON.spoke);
    expect(view(eva)).toContain(DECISION.title);
  });

  it('is answered from its own page, and leads back to the card', async () => {
    const cast = await openCast();
    const { town, eva } = cast;
    await askLead(cast);
    const page = eva.text(await eva.press(STATUS.showQuestion));
    expect(page).toContain(DECISION.title);
    expectStatus(eva.text(await eva.press(BUTTON.back)));
    await eva.press(STATUS.showQuestion);
    const answer = eva.text(await eva.press(DECISION.answers.no));
    expect(answer).toContain(`Ring ${PHONE.deputy}`);
    expect(answer).not.toContain(STATUS.question);
    expect((await theIncident(town, eva))?.decision?.answer).toBe('no');
  });
});
