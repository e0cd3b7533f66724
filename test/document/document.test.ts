import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { PNG } from 'pngjs';
import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { DOCUMENT, REPORT_LABELS, REPORT_QUESTIONS } from '../../src/content/texts/printed/document';
import { PLACEHOLDERS } from '../../src/content/texts/printed/template';
import { SUMMARY } from '../../src/content/texts/tab/overview';
import { incidentDocument } from '../../src/document/incidentDocument';
import { maskedDocument } from '../../src/document/maskedCopy';
import { mapTexts, type WordDocument } from '../../src/document/model';
import { summaryDocument } from '../../src/document/summary';
import { templateFaults } from '../../src/document/template';
import { partIn } from '../../src/document/unzipped';
import { placeholdersIn, wordBytes } from '../../src/document/word';
import type { Incident } from '../../src/routine/model/incident';
import { overviewOf } from '../../src/routine/rules/figures/overview';
import { proposedMasks } from '../../src/routine/rules/report/maskedCopy';
import { seen } from '../../src/screens/seen';
import { hostile, MARK, manyOfAll, ordinary, type Stage, stages } from '../cards/stages';
import { contacts, incident, municipality, NOW, people, routine, sceneFor } from '../support/pureTown';
import { papers } from './papers';
import { headingsOf, joined, partsOf, tablesOf } from './reading';

/* The incident document: what stands in it, and that Word and a screen reader find their way in it. */

const entry = (what: string, by: string) => ({ at: NOW.toISOString(), by, what, as: 'lead', isLook: false });
const escapeFor = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const HISTORY = {
  entries: [entry('acknowledge', people.officer), { ...entry('details', people.strategist), isLook: true }],
  isWhole: true,
};

const drawn = (value: Incident, now = NOW, person = people.strategist): WordDocument =>
  incidentDocument(seen(sceneFor(value, person, now)), municipality, HISTORY);

const body = async (document: WordDocument): Promise<string> =>
  partsOf(await wordBytes(document))['word/document.xml'] ?? '';

/** The last stage in which the strategist has the whole. */
const lastOf = (all: readonly Stage[]): Stage => {
  const found = all.filter(({ incident: { strategist, closedAt } }) => strategist && closedAt);
  const last = found[0] ?? all.at(-1);
  if (!last) throw new Error('No stage.');
  return last;
};
const rowsOf = (document: WordDocument) => document.parts.flatMap(({ table }) => table?.rows ?? []);

describe('what stands in it', () => {
  const last = lastOf(stages(ordinary));
  const document = drawn(last.incident, last.now);
  const words = JSON.stringify(document);

  it('is the ten fields in order, with each field of the report once', () => {
    const [report] = document.parts.filter(({ title }) => title === DOCUMENT.report.title);
    expect(report?.table?.rows.map(([question]) => question)).toEqual(
      REPORT_QUESTIONS.map(({ title }) => title),
    );
    const asked = REPORT_PAGES.flatMap((page) => page.fields.map(({ id }) => id));
    expect(REPORT_QUESTIONS.flatMap(({ fields }) => fields).sort()).toEqual([...asked].sort());
  });

  it('is every step with its owner, every control question with its boxes, every comment', () => {
    for (const step of routine.steps) expect(words).toContain(routine.words.steps[step.id]?.title);
    for (const { id, checks, comments } of routine.checks)
      for (const one of [...checks, ...comments])
        expect(words).toContain(routine.words.checks[id]?.labels[one.id]);
    expect(words).toContain(`${DOCUMENT.checklist.checked} ${DOCUMENT.yes}`);
  });

  it('is the plan that it was handled by, and the acts of the log without the looks', () => {
    const { plan } = municipality;
    for (const text of [plan.title, plan.number, plan.owner, plan.archive]) expect(words).toContain(text);
    expect(document.parts.at(-1)?.table?.rows).toHaveLength(1);
  });

  it('speaks of its reader as of anybody else', () => {
    const [about, report] = document.parts;
    const owners = document.parts.flatMap(({ table }) =>
      table && table.heads[1] === DOCUMENT.checklist.heads[1] ? table.rows.map(([, owner]) => owner) : [],
    );
    expect(owners).toHaveLength(routine.steps.length);
    expect(JSON.stringify([about, report, owners])).not.toMatch(/(?<!\p{L})du(?!\p{L})/iu);
  });

  it('says of an incident that has just begun what is not filled in, and leaves no cell empty', () => {
    const empty = drawn(incident());
    for (const cell of rowsOf(empty).flat()) expect(cell.trim()).not.toBe('');
    expect(JSON.stringify(empty)).toContain(DOCUMENT.talks.none);
    expect(JSON.stringify(empty)).toContain(DOCUMENT.review.none);
  });

  it('lists the files that came with the report, with the fingerprint of each, and those of an event there alone', () => {
    const file = {
      ...{ id: 'one', type: 'image/png', bytes: 9, at: NOW.toISOString(), by: people.strategist },
      as: 'strategist' as const,
    };
    const { incident: value, now } = lastOf(stages(() => MARK));
    const evidence = [
      { ...file, name: 'brev.png', sha256: 'a'.repeat(64) },
      { ...file, id: 'two', name: 'senare.png', sha256: 'b'.repeat(64), occurrence: 'later' },
    ];
    const shown = rowsOf(drawn({ ...value, evidence }, now)).filter((cells) => cells.join().includes('.png'));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.[0]).toBe('brev.png');
    expect(shown[0]?.[1]).toContain(municipality.names.strategist.title);
    expect(shown[0]?.[2]).toBe('a'.repeat(64));
    expect(rowsOf(drawn({ ...value, evidence: [] }, now)).flat()).not.toContain('brev.png');
  });

  it('holds what its reader may read, and nothing more', () => {
    const { incident: value, now } = lastOf(stages(() => MARK));
    expect(JSON.stringify(drawn(value, now))).toContain(MARK);
    expect(JSON.stringify(drawn(value, now, people.otherOfficer))).not.toContain(MARK);
  });
});

