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

  it.each(chapters().flatMap((chapter) => chapter.pictures))('$name fits', async ({ view }) => {
    expect(await client.squeezed(rendered(view), PHONE)).toEqual([]);
  });
});
