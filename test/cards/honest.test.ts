import type { View } from '../../src/cards/view';
import type { Incident } from '../../src/routine/model/incident';
import { liveCard } from '../support/drawing';
import { contacts, incident, NOW, people, press, sceneFor } from '../support/pureTown';

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
