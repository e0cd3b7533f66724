import type { View } from '../../src/cards/view';
import { LOG } from '../../src/content/texts/log';
import { STATUS } from '../../src/content/texts/victim';
import type { Incident } from '../../src/routine/model/incident';
import type { Sent } from '../../src/routine/model/situation';
import { liveCard } from '../support/drawing';
import { contacts, incident, NOW, people, press, sceneFor } from '../support/pureTown';
import { drawnAt, liveAt } from './gallery';
import { ordinary, type Stage, stages } from './stages';

/* What a card says of others must be so: who was told when, who leads, who can read, what was done. */

const MINUTE = 60_000;
const past = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
const act = (value: Incident, person: string, verb: string, now: Date, data: Record<string, string> = {}) =>
  press(value, person, { verb, id: value.id, once: `${verb}${now.getTime()}`, ...data } as never, now);
const led = (): Incident => act(incident(), people.officer, 'acknowledge', NOW);
const text = (view: View): string => JSON.stringify(view);

describe('the victim’s card', () => {
  it('says who was told when, and what comes if nobody answers', () => {
    const card = text(liveCard(sceneFor(incident(), people.victim, past(4 * MINUTE))));
    expect(card).toContain('Kl. 10.00 meddelade jag Ingrid Björkhage (partiets säkerhetsansvarig).');
    expect(card).toMatch(/Kl\. 10\.03 meddelade jag Tomas Grenmark [^.]*\./);
    expect(card).toMatch(/Ingen har svarat än\.","Svarar ingen före kl\. 10\.06 frågar jag Lena Strömhag /);
  });

  it('says what has arrived, and when, also after somebody said no or took it', () => {
    const at = (minutes: number, person: string) => ({
      ...{ kind: 'asked', about: '', person },
      at: past(minutes * MINUTE).toISOString(),
    });
    const sent = [at(0, people.officer), at(2, people.deputy)];
    const seen = (value: Incident, minutes: number) =>
      text(liveCard(sceneFor(value, people.victim, past(minutes * MINUTE), 'once1', { sent })));
    const declined = act(incident(), people.officer, 'decline', past(2 * MINUTE));
    const taken = act(declined, people.deputy, 'acknowledge', past(5 * MINUTE));
    for (const card of [seen(declined, 4), seen(taken, 6)]) {
      expect(card).toContain('Kl. 10.00 meddelade jag Ingrid Björkhage ');
      expect(card).toContain('Kl. 10.02 meddelade jag Tomas Grenmark ');
    }
  });

  it('does not say that somebody was told before it has arrived', () => {
    const card = text(liveCard(sceneFor(incident(), people.victim, NOW, 'once1', { sent: [] })));
    expect(card).toContain('Meddelandet är på väg till Ingrid Björkhage (partiets säkerhetsansvarig).');
    expect(card).not.toContain('meddelade jag');
  });

  it('says when the lead hears that they are to ring, and that they have only once it has arrived', () => {
    const night = new Date('2026-11-24T21:30:00Z');
    const seen = (value: Incident, now: Date, sent: Sent[]) =>
      text(liveCard(sceneFor(value, people.victim, now, 'once1', { sent })));
    const calm = act({ ...led(), acute: false }, people.victim, 'callMe', night);
    expect(seen(calm, night, [])).toMatch(
      /Ingrid Björkhage får veta det onsdag 25 nov\. kl\. 08\.00 och ringer dig sedan\./,
    );
    const noon = past(5 * MINUTE);
    const byDay = act({ ...led(), acute: false }, people.victim, 'callMe', noon);
    const ring = {
      kind: 'ring',
      about: byDay.wantsCallAt ?? '',
      person: people.officer,
      at: noon.toISOString(),
    };
    expect(seen(byDay, noon, [])).toContain('Ingrid Björkhage får veta det nu.');
    expect(seen(byDay, noon, [ring])).toContain('Ingrid Björkhage fick veta det kl. 10.05 och ringer dig.');
    const now = act(led(), people.victim, 'callNow', night);
    expect(seen(now, night, [])).toContain('Ingrid Björkhage får veta det nu.');
    const arrived = { ...ring, about: `${now.callNow?.since}.now.1`, at: night.toISOString() };
    expect(seen(now, night, [arrived])).toContain('Ingrid Björkhage fick veta det kl. 22.30 och ringer dig.');
  });

  it('never shows as done what was left out', () => {
    const skipped = act(led(), people.officer, 'skipStep', NOW, { step: 'initial-support', reason: 'x' });
    expect(skipped.steps['initial-support']?.state).toBe('notApplicable');
    const card = text(liveCard(sceneFor(skipped, people.victim)));
    expect(card).toContain('"sign":"–","text":"Du har sällskap","note":"behövs inte"');
  });

  it('names who may read a part of it', () => {
    const asked = act(led(), people.officer, 'askDecision', NOW);
    const yes = act(asked, people.victim, 'decide', NOW, { answer: 'municipality' });
    const name = contacts.find((one) => one.person === people.chief)?.name;
    expect(text(liveCard(sceneFor(yes, people.victim)))).toContain(
      `Kan läsa det som behövs för anmälan: ${name}.`,
    );
    expect(text(liveCard(sceneFor(asked, people.victim)))).not.toContain('som behövs för anmälan: ');
    // What was promised to them is not put aside with one press.
    const chiefs = text(liveCard(sceneFor(yes, people.chief)));
    expect(chiefs).toContain('En polisanmälan ska göras');
    expect(chiefs).not.toContain('Behövs inte');
  });
});