describe('a masked copy', () => {
  const VICTIM = 'Alva Sten';
  const PHONE = '070-555 12 34';
  const typist = (kind: string) =>
    `${VICTIM} ringde. Alvas bil, A.S., AS och +46 70 555 12 34. ${kind === 'name' ? '' : 'alva.sten@post.example'}`;
  const last = lastOf(stages(typist));
  const value: Incident = {
    ...last.incident,
    victim: { ...last.incident.victim, name: VICTIM },
    report: { ...last.incident.report, phone: PHONE },
  };
  const proposed = proposedMasks(value, { contacts, routine, units: municipality.parties });
  const masks = proposed.map(({ words, why }) => ({ words, why: `skäl: ${why}` }));

  it('has no masked word in any part of the file, nor its genitive or initials', async () => {
    const parts = partsOf(await wordBytes(maskedDocument(drawn(value, last.now), masks)));
    expect(Object.keys(parts)).toContain('docProps/core.xml');
    const said = Object.entries(parts).map(([name, xml]) => ({
      name,
      raw: xml,
      words: joined(xml) + xml.replace(/<[^>]*>/g, ''),
    }));
    const found = said.flatMap(({ name, words }) =>
      [/Alva/i, /Sten(?!\p{L})/u, /A\.\s?S\./, /(?<!\p{L})AS(?!\p{L})/u, /555/, /post\.example/].flatMap(
        (one) => (one.test(words) ? [`${name}: ${one}`] : []),
      ),
    );
    expect(found).toEqual([]);
    const left = said.flatMap(({ name, words }) =>
      proposed
        .filter((one) =>
          new RegExp(`(?<![\\p{L}\\p{N}])${escapeFor(one.words)}(?![\\p{L}\\p{N}])`, 'iu').test(words),
        )
        .map((one) => `${name}: ${one.words}`),
    );
    expect(left).toEqual([]);
  });

  it('says why words are masked and how many, and that it is a copy', () => {
    const copy = maskedDocument(drawn(value, last.now), masks);
    expect(copy.title).toContain(DOCUMENT.maskedTitle);
    const rows = copy.parts.at(-1)?.table?.rows ?? [];
    expect(rows.map(([why]) => why)).toContain('Skäl: name');
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(masks.length);
  });

  it('has a reason once, however it was typed, with a capital', () => {
    const typed = ['namn', 'Namn', 'kontaktuppgift'].map((why, at) => ({ words: `Ord${at}`, why }));
    const copy = maskedDocument(drawn(value, last.now), typed);
    expect(copy.parts.at(-1)?.table?.rows).toEqual([
      ['Namn', '2'],
      ['Kontaktuppgift', '1'],
    ]);
  });

  it('is the whole document again without masks', () => {
    const whole = drawn(value, last.now);
    const copy = maskedDocument(whole, []);
    expect(copy.parts.slice(0, -1)).toEqual(mapTexts(whole, (text) => text.normalize('NFC')).parts);
  });
});

