import { createHash } from 'node:crypto';
import type { IncidentPage, PressAnswer } from '../../src/api/contract';
import type { ReadyView, UploadAnswer } from '../../src/api/filesContract';
import { UPLOAD_HEADERS } from '../../src/api/uploadHeaders';
import { StorageUnavailable } from '../../src/app/runtime/failures';
import type { CardView } from '../../src/cards/view';
import { BUTTON } from '../../src/content/texts/common';
import { TAKE } from '../../src/content/texts/printed/takeDocument';
import { MOST_FILES } from '../../src/routine/rules/report/evidence';
import { STEP } from '../conversation/here';
import { type Cast, EVA, SECRET, theIncident } from '../conversation/support';
import { joined, partsOf } from '../document/reading';
import { elements, type Json } from '../support/cardReading';
import { type OpenId, TEAMS_APP_ID } from '../support/openId';
import type { Person } from '../support/town';
import { usingTab } from './usingTab';

/* Files by way of the tab: given, seen and taken, over HTTP with tokens of a directory on loopback. */

const MIB = 1024 * 1024;
const WHY = 'Till åklagaren';
/** A whole PNG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PAGE = Buffer.from('<!doctype html><html><script>alert(1)</script></html>');
const SVG = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
);

const DOWN = new StorageUnavailable('down');

let openId: OpenId;
let cast: Cast;
let stranger: Person;
let id: string;

const here = usingTab();
beforeEach(() => {
  ({ openId, cast, stranger, id } = here());
});

type Who = { userId: string };
const bearer = (who: Who) => ({ authorization: `Bearer ${openId.tabToken(who.userId)}` });

async function post(path: string, headers: Record<string, string>, body: string | Uint8Array) {
  const response = await fetch(`${cast.town.url}/api/tab/${path}`, { method: 'POST', headers, body });
  const bytes = Buffer.from(await response.arrayBuffer());
  await cast.town.idle();
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') };
}
const json = (path: string, who: Who, body: object) =>
  post(path, { ...bearer(who), 'content-type': 'application/json' }, JSON.stringify(body));
const press = async (who: Who, verb: string, data: object) => {
  const answer = JSON.parse((await json('press', who, { verb, data })).text) as PressAnswer;
  return { ...answer, card: answer.view.data as CardView };
};
const page = async (who: Who) =>
  JSON.parse((await json('ask', who, { ask: 'incident', id })).text) as IncidentPage;
const upload = async (who: Who, bytes: Uint8Array, name = 'bild.png', more: Record<string, string> = {}) => {
  const headers = {
    ...{ 'content-type': 'application/octet-stream', [UPLOAD_HEADERS.incident]: id },
    [UPLOAD_HEADERS.name]: encodeURIComponent(name),
  };
  const answer = await post('upload', { ...bearer(who), ...headers, ...more }, bytes);
  return {
    ...answer,
    body: (answer.text ? JSON.parse(answer.text) : {}) as UploadAnswer & { error?: string },
  };
};
const evidence = async () => (await cast.town.tables.incidents.read(id))?.incident.evidence ?? [];
const looks = async () => (await cast.town.tables.incidents.views(id)).entries;

/** The strategist has the whole of it. */
async function handed(): Promise<void> {
  const message = cast.officer.chat().at(-1)?.id ?? '';
  await cast.officer.invoke(message, 'approve', { id, step: STEP.strategist.id });
  await cast.officer.invoke(message, 'endStep', { id, step: STEP.strategist.id, once: 'once1' });
}
async function given(bytes: Uint8Array = PNG, name = 'bild.png'): Promise<string> {
  expect((await upload(cast.eva, bytes, name)).body).toEqual({});
  return (await evidence()).at(-1)?.id ?? '';
}
async function order(who: Who, file: string): Promise<ReadyView | undefined> {
  return (await press(who, 'orderFile', { id, file, purpose: WHY })).ready;
}