it('between hand-over and answer nobody is said to lead', () => {
  const given = act(led(), people.officer, 'handOver', NOW, {
    contact: contacts.find((one) => one.person === people.deputy)?.id ?? '',
  });
  expect(given.lead).toBeUndefined();
  const before = text(liveCard(sceneFor(given, people.officer)));
  expect(before).toContain('Ingen leder ärendet än');
  expect(before).toContain('Tomas Grenmark har fått frågan');
  const victims = text(liveCard(sceneFor(given, people.victim)));
  expect(victims).toContain('Jag har frågat någon annan');
  expect(victims).not.toContain('Larmet är skickat');
});

/*
 * The party is told, or it is not: over every stage of the gallery, on all that the victim and the reporter see.
 */
describe('what the victim and the reporter read of the party', () => {
  const partyPosts = contacts.filter(({ party }) => party !== undefined);
  const isOfParty = (person: string | undefined) => partyPosts.some((one) => one.person === person);
  /** Whether the party has ever been asked, or was and was shut out. */
  const wasTold = ({ route, withdrawal, lead, standby, declined }: Incident): boolean =>
    route === 'party' ||
    withdrawal !== undefined ||
    [lead, ...standby, ...declined].some((one) => isOfParty(one?.person));
  const sentences = (view: View): string[] =>
    [
      ...JSON.stringify(view).matchAll(
        /"(?:text|title|lines|label|note|detail|footnote)":(\[[^\]]*\]|"[^"]*")/g,
      ),
    ]
      .flatMap(([, found = '']) => [...found.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text))
      .flatMap((text) => text.split(/(?<=[.?!])\s+/));
  const isOnParty = (text: string): boolean =>
    /parti/i.test(text) || partyPosts.some(({ name }) => text.includes(name));
  const theirs = (all: readonly Stage[]) =>
    all
      .flatMap((stage) => drawnAt(stage, ordinary))
      .filter(({ scene }) =>
        ['victim', 'maybeVictim', 'struck', 'reporter'].some((role) =>
          scene?.viewer.roles.has(role as never),
        ),
      );
  /** Sentences on the party, each with a card on which it stands. */
  const saidOn = (all: readonly Stage[]): [string, string][] => [
    ...new Map(
      theirs(all).flatMap(({ name, view }) =>
        sentences(view)
          .filter(isOnParty)
          .map((text): [string, string] => [text, name]),
      ),
    ),
  ];

  /** All that may be said of a party that has not been told: that it has not, a question, or what a press would do. */
  const UNTOLD: readonly RegExp[] = [
    /^Är det okej att ditt parti får veta\?$/,
    /^Jag har inte sagt något till ditt parti\.$/,
    /^Säger du ja får partiets säkerhetsansvarig läsa det och hjälpa dig\.$/,
    /^Den utsatte har inte sagt ja till att partiet får veta\.$/,
    /^Inget parti är valt\.$/,
    /^(?:Den utsatte valde kommunen\. )?Partiet har inte fått veta\.$/,
    /^Jag vet inte vilket ditt parti är\.$/,
    /^Välj ditt parti här, så får de också veta\.$/,
    // A press of their own when they change it, and what it would do.
    /^Jag har bytt parti$/,
    /^Vilket parti är ditt nu\?$/,
    /^De i ditt gamla parti kan inte läsa mer från det du trycker\.$/,
    /^Inget parti$/,
    /^Jag har inte sagt något till något parti\.$/,
    // The label of a fact, before the party's name.
    /^Parti$/,
  ];
  /** What says that somebody has it. */
  const HAS =
    /meddelade jag|påminde jag|har fått|fick|har tagit emot|har läst|kan läsa det nu|läser det|leder/i;

  it('where it has not been told says just that, or asks', () => {
    const untold = stages(ordinary).filter(({ incident }) => !wasTold(incident));
    expect(untold.length).toBeGreaterThan(5);
    const said = saidOn(untold);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter(([text]) => !UNTOLD.some((one) => one.test(text)))).toEqual([]);
  });

  it('where nothing has arrived yet does not say that it has', () => {
    const open = stages(ordinary).filter(
      ({ incident: { route, lead, standby, declined, state } }) =>
        route === 'party' && !lead && state === 'open' && standby.length + declined.length === 0,
    );
    expect(open.length).toBeGreaterThan(3);
    const claims = (sent: Stage['more'], all: readonly Stage[]) =>
      saidOn(all.map((stage) => ({ ...stage, more: { ...stage.more, ...sent } }))).filter(([text]) =>
        HAS.test(text),
      );
    expect(
      claims({ sent: [] }, open).filter(([text]) => !/^(?:Leder någon i partiet|Säger du ja)/.test(text)),
    ).toEqual([]);
    // Once it has arrived, they do.
    expect(claims({}, open).length).toBeGreaterThan(1);
  });
});

