import { BUTTON } from '../../src/content/texts/common';
import { GUIDANCE } from '../../src/content/texts/guidance/guidance';
import { FIRST } from '../../src/content/texts/report';
import { SITUATIONS } from '../../src/routine/model/codes';
import { words } from '../support/cardReading';
import { HERE } from './here';
import { EVA, openTown, report, resident, theIncident, view } from './support';

const { guidance } = HERE.municipality;

async function open() {
  const town = await openTown();
  const eva = await resident(town, EVA.id, EVA.name, EVA.email);
  return { town, eva };
}

describe('advice', () => {
  it('is one card that changes in place, one press from "vägledning", for whoever asks', async () => {
    const { eva } = await open();
    await eva.say('hjälp');
    await eva.press(BUTTON.guidance);
    for (const situation of SITUATIONS) {
      await eva.press(guidance[situation].title);
      for (const line of guidance[situation].first) expect(view(eva)).toContain(line);
      await eva.press(GUIDANCE.others);
      expect(view(eva)).toContain(GUIDANCE.title);
    }
    // Reading leaves nothing behind, and the greeting leads there too.
    await eva.say('vägledning');
    expect(view(eva)).toContain(guidance.inside.title);
  });

  it('ends in a report with kind and channel filled in; twice pressed it is one', async () => {
    const { town, eva } = await open();
    await eva.say('vad gör jag nu');
    await eva.press(guidance.social.title);
    const again = eva.keep(GUIDANCE.reportChannel.social);
    await eva.press(GUIDANCE.reportChannel.social);
    const draft = (await town.tables.drafts.of(EVA.id))[0];
    expect(draft?.values).toMatchObject({ kinds: 'threat', channel: 'social' });
    await again();
    expect(await town.tables.drafts.of(EVA.id)).toHaveLength(1);
    // What was begun is what "rapportera hot" opens, and it is sent as any other.
    await report(eva, 'De skrev på nätet i natt');
    expect((await theIncident(town, eva))?.report).toMatchObject({ kinds: 'threat', channel: 'social' });
  });

  it('alarms from where something is going on, and the report after it belongs to that alarm', async () => {
    const { town, eva } = await open();
    await eva.say('vägledning');
    await eva.press(guidance.inside.title);
    await eva.press(BUTTON.alarmParty);
    const alarmed = await theIncident(town, eva);
    expect(alarmed?.acute).toBe(true);
    await eva.say('vägledning');
    await eva.press(guidance.threatened.title);
    await eva.press(GUIDANCE.report);
    await eva.press(BUTTON.review, { 'Vad hände': 'Han kom in' });
    await eva.press(BUTTON.send);
    const told = await theIncident(town, eva);
    expect(told?.id).toBe(alarmed?.id);
    expect(told?.report).toMatchObject({ kinds: 'threat', channel: 'inPerson' });
  });

  it('does not write over a report that is being written, which waits among the drafts', async () => {
    const { town, eva } = await open();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.later, { 'Vad hände': 'Ett brev kom' });
    await eva.say('vägledning');
    await eva.press(guidance.email.title);
    await eva.press(GUIDANCE.report);
    const drafts = await town.tables.drafts.of(EVA.id);
    expect(drafts.map(({ values }) => values.what ?? '').sort()).toEqual(['', 'Ett brev kom']);
    expect(words(eva.card())).not.toContain('Ett brev kom');
    expect(words(eva.card())).not.toContain(FIRST.title);
  });
});
