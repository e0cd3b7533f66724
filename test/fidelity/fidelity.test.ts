import { routine } from '../../src/content/municipalities/oxelosund/routine';
import { CHECK_ANSWERS, GROUPS, KINDS, YES_NO, YES_NO_UNKNOWN } from '../../src/routine/model/codes';
import type { Incident } from '../../src/routine/model/incident';
import { SECRET } from '../conversation/support';
import { tellCalm, tellMunicipality, tellPhone, tellProxy, tellSerious, tellVictimsOwn } from './others';
import type { Ended, Who } from './people';
import { part, row, unbound } from './row';
import { COUNTS, QUESTIONS, ROWS } from './rows';
import { type Story, tellStory } from './story';

/*
 * The plan held against the product, a test a row: who has the button and who has not, what is asked with which answers, what
 * stands in the tables afterwards. Everything came in as presses and went out as cards; see `story.ts` and `others.ts`.
 */

async function tellOthers() {
  const calm = await part(tellCalm);
  const phone = await part(tellPhone);
  const victims = await part(tellVictimsOwn);
  const serious = await part(tellSerious);
  const municipality = await part(tellMunicipality);
  const proxy = await part(tellProxy);
  return {
    get calm() {
      return calm.value;
    },
    get phone() {
      return phone.value;
    },
    get victims() {
      return victims.value;
    },
    get serious() {
      return serious.value;
    },
    get municipality() {
      return municipality.value;
    },
    get proxy() {
      return proxy.value;
    },
  };
}

let told: Story;
let other: Awaited<ReturnType<typeof tellOthers>>;
beforeAll(async () => {
  told = await tellStory();
  other = await tellOthers();
});

const stepIn = (incident: Incident | undefined, id: string) => incident?.steps[id];
const ownerOf = (id: string) => routine.steps.find((step) => step.id === id)?.section;

/** One owner had the button, nobody else could, and the records are these. */
function expectEnded(ended: Ended, owner: Who, by: string | undefined, records: Record<string, string>) {
  expect(ended.had).toEqual([owner]);
  expect(ended.slippedIn).toEqual([]);
  expect(ended.stored).toMatchObject({ state: 'done', endedBy: by, isForOwner: false });
  expect(ended.stored?.records).toEqual(records);
}
const codesOf = (ended: { form: Ended['form'] }, field: string) => ended.form[field]?.codes;
const lead = () => told.contact.taken.lead?.person;
const strategist = () => told.police.advice.stored?.endedBy;
const chief = () => told.police.report.stored?.endedBy;

/** What this case does not drive through the door yet. */
const STILL_OPEN: readonly string[] = [];

describe('the rows', () => {
  it('are the 82 that the plan has, with its 26 questions', () => {
    const count = (table: string) => ROWS.filter(({ id }) => id.startsWith(table)).length;
    for (const [table, rows] of Object.entries(COUNTS)) expect([table, count(table)]).toEqual([table, rows]);
    expect(ROWS).toHaveLength(82);
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(82);
    expect(ROWS.flatMap(({ questions = [] }) => questions)).toHaveLength(QUESTIONS);
  });

  it('are shown whole but for these: who shows one takes it out, and no new one comes unseen', () => {
    expect(ROWS.filter(({ open }) => open).map(({ id }) => id)).toEqual(STILL_OPEN);
  });

  it('are those of the municipality’s routine, in its sections', () => {
    const steps = ROWS.filter(({ id }) => id.startsWith('A'));
    expect(steps.map(({ section }) => section)).toEqual(routine.steps.map(({ section }) => section));
    expect(steps.map(({ stored }) => /^[a-z-]+/.exec(stored)?.[0])).toEqual(
      routine.steps.map(({ id }) => id),
    );
    const questions = routine.checks.flatMap(({ checks, comments }) => [...checks, ...comments]);
    // "Who first, who was chosen" is one row.
    expect(questions).toHaveLength(COUNTS.C + 1);
  });

  it('have a test each', () => {
    expect(unbound()).toEqual([]);
  });
});

