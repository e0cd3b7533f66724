import { BUTTON } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { TAKE } from '../../src/content/texts/printed/takeDocument';
import { IMPROVEMENT } from '../../src/content/texts/standing/noting';
import { type Cast, SECRET } from '../conversation/support';
import { joined, partsOf } from '../document/reading';
import { elements } from '../support/cardReading';
import { chosen, stored, tryAs } from './people';

/* After the closing (plan 3.3): the document of the matter, and what is made better because of it. */

const BETTER = {
  what: 'Planen ska säga vem som svarar på natten',
  owner: 'Säkerhetsstrategen',
  day: '2027-01-29',
};

/** The strategist opens the closed incident from the list of their own. */
async function reopenCard({ strategist }: Cast, reference: string): Promise<void> {
  await strategist.say('mina ärenden');
  await strategist.press(LISTS.show(reference));
}

/** What the review says becomes a measure: what, who, by when; and nobody but the strategist writes it. */
async function improve(cast: Cast, reference: string) {
  const { strategist } = cast;
  await reopenCard(cast, reference);
  await strategist.press(IMPROVEMENT.button);
  const page = strategist.text(strategist.card());
  const writers = await tryAs(cast, ['eva', 'officer', 'deputy', 'chief', 'otherOfficer'], 'addImprovement', {
    ...BETTER,
    improves: 'plan',
  });
  await strategist.press(IMPROVEMENT.save, {
    [IMPROVEMENT.fields.what]: BETTER.what,
    [IMPROVEMENT.fields.improves]: IMPROVEMENT.improves.plan ?? chosen('improves', 'plan'),
    [IMPROVEMENT.fields.owner]: BETTER.owner,
    [IMPROVEMENT.fields.day]: BETTER.day,
  });
  return { page, writers, improved: (await stored(cast)).improvements ?? [] };
}

/** The words of the Word file, as the strategist takes it by its link. */
async function take(cast: Cast, reference: string): Promise<string> {
  const { strategist, town } = cast;
  await reopenCard(cast, reference);
  await strategist.press(BUTTON.details);
  await strategist.press(TAKE.button);
  await strategist.press(TAKE.order, { [TAKE.purpose]: `${SECRET} till diariet` });
  const url = elements(strategist.card())
    .map((one) => String(one.url ?? ''))
    .find((one) => one.includes('/document/'));
  const file = await fetch(`${town.url}${new URL(url ?? '').pathname}`, { method: 'POST' });
  return joined(partsOf(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? '');
}

/** Both. */
export async function afterClosing(cast: Cast) {
  const { reference } = await stored(cast);
  const better = await improve(cast, reference);
  return { ...better, document: await take(cast, reference) };
}
