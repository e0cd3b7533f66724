import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { personFile } from '../../src/cli/personFile';
import { BUTTON } from '../../src/content/texts/common';
import { EVIDENCE, FILE_FAULTS, FILES } from '../../src/content/texts/evidence/evidence';
import { words } from '../support/cardReading';
import type { ServedFile } from '../support/fakeConnector';
import { type Person, startTown, type Town } from '../support/town';
import { rowOf } from './here';
import { EVA, openTown, report, theIncident } from './support';

const MIB = 1024 * 1024;
const DAY = 86_400_000;
/** A whole PNG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);

let town: Town;
let eva: Person;
let count = 0;
/** @param isSound nothing may fail in it, and everything that was ever posted is looked through */
async function begin(isSound: boolean): Promise<void> {
  town = isSound ? await openTown() : await startTown();
  eva = town.person(EVA.id, EVA.name, EVA.email);
  await eva.install();
}

/** A file in the sender's OneDrive, as Teams announces it in a private chat. */
function file(name: string, served: ServedFile): object {
  const path = `/drive/${++count}`;
  town.connector.files.set(path, served);
  town.connector.typed.push(name);
  const downloadUrl = `${town.connector.serviceUrl.replace(/\/$/, '')}${path}?tempauth=x`;
  const content = { downloadUrl, uniqueId: `u${count}`, fileType: name.split('.').at(-1) };
  return { contentType: 'application/vnd.microsoft.teams.file.download.info', name, content };
}

/** A picture that was pasted: it comes with the message's HTML beside it. */
function pasted(bytes: Uint8Array): object[] {
  const path = `/v3/attachments/${++count}/views/original`;
  town.connector.files.set(path, { bytes, asked: [] });
  const contentUrl = `${town.connector.serviceUrl.replace(/\/$/, '')}${path}`;
  return [
    { contentType: 'image/*', contentUrl },
    { contentType: 'text/html', content: `<div><img alt="bild" src="${contentUrl}"></div>` },
  ];
}

const blobs = (): Map<string, Uint8Array> => town.containers.blobs.get('evidence') ?? new Map();
const said = () => words(eva.card());

/** Eva has reported, and sees her own card. */
async function reported() {
  await report(eva);
  const incident = await theIncident(town, eva);
  if (!incident) throw new Error('No incident');
  return incident;
}