describe('A Bilaga 3', () => {
  row('A1', () => {
    expect(told.contact.takers).toEqual([]);
    expect(told.sent.route).toBe('party');
    expect(stepIn(told.sent, 'inform-officer')?.state).not.toBe('done');
    expect(stepIn(told.contact.taken, 'inform-officer')).toMatchObject({ state: 'done', endedBy: lead() });
    expect(other.proxy.incident).toMatchObject({ route: 'party', reporter: { kind: 'proxy' } });
    // Gone to the municipality only, nothing says that the party knows.
    expect(stepIn(other.municipality.incident, 'inform-officer')).toMatchObject({
      state: 'notApplicable',
      because: 'municipalityChosen',
    });
    expect(other.municipality.officer).not.toContain('Ärende 2026');
  });
  row('A2', () => {
    const { assess } = told.contact;
    expectEnded(assess, 'officer', lead(), {
      kinds: 'threat',
      serious: 'yes',
      care: 'yes',
      strategist: 'yes',
      together: 'no',
      why: `${SECRET} hen sov`,
      support: `${SECRET} Gunnel`,
    });
    expect(codesOf(assess, 'kinds')).toEqual([...KINDS]);
    for (const field of ['serious', 'care', 'strategist', 'together'])
      expect(codesOf(assess, field)).toEqual([...YES_NO]);
  });
  row('A3', () => {
    const { phone, victims, serious, calm } = other;
    expect(phone.before).toBe(false);
    expect(phone.holders).toEqual(['eva', 'officer']);
    expect(phone.reads).toBe(true);
    expect(phone.contacted.strategist).toMatchObject({ why: 'contacted' });
    expect(stepIn(phone.contacted, 'contact-strategist')).toMatchObject({ state: 'done', isForOwner: false });
    expect(victims.others).toEqual([]);
    expect(stepIn(calm.afterAssess, 'contact-strategist')).toMatchObject({ state: 'notApplicable' });
    for (const incident of [told.contact.taken, serious.incident]) {
      expect(incident.strategist).toMatchObject({ steps: ['contact-police'] });
      expect(stepIn(incident, 'contact-strategist')?.state).not.toBe('done');
    }
    expect(stepIn(told.contact.contacted, 'contact-strategist')).toMatchObject({
      state: 'done',
      endedBy: lead(),
    });
    expect(told.contact.contacted.strategist).toMatchObject({ why: 'contacted' });
    expect(told.contact.contacted.strategist?.steps).toBeUndefined();
  });
  row('A4', () => {
    const { advice } = told.police;
    expectEnded(advice, 'strategist', strategist(), {
      when: '2026-11-24',
      whom: 'Kommunpolisen',
      advice: `${SECRET} anmäl`,
      link: 'true',
      linkWhy: '',
      victimSupport: 'offered',
      victimSupportOffer: `${SECRET} en telefontid`,
      protection: 'nothing',
      protectionOffer: '',
      toKnow: '',
      nothingToKnow: 'true',
    });
    expect(told.contact.early.police).toContain('Ring polisen och fråga om råd');
  });
  row('A5', () => {
    const { report, heldBy, decided, chiefBefore, duty } = told.police;
    expect(chiefBefore).not.toContain('Ärende 2026');
    expect(duty).toContain('Polisanmälan');
    expect(decided.decision).toMatchObject({ answer: 'municipality' });
    expectEnded(report, 'chief', chief(), {
      when: '2026-11-24',
      by: 'Margareta Holmsäter',
      number: '5000-K1-26',
    });
    expect(heldBy).toEqual([]);
    expect(stepIn(other.calm.declined, 'police-report')).toMatchObject({ because: 'victimDeclined' });
  });
  row('A6', () => {
    const { report, outcome, outcomeForm } = told.police;
    const step = 'police-report-restricted';
    expect(report.form[step]?.type).toBe('Input.Toggle');
    expect(stepIn(report.incident, step)).toMatchObject({ state: 'done', endedBy: chief(), records: {} });
    expect(outcomeForm.outcome?.codes).toEqual(['granted', 'refused', 'noWord']);
    expect(stepIn(outcome, step)).toMatchObject({ state: 'done', records: { outcome: 'granted' } });
    expect(stepIn(other.phone.filed.incident, step)).toMatchObject({ endedBy: other.victims.victim });
  });
  row('A7', () => {
    const step = 'police-report-link';
    for (const [ended, by] of [
      [told.police.report, chief()],
      [other.phone.filed, other.victims.victim],
    ] as const) {
      expect(ended.form[step]?.type).toBe('Input.Toggle');
      expect(stepIn(ended.incident, step)).toMatchObject({ state: 'done', endedBy: by });
    }
  });
  row('A8', () => {
    const { initial } = told.support;
    expectEnded(initial, 'officer', lead(), { who: `${SECRET} Gunnel` });
    // What the assessment said is filled in.
    expect(initial.form.who?.value).toBe(`${SECRET} Gunnel`);
  });
  row('A9', () => {
    expectEnded(told.support.person, 'officer', lead(), {
      who: `${SECRET} Bengt`,
      phone: '070-174 06 50',
      rings: `${SECRET} Gunnel`,
      reached: 'yes',
    });
    expect(codesOf(told.support.person, 'reached')).toEqual([...YES_NO]);
  });
  row('A10', () => expectEnded(told.support.toCare, 'officer', lead(), { who: `${SECRET} Gunnel` }));
  row('A11', () => {
    const { home } = told.support;
    expectEnded(home, 'officer', lead(), { who: `${SECRET} Nils`, where: 'elsewhere' });
    expect(codesOf(home, 'where')).toEqual(['home', 'elsewhere']);
    expect(home.text).toContain('Hemma redan');
  });
  row('A12', () => expectEnded(told.support.until, 'officer', lead(), { who: `${SECRET} Tove` }));
  row('A13', () => {
    const { proposed, alone, agreed } = told.information;
    expect(proposed.had).toEqual(['officer']);
    expect(proposed.slippedIn).toEqual([]);
    expect(codesOf(proposed, 'groups')).toEqual([...GROUPS]);
    expect(proposed.stored?.state).toBe('open');
    expect(alone).toEqual([]);
    expect(stepIn(agreed, 'inform-groups')).toMatchObject({
      state: 'done',
      records: {
        groups: 'partyColleagues',
        text: `${SECRET} en kollega behöver lugn`,
        how: 'På gruppmötet',
        by: 'Ingrid Björkhage',
        proposedBy: lead(),
        confirmedBy: strategist(),
      },
    });
  });
  row('A14', () =>
    expectEnded(told.information.media, 'officer', lead(), { what: `${SECRET} inget`, whom: 'Tidningen' }),
  );
  row('A15', () => {
    expectEnded(told.followUp.talk, 'officer', lead(), { heldOn: '2026-12-01', attendees: 'Eva, Ingrid' });
  });
  row('A16', () =>
    expectEnded(told.followUp.document, 'officer', lead(), {
      how: `${SECRET} sover bättre`,
      support: 'Lugn',
      mandate: 'Nej',
    }),
  );
  row('A17', () =>
    expectEnded(told.followUp.more, 'officer', lead(), { more: 'yes', plannedFor: '2026-12-08' }),
  );
  row('A18', () => {
    const { wants, supportCard } = told.followUp;
    expectEnded(wants, 'eva', other.victims.victim, {
      wants: 'yes',
      talkedWith: 'Ingrid',
      comment: `${SECRET} gärna snart`,
    });
    // Together with the lead, if they wish: they ring first.
    expect(supportCard).toContain('Jag vill prata om det först');
  });
  row('A19', () =>
    expectEnded(told.followUp.order, 'strategist', strategist(), { when: '2026-11-25', number: '42' }),
  );
});

