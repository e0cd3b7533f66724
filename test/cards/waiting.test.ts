import { card, field } from '../../src/cards/parts';
import { LEAD } from '../../src/content/texts/lead';
import { DETAILS } from '../../src/content/texts/pages';
import { STATUS } from '../../src/content/texts/victim';
import type { Incident, StepState } from '../../src/routine/model/incident';
import { drawPage, liveCard } from '../support/drawing';
import { incident, NOW, people, press, routine, sceneFor } from '../support/pureTown';

/* What the card of whoever leads says when nothing is theirs to do: who is waited for, or that nobody is. */

const at = NOW.toISOString();
const done: StepState = { state: 'done', epoch: 1, records: {}, endedAt: at };
const open: StepState = { state: 'open', epoch: 1, records: {}, openedAt: at };

/** Led and begun: all is done but what comes with the follow-up talk, and these steps. */
function ledWith(waiting: Readonly<Record<string, StepState>>): Incident {
  const led = press(incident(), people.officer, { verb: 'acknowledge', id: 'incident1', once: 'a' }, NOW);
  const now = routine.steps.filter(({ section }) => section !== '3.2.4').map(({ id }) => [id, done]);
  const first = { id: 't1', kind: 'first' as const, heldOn: '2026-11-24', attendees: 'x', notes: 'x', at };
  return {
    ...{
      ...led,
      acute: false,
      talks: [first],
      reachedAt: at,
      spoken: { at, by: people.officer, how: 'talked' },
    },
    strategist: { since: at, why: 'contacted', epoch: 1 },
    company: [{ id: 'c1', who: 'x', next: '', by: people.officer, at }],
    steps: { ...Object.fromEntries(now), ...waiting },
  };
}

const cardOf = (value: Incident) => {
  const view = liveCard(sceneFor(value, people.officer));
  if (view.name !== 'card') throw new Error(view.name);
  return view.data;
};
/** The lines on who is waited for. */
const waits = (value: Incident): string[] =>
  cardOf(value).lines.filter((line) => line.startsWith(LEAD.waitFor('', ['']).slice(0, 10)));

describe('what a lead waits for', () => {
  it('is one line a person, with all that is theirs', () => {
    const value = ledWith({ 'contact-police': open, 'order-professional-support': open });
    const short = (id: string) => routine.words.steps[id]?.short ?? '';
    expect(waits(value)).toEqual([
      LEAD.waitFor('säkerhetsstrategen', [short('contact-police'), short('order-professional-support')]),
    ]);
    const both = { ...value, steps: { ...value.steps, 'police-report': open } };
    expect(
      waits({ ...both, decision: { epoch: 1, answer: 'municipality', at, by: people.victim } }),
    ).toHaveLength(2);
    const asked = { ...value, decision: { epoch: 1, askedAt: at } };
    expect(waits(asked)[0]).toBe(LEAD.waitFor(LEAD.victimVictim, [STATUS.rows.decision]));
  });

  it('is nobody: the card says that all is done for now, and not that others are waited for', () => {
    expect(cardOf(ledWith({})).title).toBe(LEAD.nothingNow);
    expect(cardOf(ledWith({ 'order-professional-support': open })).title).toBe(LEAD.waitTitle);
  });
});

describe('a look', () => {
  it('is said to be logged to who reads what others wrote, and not under the victim’s own words', () => {
    const note = (person: string) => {
      const view = drawPage(sceneFor(ledWith({}), person), 'details');
      return view?.name === 'card' ? view.data.footnote : undefined;
    };
    expect(note(people.officer)).toBe(DETAILS.logged);
    expect(note(people.victim)).toBe('');
  });
});

describe('the day of what happened', () => {
  it('is read in words, also one of long ago; what is no day stays as it was typed', () => {
    const read = (date: string) => {
      const view = drawPage(sceneFor({ ...ledWith({}), report: { date } }, people.officer), 'details');
      return view?.name === 'card' ? view.data.facts.map(({ text }) => text) : [];
    };
    expect(read('2026-11-24')).toContain('24 november 2026');
    expect(read('2019-03-01')).toContain('1 mars 2019');
    expect(read('i våras')).toContain('i våras');
  });
});

describe('a card that stays', () => {
  it('offers advice by how the threat came only where there is some', () => {
    const offers = (value: Incident) =>
      JSON.stringify(liveCard(sceneFor(value, people.officer))).includes('"page":"tasks"');
    const untold = { ...ledWith({}), report: {} };
    expect(offers(untold)).toBe(false);
    expect(offers({ ...untold, report: { channel: 'email' } })).toBe(true);
  });

  it('begins each line with a capital, whatever post or time it begins with', () => {
    const view = card({ title: 'kommunens jour', lines: ['tjänsteperson i beredskap nås på telefon.'] });
    expect(view.name === 'card' && [view.data.title, ...view.data.lines]).toEqual([
      'Kommunens jour',
      'Tjänsteperson i beredskap nås på telefon.',
    ]);
  });

  it('begins each choice with a capital too', () => {
    const choices = [{ value: 'a', title: 'tjänsteperson i beredskap' }];
    const { choices: drawn } = field({ id: 'suspects', kind: 'choices' }, { label: 'Vem?', choices });
    expect(drawn).toEqual([{ value: 'a', title: 'Tjänsteperson i beredskap' }]);
  });
});