describe('a file', () => {
  it('is given by who may add to the report, as from a chat, and by nobody else', async () => {
    expect((await upload(cast.eva, PNG, '../..\\hemma‮gnp.exe')).body).toEqual({});
    expect((await upload(cast.officer, Buffer.from('bara text'), 'sms.txt')).body).toEqual({});
    const [own, leads] = await evidence();
    expect(own).toMatchObject({ type: 'image/png', bytes: PNG.length, by: EVA.id, as: 'victim' });
    expect(own?.sha256).toBe(createHash('sha256').update(PNG).digest('hex'));
    expect(own?.name).not.toMatch(/[\\/‮]/);
    expect(leads).toMatchObject({ type: '', as: 'lead', by: cast.officer.userId });
    const { entries } = await cast.town.tables.incidents.history(id);
    expect(entries.filter(({ act }) => act === 'giveFiles').map(({ by }) => by)).toEqual([
      EVA.id,
      cast.officer.userId,
    ]);
    for (const who of [cast.otherOfficer, cast.deputy, cast.chief, stranger]) {
      const answer = await upload(who, PNG);
      expect([answer.status, answer.body.error ?? answer.body.fault]).toEqual(
        answer.status === 404 ? [404, 'nothing'] : [200, 'closed'],
      );
    }
    expect(await evidence()).toHaveLength(2);
    expect(cast.town.log.lines.join('\n')).toContain('"why":"tab upload"');
  });

  it('that is too big, empty, packed, without a token or to a closed incident is not kept, and nothing is left of it', async () => {
    const big = await upload(cast.eva, Buffer.alloc(20 * MIB + 1));
    expect([big.status, big.body]).toEqual([200, { fault: 'tooBig' }]);
    expect((await upload(cast.eva, Buffer.alloc(0))).body).toEqual({ fault: 'empty' });
    expect((await upload(cast.eva, PNG, 'x', { 'content-encoding': 'gzip' })).body).toEqual({
      fault: 'notArrived',
    });
    expect((await upload(cast.eva, PNG, 'x', { authorization: 'Bearer a.b.c' })).status).toBe(401);
    expect((await upload(cast.eva, PNG, 'x', { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await upload(cast.eva, PNG, 'x', { [UPLOAD_HEADERS.name]: '%E0%A4%A' })).status).toBe(400);
    expect((await upload(cast.eva, PNG, 'x', { [UPLOAD_HEADERS.incident]: 'nothing' })).status).toBe(404);
    await press(cast.officer, 'closeEarly', { id, why: 'mistake', reason: 'Fel', once: 'c1' });
    expect((await theIncident(cast.town, cast.eva))?.state).toBe('closed');
    expect((await upload(cast.eva, PNG)).body).toEqual({ fault: 'closed' });
    expect(await evidence()).toEqual([]);
    await cast.town.later(2 * 86_400_000);
    expect(cast.town.containers.blobs.get('evidence')?.size ?? 0).toBe(0);
  });

  it('of 20 MB is taken; while storage fails it is not, and the next try is kept once', async () => {
    const bytes = Buffer.alloc(20 * MIB, 7);
    expect((await upload(cast.eva, bytes, 'film.bin')).body).toEqual({});
    cast.town.failStorage((what) => what.includes('incidents'), 1, new Error('down'));
    const failed = await upload(cast.eva, PNG);
    expect([500, 503]).toContain(failed.status);
    expect((await upload(cast.eva, PNG)).body).toEqual({});
    expect(await evidence()).toHaveLength(2);
  });

  it('more than an incident takes is refused with why', async () => {
    const { incident } = (await cast.town.tables.incidents.read(id)) ?? {};
    const one = { type: '', bytes: 1, sha256: '0'.repeat(64), at: incident?.createdAt ?? '', by: EVA.id };
    const file = await cast.town.tables.incidents.read(id);
    if (!file) throw new Error('No incident');
    const full = Array.from({ length: MOST_FILES }, (_, at) => ({
      id: `f${at}`,
      name: '',
      as: 'victim' as const,
      ...one,
    }));
    await cast.town.tables.incidents.save(file, {
      incident: { ...file.incident, evidence: full, rev: file.incident.rev + 1 },
    });
    expect((await upload(cast.eva, PNG)).body).toEqual({ fault: 'full' });
    expect(await evidence()).toHaveLength(MOST_FILES);
  });
});

describe('a picture', () => {
  it('is seen by who reads the report, each look logged, and by nobody else', async () => {
    const file = await given();
    await handed();
    const asked = { what: 'picture', id, file };
    for (const who of [cast.eva, cast.officer, cast.strategist]) {
      const seen = await json('file', who, asked);
      expect([seen.status, seen.bytes.equals(PNG), seen.headers.get('content-type')]).toEqual([
        200,
        true,
        'image/png',
      ]);
      expect(['cache-control', 'x-content-type-options'].map((name) => seen.headers.get(name))).toEqual([
        'no-store',
        'nosniff',
      ]);
    }
    expect((await looks()).filter(({ what }) => what === 'picture')).toMatchObject(
      [cast.eva, cast.officer, cast.strategist].map(({ userId: by }) => ({ by, file })),
    );
    for (const who of [cast.deputy, cast.otherOfficer, cast.chief, stranger])
      expect([who.userId, (await json('file', who, asked)).status]).toEqual([who.userId, 404]);
    expect((await json('file', cast.eva, { ...asked, file: 'other' })).status).toBe(404);
    expect((await json('file', cast.eva, { ...asked, id: 'a'.repeat(26) })).status).toBe(404);
    expect((await looks()).filter(({ what }) => what === 'picture')).toHaveLength(3);
    expect(cast.town.log.lines.join('\n')).toContain('"why":"tab picture"');
  });

  it('that is a page or a drawing that runs is not shown, whatever it is called', async () => {
    for (const bytes of [PAGE, SVG]) {
      const file = await given(bytes, 'bild.png');
      expect((await json('file', cast.eva, { what: 'picture', id, file })).status).toBe(404);
    }
    expect((await page(cast.eva)).files?.rows.map(({ isPicture }) => isPicture)).toEqual([false, false]);
  });

  it('is listed without its name: kind, size, giver, time and fingerprint; only the strategist is offered the file', async () => {
    await given(PNG, 'Hemma hos Eva.png');
    await handed();
    const sha = createHash('sha256').update(PNG).digest('hex');
    for (const [who, mayTake] of [
      [cast.eva, false],
      [cast.officer, false],
      [cast.strategist, true],
    ] as const) {
      const { files } = await page(who);
      expect(files?.rows).toMatchObject([
        { title: 'Bild, 1 kB', isPicture: true, note: expect.stringContaining(sha.slice(0, 16)) },
      ]);
      expect(files?.rows[0]?.take !== undefined).toBe(mayTake);
      expect(JSON.stringify(files)).not.toContain('Hemma');
    }
  });
});

describe('a ticket', () => {
  it('is good once, within a minute, for its asker’s token and its own file', async () => {
    const file = await given();
    const other = await given(Buffer.from('annat'), 'annat.txt');
    await handed();
    const asks = async (ready: ReadyView | undefined, who: Who, more: object = {}) =>
      (await json('file', who, { ...ready, ...more })).status;
    const ready = await order(cast.strategist, file);
    expect(ready).toMatchObject({ what: 'file', id, file });
    // Another person's token, another file, another kind, another incident: nothing, and the ticket stays.
    for (const who of [cast.deputyStrategist, cast.officer, cast.eva, stranger])
      expect([who.userId, await asks(ready, who)]).toEqual([who.userId, 404]);
    for (const more of [
      { file: other },
      { what: 'document' },
      { what: 'masked' },
      { id: 'a'.repeat(26) },
      { ticket: 'A'.repeat(43) },
    ])
      expect([more, await asks(ready, cast.strategist, more)]).toEqual([more, 404]);
    // Nor is it a link of a chat.
    expect((await fetch(`${cast.town.url}/document/${id}/${ready?.ticket}`, { method: 'POST' })).status).toBe(
      404,
    );
    const all = await Promise.all(
      Array.from({ length: 5 }, () => json('file', cast.strategist, { ...ready })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
    const got = all.find(({ status }) => status === 200);
    expect(got?.bytes.equals(PNG)).toBe(true);
    expect(
      ['content-type', 'content-disposition', 'cache-control', 'x-content-type-options'].map((name) =>
        got?.headers.get(name),
      ),
    ).toEqual([
      'application/octet-stream',
      expect.stringMatching(/^attachment; filename="Bevis 2026-[0-9A-Z]{4} 1\.png"$/),
      'no-store',
      'nosniff',
    ]);
    const late = await order(cast.strategist, other);
    await cast.town.later(60_000);
    expect(await asks(late, cast.strategist)).toBe(404);
    expect((await looks()).filter(({ what }) => what.startsWith('file'))).toMatchObject([
      { what: 'file', by: cast.strategist.userId, purpose: WHY, file },
      { what: 'fileTaken', by: cast.strategist.userId, purpose: WHY, file },
      { what: 'file', purpose: WHY, file: other },
    ]);
    expect(cast.town.log.lines.join('\n')).toContain('"why":"tab file"');
  });

  it('is made for nobody but the strategist, and not without a purpose; a party’s officer is given none', async () => {
    const file = await given();
    await handed();
    for (const who of [cast.officer, cast.deputy, cast.eva, cast.chief, stranger])
      expect([who.userId, await order(who, file)]).toEqual([who.userId, undefined]);
    const unsaid = await press(cast.strategist, 'orderFile', { id, file, purpose: ' ' });
    expect([unsaid.ready, unsaid.card.title]).toEqual([undefined, TAKE.file.title]);
    expect(
      (await press(cast.strategist, 'orderFile', { id, file: 'other', purpose: WHY })).ready,
    ).toBeUndefined();
    expect((await looks()).filter(({ what }) => what === 'file')).toEqual([]);
  });

  it('of the document brings the Word file; not once its asker has lost the matter', async () => {
    await handed();
    const { ready } = await press(cast.strategist, 'orderDocument', { id, purpose: WHY });
    const got = await json('file', cast.strategist, { ...ready });
    expect(joined(partsOf(new Uint8Array(got.bytes))['word/document.xml'] ?? '')).toContain(SECRET);
    expect(got.headers.get('content-disposition')).toContain('.docx"');
    const second = (await press(cast.strategist, 'orderDocument', { id, purpose: WHY })).ready;
    await press(cast.strategist, 'recuse', { id, once: 'r1' });
    expect((await json('file', cast.strategist, { ...second })).status).toBe(404);
  });

  it('whose file storage does not give is answered with what to do, and another one brings it', async () => {
    const file = await given();
    await handed();
    const ready = await order(cast.strategist, file);
    cast.town.failStorage((what) => what.includes('evidence'), 1, DOWN);
    expect((await json('file', cast.strategist, { ...ready })).status).toBe(503);
    const again = await order(cast.strategist, file);
    expect((await json('file', cast.strategist, { ...again })).bytes.equals(PNG)).toBe(true);
  });
});

describe('Hämta dokument', () => {
  const linksOf = (card: Json | undefined) => elements(card).map(({ url }) => String(url ?? ''));

  it('on a card opens the tab at the incident’s document, and no chat gives a link to the file itself', async () => {
    await handed();
    await cast.strategist.press(BUTTON.details);
    const [link = ''] = linksOf(cast.strategist.card()).filter((url) => url.includes('/l/entity/'));
    const { pathname, searchParams } = new URL(link);
    expect(pathname).toBe(`/l/entity/${TEAMS_APP_ID}/cases`);
    expect(JSON.parse(searchParams.get('context') ?? '')).toEqual({ subEntityId: `document.${id}` });
    const message = cast.strategist.chat().at(-1)?.id ?? '';
    await cast.strategist.invoke(message, 'page', { id, page: 'document' });
    expect(linksOf(cast.strategist.card())).toContain(link);
    await cast.strategist.invoke(message, 'orderDocument', { id, purpose: WHY });
    expect(linksOf(cast.strategist.card()).filter((url) => url.includes('/document/'))).toEqual([]);
    expect((await looks()).filter(({ what }) => what === 'document')).toEqual([]);
    for (const who of [cast.officer, cast.eva]) {
      await who.invoke(who.chat().at(-1)?.id ?? '', 'page', { id, page: 'details' });
      expect(linksOf(who.card()).filter((url) => url.includes('/l/entity/'))).toEqual([]);
    }
  });

  it('in the tab is a form, with no link to where one is already', async () => {
    await handed();
    const { card } = await press(cast.strategist, 'page', { id, page: 'document' });
    expect([card.links, card.fields.length]).toEqual([[], 1]);
    const { live } = await page(cast.strategist);
    expect(JSON.stringify(live)).not.toContain('/l/entity/');
  });
});