describe('B Bilaga 5, the report', () => {
  const labels = (...fields: string[]) => fields.map((field) => told.form[field]?.label ?? field);
  const codes = (field: string) => told.form[field]?.codes;
  row('B1', () => {
    expect(told.sent.reporter).toMatchObject({ name: 'Eva Norrlycke', kind: 'self' });
    expect(labels('reporterFunction')).toEqual(['Ditt uppdrag eller din roll']);
    expect(told.sent.report.reporterFunction).toBe('Ledamot');
    expect(other.proxy.asks).toEqual(expect.arrayContaining(['reporterFunction', 'relation']));
    expect(other.proxy.incident?.reporter).toMatchObject({ name: 'Eva Norrlycke', relation: 'Kollega' });
  });
  row('B2', () => {
    expect(told.sent.victim.name).toBe('Eva Norrlycke');
    expect(labels('board')).toEqual(['Din nämnd eller styrelse']);
    expect(told.sent.report.board).toBe('KS');
    expect(other.proxy.asks).toEqual(expect.arrayContaining(['victimName', 'board']));
    expect(other.proxy.incident).toMatchObject({
      victim: { name: 'Ulla Kvarnsten' },
      report: { board: 'KS' },
    });
  });
  row('B3', () => {
    expect(told.form.what?.isRequired).toBe(true);
    expect(codes('kinds')).toEqual([...KINDS]);
    expect(codes('channel')).toEqual(
      expect.arrayContaining(['letter', 'phone', 'sms', 'inPerson', 'email', 'social']),
    );
    expect(told.sent.report).toMatchObject({
      what: `${SECRET} mejl om barnen`,
      kinds: 'threat,harassment',
      channel: 'email',
    });
  });
  row('B4', () => {
    expect(labels('place', 'context')).toEqual(['Var hände det?', 'I vilket sammanhang?']);
    expect([told.form.date?.type, told.form.time?.type]).toEqual(['Input.Date', 'Input.Time']);
    expect(told.sent.report).toMatchObject({
      place: 'Torget',
      date: '2026-11-23',
      time: '14:30',
      context: 'Efter nämnden',
    });
  });
  row('B5', () => {
    expect(labels('witnesses')).toEqual(['Såg eller hörde någon annan det?']);
    expect(codes('reached')).toEqual([...YES_NO_UNKNOWN]);
    expect(told.sent.report).toMatchObject({ witnesses: 'Nils', reached: 'yes' });
  });
  row('B6', () => {
    expect(codes('offenderKnown')).toEqual([...YES_NO]);
    expect(codes('offenderCount')).toEqual(expect.arrayContaining(['one', 'several']));
    for (const word of ['kön', 'gammal', 'dialekt']) expect(labels('offender')[0]).toContain(word);
    expect(labels('offenderOthers')[0]).toContain('andra politiker');
    expect(told.sent.report).toMatchObject({
      offenderKnown: 'yes',
      offenderCount: 'several',
      offender: 'Man, 50, skånska',
      offenderOthers: 'Två till',
    });
  });
  row('B7', () => {
    expect(labels('group')[0]).toContain('grupp eller falang');
    expect(codes('group')).toEqual([...YES_NO]);
    expect(labels('groupName')).toEqual(['Vilken grupp?']);
    expect(told.sent.report).toMatchObject({ group: 'yes', groupName: 'Laget' });
  });
  row('B8', () => {
    for (const word of ['utlöst', 'politisk fråga', 'beslut']) expect(labels('trigger')[0]).toContain(word);
    expect(told.sent.report.trigger).toBe('Skolbeslutet');
  });
  row('B9', () => {
    for (const word of ['polisanmälan', 'skydd']) expect(labels('measures')[0]).toContain(word);
    expect(told.sent.report.measures).toBe('Nya lås');
    expect(told.police.decided.decision).toMatchObject({ answer: 'municipality' });
    expect(told.closing.closed.protection).toMatchObject([
      {
        what: `${SECRET} lås på porten`,
        who: 'Fastighet',
        day: '2026-11-24',
        owner: 'lead',
        doneAt: expect.any(String),
      },
    ]);
  });
  row('B10', () => {
    expect(codes('frightening')).toEqual([...YES_NO]);
    expect(codes('meant')).toEqual([...YES_NO_UNKNOWN]);
    expect(labels('meant')[0]).toContain('allvarligt menat');
    expect(told.sent.report).toMatchObject({ frightening: 'yes', meant: 'yes', impact: 'Obehagligt' });
  });
});

