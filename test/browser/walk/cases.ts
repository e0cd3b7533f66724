import { BUTTON } from '../../../src/content/texts/common';
import { DECISION } from '../../../src/content/texts/police';
import { FIRST } from '../../../src/content/texts/report';
import { DECIDED } from '../../../src/content/texts/victim';
import type { Hands } from './hands';
import {
  askPolice,
  assess,
  chiefReports,
  close,
  company,
  firstTalk,
  followUp,
  orderSupport,
  register,
  review,
  tellNobody,
  victimReports,
} from './parts';

/*
 * Three cases as their people go through them, from the first word to the closed case: the shortest honest way, nothing left
 * out that the plan asks for.
 */

const NEXT_MORNING = '2026-12-02T07:01:00Z';
/** A week later, when the follow-up talk may be held. */
const DAY_EIGHT = '2026-12-09T07:01:00Z';

/** From the typed command to "Larmet är skickat". */
export async function alarm(hands: Hands, button: string = FIRST.alarm('S')) {
  await hands.say('politician', 'rapportera hot');
  await hands.sees('politician', 'Är du i säkerhet nu?');
  await hands.press('politician', button);
  await hands.sees('politician', 'Larmet är skickat');
}

/** After the talk on the telephone: what happened, in a sentence. */
async function tell(hands: Hands, what: string, channel?: string, phone?: string) {
  await hands.sees('politician', 'Du har pratat med den som leder');
  await hands.press('politician', BUTTON.tell);
  await hands.sees('politician', 'Vad har hänt?');
  await hands.write('politician', 'Vad hände', what);
  await hands.choose('politician', 'Vad gäller det?', 'Hot');
  if (channel) await hands.choose('politician', 'På vilket sätt skedde det?', channel);
  await hands.press('politician', BUTTON.review);
  await hands.sees('politician', 'Vill du skicka rapporten?');
  if (phone) await hands.write('politician', 'Din telefon', phone);
  await hands.press('politician', BUTTON.send);
  await hands.sees('politician', 'Din rapport har kommit in');
}

/** The evening of an alarm at night: a threat by telephone. */
async function acuteEvening(hands: Hands) {
  await hands.sees('officer', 'Någon behöver dig nu');
  await hands.press('officer', BUTTON.acknowledge);
  await hands.sees('officer', 'Ring den utsatte nu');
  await hands.press('officer', BUTTON.spoke);
  await tell(hands, 'En man ringde och sa att han vet var jag bor.', 'Telefon', '070-174 06 40');
  await hands.sees('officer', 'Ta hjälp av säkerhetsstrategen');
  await hands.press('officer', 'Kontakta säkerhetsstrategen');
  await assess(hands, 'officer');
  await company(hands, 'officer');
  await hands.press('strategist', BUTTON.fillIn);
  await askPolice(hands, 'Klart, inget mer att veta');
  await hands.press('politician', DECISION.answers.municipality);
  await hands.sees('politician', DECIDED.change);
  await tellNobody(hands, 'officer', 'strategist');
  await hands.sees('officer', 'godkände');
  await firstTalk(hands, 'officer');
}

/** An alarm at night, to its closing. */
export async function acute(hands: Hands) {
  await acuteEvening(hands);
  await hands.until(NEXT_MORNING);
  await hands.sees('politician', 'Vill du ha samtalsstöd?');
  await hands.press('politician', 'Ja, jag vill ha stöd');
  await hands.sees('politician', 'Du vill ha samtalsstöd');
  await chiefReports(hands);
  await orderSupport(hands);
  await register(hands);
  await hands.until(DAY_EIGHT);
  await followUp(hands, 'officer');
  await review(hands, 'officer');
  await close(hands, 'officer');
}

/** A report of e-mails in daytime; the municipality reports them to the police. */
export async function calm(hands: Hands) {
  await hands.say('politician', 'rapportera hot');
  await hands.sees('politician', 'Är du i säkerhet nu?');
  await hands.press('politician', BUTTON.safe);
  await hands.sees('politician', 'Så når vi dig');
  await hands.choose('politician', 'Ditt parti', 'Socialdemokraterna (S)');
  await hands.write('politician', 'Din telefon', '070-174 06 40');
  await hands.press('politician', BUTTON.next);
  await hands.sees('politician', 'Vad har hänt?');
  await hands.write(
    'politician',
    'Vad hände',
    'Någon mejlar varje dag och skriver att jag ska bort ur nämnden.',
  );
  await hands.choose('politician', 'Vad gäller det?', 'Trakasserier');
  await hands.choose('politician', 'På vilket sätt skedde det?', 'E-post');
  await hands.press('politician', BUTTON.review);
  await hands.sees('politician', 'Är det bråttom?');
  await hands.choose('politician', 'Är det bråttom?', 'Nej');
  await hands.press('politician', BUTTON.send);
  await hands.sees('politician', 'Tack. Din rapport har kommit in.');
}

