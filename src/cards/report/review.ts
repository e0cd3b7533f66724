import { partyChoices, partyNamed } from '../../content/choices';
import { REGISTER } from '../../content/texts/people/aloud';
import { REPORT } from '../../content/texts/report';
import { splitChoices } from '../../routine/model/fields';
import { firstOfSeveral } from '../../routine/rules/victim/several';
import { isOfOther, isRegistering, toldBeside } from '../../screens/forms';
import type { FactView } from '../view';
import { consentMarked, consentReported, consentTo, type DraftScene } from './consent';
import { reportFacts, reportLabel } from './reportFacts';

/* What a report says before it is sent. */

/** Whether somebody else was targeted than who writes. */
export const isOther = (scene: DraftScene): boolean => isOfOther(scene.values);

/** 112, before a bomb threat is sent: the police cannot wait for the report. */
export const bombStrip = ({ values }: DraftScene): string[] =>
  splitChoices(values.kinds).includes('bomb') ? REPORT.bomb : [];

const othersOf = ({ values, municipality }: DraftScene) => toldBeside(values, partyNamed(municipality)).all;

/** The most names on the card; how many more there are is said. */
const MOST_NAMES = 20;

/** The one whom it is about, or how many, and the first of them. */
function namesOf(scene: DraftScene): string {
  const { victimName = '' } = scene.values;
  const others = othersOf(scene);
  if (others.length === 0) return victimName;
  // Who reads of each hangs on this.
  const all = [firstOfSeveral(scene.values), ...others].map(({ name, party }) =>
    scene.municipality.parties.some(({ code }) => code === party) ? `${name} (${party})` : name,
  );
  const more = all.length - MOST_NAMES;
  const names = [...all.slice(0, MOST_NAMES), ...(more > 0 ? [REGISTER.more(more)] : [])];
  return `${REGISTER.several(all.length)}: ${names.join(', ')}`;
}

/** Lines before several are sent. */
export const severalLines = (scene: DraftScene): string[] =>
  othersOf(scene).length === 0
    ? []
    : [...REGISTER.severalLines, ...(scene.files ? [REGISTER.severalFiles] : [])];

const about = (scene: DraftScene): FactView[] => {
  const { values } = scene;
  const { report } = scene.municipality.routine.words;
  const party = partyChoices(scene.municipality).find((one) => one.value === values.party)?.title;
  const label = reportLabel(report, 'party', isOther(scene) ? 'other' : 'own');
  return [
    ...(isOther(scene) ? [{ label: REPORT.aboutTitle, text: namesOf(scene) }] : []),
    ...(party && !scene.isOnIncident && othersOf(scene).length === 0 ? [{ label, text: party }] : []),
  ];
};

/** Fields of an official who writes down for somebody: what is read aloud is of the other. */
const OF_WRITER: readonly string[] = ['reporterFunction', 'reporterPhone'];

/** All that has an answer, and whom it is about. */
export const draftAnswers = (scene: DraftScene): FactView[] => [
  ...about(scene),
  ...reportFacts(scene.values, scene.municipality.routine, isOther(scene) ? 'other' : 'own').filter(
    ({ field }) => field !== 'urgent' && !(isRegistering(scene.values) && OF_WRITER.includes(field)),
  ),
];

/** The questions that have an answer, and who will read it. Without the party: it is said in a chat. */
export const reviewParts = (scene: DraftScene): { labels: string[]; consent: string } => ({
  labels: draftAnswers(scene).map(({ label }) => label),
  consent: [
    consentTo(scene, () => scene.municipality.names.firstContact.title),
    ...consentReported(scene),
    ...consentMarked(scene),
  ].join(' '),
});
