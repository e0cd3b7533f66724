import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../src/cards/adaptiveCard';
import { COMMON } from '../../src/content/texts/common';
import { type Client, openClient } from './client';
import { type Chapter, chapters } from './pictures';

const ROOT = join(__dirname, '../..');
const FOLDER = 'test/pictures/png';

const HEAD = `# The cards

Every kind of card, in the order of the routine, as Microsoft 365 Agents Playground shows it. The people, the
incident and the telephone numbers are invented. Dates stand in the inputs as the client writes them. The words of
the cards are explained in \`GLOSSARY.md\`.

This page and its pictures are written by \`npm run pictures\` (see \`test/pictures/\`); it needs Debian's Chromium.
`;

const contents = (all: readonly Chapter[]): string =>
  all
    .map(({ title, pictures }) => {
      const links = pictures.map((one) => `[${one.title}](#${one.name})`).join(' · ');
      return `- **${title}**: ${links}`;
    })
    .join('\n');

const chapterText = ({ title, pictures }: Chapter): string =>
  [
    `## ${title}`,
    ...pictures.map((one) =>
      [
        `### ${one.name}`,
        `**${one.title}** · for ${one.whom}`,
        one.when,
        `![${one.title}](../${FOLDER}/${one.name}.png)`,
      ].join('\n\n'),
    ),
  ].join('\n\n');

const page = (all: readonly Chapter[]): string =>
  `${[HEAD, contents(all), ...all.map(chapterText)].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;

describe('pictures', () => {
  const all = chapters();
  let client: Client;

  beforeAll(async () => {
    client = await openClient();
    mkdirSync(join(ROOT, FOLDER), { recursive: true });
  });

  afterAll(() => client?.stop());

  it.each(all.flatMap((chapter) => chapter.pictures))('$name', async ({ name, view }) => {
    const card = render(view, { fallback: COMMON.fallback, speak: COMMON.summary });
    await client.shoot(card, join(ROOT, FOLDER, `${name}.png`));
  });

  it('docs/CARDS.md', () => {
    writeFileSync(join(ROOT, 'docs/CARDS.md'), page(all));
    // Here, and not before the first: whoever draws some of them keeps the others.
    const drawn = new Set(all.flatMap(({ pictures }) => pictures.map(({ name }) => `${name}.png`)));
    for (const file of readdirSync(join(ROOT, FOLDER)))
      if (!drawn.has(file)) rmSync(join(ROOT, FOLDER, file));
  });
});
