import { routine } from '../../src/content/municipalities/oxelosund/routine';
import { BUTTON } from '../../src/content/texts/common';
import { DECISION } from '../../src/content/texts/police';
import { REPORT } from '../../src/content/texts/report';
import { type Cast, openCast, theIncident } from '../conversation/support';
import { inputs, words as wordsOn } from '../support/cardReading';
import { asked, besideOf, doneOf, end, formOf, holdersOf, reported, stored, tryAs } from './people';

/*
 * What the one long case does not come to: no need of something, a no of the victim's, the municipality alone, a proxy.
 */

const { words } = routine;

/** Takes the report in and assesses it. */
async function assessed(cast: Cast, more: Record<string, string>) {
  await cast.officer.press(BUTTON.acknowledge);
  await cast.officer.press(BUTTON.approve);
  return end(cast, 'assess', 'officer', { care: 'no', strategist: 'no', together: 'yes', ...more });
}

/** The lead asks the victim about a police report. */
async function askVictim({ officer }: Cast): Promise<void> {
  if (!officer.has(BUTTON.moreChoices)) await officer.press(BUTTON.back);
  await officer.press(BUTTON.moreChoices);
  await officer.press(BUTTON.askVictim);
}

/** Harassment that is not serious, without need of care; the victim wants no report, and nobody else is to know. */
export async function tellCalm() {
  const cast = await reported({ kinds: 'harassment' });
  const { eva, officer, strategist } = cast;
  const assess = await assessed(cast, { kinds: 'harassment', serious: 'no' });
  const afterAssess = await stored(cast);
  const police = wordsOn(strategist.newest());
  const home = await (async () => {
    await officer.press(doneOf('initial-support'), { [words.fields['initial-support']?.who ?? '']: 'Tove' });
    await officer.press(doneOf('support-person'), { [words.fields['support-person']?.who ?? '']: 'Bo' });
    return { form: formOf(officer), text: officer.text(officer.card()) };
  })();
  // The assessment found no need of the police's advice, so the victim is asked at once.
  await eva.press(DECISION.answers.no);
  const declined = await stored(cast);
  await tryAs(cast, ['officer'], 'approve', { step: 'inform-groups' });
  const alone = await tryAs(cast, ['officer', 'strategist'], 'skipStep', {
    step: 'inform-groups',
    reason: 'x',
  });
  await tryAs(cast, ['officer'], 'proposeGroups', { groups: 'none', by: 'x' });
  const proposed = await stored(cast);
  const confirmedAlone = await tryAs(cast, ['officer'], 'confirmGroups', {
    epoch: String(proposed.groups?.epoch ?? ''),
  });
  await strategist.press(BUTTON.readProposal);
  await strategist.press(BUTTON.confirm);
  const agreed = await stored(cast);
  return { assess, afterAssess, police, home, declined, alone, proposed, confirmedAlone, agreed };
}

/** Harassment by phone: the strategist at once, before any assessment; the victim makes the police report. */
export async function tellPhone() {
  const cast = await reported({ kinds: 'harassment', channel: 'phone' });
  const { eva, officer, strategist } = cast;
  await officer.press(BUTTON.acknowledge);
  const before = strategist.has(BUTTON.details);
  const holders = holdersOf(cast, 'contact-strategist');
  await officer.press(doneOf('contact-strategist'));
  const contacted = await stored(cast);
  const reads = strategist.has(BUTTON.details);
  await askVictim(cast);
  await eva.press(DECISION.answers.self);
  const filers = holdersOf(cast, 'police-report');
  const card = eva.text(eva.card());
  await eva.press(BUTTON.fillIn);
  const ticks = [besideOf('police-report-restricted'), besideOf('police-report-link')];
  const filed = await end(
    cast,
    'police-report',
    'eva',
    { number: '7' },
    { typed: Object.fromEntries(ticks.map((tick) => [tick, 'true'])) },
  );
  return { before, holders, contacted, reads, filers, card, filed };
}

/** Harassment by e-mail: the victim turns to the strategist before the lead does. */
export async function tellVictimsOwn() {
  const cast = await reported({ kinds: 'harassment', channel: 'email' });
  const { eva, officer, strategist } = cast;
  await officer.press(BUTTON.acknowledge);
  const before = { could: strategist.has(BUTTON.details), holders: holdersOf(cast, 'contact-strategist') };
  const others = await tryAs(cast, ['deputy', 'chief', 'otherOfficer'], 'endStep', {
    step: 'contact-strategist',
  });
  await eva.press(words.steps['contact-strategist']?.victim ?? '');
  return {
    before,
    others,
    incident: await stored(cast),
    reads: strategist.has(BUTTON.details),
    victim: eva.userId,
  };
}

/** Harassment that the assessment finds serious. */
export async function tellSerious() {
  const cast = await reported({ kinds: 'harassment' });
  const early = await stored(cast);
  const assess = await assessed(cast, { kinds: 'harassment', serious: 'yes' });
  return { early, incident: assess.incident, police: wordsOn(cast.strategist.newest()) };
}

/** The victim tells the municipality only. */
export async function tellMunicipality() {
  const cast = await reported({ kinds: 'threat' }, BUTTON.sendMunicipality);
  await cast.strategist.press(BUTTON.acknowledge);
  return { incident: await stored(cast), officer: cast.officer.text(), eva: wordsOn(cast.eva.newest()) };
}

/** Somebody else tells of it, asked to by the victim. */
export async function tellProxy() {
  const cast = await openCast();
  const { eva, town } = cast;
  const asks: string[] = [];
  const note = () => asks.push(...inputs(eva.card()).map(({ id }) => id));
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await eva.press(REPORT.forOther);
  note();
  await eva.press(BUTTON.next, {
    [asked('victimName')]: 'Ulla Kvarnsten',
    [asked('relation')]: 'Kollega',
    [asked('knows')]: REPORT.knows.chosen,
    [asked('partyMay')]: 'Ja',
    [asked('party.other')]: 'Socialdemokraterna (S)',
  });
  note();
  await eva.press(BUTTON.next, { [asked('reporterFunction')]: 'Ledamot', [asked('board.other')]: 'KS' });
  await eva.press(BUTTON.review, { [asked('what')]: 'HEMLIGT ett brev' });
  await eva.press(BUTTON.send);
  return { asks, incident: await theIncident(town, eva) };
}