describe('the file', () => {
  const long = manyOfAll(hostile);

  it('has a title, its language, and headings without a gap', async () => {
    const parts = partsOf(await wordBytes(drawn(long.incident, long.now)));
    expect(parts['docProps/core.xml']).toContain(`<dc:title>${DOCUMENT.title}</dc:title>`);
    expect(parts['word/styles.xml']).toContain('w:val="sv-SE"');
    const levels = headingsOf(parts['word/document.xml'] ?? '').map(({ level }) => level);
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    expect(parts['word/document.xml']).toContain('<w:pStyle w:val="Title"/>');
  });

  it('has each time with its year, and tells whose each telephone number is', () => {
    const all = drawn(long.incident, long.now);
    const words = JSON.stringify(all);
    expect(long.incident.corrections?.some(({ answer }) => answer)).toBe(true);
    expect(words).not.toMatch(/\d (?:jan|feb|aug|sep|sept|okt|nov|dec)\. kl\./);
    const labels = Object.values(REPORT_LABELS);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });

  it('has tables with a head that comes again on each page, no merged cell and no empty one', async () => {
    const xml = await body(drawn(long.incident, long.now));
    const tables = tablesOf(xml);
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ isHeaded }) => !isHeaded)).toEqual([]);
    expect(xml).not.toMatch(/gridSpan|vMerge/);
    expect(tables.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === '')).toEqual([]);
    expect(
      tables.flatMap(({ rows }) => rows.map(({ length }) => length - (rows[0]?.length ?? 0))),
    ).not.toContainEqual(expect.not.objectContaining({}));
  });

  it('has a first column that holds each word of it whole', () => {
    // A bold letter of 11 points is at most so wide where the font is not there and another stands in; and the cell's own margins.
    const [letter, margins, width] = [135, 230, 9_600];
    const tight = drawn(long.incident, long.now).parts.flatMap(({ title, table }) => {
      if (!table || table.heads.length < 3) return [];
      const [first = 0] = table.widths;
      const room = (first / table.widths.reduce((sum, one) => sum + one, 0)) * width - margins;
      const words = table.rows.flatMap(([head = '']) => head.split(/[\s-]+/));
      return words.filter((word) => word.length * letter > room).map((word) => `${title}: ${word}`);
    });
    expect(tight).toEqual([]);
  });

  it('keeps a short row on one page, and breaks a long one', async () => {
    const long = 'lång '.repeat(200).trim();
    const heads = ['Fråga', 'Svar'];
    const table = {
      heads,
      widths: [1, 2],
      rows: [
        ['Kort', 'Ja'],
        ['Lång', long],
      ],
    };
    const part = { title: 'Del', level: 1 as const, lines: [], table };
    const xml = await body({ ...drawn(incident()), parts: [part] });
    const rows = xml
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.includes('<w:cantSplit/>'));
    expect(rows).toEqual([false, true, false]);
  });

  it('of forty pages is made in a moment, with all of it, and its masked copy holds no masked word', async () => {
    const made = await papers();
    const xml = partsOf(made.get('forty') ?? Buffer.alloc(0))['word/document.xml'] ?? '';
    expect(joined(xml)).toContain('Uppföljningssamtal 25');
    expect(xml.length).toBeGreaterThan(300_000);
    expect(joined(partsOf(made.get('empty') ?? Buffer.alloc(0))['word/document.xml'] ?? '')).toContain(
      DOCUMENT.report.title,
    );
    const masked = Object.values(partsOf(made.get('masked') ?? Buffer.alloc(0)));
    const words = masked.map((one) => joined(one) + one.replace(/<[^>]*>/g, '')).join('\n');
    expect(words).not.toMatch(/Ekdal|(?<!\p{L})Maj(?!\p{L})|M\.\s?E\./u);
    // A template with a placeholder missing gives the whole document in its own layout.
    const missing = joined(
      partsOf(made.get('templateMissing') ?? Buffer.alloc(0))['word/document.xml'] ?? '',
    );
    expect(missing).not.toContain('Kommunens egen mall');
    expect(missing).toContain(DOCUMENT.history.title);
    expect(joined(partsOf(made.get('template') ?? Buffer.alloc(0))['word/document.xml'] ?? '')).toContain(
      'Kommunens egen mall',
    );
  });

  it('has what was typed to the letter, and never as a part of the file', async () => {
    const said = joined(await body(drawn(long.incident, long.now)));
    expect(said).toContain('<b>');
    expect(said).toContain('$'.concat('{1+1}'));
  });

  it('is a file that can be opened, whatever sign somebody typed', async () => {
    const odd = mapTexts(drawn(incident()), () => 'a\u0000b\u000bc\ud800d\uffffe ]]> & <w:p/>');
    const xml = await body(odd);
    expect(joined(xml)).toContain('abcde ]]> & <w:p/>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that must not be there.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\ufffe\uffff]/);
  });
});