describe('C Bilaga 5, the control questions', () => {
  /** Asked of the lead alone, filled in with what is known (`known`), and stored as answered. */
  function expectAsked(section: string, id: string, known: string, answer: string, isChoice = true) {
    const input = told.closing.form[`${section}-${id}`];
    expect(input?.label).toBe(routine.words.checks[section]?.labels[id]);
    expect(input?.codes).toEqual(isChoice ? [...CHECK_ANSWERS] : []);
    expect(input?.value).toBe(known);
    expect(told.closing.answerers).toEqual([]);
    expect(told.closing.checked.checks[section]).toMatchObject({ by: lead(), answers: { [id]: answer } });
  }
  row('C1', () => expectAsked('contacts', 'strategistContacted', 'yes', 'yes'));
  row('C2', () => expectAsked('contacts', 'comment', '', 'Samma kväll', false));
  row('C3', () => expectAsked('police', 'policeContacted', 'yes', 'yes'));
  row('C4', () => expectAsked('police', 'reported', 'yes', 'yes'));
  row('C5', () => expectAsked('police', 'comment', '', 'Två samtal', false));
  row('C6', () => expectAsked('support', 'supported', 'yes', 'yes'));
  row('C7', () => {
    expectAsked('support', 'relatives', '', 'no');
    expect(told.closing.form['support-relatives']?.label).toContain('Har någon sagt');
  });
  row('C8', () => expectAsked('support', 'supportPerson', 'yes', 'yes'));
  row('C9', () => {
    expectAsked('support', 'supporter', `${SECRET} Gunnel`, `${SECRET} Gunnel`, false);
    expectAsked('support', 'chosen', `${SECRET} Bengt`, `${SECRET} Bengt`, false);
  });
  row('C10', () => expectAsked('company', 'toCare', 'yes', 'yes'));
  row('C11', () => expectAsked('company', 'onTheWay', 'yes', 'yes'));
  row('C12', () => {
    const all = `${SECRET} Gunnel, ${SECRET} Nils, ${SECRET} Tove`;
    expectAsked('company', 'who', all, all, false);
  });
  row('C13', () => expectAsked('company', 'measures', '', 'Gunnel ringer varje kväll', false));
  // Those who were told, not who told them.
  row('C14', () => expectAsked('information', 'informed', 'Partivänner', 'Partivänner', false));
});

