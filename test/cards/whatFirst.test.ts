import { lineItem } from '../../src/cards/roundLine';
import type { CardView, View } from '../../src/cards/view';
import { BUTTON, COMMON, DANGER_OTHER } from '../../src/content/texts/common';
import { TASKS } from '../../src/content/texts/guidance/channelTasks';
import { LEAD } from '../../src/content/texts/lead';
import { DETAILS } from '../../src/content/texts/pages';
import { TAKE } from '../../src/content/texts/printed/takeDocument';
import { REGISTRY, ROUND } from '../../src/content/texts/timed';
import { UNDO } from '../../src/content/texts/wishes/undo';
import { HAND } from '../../src/content/texts/wishes/wishes';
import type { Incident } from '../../src/routine/model/incident';
import { drawPage, liveCard, revealedCard } from '../support/drawing';
import { incident, NOW, people, press, routine, sceneFor } from '../support/pureTown';

/* What a hurried person reads first is what they are to do now; whose number it is stands beside it. */

const PHONE = '070-174 06 40';
const act = (value: Incident, person: string, verb: string, data: Record<string, string> = {}) =>
  press(value, person, { verb, id: value.id, once: `${verb}${data.step ?? ''}`, ...data } as never, NOW);
const cardOf = (view: View | undefined): CardView => {
  if (view?.name !== 'card') throw new Error('It is no card.');
  return view.data;
};
const live = (value: Incident, person: string) => cardOf(liveCard(sceneFor(value, person)));
const led = (by = people.officer, more: Parameters<typeof incident>[0] = {}) =>
  act(incident(more), by, 'acknowledge');
/** Sent in, by e-mail, with a number; somebody leads, and has spoken with the person. */
const told = (value = led()): Incident => ({
  ...act(value, value.lead?.person ?? '', 'spoke'),
  reportedAt: NOW.toISOString(),
  report: { ...value.report, what: 'SECRET', channel: 'email', kinds: 'threat', phone: PHONE },
});
const municipal = () => led(people.strategist, { route: 'municipality', party: '' });
const titles = ({ buttons, below }: CardView) => [...buttons, ...below.buttons].map(({ title }) => title);
const form = (value: Incident, person: string, step: string) =>
  cardOf(drawPage(sceneFor(value, person), 'step', step));

describe('the card of who leads', () => {
  it('says what to do before what else there is', () => {
    const open = act(told(), people.officer, 'approve', { step: 'contact-strategist' });
    const { lines } = live(open, people.officer);
    const remark = lines.findIndex(
      (line) => line.startsWith(TASKS.waits(9).slice(2)) || /råd är kvar/.test(line),
    );
    const help = lines.findIndex((line) => line.startsWith('När du trycker') || line === LEAD.approveLines);
    expect([help >= 0, remark > help]).toEqual([true, true]);
  });

  it('says of each section what the list of steps says of the steps in it', () => {
    const asked = act(led(), people.officer, 'approve', { step: 'contact-strategist' });
    let open = 0;
    for (const value of [led(), told(), asked]) {
      const scene = sceneFor(value, people.officer);
      const { below, rows } = live(value, people.officer);
      const signOf = (section: string) =>
        [...rows, ...below.rows].find(({ text }) => text.startsWith(section))?.sign;
      for (const { text, buttons } of cardOf(drawPage(scene, 'steps')).items) {
        const step = routine.steps.find(({ id }) => buttons.some(({ data }) => data?.step === id));
        if (!step || !text.startsWith(COMMON.signs.now)) continue;
        open += 1;
        expect([step.id, signOf(step.section)]).toEqual([step.id, COMMON.signs.now]);
      }
    }
    expect(open).toBeGreaterThan(5);
  });

  it('has 112 on top until somebody has spoken with the person, and not after', () => {
    const value = led();
    const first = cardOf(revealedCard(sceneFor(value, people.officer)));
    expect(first.danger).toEqual(DANGER_OTHER);
    expect(live(value, people.officer).danger).toEqual(DANGER_OTHER);
    expect(live(told(value), people.officer).danger).toEqual([]);
  });

  it('lets them take it back beside the words that say so', () => {
    const open = act(told(), people.officer, 'approve', { step: 'contact-strategist' });
    const card = live(act(open, people.officer, 'endStep', { step: 'contact-strategist' }), people.officer);
    const [above, below] = [card.buttons, card.below.buttons].map((row) =>
      row.some(({ title }) => title === UNDO.button),
    );
    const isSaid = (lines: readonly string[]) => /^Tryckte du fel\?/.test(lines.at(-1) ?? '');
    expect([above || below, isSaid(card.lines), isSaid(card.below.lines)]).toEqual([true, above, below]);
  });

  it('asks nobody to ring where there is no number: the form that opens has it', () => {
    const { title, lines } = live(told(), people.officer);
    expect([title, lines.join(' ')]).toEqual([expect.any(String), expect.not.stringContaining('Ring först')]);
    expect(lines).toContain(LEAD.approveLines);
  });

  it('has the registry number of a strategist who leads', () => {
    expect(titles(live(told(municipal()), people.strategist))).toContain(REGISTRY.button);
    expect(titles(live(told(), people.officer))).not.toContain(REGISTRY.button);
  });
});

