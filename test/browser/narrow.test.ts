import { render } from '../../src/cards/adaptiveCard';
import { card as drawn, link, plain } from '../../src/cards/parts';
import type { View } from '../../src/cards/view';
import { COMMON } from '../../src/content/texts/common';
import { type Client, openClient } from '../pictures/client';
import { chapters } from '../pictures/pictures';

/** The narrowest phone that is still about. */
const PHONE = 320;

const rendered = (view: View): object => render(view, { fallback: COMMON.fallback, speak: COMMON.summary });

describe('on a phone', () => {
  let client: Client;
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client?.stop());

  it('what is too wide is found', async () => {
    const long = 'En knapp som är alldeles för bred för en smal skärm';
    const wide = drawn({ title: 'x', buttons: [plain(long, 'mine', {})], links: [link(long, 'tel:1')] });
    expect((await client.squeezed(rendered(wide), PHONE)).join()).toContain(long);
  });

  it('a word that breaks in two is found', async () => {
    const word = `Säkerhetsstrateg${'säkerhetsstrateg'.repeat(3)}`;
    const found = await client.squeezed(rendered(drawn({ title: 'x', lines: [word] })), PHONE);
    expect(found).toContain(`is broken in two: ${word}`);
  });

  it('a name, a post and a number stand whole, and so does a long note beside a section', async () => {
    const view = drawn({
      title: 'x',
      items: [
        {
          text: 'Kommunpolis Erik Vallnäs',
          detail: 'kommunens säkerhetsstrateg, ersättare',
          buttons: [plain('Vi har pratat', 'mine', {}), plain('Inget svar', 'mine', {})],
          links: [link('Ring 070-174 06 05', 'tel:1')],
        },
      ],
      below: {
        rows: [
          { sign: '●', text: '3.2.4 Uppföljning', note: 'väntar på säkerhetsstrategen', isNow: true },
          { sign: '●', text: '3.1.3 Polisanmälan', note: 'senast 15 dec.', isNow: false },
        ],
      },
    });
    expect(await client.squeezed(rendered(view), PHONE)).toEqual([]);
  });

  it.each(chapters().flatMap((chapter) => chapter.pictures))('$name fits', async ({ view }) => {
    expect(await client.squeezed(rendered(view), PHONE)).toEqual([]);
  });
});
