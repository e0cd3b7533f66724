import { BUTTON } from '../../../src/content/texts/common';
import { FIRST } from '../../../src/content/texts/report';
import type { Hands, Walker } from './hands';

/*
 * Three cases as their people go through them, each press as they would make it: the shortest honest way, nothing left out that
 * the plan asks for.
 */

const NEXT = 'Klart – nästa steg';
const SUPPORTER = 'Maken Olle';

/** The assessment, read on the telephone with the victim. */
async function assess(hands: Hands, who: Walker) {
  await hands.sees(who, 'Är det allvarligt?');
  await hands.choose(who, 'Är det allvarligt?', 'Ja');
  await hands.choose(who, 'Behöver någon vård?', 'Nej');
  await hands.choose(who, 'Gjorde ni bedömningen ihop?', 'Ja');
  await hands.write(who, 'Vem kan vara hos den utsatte nu?', SUPPORTER);
  await hands.press(who, NEXT);
}

/** Somebody is with the victim, at home already; the form of each step opens by the press before it. */
async function company(hands: Hands, who: Walker) {
  await hands.write(who, 'Stödpersonens namn', SUPPORTER);
  await hands.press(who, NEXT);
  await hands.sees(who, 'Vem följer med?');
  await hands.press(who, 'Hemma redan');
  await hands.sees(who, 'Vem stannar hos den utsatte?');
  await hands.press(who, 'Stödpersonen är redan där');
  await hands.sees(who, 'Vilka ska få veta?');
}

async function askPolice(hands: Hands, done: string) {
  await hands.sees('strategist', 'Vem svarade hos polisen?');
  await hands.write('strategist', 'Vem svarade hos polisen?', 'Erik Vallnäs');
  await hands.write('strategist', 'Vilket råd gav polisen?', 'Det bör anmälas.');
  await hands.tick('strategist', 'Jag sa att det rör ett politiskt uppdrag');
  await hands.choose('strategist', 'Jag frågade om brottsofferstöd', 'Ja, men inget erbjöds');
  await hands.choose('strategist', 'Jag frågade om personsäkerhet', 'Ja, men inget erbjöds');
  await hands.press('strategist', done);
  await hands.sees('politician', 'Vill du att det polisanmäls?');
}

async function chiefReports(hands: Hands) {
  await hands.sees('chief', 'En polisanmälan ska göras');
  await hands.press('chief', BUTTON.fillIn);
  await hands.sees('chief', 'Polisens nummer på anmälan');
  await hands.write('chief', 'Polisens nummer på anmälan', '0201-K123456-26');
  await hands.tick('chief', 'Jag har begärt åtkomstskydd');
  await hands.tick('chief', 'Jag har sagt att det rör ett politiskt uppdrag');
  await hands.press('chief', 'Anmälan är gjord');
  await hands.sees('politician', 'Polisanmälan är gjord');
}

async function firstTalk(hands: Hands) {
  await hands.press('officer', BUTTON.firstTalk);
  await hands.sees('officer', 'Hur är läget, och vad behövs?');
  await hands.write('officer', 'Hur är läget, och vad behövs?', 'Trött men lugn.');
  await hands.press('officer', BUTTON.save);
}

/** Day eight: the talk, its lines, and no more talks. */
async function followUp(hands: Hands) {
  await hands.sees('officer', 'Det här väntar på dig');
  await hands.pressFirst('officer', /^Öppna 20/);
  await hands.sees('officer', 'Håll uppföljningssamtalet');
  await hands.press('officer', BUTTON.fillIn);
  await hands.sees('officer', 'Vilka var med?');
  await hands.press('officer', 'Samtalet är hållet');
  await hands.sees('officer', 'Hur är läget?');
  await hands.write('officer', 'Hur är läget?', 'Bättre.');
  await hands.press('officer', NEXT);
  await hands.sees('officer', 'Behövs fler samtal?');
  await hands.press('officer', 'Nej, det räcker');
}

async function close(hands: Hands) {
  await hands.sees('officer', 'Stämmer det här?');
  await hands.choose('officer', 'Har de anhöriga fått veta av någon?', 'Ja');
  await hands.press('officer', 'Det stämmer');
  await hands.sees('officer', 'Användes kommunens rutin?');
  await hands.choose('officer', 'Användes kommunens rutin?', 'Ja');
  await hands.press('officer', BUTTON.save);
  await hands.sees('officer', 'Alla steg är klara');
  await hands.press('officer', BUTTON.close);
  await hands.sees('officer', 'Vill du avsluta ärendet?');
  await hands.press('officer', 'Ja, avsluta');
  await hands.sees('politician', 'Ärendet är avslutat');
}

/** From the typed command to "Larmet är skickat". */
export async function alarm(hands: Hands, button: string = FIRST.alarm('S')) {
  await hands.say('politician', 'rapportera hot');
  await hands.sees('politician', 'Är du i säkerhet nu?');
  await hands.press('politician', button);
  await hands.sees('politician', 'Larmet är skickat');
}