/** The afternoon of that report: assessed, with company, the police asked and told. */
async function calmAfternoon(hands: Hands) {
  await hands.sees('officer', 'Ett nytt ärende väntar på dig');
  await hands.press('officer', BUTTON.acknowledge);
  await hands.sees('officer', 'Ring den utsatte nu');
  await hands.press('officer', BUTTON.approve);
  await assess(hands, 'officer');
  await hands.sees('officer', 'Ta hjälp av säkerhetsstrategen');
  await hands.press('officer', 'Kontakta säkerhetsstrategen');
  await company(hands, 'officer');
  await hands.sees('strategist', 'Ring polisen och fråga om råd');
  await hands.press('strategist', BUTTON.fillIn);
  await askPolice(hands, 'Klart, inget mer att veta');
  await hands.press('politician', DECISION.answers.municipality);
  await chiefReports(hands);
}

/** Party friends are told what the politician has read first. */
async function tellFriends(hands: Hands) {
  await hands.choose('officer', 'Vilka ska få veta?', 'Partivänner');
  await hands.write('officer', 'Vad ska de få veta?', 'Eva får otrevliga mejl. Polisen vet.');
  await hands.press('officer', 'Skicka förslaget');
  await hands.sees('politician', 'Läs innan andra får veta');
  await hands.press('politician', BUTTON.readProposal);
  await hands.sees('politician', 'Får de veta det här?');
  await hands.press('politician', 'Det är okej');
  await hands.sees('strategist', 'Läs ett förslag');
  await hands.press('strategist', BUTTON.readProposal);
  await hands.sees('strategist', 'Är det okej att säga det här?');
  await hands.press('strategist', BUTTON.confirm);
  await hands.sees('officer', 'Nu kan de andra få veta');
}

/** All that follows on that report, to its closing. */
export async function calmUntilClosed(hands: Hands) {
  await calmAfternoon(hands);
  await tellFriends(hands);
  await firstTalk(hands, 'officer');
  await hands.until(NEXT_MORNING);
  await hands.sees('politician', 'Vill du ha samtalsstöd?');
  await hands.press('politician', 'Ja, jag vill ha stöd');
  await orderSupport(hands);
  await register(hands);
  await hands.until(DAY_EIGHT);
  await followUp(hands, 'officer');
  await review(hands, 'officer');
  await close(hands, 'officer');
}

/** The evening of a threat from the party: the municipality alone, the strategist leads. */
async function ownPartyEvening(hands: Hands) {
  await hands.sees('politician', 'Jag har inte sagt något till något parti.');
  await hands.sees('strategist', 'Någon behöver dig nu');
  await hands.press('strategist', BUTTON.acknowledge);
  await hands.sees('strategist', 'Ring den utsatte nu');
  await hands.press('strategist', BUTTON.spoke);
  await tell(hands, 'Vår gruppledare tog mig i armen och sa att jag ska hålla tyst.');
  await hands.sees('strategist', 'Säg inget till partiet');
  await hands.press('strategist', BUTTON.approve);
  await assess(hands, 'strategist');
  await askPolice(hands, 'Polisen är kontaktad');
  await hands.press('politician', DECISION.answers.self);
  await hands.sees('strategist', 'hen anmäler själv');
  await hands.press('strategist', BUTTON.fillIn);
  await company(hands, 'strategist');
  await victimReports(hands);
}

/** The same, to its closing. */
export async function ownParty(hands: Hands) {
  await ownPartyEvening(hands);
  await tellNobody(hands, 'strategist', 'politician');
  await firstTalk(hands, 'strategist');
  await register(hands);
  await hands.until(NEXT_MORNING);
  await hands.sees('politician', 'Vill du ha samtalsstöd?');
  await hands.press('politician', 'Nej, det behövs inte');
  await hands.until(DAY_EIGHT);
  await followUp(hands, 'strategist');
  // Asked once more, with the follow-up talk.
  await hands.sees('politician', 'Du svarade nej förut.');
  await hands.press('politician', 'Nej, det behövs inte');
  await review(hands, 'strategist');
  await close(hands, 'strategist');
}