describe('a picture or a file in the chat', () => {
  it('is offered, kept with the report that is written, sent along with it, listed to who reads it, in the person’s data, logged and erased with it', async () => {
    await begin(true);
    await eva.sends(pasted(PNG), '');
    expect(said()).toContain('Bild, 1 kB');
    expect(said()).toContain(FILES.pasted);
    expect(said()).toContain(FILES.doNotSend[0]);
    await eva.press(FILES.toNewDraft);
    expect(said()).toContain(FILES.done.inDraft);
    // Pressed twice it is there once.
    await eva.press(FILES.goOn);
    const incident = await reported();
    const [kept] = incident.evidence ?? [];
    expect(incident.evidence).toHaveLength(1);
    expect(kept).toMatchObject({
      ...{ type: 'image/png', bytes: PNG.length, by: EVA.id, as: 'victim' },
      sha256: createHash('sha256').update(PNG).digest('hex'),
    });
    const bytes = await town.tables.files.get({
      id: kept?.id ?? '',
      key: incident.fileKeys?.[kept?.id ?? ''] ?? '',
    });
    expect(Buffer.from(bytes ?? []).equals(PNG)).toBe(true);
    expect(Buffer.from(blobs().get(kept?.id ?? '') ?? []).includes(PNG.subarray(0, 16))).toBe(false);
    const data = await personFile(town.tables, EVA.id, { purpose: 'begäran', by: 'arkivet', now: town.now });
    expect(data.incidents[0]?.evidence).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(incident.fileKeys?.[kept?.id ?? '']);
    // A day later what was put somewhere is still there, and the list of what waits is empty.
    await town.later(2 * DAY);
    expect(blobs().size).toBe(1);
    expect((await town.tables.persons.read(EVA.id)).state.offers).toEqual([]);
  });

  it('of each message is a question of its own: one is kept, and the other is put nowhere', async () => {
    await begin(true);
    for (const name of ['ett.bin', 'tva.bin']) await eva.sends([file(name, { bytes: Buffer.from(name) })]);
    await eva.press(FILES.toNewDraft);
    const { offers = [] } = (await town.tables.persons.read(EVA.id)).state;
    const [draft] = await town.tables.drafts.of(EVA.id);
    expect(draft?.files?.map(({ name }) => name)).toEqual(['tva.bin']);
    expect(offers.map(({ place }) => place)).toEqual([undefined, draft?.id]);
  });

  it('of a report that is written is counted on its last page, and one of them can be taken away: it is deleted', async () => {
    await begin(true);
    await eva.sends([file('ett.png', { bytes: PNG }), file('tva.bin', { bytes: Buffer.from('bara text') })]);
    await eva.press(FILES.toNewDraft);
    await eva.press(FILES.goOn);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': 'HEMLIGT ringde i natt' });
    expect(said()).toContain(EVIDENCE.inDraft(2));
    await eva.press(FILES.showDraft);
    const [draft] = await town.tables.drafts.of(EVA.id);
    const kept = draft?.files?.find(({ name }) => name === 'ett.png')?.id ?? '';
    const gone = draft?.files?.find(({ id }) => id !== kept)?.id ?? '';
    const twice = { draft: draft?.id ?? '', file: gone };
    await eva.press(FILES.drop, {}, { file: gone });
    expect(said()).toContain(EVIDENCE.inDraft(1));
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'dropDraftFile', twice);
    await town.later(2 * 60_000);
    expect([...blobs().keys()]).toEqual([kept]);
    await eva.say('bevis');
    expect(said()).toContain(EVIDENCE.inDraft(1));
    await eva.press(BUTTON.back);
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.evidence).toHaveLength(1);
    await town.later(2 * DAY);
    expect(blobs().size).toBe(1);
  });

  it('that is added later is told to whoever leads, without what or from whom; not their own, and nothing to who reads nothing', async () => {
    await begin(true);
    const officer = await town.contact(...rowOf('officer'));
    const strategist = await town.contact(...rowOf('strategist'));
    const incident = await reported();
    await town.later(0);
    await officer.press(BUTTON.acknowledge);
    const before = officer.chat().length;
    const silent = strategist.chat().length;
    await eva.sends([file('skärmbild.png', { bytes: PNG })]);
    await eva.press(FILES.toIncident(incident.reference));
    await town.later(60_000);
    expect(officer.chat()).toHaveLength(before + 1);
    expect(words(officer.newest())).toContain(EVIDENCE.added(1, 'kl. 10.00'));
    expect(strategist.chat()).toHaveLength(silent);
    await officer.sends([file('egen.png', { bytes: PNG })]);
    await officer.press(FILES.toIncident(incident.reference));
    await town.later(60_000);
    expect((await theIncident(town, eva))?.evidence).toHaveLength(2);
    expect(words(officer.newest())).not.toContain('2 filer');
  });

  it('of a report to the municipality alone is nothing to the party: neither list nor word', async () => {
    await begin(true);
    const officer = await town.contact(...rowOf('officer'));
    const strategist = await town.contact(...rowOf('strategist'));
    await eva.sends([file('skärmbild.png', { bytes: PNG })]);
    await eva.press(FILES.toNewDraft);
    await eva.press(FILES.goOn);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': 'HEMLIGT ringde i natt' });
    await eva.press(BUTTON.sendMunicipality);
    await town.later(0);
    const incident = await theIncident(town, eva);
    const page = { id: incident?.id ?? '', page: 'details' };
    const made = await officer.invoke('none', 'page', page);
    expect(words(made.card ?? {})).not.toContain('skärmbild');
    await strategist.press(BUTTON.acknowledge);
    expect(words(await strategist.press(BUTTON.details))).toContain('skärmbild.png');
  });

  it.each(['POST incidents', 'POST index', 'POST agenda', 'DELETE drafts'])(
    'a kill at %s while a report with a file is sent: sent again it is one report, with its file',
    async (where) => {
      await begin(false);
      await eva.sends(pasted(PNG));
      await eva.press(FILES.toNewDraft);
      await eva.press(FILES.goOn);
      await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
      await eva.press(BUTTON.review, { 'Vad hände': 'HEMLIGT ringde i natt' });
      const send = eva.keep(BUTTON.send);
      const kills = town.failStorage((what) => what === where, 1);
      await send().catch(() => undefined);
      expect(kills()).toBe(1);
      town.failStorage(() => false, 0);
      await send();
      await town.later(2 * DAY);
      const incident = await theIncident(town, eva);
      expect(incident?.evidence).toHaveLength(1);
      const [kept] = incident?.evidence ?? [];
      expect([...blobs().keys()]).toEqual([kept?.id]);
      expect(await town.tables.drafts.of(EVA.id)).toEqual([]);
      await town.stop();
    },
  );

  it('is kept in an open incident by who reads it, once; its lead sees it listed and the look is logged', async () => {
    await begin(true);
    const officer = await town.contact(...rowOf('officer'));
    const incident = await reported();
    await eva.sends([file('skärmbild.png', { bytes: PNG })]);
    expect(said()).toContain(FILES.oneDrive);
    const offer = eva.card();
    await eva.press(FILES.toIncident(incident.reference));
    expect(said()).toContain(FILES.done.inIncident(incident.reference));
    const after = await theIncident(town, eva);
    expect(after?.evidence).toEqual([expect.objectContaining({ name: 'skärmbild.png', as: 'victim' })]);
    const { entries } = await town.tables.incidents.history(incident.id);
    expect(entries.at(-1)).toMatchObject({ act: 'giveFiles', by: EVA.id });
    expect(words(offer)).not.toContain('skärmbild');
    await town.later(0);
    await officer.press(BUTTON.acknowledge);
    const page = await officer.press(BUTTON.details);
    expect(words(page)).toContain('skärmbild.png');
    expect(JSON.stringify(page)).not.toContain(after?.fileKeys?.[after.evidence?.[0]?.id ?? '']);
    const views = await town.tables.incidents.views(incident.id);
    expect(views.entries.at(-1)).toMatchObject({ what: 'details', by: officer.userId });
  });

  it('is put into nobody else’s incident, and no offer of another is reached', async () => {
    await begin(true);
    const incident = await reported();
    const other = town.person('7e57da7a-0000-4000-8000-000000000041', 'Någon Annan');
    await other.install();
    await other.sends(pasted(PNG));
    const offer = (await town.tables.persons.read(other.userId)).state.offers?.[0]?.id ?? '';
    const at = other.chat().at(-1)?.id ?? '';
    const forged = await other.invoke(at, 'keepInIncident', { id: incident.id, offer });
    const unknown = await other.invoke(at, 'keepInIncident', { id: '0'.repeat(26), offer });
    expect(words(forged.card ?? {})).toBe(words(unknown.card ?? {}));
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'keepInIncident', { id: incident.id, offer });
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'dropFiles', { offer });
    expect((await theIncident(town, eva))?.evidence).toBeUndefined();
    expect(blobs().size).toBe(1);
  });

  it('that nobody puts anywhere is deleted after a day, and at once when it is taken away', async () => {
    await begin(true);
    await eva.sends(pasted(PNG));
    expect(blobs().size).toBe(1);
    await town.later(DAY - 1_000);
    expect(blobs().size).toBe(1);
    await town.later(2_000);
    expect(blobs().size).toBe(0);
    await eva.sends(pasted(PNG));
    await eva.press(FILES.drop);
    expect(said()).toContain(FILES.done.dropped);
    expect(blobs().size).toBe(0);
  });

  it('of a draft goes with the draft, and a refused delete is told and tried again', async () => {
    await begin(false);
    await eva.sends(pasted(PNG));
    await eva.press(FILES.toNewDraft);
    const draft = (await town.tables.drafts.of(EVA.id))[0]?.id ?? '';
    town.containers.refuse(1);
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'discard', { draft });
    expect(blobs().size).toBe(1);
    expect(town.log.lines.some((line) => line.includes('filesNotErased'))).toBe(true);
    await town.later(DAY);
    expect(blobs().size).toBe(0);
    expect(await town.tables.drafts.of(EVA.id)).toEqual([]);
    await town.stop();
  });

  it.each(['PUT evidence', 'POST rounds', 'POST drafts', 'POST index', 'DELETE evidence'])(
    'a kill at %s, whichever it is: what was kept is there, and nothing is left for ever',
    async (where) => {
      await begin(false);
      let killed = 0;
      for (const times of [0, 1, 2]) {
        let skipped = 0;
        const kills = town.failStorage((what) => what === where && skipped++ === times, 1);
        await eva.sends(pasted(PNG)).catch(() => undefined);
        await eva.press(FILES.toNewDraft).catch(() => undefined);
        await eva.sends(pasted(PNG)).catch(() => undefined);
        await eva.press(FILES.drop).catch(() => undefined);
        killed += kills();
      }
      expect(killed).toBeGreaterThan(0);
      town.failStorage(() => false, 0);
      await town.later(2 * DAY);
      await town.later(2 * DAY);
      const files = (await town.tables.drafts.of(EVA.id)).flatMap((draft) => draft.files ?? []);
      expect([...blobs().keys()].sort()).toEqual(files.map(({ id }) => id).sort());
      await town.stop();
      for (const one of files)
        expect(Buffer.from((await town.tables.files.get(one)) ?? []).equals(PNG)).toBe(true);
    },
  );
});