describe('D Bilaga 5, the talks', () => {
  const talks = () => told.followUp.talks.talks;
  const forms = () => [told.followUp.firstForm, ...told.followUp.talkForms];
  row('D1', () => {
    for (const form of forms()) expect(form.heldOn?.type).toBe('Input.Date');
    expect(talks().map(({ heldOn }) => heldOn)).toEqual(['2026-11-24', '2026-12-08', '2026-12-15']);
    expect(told.followUp.talk.stored?.records.heldOn).toBe('2026-12-01');
  });
  row('D2', () => {
    for (const form of forms()) expect(form.attendees?.isRequired).toBe(true);
    expect(talks().map(({ attendees }) => attendees)).toEqual([
      'Eva Norrlycke och Ingrid Björkhage',
      'Eva och Ingrid',
      'Eva och Ingrid',
    ]);
  });
  row('D3', () => {
    for (const form of forms()) expect(form.notes?.label).toBe('Hur är läget, och vad behövs?');
    expect(talks().map(({ notes }) => notes)).toEqual([
      `${SECRET} sover dåligt`,
      `${SECRET} bra`,
      `${SECRET} bra`,
    ]);
    expect(Object.keys(told.followUp.document.form)).toEqual(['how', 'support', 'mandate']);
  });
});

describe('E Bilaga 5, the review', () => {
  const review = () => told.closing.closed.review;
  row('E1', () => {
    expect(told.closing.reviewForm.applied?.codes).toEqual([...YES_NO]);
    expect(told.closing.reviewers).toEqual([]);
    expect(review()).toMatchObject({ by: lead(), applied: 'yes' });
  });
  row('E2', () => {
    for (const word of ['sårbarheter', 'rutinen', 'arbetet', 'bättre'])
      expect(told.closing.reviewForm.routine?.label).toContain(word);
    expect(review()?.routine).toBe(`${SECRET} vi dröjde`);
  });
  row('E3', () => {
    for (const word of ['sårbarheter', 'plan', 'bättre'])
      expect(told.closing.reviewForm.plan?.label).toContain(word);
    expect(review()?.plan).toBe(`${SECRET} den nämner ingen natt`);
  });
});