describe('a form', () => {
  const open = (value: Incident, step: string) => act(value, value.lead?.person ?? '', 'approve', { step });

  it('says whose number it is', () => {
    const { items, links } = form(open(told(), 'assess'), people.officer, 'assess');
    expect([items.map(({ text }) => text), links]).toEqual([[DETAILS.victim], []]);
    expect(items[0]?.links.map(({ title }) => title)).toEqual([COMMON.call(PHONE)]);
  });

  it('has the police first where it is they who are to be rung', () => {
    const { items } = form(told(municipal()), people.strategist, 'contact-police');
    expect(items.map(({ text }) => text)).toEqual([
      expect.not.stringMatching(/^Den utsatte$/),
      DETAILS.victim,
    ]);
  });

  it('says to who leads that the party is not told, and to nobody else', () => {
    const own = form(told(municipal()), people.strategist, 'support-person');
    expect(own.lines).toContain(LEAD.municipalityChosen);
    expect(form(told(), people.officer, 'support-person').lines).not.toContain(LEAD.municipalityChosen);
  });

  it('keeps another day and another person for it behind the overflow button', () => {
    const { buttons } = form(open(told(), 'assess'), people.officer, 'assess');
    const seldom = buttons.filter(({ title }) => title === HAND.button || title === BUTTON.moveDay);
    expect(seldom.map(({ mode }) => mode)).toEqual(['secondary', 'secondary']);
  });

  it('speaks to whoever makes their own police report', () => {
    const asked = act(told(municipal()), people.victim, 'decide', { answer: 'self' });
    const { lines } = form(asked, people.victim, 'police-report');
    expect(lines.join(' ')).toMatch(/^Ring 114 14/);
    expect(lines.join(' ')).not.toContain('Den utsatte');
  });
});

describe('other cards', () => {
  it('offer the strategist to the victim where the party is asked, not where it is the strategist who is', () => {
    const button = routine.words.steps['contact-strategist']?.victim;
    expect(titles(live(incident(), people.victim))).toContain(button);
    expect(titles(live(incident({ route: 'municipality', party: '' }), people.victim))).not.toContain(button);
  });

  it('let a strategist take the document of what has been closed from the card that says so', () => {
    const closed: Incident = {
      ...told(municipal()),
      ...{ state: 'closed', closedAt: NOW.toISOString(), closedBy: people.strategist },
    };
    expect(JSON.stringify(liveCard(sceneFor(closed, people.strategist)))).toContain(TAKE.button);
    expect(JSON.stringify(liveCard(sceneFor(closed, people.officer)))).not.toContain(TAKE.button);
  });

  it('name the second thing of a round, and count only where there are more', () => {
    const line = (...abouts: string[]) =>
      lineItem(
        {
          incident: {
            ...{ id: 'incident1', reference: '2026-7KQ4', isAcute: false, isLed: true },
            waiting: abouts.map((about) => ({ about, since: NOW.toISOString() })),
          } as never,
          others: [],
        },
        routine.words,
      ).detail;
    expect(line('review', 'registry')).toBe(`${ROUND.about.review} · ${ROUND.about.registry}`);
    expect(line('review', 'registry', 'close')).toBe(`${ROUND.about.review} · ${ROUND.more(2)}`);
  });
});
