import { BUTTON, NOTHING_HERE } from '../../src/content/texts/common';
import { LOG, LOG_LOOKS } from '../../src/content/texts/log';
import { DOCUMENT } from '../../src/content/texts/printed/document';
import { MASKS, TAKE } from '../../src/content/texts/printed/takeDocument';
import { joined, partsOf } from '../document/reading';
import { elements, type Json } from '../support/cardReading';
import { STEP } from './here';
import { type Cast, EVA, expectNowherePosted, openCast, report, SECRET, theIncident, view } from './support';

/* The incident document by its link: for the strategist alone, once, within a minute, with a purpose in the log. */

const WHY = 'Till diariet';

/** The links to a document on a card. */
const links = (card: Json | undefined): string[] =>
  elements(card)
    .map(({ url }) => String(url ?? ''))
    .filter((url) => url.includes('/document/'));

/** An incident that the strategist has the whole of. */
async function handed(cast: Cast): Promise<string> {
  const { town, eva, officer } = cast;
  await report(eva);
  await officer.press(BUTTON.acknowledge);
  const id = (await theIncident(town, eva))?.id ?? '';
  const message = officer.chat().at(-1)?.id ?? '';
  await officer.invoke(message, 'approve', { id, step: STEP.strategist.id });
  await officer.invoke(message, 'endStep', { id, step: STEP.strategist.id, once: 'once1' });
  return id;
}

/** Presses the way to the link, and gives its path. */
async function order({ strategist }: Cast): Promise<string> {
  await strategist.press(BUTTON.details);
  await strategist.press(TAKE.button);
  await strategist.press(TAKE.order, { [TAKE.purpose]: WHY });
  const [url = ''] = links(strategist.card());
  expect(url).toMatch(/^https:\/\/bot\.example\/document\/[a-z0-9]{26}\/[\w-]{43}$/);
  return new URL(url).pathname;
}

const press = ({ town }: Cast, path: string) => fetch(`${town.url}${path}`, { method: 'POST' });