describe('what comes in place of a file', () => {
  beforeEach(() => begin(false));
  afterEach(() => town.stop());
  const html = Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>');
  it.each<[string, () => object[], string]>([
    ['nothing in it', () => [file('tom.png', { bytes: Buffer.alloc(0) })], 'empty'],
    ['a page, from an iPhone', () => [file('bild.jpg', { bytes: html })], 'notArrived'],
    ['403', () => [file('bild.jpg', { status: 403 })], 'notFetched'],
    ['a server that is down', () => [file('bild.jpg', { status: 503 })], 'notArrived'],
    ['more than 20 MB', () => [file('film.mp4', { bytes: Buffer.alloc(20 * MIB + 1, 1) })], 'tooBig'],
    [
      'more than 20 MB without saying so',
      () => [
        file('film.mp4', {
          bytes: Buffer.alloc(21 * MIB, 1),
          headers: { 'transfer-encoding': 'chunked' },
        }),
      ],
      'tooBig',
    ],
    [
      'a redirect to a host inside',
      () => [file('bild.jpg', { status: 302, headers: { location: 'http://169.254.169.254/metadata' } })],
      'notArrived',
    ],
    [
      'another host than Teams’ own',
      () => [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'x.png',
          content: { downloadUrl: 'https://sharepoint.com.example/x.png' },
        },
      ],
      'notArrived',
    ],
    [
      'a picture inside the HTML alone, from an iPhone',
      () => [
        { contentType: 'text/html', content: '<p><img src="https://graph.microsoft.com/x/$value"></p>' },
      ],
      'notArrived',
    ],
    [
      'a link',
      () => [{ contentType: 'reference', name: 'x.docx', contentUrl: 'https://x.sharepoint.com/x' }],
      'notArrived',
    ],
  ])('%s: said, with what to do, and nothing is kept', async (_, attachments, fault) => {
    await eva.sends(attachments());
    expect(said()).toContain(FILE_FAULTS[fault]?.(20));
    await town.later(1);
    expect(blobs().size).toBe(0);
  });

  it('an emoji and a card are no files: the message is read as ever', async () => {
    await eva.sends(
      [
        {
          contentType: 'text/html',
          content: '<p>hej <img itemtype="http://schema.skype.com/Emoji" src="x"></p>',
        },
      ],
      'hej',
    );
    expect(said()).not.toContain(FILES.doNotSend[0]);
    expect(said()).toContain(BUTTON.guidance);
  });

  it('the bot’s token goes to the service alone', async () => {
    const own: ServedFile = { bytes: PNG, asked: [] };
    await eva.sends([file('a.png', own)]);
    expect(own.asked).toEqual([undefined]);
  });

  it('storage does not take it: said, and nobody is left without the rest', async () => {
    town.containers.blobs.delete('evidence');
    await eva.sends(pasted(PNG));
    expect(said()).toContain(FILE_FAULTS.notKept?.(20));
    await eva.say('rapportera hot');
    expect(said()).toContain(BUTTON.alarmMunicipality);
  });
});