describe('every card that stays', () => {
  const live = stages(ordinary)
    .flatMap((stage) => liveAt(stage))
    .flatMap(({ name, view, scene }) => (view.name === 'card' ? [{ name, card: view.data, scene }] : []));
  const titlesOn = ({ buttons, below, items, choices, links }: (typeof live)[number]['card']): string[] => [
    ...[...buttons, ...below.buttons].map(({ title }) => title),
    ...items.flatMap((item) => [...item.buttons, ...item.links].map(({ title }) => title)),
    ...choices.flatMap((row) => row.buttons.map(({ title }) => title)),
    ...links.map(({ title }) => title),
  ];

  it('has each button that it says to press', () => {
    const told = live.flatMap(({ name, card }) =>
      [...card.lines, ...card.below.lines, card.footnote].flatMap((words) =>
        [...words.matchAll(/[Tt]ryck på ((?:[A-ZÅÄÖ][^.?!]*))/gu)].map(([, after = '']) => ({
          name,
          after,
          isThere: titlesOn(card).some((title) => after.startsWith(title)),
        })),
      ),
    );
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(({ isThere }) => !isThere)).toEqual([]);
  });

  it('of whoever stands beside says what they are there for', () => {
    const beside = live.filter(({ scene }) =>
      ['strategist', 'standby', 'helper', 'stepStrategist', 'toldStrategist', 'overseer'].some(
        (role) => scene?.viewer.roles.has(role as never) && scene.incident.state === 'open',
      ),
    );
    expect(beside.length).toBeGreaterThan(20);
    expect(beside.filter(({ card }) => card.lines.length === 0).map(({ name }) => name)).toEqual([]);
  });
});

it('who may read is true also when whoever led has gone: nobody can, and it has been opened', () => {
  const gone = act(led(), people.officer, 'decline', past(MINUTE));
  const card = text(liveCard(sceneFor(gone, people.victim, past(MINUTE))));
  expect(card).toContain(STATUS.nobodyReads);
  expect(card).toContain(LOG.whoSees);
  // Somebody who has a part of it stands alone there.
  const asked = act(gone, people.victim, 'endStep', past(2 * MINUTE), { step: 'contact-strategist' });
  const read = text(liveCard(sceneFor(asked, people.victim, past(2 * MINUTE))));
  expect(read).toContain('Lena Strömhag');
  expect(read).not.toContain(STATUS.nobodyReads);
});