describe('the document', () => {
  it('comes as a Word file by a link, with what was reported, and both looks in the log with their purpose', async () => {
    const cast = await openCast();
    const id = await handed(cast);
    const path = await order(cast);
    const page = await fetch(`${cast.town.url}${path}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain(TAKE.page.button);
    const file = await press(cast, path);
    expect(file.status).toBe(200);
    const { headers } = file;
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="Incidentrapport 2026-[0-9A-Z]{4}\.docx"$/,
    );
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      'no-store',
      'nosniff',
    ]);
    const words = joined(partsOf(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? '');
    for (const one of [DOCUMENT.title, SECRET, EVA.name]) expect(words).toContain(one);
    const { entries, whole } = await cast.town.tables.incidents.views(id);
    expect(whole).toBe(true);
    expect(entries.filter(({ what }) => what.startsWith('document'))).toMatchObject([
      { what: 'document', by: cast.strategist.userId, purpose: WHY },
      { what: 'documentTaken', by: cast.strategist.userId, purpose: WHY },
    ]);
    expect(cast.eva.text(await cast.eva.press(LOG.whoSees)).toLowerCase()).toContain(
      LOG_LOOKS.documentTaken?.toLowerCase(),
    );
    expectNowherePosted(cast.town, SECRET, EVA.name, path);
  });

  it('comes once: twenty presses at the same time get one file, and later ones none', async () => {
    const cast = await openCast();
    await handed(cast);
    const path = await order(cast);
    const all = await Promise.all(Array.from({ length: 20 }, () => press(cast, path)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 404)]);
    const late = await press(cast, path);
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining(TAKE.page.goneTitle)]);
  });

  it('comes no more after a minute, nor to who has lost the matter meanwhile', async () => {
    const cast = await openCast();
    const id = await handed(cast);
    const path = await order(cast);
    await cast.town.later(60_000);
    expect((await press(cast, path)).status).toBe(404);
    await cast.strategist.press(BUTTON.back);
    const second = await order(cast);
    await cast.strategist.invoke(cast.strategist.chat().at(-1)?.id ?? '', 'recuse', { id, once: 'once2' });
    expect((await theIncident(cast.town, cast.eva))?.declined).toHaveLength(1);
    expect((await press(cast, second)).status).toBe(404);
  });

  it('is nobody else’s: neither link nor log entry for the lead, the victim or a stranger', async () => {
    const cast = await openCast();
    const id = await handed(cast);
    for (const person of [cast.officer, cast.eva, cast.otherOfficer, cast.chief]) {
      const message = person.chat().at(-1)?.id ?? '';
      const answer = await person.invoke(message, 'orderDocument', { id, purpose: WHY });
      expect([links(answer.card), person.text(answer.card).includes(TAKE.readyTitle)]).toEqual([[], false]);
    }
    expect(view(cast.otherOfficer)).toContain(NOTHING_HERE.title);
    const { entries } = await cast.town.tables.incidents.views(id);
    expect(entries.filter(({ what }) => what.startsWith('document'))).toEqual([]);
  });

  it('asks why before there is a link', async () => {
    const cast = await openCast();
    await handed(cast);
    await cast.strategist.press(BUTTON.details);
    await cast.strategist.press(TAKE.button);
    const refused = await cast.strategist.press(TAKE.order);
    expect(cast.strategist.text(refused)).toContain('Fyll i det här.');
    expect(links(cast.strategist.card())).toEqual([]);
  });

  it.each([
    '/document/nobody/nothing',
    `/document/${'a'.repeat(26)}/${'A'.repeat(43)}`,
    `/document/${'a'.repeat(26)}/..%2f..%2fetc`,
  ])('gives nothing for %s, and says nothing of why', async (path) => {
    const cast = await openCast();
    await handed(cast);
    const answer = await press(cast, path);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining(TAKE.page.goneTitle)]);
  });
});

describe('the masked copy', () => {
  /** Chooses what is masked, and presses for the link. */
  async function orderMasked(cast: Cast, add: string): Promise<string> {
    const { strategist } = cast;
    const { id = '' } = (await cast.town.tables.index.of(strategist.userId, 1))[0] ?? {};
    await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'page', { id, page: 'maskedCopy' });
    const proposed = String(elements(strategist.card()).find(({ id }) => id === 'lines')?.value ?? '');
    expect(proposed).toContain(`${EVA.name} | ${MASKS.why.name}`);
    await strategist.press(MASKS.save, { [MASKS.field]: `${proposed}\n${add}` });
    await strategist.press(TAKE.orderMasked, { [TAKE.purpose]: 'Begäran om utlämnande' });
    const [url = ''] = links(strategist.card());
    return new URL(url).pathname;
  }

  it('is gone through by a person, says why, and holds nothing of what is masked', async () => {
    const cast = await openCast();
    const id = await handed(cast);
    const path = await orderMasked(cast, `${SECRET} | röjer vem det gäller`);
    const file = await press(cast, path);
    expect(file.headers.get('content-disposition')).toMatch(
      /filename="Maskad kopia 2026-[0-9A-Z]{4}\.docx"$/,
    );
    const all = Object.values(partsOf(new Uint8Array(await file.arrayBuffer())));
    const words = all.map((xml) => `${joined(xml)} ${xml}`).join('\n');
    for (const one of [SECRET, EVA.name, ...EVA.name.split(' ')]) expect(words).not.toContain(one);
    expect(words).toContain('Röjer vem det gäller');
    const { entries } = await cast.town.tables.incidents.views(id);
    expect(entries.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['maskedCopy', 'masked', 'maskedTaken']),
    );
    expectNowherePosted(cast.town, SECRET, EVA.name, path);
  });

  it('is not made before somebody has gone through it, nor of a line without a reason; other words void an older link', async () => {
    const cast = await openCast();
    const id = await handed(cast);
    const { strategist } = cast;
    const message = strategist.chat().at(-1)?.id ?? '';
    await strategist.invoke(message, 'orderDocument', { id, purpose: WHY, isMasked: 'yes' });
    expect(links(strategist.card())).toEqual([]);
    const bad = await strategist.invoke(message, 'maskCopy', { id, lines: EVA.name, once: 'm1' });
    expect(strategist.text(bad.card)).toContain(MASKS.faults.noWhy(1));
    const path = await orderMasked(cast, 'Något | annat');
    await cast.town.later(1_000);
    await strategist.invoke(message, 'maskCopy', { id, lines: 'Något | annat', once: 'm2' });
    expect((await press(cast, path)).status).toBe(404);
    for (const person of [cast.officer, cast.eva]) {
      const answer = await person.invoke(person.chat().at(-1)?.id ?? '', 'page', { id, page: 'maskedCopy' });
      expect(person.text(answer.card)).not.toContain(MASKS.title);
    }
  });
});
