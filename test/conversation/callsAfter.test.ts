import { BUTTON } from '../../src/content/texts/common';
import { alarm, openPair, theIncident } from './support';

/** What is counted once a minute at most, or only of who is new: the rows of keys. */
const isOfKeys = (call: string): boolean => call.endsWith(' keys');

/**
 * Storage calls of a press with all that follows its answer. They are held to a number, so that they do not creep up:
 * on a busy machine they are what a press costs. Fewer is better; write the new number then.
 */
describe('storage calls of a press and of what follows it', () => {
  async function opened() {
    const { town, eva, officer } = await openPair();
    const count = async (work: () => Promise<unknown>) => {
      await town.idle();
      town.calls.length = 0;
      await work();
      await town.idle();
      return town.calls.filter((call) => !isOfKeys(call));
    };
    return { town, eva, officer, count };
  }

  /** An incident that the officer leads, and a press by them on their own card. */
  async function led() {
    const place = await opened();
    const { eva, officer } = place;
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(place.town, officer))?.id ?? '';
    let presses = 0;
    const press = (verb: string, data: Record<string, string> = {}) => {
      const once = `count${++presses}`;
      return place.count(() => officer.invoke(officer.chat().at(-1)?.id ?? '', verb, { id, once, ...data }));
    };
    return { ...place, press };
  }

  it('an alarm until the officer has it in their chat, and the officer who takes it on', async () => {
    const { eva, officer, count } = await opened();
    const raised = await count(() => alarm(eva));
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    // Two messages and a press: the greeting, the first card, and the alarm, which makes an incident and two people's lists.
    // Who was named before is looked for at each of them; delivery may look once more. Its places in the lists of the tab come last.
    expect(raised.length).toBeLessThanOrEqual(66);
    const taken = await count(() => officer.press(BUTTON.acknowledge));
    // The answer, the victim's new card and the older one that shrinks, and the agenda.
    expect(taken.length).toBeLessThanOrEqual(15);
  });

  it.each<[what: string, most: number, verb: string, data: Record<string, string>]>([
    ['a page is read: logged, and nothing follows', 4, 'page', { page: 'details' }],
    ['the own card, with what a page had held back in it', 10, 'show', {}],
    [
      "a step is done: the victim's card is changed",
      10,
      'endStep',
      { step: 'initial-support', who: 'Gunnel' },
    ],
    ['"Vi har pratat": two cards are changed', 11, 'spoke', {}],
    ['who is with the victim: two cards are changed', 11, 'setCompany', { who: 'Gunnel' }],
  ])('%s', async (_, most, verb, data) => {
    const { press } = await led();
    expect((await press(verb, data)).length).toBeLessThanOrEqual(most);
  });
});