/** An alarm at night: a threat by telephone. */
export async function acute(hands: Hands) {
  await hands.sees('officer', 'Någon behöver dig nu');
  await hands.press('officer', BUTTON.acknowledge);
  await hands.sees('officer', 'Ring den utsatte nu');
  await hands.press('officer', BUTTON.spoke);
  await hands.sees('politician', 'Du har pratat med den som leder');
  await hands.press('politician', BUTTON.tell);
  await hands.sees('politician', 'Vad har hänt?');
  await hands.write('politician', 'Vad hände', 'En man ringde och sa att han vet var jag bor.');
  await hands.choose('politician', 'Vad gäller det?', 'Hot');
  await hands.choose('politician', 'På vilket sätt skedde det?', 'Telefon');
  await hands.press('politician', BUTTON.review);
  await hands.sees('politician', 'Vill du skicka rapporten?');
  await hands.write('politician', 'Din telefon', '070-174 06 40');
  await hands.press('politician', BUTTON.send);
  await hands.sees('politician', 'Din rapport har kommit in');
  await hands.sees('officer', 'Ta hjälp av säkerhetsstrategen');
  await hands.press('officer', 'Kontakta säkerhetsstrategen');
  await assess(hands, 'officer');
  await hands.sees('officer', 'Vem är hos den utsatte?');
  await hands.press('officer', NEXT);
  await hands.sees('officer', 'Stödpersonens namn');
  await company(hands, 'officer');
  await hands.press('strategist', BUTTON.fillIn);
  await askPolice(hands, 'Klart, inget mer att veta');
  await hands.press('politician', 'Ja, kommunen anmäler');
  await hands.sees('politician', 'Kommunen anmäler åt dig');
  await hands.choose('officer', 'Vilka ska få veta?', 'Ingen');
  await hands.press('officer', 'Skicka förslaget');
  await hands.sees('strategist', 'Läs ett förslag');
  await hands.press('strategist', BUTTON.readProposal);
  await hands.sees('strategist', 'Är det okej att ingen mer får veta?');
  await hands.press('strategist', BUTTON.confirm);
  await hands.sees('officer', 'godkände');
  await firstTalk(hands);
  await hands.until('2026-12-02T07:01:00Z');
  await hands.sees('politician', 'Vill du ha samtalsstöd?');
  await hands.press('politician', 'Ja, jag vill ha stöd');
  await hands.sees('politician', 'Du vill ha samtalsstöd');
  await chiefReports(hands);
  await orderSupport(hands);
  await hands.sees('politician', 'Samtalsstödet är beställt');
  await hands.until('2026-12-09T07:01:00Z');
  await followUp(hands);
  await close(hands);
}

/** The strategist orders the support that the politician wants. */
async function orderSupport(hands: Hands) {
  await hands.sees('strategist', 'Beställ samtalsstöd');
  await hands.press('strategist', BUTTON.fillIn);
  await hands.sees('strategist', 'Nummer på beställningen');
  await hands.press('strategist', 'Stödet är beställt');
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

/** All that follows on that report, to its closing. */
export async function calmUntilClosed(hands: Hands) {
  await hands.sees('officer', 'Ett nytt ärende väntar på dig');
  await hands.press('officer', BUTTON.acknowledge);
  await hands.sees('officer', 'Ring den utsatte nu');
  await hands.press('officer', BUTTON.approve);
  await assess(hands, 'officer');
  await hands.sees('officer', 'Ta hjälp av säkerhetsstrategen');
  await hands.press('officer', 'Kontakta säkerhetsstrategen');
  await hands.sees('officer', 'Vem är hos den utsatte?');
  await hands.press('officer', NEXT);
  await hands.sees('officer', 'Stödpersonens namn');
  await company(hands, 'officer');
  await hands.sees('strategist', 'Ring polisen och fråga om råd');
  await hands.press('strategist', BUTTON.fillIn);
  await askPolice(hands, 'Klart, inget mer att veta');
  await hands.press('politician', 'Ja, kommunen anmäler');
  await chiefReports(hands);
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
  await firstTalk(hands);
  await hands.until('2026-12-02T07:01:00Z');
  await hands.sees('politician', 'Vill du ha samtalsstöd?');
  await hands.press('politician', 'Ja, jag vill ha stöd');
  await orderSupport(hands);
  await hands.until('2026-12-09T07:01:00Z');
  await followUp(hands);
  await close(hands);
}

/** The threat comes from the party: the municipality alone, the strategist leads; to the end of the evening. */
export async function ownParty(hands: Hands) {
  await hands.sees('politician', 'Jag har inte sagt något till något parti.');
  await hands.sees('strategist', 'Någon behöver dig nu');
  await hands.press('strategist', BUTTON.acknowledge);
  await hands.sees('strategist', 'Ring den utsatte nu');
  await hands.press('strategist', BUTTON.spoke);
  await hands.sees('politician', 'Du har pratat med den som leder');
  await hands.press('politician', BUTTON.tell);
  await hands.sees('politician', 'Vad har hänt?');
  await hands.write(
    'politician',
    'Vad hände',
    'Vår gruppledare tog mig i armen och sa att jag ska hålla tyst.',
  );
  await hands.choose('politician', 'Vad gäller det?', 'Hot');
  await hands.press('politician', BUTTON.review);
  await hands.sees('politician', 'Vill du skicka rapporten?');
  await hands.press('politician', BUTTON.send);
  await hands.sees('politician', 'Din rapport har kommit in');
  await hands.sees('strategist', 'Säg inget till partiet');
  await hands.press('strategist', BUTTON.approve);
  await assess(hands, 'strategist');
  await askPolice(hands, 'Polisen är kontaktad');
  await hands.press('politician', 'Ja, jag anmäler själv');
  await hands.sees('politician', 'Du anmäler själv');
  await hands.sees('strategist', 'hen anmäler själv');
  await hands.press('strategist', BUTTON.fillIn);
  await hands.sees('strategist', 'Vem är hos den utsatte?');
  await hands.press('strategist', NEXT);
  await hands.sees('strategist', 'Stödpersonens namn');
  await company(hands, 'strategist');
}