describe('the municipality’s own paper', () => {
  const placeholder = (name: string) => new Paragraph({ children: [new TextRun(`{{${name}}}`)] });
  const styled = (id: string, name: string) => ({ id, name, basedOn: 'Normal' });
  /** A template as Word in Swedish makes one, with these placeholders. */
  const template = (names: readonly string[], head: readonly string[] = ['ärende']): Promise<Buffer> =>
    Packer.toBuffer(
      new Document({
        styles: { paragraphStyles: [styled('Rubrik1', 'heading 1'), styled('Rubrik2', 'heading 2')] },
        sections: [
          {
            headers: { default: new Header({ children: head.map(placeholder) }) },
            children: [new Paragraph('Kommunens egen text'), ...names.map(placeholder)],
          },
        ],
      }),
    );
  const PARTS = Object.values(PLACEHOLDERS.parts);
  const long = manyOfAll(hostile);

  it('is filled with the whole document, in its own styles, and what was typed is no placeholder', async () => {
    const document = drawn(long.incident, long.now);
    const typed = mapTexts(document, (text) => text.replace('<b>', '{{rapport}} {{okänd}} <b>'));
    const parts = partsOf(await wordBytes(typed, { template: await template(['titel', ...PARTS]) }));
    const xml = parts['word/document.xml'] ?? '';
    const said = joined(xml).replaceAll('\u2060', '');
    for (const { title, table } of document.parts) {
      expect(said).toContain(title);
      for (const cell of table?.rows.flat() ?? [])
        expect(said).toContain(
          cell.replaceAll('\n', '').slice(0, 40).replace('<b>', '{{rapport}} {{okänd}} <b>').slice(0, 40),
        );
    }
    expect(said).toContain('Kommunens egen text');
    expect(said).toContain('{{rapport}} {{okänd}} <b>');
    expect(xml).toContain('<w:pStyle w:val="Rubrik1"/>');
    expect(xml).toContain('<w:pStyle w:val="Rubrik2"/>');
    expect(
      Object.entries(parts)
        .filter(([name]) => name.startsWith('word/header'))
        .map(([, one]) => joined(one)),
    ).toEqual([document.reference]);
    expect(parts['docProps/core.xml']).toContain(DOCUMENT.title);
  });

  it.each([
    { place: 'in its head', names: PARTS, head: ['sekretess'] },
    { place: 'in its text', names: [...PARTS, 'sekretess'], head: ['ärende'] },
    { place: 'nowhere', names: PARTS, head: ['ärende'] },
  ])(
    'says once what is secret, and of a masked copy that it is one, with a place for it $place',
    async (given) => {
      const paper = await template(given.names, given.head);
      const whole = drawn(incident());
      const masks = [{ words: 'Lena', why: 'Namn' }];
      for (const document of [whole, maskedDocument(whole, masks)]) {
        const parts = partsOf(await wordBytes(document, { template: paper }));
        const said = Object.entries(parts)
          .filter(([name]) => /^word\/(document|header\d+)\.xml$/.test(name))
          .map(([, xml]) => joined(xml))
          .join('\n');
        expect(said).toContain('Kommunens egen text');
        for (const line of document.lines) expect([line, said.split(line).length - 1]).toEqual([line, 1]);
      }
    },
  );

  it('is looked through before: what is missing, unknown, or without a style is named', async () => {
    const given = await template([...PARTS.slice(1), 'okänd']);
    expect(templateFaults(given, await placeholdersIn(given))).toEqual({
      missing: [PARTS[0]],
      unknown: ['okänd'],
      beside: [],
      broken: [],
      headings: [],
    });
    const bare = await Packer.toBuffer(new Document({ sections: [{ children: PARTS.map(placeholder) }] }));
    expect(templateFaults(bare, await placeholdersIn(bare)).missing).toEqual([]);
    expect(partIn(bare, 'word/nothing.xml')).toBeUndefined();
    expect(partIn(Buffer.from('no zip'), 'word/styles.xml')).toBeUndefined();
  });

  const line = (...runs: string[]) => new Paragraph({ children: runs.map((text) => new TextRun(text)) });
  const [first = '', second = '', ...others] = PARTS;
  const cellOf = (paragraph: Paragraph) =>
    new Table({ rows: [new TableRow({ children: [new TableCell({ children: [paragraph] })] })] });

  it.each<[string, (Paragraph | Table)[], Paragraph[], object]>([
    ['two parts in one paragraph', [line(`{{${first}}} {{${second}}}`)], [], { beside: [first, second] }],
    ['words beside a part', [line(`Här: {{${first}}}`), placeholder(second)], [], { beside: [first] }],
    ['a part in the head', [placeholder(second)], [placeholder(first)], { beside: [first] }],
    [
      'braces that do not end',
      [line(`{{${first}}`), placeholder(second)],
      [],
      { missing: [first], broken: [`{{${first}}`] },
    ],
    [
      'a fact that does not end',
      [placeholder(first), placeholder(second), line('{{titel')],
      [],
      { broken: ['{{titel'] },
    ],
    [
      'another case',
      [line('{{Rapport}}'), ...[first, second].map(placeholder)],
      [],
      { unknown: ['Rapport'] },
    ],
    [
      'a part in several runs',
      [line('{{', first.slice(0, 2), `${first.slice(2)}}}`), placeholder(second)],
      [],
      {},
    ],
    ['a part in a cell, with blanks', [cellOf(line(`{{ ${first} }}`)), placeholder(second)], [], {}],
    ['facts in a row of text', [line('{{titel}}, {{kommun}}'), ...[first, second].map(placeholder)], [], {}],
  ])('%s: said before, and no part of the document is ever lost', async (_, body, head, faults) => {
    const given = await Packer.toBuffer(
      new Document({
        styles: { paragraphStyles: [styled('Rubrik1', 'heading 1'), styled('Rubrik2', 'heading 2')] },
        sections: [
          {
            headers: { default: new Header({ children: head }) },
            children: [...body, ...others.map(placeholder)],
          },
        ],
      }),
    );
    const none = { missing: [], unknown: [], beside: [], broken: [], headings: [] };
    const found = templateFaults(given, await placeholdersIn(given));
    expect({ ...found, missing: head.length > 0 ? [] : found.missing }).toEqual({ ...none, ...faults });
    const document = drawn(incident());
    const xml = partsOf(await wordBytes(document, { template: given }))['word/document.xml'] ?? '';
    for (const { title } of document.parts) expect(joined(xml)).toContain(title);
  });

  it('is left where it does not fit: the document comes as it is laid out otherwise, and why is told', async () => {
    const told: object[] = [];
    const document = drawn(incident());
    const given = await template(PARTS.slice(0, -1));
    const bytes = await wordBytes(document, { template: given }, (why) => told.push(why));
    expect(joined(partsOf(bytes)['word/document.xml'] ?? '')).toContain(DOCUMENT.history.title);
    expect(told).toEqual([{ missing: PARTS.at(-1), unknown: '', beside: '', broken: '', headings: '' }]);
  });

  it('has the logo on its first page, with words for who does not see it', async () => {
    const bytes = PNG.sync.write(new PNG({ width: 400, height: 100 }));
    const parts = partsOf(await wordBytes(drawn(incident()), { logo: { bytes, width: 400, height: 100 } }));
    expect(parts['word/document.xml']).toContain(`descr="${DOCUMENT.logo(municipality.name)}"`);
    expect(Object.keys(parts).filter((name) => /^word\/media\/.*png$/.test(name))).toHaveLength(1);
  });
});

describe('the year for the board', () => {
  const overview = overviewOf('2026', [], { kinds: ['threat'], channels: ['email'] });
  const about = { year: '2026', overview, municipality: municipality.name };
  const better = { what: 'Öva', improves: 'plan' as const, owner: 'Strategen', day: '2027-01-01' };

  it('has each figure in a table with a head, and what is to become better with owner and day', async () => {
    const document = summaryDocument(about, [
      { ...better, isDone: false },
      { ...better, what: 'Ring', isDone: true },
    ]);
    const tables = tablesOf(await body(document));
    expect(tables.filter(({ isHeaded }) => !isHeaded)).toEqual([]);
    expect(tables.at(-1)?.rows.slice(1)).toEqual([
      ['Öva', 'Planen', 'Strategen', '1 januari 2027'],
      ['Ring', 'Planen', 'Strategen', 'Klart'],
    ]);
    expect(tables.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === '')).toEqual([]);
    expect(JSON.stringify(summaryDocument(about, []))).toContain(SUMMARY.noImprovements);
  });
});
