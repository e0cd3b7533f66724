import { Document, Packer, Paragraph, TextRun } from 'docx';
import { MASKS } from '../../src/content/texts/printed/takeDocument';
import { PLACEHOLDERS } from '../../src/content/texts/printed/template';
import { type DocumentHistory, incidentDocument } from '../../src/document/incidentDocument';
import { maskedDocument } from '../../src/document/maskedCopy';
import type { WordDocument } from '../../src/document/model';
import { wordBytes } from '../../src/document/word';
import type { Incident } from '../../src/routine/model/incident';
import { proposedMasks } from '../../src/routine/rules/report/maskedCopy';
import { seen } from '../../src/screens/seen';
import { manyOfAll } from '../cards/stages';
import { contacts, incident, municipality, NOW, people, routine, sceneFor } from '../support/pureTown';

/* The papers that are looked at: of an incident that has just begun, a full one, one of forty pages, a masked copy, and one in a template. */

const HOUR = 3_600_000;
const SENTENCE =
  'Mannen stod kvar vid bilen när jag kom ut från mötet. Han sa att han vet var jag bor, och att det vore synd om något hände. ';

/** What somebody types, about so long as people write. */
const typed = (kind: string): string => (kind === 'name' ? 'Maj Ekdal' : SENTENCE.repeat(2).trim());

const historyOf = (count: number): DocumentHistory => ({
  entries: Array.from({ length: count }, (_, at) => ({
    at: new Date(NOW.getTime() + at * HOUR).toISOString(),
    by: at % 3 === 0 ? people.strategist : people.officer,
    what: ['acknowledge', 'addTalk', 'amend', 'endStep'][at % 4] ?? '',
    as: at % 3 === 0 ? 'strategist' : 'lead',
    isLook: false,
  })),
  isWhole: true,
});

const drawn = (value: Incident, now: Date, entries: number): WordDocument =>
  incidentDocument(seen(sceneFor(value, people.strategist, now)), municipality, historyOf(entries));

/** A campaign of months: many talks, events, measures, notes and versions. */
function longIncident(): { value: Incident; now: Date } {
  const { incident: value, now } = manyOfAll(typed);
  const [first] = value.versions ?? [];
  const at = (days: number) => new Date(NOW.getTime() + days * 24 * HOUR).toISOString();
  const versions = Array.from({ length: 40 }, (_, turn) => ({
    ...(first ?? { by: people.victim, as: 'victim' as const }),
    ...{ at: at(turn), id: `version${turn}`, values: { what: `${turn + 1}. ${SENTENCE.repeat(5)}` } },
  }));
  const talks = Array.from({ length: 25 }, (_, turn) => ({
    ...{ id: `talk${turn}`, kind: 'followUp' as const, at: at(turn * 7), by: people.officer },
    ...{
      date: at(turn * 7).slice(0, 10),
      attendees: 'Maj Ekdal och Lena Strömhag',
      notes: SENTENCE.repeat(4),
    },
  }));
  return { value: { ...value, versions: versions as never, talks: talks as never }, now };
}

/** The papers by name: the bytes of each. */
export async function papers(): Promise<Map<string, Buffer>> {
  const full = manyOfAll(typed);
  const long = longIncident();
  const victim = { ...full.incident, victim: { ...full.incident.victim, name: 'Maj Ekdal' } };
  const masks = proposedMasks(victim, { contacts, routine, units: municipality.parties }).map(
    ({ words, why }) => ({ words, why: MASKS.why[why] }),
  );
  const holder = (name: string) => new Paragraph({ children: [new TextRun(`{{${name}}}`)] });
  const template = (names: readonly string[]) =>
    Packer.toBuffer(
      new Document({
        styles: {
          paragraphStyles: [
            { id: 'Rubrik1', name: 'heading 1', basedOn: 'Normal', run: { bold: true, size: 32 } },
            { id: 'Rubrik2', name: 'heading 2', basedOn: 'Normal', run: { bold: true, size: 26 } },
          ],
        },
        sections: [
          { children: [new Paragraph('Kommunens egen mall'), holder('titel'), ...names.map(holder)] },
        ],
      }),
    );
  const slots = Object.values(PLACEHOLDERS.parts);
  const whole = drawn(full.incident, full.now, 12);
  return new Map([
    ['empty', await wordBytes(drawn(incident(), NOW, 1))],
    ['full', await wordBytes(whole)],
    ['forty', await wordBytes(drawn(long.value, long.now, 260))],
    ['masked', await wordBytes(maskedDocument(drawn(victim, full.now, 12), masks))],
    ['template', await wordBytes(whole, { template: await template(slots) })],
    ['templateMissing', await wordBytes(whole, { template: await template(slots.slice(1)) })],
  ]);
}