describe('strange files are kept as they are, named harmlessly, and told by their content', () => {
  beforeEach(() => begin(false));
  afterEach(() => town.stop());
  const long = `../../${'å'.repeat(300)}\u202egpj.exe`;
  const bomb = zipSync({ 'a.txt': new Uint8Array(18 * MIB) }, { level: 9 });
  it.each<[string, Uint8Array, string, string]>([
    ['hot.jpg', EXE, 'application/x-msdownload', 'Program'],
    ['bild.svg', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'application/xml', 'Webbsida'],
    ['bomb.zip', bomb, 'application/zip', 'Packad fil'],
    [long, Buffer.from('bara text'), '', 'Okänd fil'],
    ['stor.bin', Buffer.alloc(20 * MIB, 7), '', 'Okänd fil'],
  ])('%s', async (name, bytes, type, kind) => {
    await eva.sends([file(name, { bytes })]);
    expect(said()).toContain(kind);
    expect(said().includes(FILES.disguised)).toBe(name === 'hot.jpg');
    await eva.press(FILES.toNewDraft);
    const [kept] = (await town.tables.drafts.of(EVA.id)).flatMap((draft) => draft.files ?? []);
    expect(kept?.type).toBe(type);
    expect([...(kept?.name ?? '')].length).toBeLessThanOrEqual(100);
    expect(kept?.name).not.toMatch(/[/\\\p{C}]/u);
    expect(kept?.name.endsWith(name.slice(-4))).toBe(true);
    const back = kept && (await town.tables.files.get(kept));
    expect(Buffer.from(back ?? []).equals(bytes)).toBe(true);
  });

  it('thirty wait at the most; a cry for help beside a picture is answered first', async () => {
    await eva.sends([...pasted(PNG)], 'hjälp, han står utanför');
    const [help, offer] = eva
      .chat()
      .slice(-2)
      .map(({ card }) => words(card ?? {}));
    expect(help).toContain('112');
    expect(offer).toContain(FILES.kicker);
    for (let at = 0; at < 3; at++)
      await eva.sends(Array.from({ length: 10 }, (_, one) => file(`${one}.png`, { bytes: PNG })));
    expect(said()).toContain(FILES.done.full);
    expect(blobs().size).toBe(21);
  });
});