describe('F 3.1.1 to 3.3', () => {
  row('F1', () => {
    expect(told.contact.asked).toContain('Ett nytt ärende väntar på dig');
    expect(stepIn(told.contact.taken, 'inform-officer')).toMatchObject({ state: 'done', endedBy: lead() });
  });
  row('F2', () => {
    const { before, reads, incident, victim } = other.victims;
    expect(told.contact.assess.form.together?.isRequired).toBe(true);
    expect(before).toEqual({ could: false, holders: ['eva'] });
    expect(reads).toBe(true);
    expect(stepIn(incident, 'contact-strategist')).toMatchObject({
      state: 'done',
      endedBy: victim,
      isForOwner: false,
    });
  });
  row('F3', () => {
    expect(told.contact.taken.strategist).toMatchObject({ why: 'police' });
    expect(told.contact.early.steps.assess).toBeUndefined();
    expect(other.serious.early.strategist).toBeUndefined();
    expect(other.serious.incident.strategist).toMatchObject({ why: 'police' });
    expect(other.serious.police).toContain('Ring polisen och fråga om råd');
    expect(stepIn(other.calm.afterAssess, 'contact-police')).toMatchObject({ state: 'notApplicable' });
  });
  row('F4', () => {
    expect(told.contact.early.police).toContain('Fråga om det bör anmälas');
    expect(told.police.advice.form.advice?.label).toBe('Vilket råd gav polisen?');
    expect(told.police.advice.stored?.records.advice).toBe(`${SECRET} anmäl`);
  });
  row('F5', () => {
    const { form, stored, text } = told.police.advice;
    for (const [field, word] of [
      ['victimSupport', 'brottsofferstöd'],
      ['protection', 'personsäkerhet'],
    ] as const) {
      expect(form[field]).toMatchObject({ isRequired: true, codes: ['offered', 'nothing', 'notAsked'] });
      expect(form[field]?.label).toContain(word);
      expect(text).toContain(word);
    }
    expect(stored?.records).toMatchObject({ victimSupport: 'offered', protection: 'nothing' });
    // The victim reads what was offered.
    expect(told.police.read).toContain(`${SECRET} en telefontid`);
  });
  row('F6', () => {
    const { unstated } = told.police;
    expect(unstated.stored?.state).not.toBe('done');
    expect(unstated.text).toContain('Fyll i det här');
    expect(told.police.advice.stored?.records).toMatchObject({ link: 'true' });
  });
  row('F7', () => expect(told.police.question).toContain('bör anmälas'));
  row('F8', () => expect(told.police.question).toContain('hindra att det händer igen'));
  row('F9', () => expect(told.police.question).toMatch(/rätt att begära att anmälan blir åtkomstskyddad/));
  row('F10', () =>
    expect(told.police.question).toMatch(/Säger polisen ja kan bara de som arbetar med den läsa den/),
  );
  row('F11', () => {
    expect(told.police.question).toContain('det är bara du som bestämmer');
    expect(told.police.deciders).toEqual([]);
    expect(told.police.heldBy).toEqual([]);
    expect(other.calm.declined.decision).toMatchObject({ answer: 'no' });
    for (const step of ['police-report', 'police-report-restricted', 'police-report-link'])
      expect(stepIn(other.calm.declined, step)).toMatchObject({
        state: 'notApplicable',
        because: 'victimDeclined',
      });
  });
  row('F12', () => {
    expect(told.police.question).toContain('Kommunen anmäler åt dig om du vill');
    expect(told.police.report.had).toEqual(['chief']);
    expect(other.phone.filers).toEqual(['eva']);
    expectEnded(other.phone.filed, 'eva', other.victims.victim, {
      when: '2026-11-24',
      by: 'Eva Norrlycke',
      number: '7',
    });
  });
  row('F13', () => {
    for (const text of [told.police.report.text, other.phone.card])
      expect(text).toMatch(/Säg att det rör (ett politiskt|ditt politiska) uppdrag/);
    // Which office it is stands there too.
    expect(told.police.report.text).toContain('Den utsattes nämnd eller styrelse\nKS');
    expect(stepIn(told.police.report.incident, 'police-report-link')?.state).toBe('done');
  });
  row('F14', () => {
    const protecting = ['initial-support', 'support-person', 'company-to-care', 'company-home'];
    // Before the assessment, beside what waits for the lead's word.
    for (const title of ['Stöd på plats', 'Stödperson', 'Sällskap till vården', 'Sällskap hem'])
      expect(told.contact.openAtOnce).toContain(title);
    for (const step of protecting) expect(ownerOf(step)).toMatch(/^3\.2\.[12]$/);
    expect(told.support.initial.text).toContain('inte är ensam');
  });
  row('F15', () => {
    const { form, stored } = told.contact.assess;
    expect(form.support?.label).toBe('Vem kan vara hos den utsatte nu?');
    expect(form.why?.label).toContain('varför');
    expect(stored?.records).toMatchObject({
      support: `${SECRET} Gunnel`,
      together: 'no',
      why: `${SECRET} hen sov`,
    });
    expect(told.support.initial.form.who?.value).toBe(`${SECRET} Gunnel`);
  });
  row('F16', () => {
    const sorts = ['du', 'partivän', 'arbetskamrat', 'gruppledaren', 'chef', 'vän', 'anhörig'];
    for (const sort of sorts) expect(told.support.initial.text).toMatch(new RegExp(`\\b${sort}`));
  });
  row('F17', () => {
    const { asked, shown, looks } = told.closing.kin;
    expect(asked).not.toContain('070-174 06 77');
    for (const part of [`${SECRET} Ulla`, '070-174 06 77', 'mamma']) expect(shown).toContain(part);
    // The politician is told who looked.
    expect(looks).toMatchObject([{ by: lead() }]);
  });
  row('F18', () => {
    expect(stepIn(told.contact.assess.incident, 'company-to-care')?.state).not.toBe('notApplicable');
    expect(told.support.toCare.text).toContain('stannar tills vården har tagit över');
    expect(told.support.toCare.stored?.state).toBe('done');
  });
  row('F19', () => {
    expect(told.support.home.text).toContain('dit den utsatte vill');
    expect(told.support.until.text).toContain('tills stödpersonen');
    for (const ended of [told.support.home, told.support.until]) expect(ended.stored?.state).toBe('done');
  });
  row('F20', () => {
    expect(stepIn(other.calm.afterAssess, 'company-to-care')).toMatchObject({ state: 'notApplicable' });
    expect(Object.keys(other.calm.home.form)).toEqual(['who', 'where']);
    expect(other.calm.home.text).toContain('Sällskap hem');
  });
  row('F21', () => {
    const { alone, proposed, confirmedAlone, agreed } = other.calm;
    expect([alone, confirmedAlone]).toEqual([[], []]);
    expect(stepIn(proposed, 'inform-groups')?.state).toBe('open');
    const { records, state } = stepIn(agreed, 'inform-groups') ?? {};
    expect([state, records?.groups]).toEqual(['done', 'none']);
    expect(records?.proposedBy).toBe(agreed.lead?.person);
    expect(records?.confirmedBy).toBe(strategist());
  });
  row('F22', () => {
    const { mediaHolders, arisen, media } = told.information;
    expect(mediaHolders).toEqual(['officer']);
    expect(arisen).toEqual([]);
    expect(media.text).toContain('Säg bara det som behövs');
    // Nobody has to say that no journalist rang.
    expect(stepIn(other.calm.agreed, 'inform-media')).toBeUndefined();
  });
  row('F23', () => {
    const { firstOffered, first } = told.followUp;
    expect(firstOffered).toBe(true);
    expect(first.talks).toMatchObject([{ kind: 'first', heldOn: '2026-11-24' }]);
  });
  row('F24', () => {
    expect(told.followUp.beforeDay7).toEqual([]);
    expect(told.followUp.dayCard).toContain('Håll uppföljningssamtalet');
    expect(told.followUp.dayCard).toContain('7 december');
    expect(told.followUp.talk.had).toEqual(['officer']);
  });
  row('F25', () => {
    expect(codesOf({ form: told.followUp.talkForms[0] ?? {} }, 'more')).toEqual([...YES_NO]);
    expect(stepIn(told.followUp.more.incident, 'assess-more-talks')?.records.more).toBe('yes');
    expect(told.followUp.more.incident.talks.at(-1)).toMatchObject({ plannedFor: '2026-12-08' });
    expect(told.followUp.talks.talks).toHaveLength(3);
  });
  row('F26', () => {
    expect(told.followUp.tellers).toEqual([]);
    for (const ended of [told.followUp.talk, told.followUp.document, told.followUp.more])
      expect([ended.had, ended.stored?.endedBy]).toEqual([['officer'], lead()]);
  });
  row('F27', () => {
    for (const { notes } of told.followUp.talks.talks) expect(notes).toContain(SECRET);
    expect(told.followUp.document.form.how?.isRequired).toBe(true);
  });
  row('F28', () => {
    const { supportCard, wants } = told.followUp;
    for (const answer of ['Ja, jag vill ha stöd', 'Nej, det behövs inte'])
      expect(supportCard).toContain(answer);
    expect(wants.stored?.records.wants).toBe('yes');
    expect(told.followUp.order.text).toContain('företagshälsovård');
  });
  row('F29', () => {
    expect(told.followUp.orderCard).toContain('Beställ samtalsstöd');
    expect(told.followUp.order.had).toEqual(['strategist']);
    expect(told.followUp.order.stored?.records).toEqual({ when: '2026-11-25', number: '42' });
  });
  row('F30', () => {
    const { closed } = told.closing;
    expect(routine.steps.filter(({ id }) => !closed.steps[id]?.endedBy)).toEqual([]);
    expect(Object.keys(closed.checks)).toHaveLength(routine.checks.length);
    expect([closed.talks.length, closed.review !== undefined, closed.reportedAt !== undefined]).toEqual([
      3,
      true,
      true,
    ]);
    // The document has all of it, in the plan's form: report, every section, checks, talks and review.
    const { document } = told.after;
    const said = [
      `${SECRET} mejl om barnen`,
      ...new Set(routine.steps.map(({ section }) => section)),
      'Samma kväll',
      'Gunnel ringer varje kväll',
      'Eva och Ingrid',
      `${SECRET} bra`,
      `${SECRET} vi dröjde`,
      `${SECRET} den nämner ingen natt`,
      `${SECRET} någon ringde`,
    ];
    expect(said.filter((one) => !document.includes(one))).toEqual([]);
  });
  row('F31', () => {
    const { entries, whole } = told.history;
    expect(whole).toBe(true);
    const ended = entries.filter(({ act }) => act === 'endStep').map(({ about }) => about);
    expect(ended).toEqual(
      expect.arrayContaining(['assess', 'contact-police', 'police-report', 'document-talk']),
    );
    expect(entries.at(-1)).toMatchObject({ act: 'close', by: lead() });
    expect(told.closing.closed).toMatchObject({ state: 'closed', closeReason: 'finished' });
  });
  row('F32', () => {
    expect(told.closing.closed.review).toMatchObject({ worked: `${SECRET} snabbt stöd`, by: lead() });
    expect(told.closing.closed.reviewWords).toMatchObject([
      { as: 'victim', by: other.victims.victim, worked: `${SECRET} någon ringde` },
      { as: 'strategist', by: strategist(), worked: `${SECRET} alla svarade` },
    ]);
    // The lead reads them before writing their own.
    expect(told.closing.reviewText).toContain(`${SECRET} någon ringde`);
  });
  row('F33', () => {
    // A weakness in the plan is read where it becomes a measure: what, who, by when.
    expect(told.closing.closed.review?.plan).toContain(SECRET);
    expect(told.closing.strategistAfter).not.toContain('nämner ingen natt');
    const { page, writers, improved } = told.after;
    expect(page).toContain(`${SECRET} den nämner ingen natt`);
    expect(writers).toEqual([]);
    expect(improved).toMatchObject([
      { improves: 'plan', owner: 'Säkerhetsstrategen', day: '2027-01-29', by: strategist() },
    ]);
  });
});
