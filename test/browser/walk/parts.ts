import { BUTTON } from '../../../src/content/texts/common';
import { LEAD } from '../../../src/content/texts/lead';
import { CHECKS_CARD, GROUPS_CARD, LISTS } from '../../../src/content/texts/pages';
import { TAKE } from '../../../src/content/texts/printed/takeDocument';
import { REGISTRY, ROUND } from '../../../src/content/texts/timed';
import { WORD } from '../../../src/content/texts/wishes/word';
import type { Hands, Walker } from './hands';

/*
 * What the cases have in common, each press as their people would make it. `lead`: the officer, or the strategist where the
 * party is left out.
 */

export const NEXT = 'Klart – nästa steg';
const SUPPORTER = 'Maken Olle';

/** The assessment, read on the telephone with the victim. */
export async function assess(hands: Hands, lead: Walker) {
  await hands.sees(lead, 'Är det allvarligt?');
  await hands.choose(lead, 'Är det allvarligt?', 'Ja');
  await hands.choose(lead, 'Behöver någon vård?', 'Nej');
  await hands.choose(lead, 'Gjorde ni bedömningen ihop?', 'Ja');
  await hands.write(lead, 'Vem kan vara hos den utsatte nu?', SUPPORTER);
  await hands.press(lead, NEXT);
}

/** Somebody is with the victim, at home already; the form of each step opens by the press before it. */
export async function company(hands: Hands, lead: Walker) {
  await hands.sees(lead, 'Vem är hos den utsatte?');
  await hands.press(lead, NEXT);
  await hands.sees(lead, 'Stödpersonens namn');
  await hands.write(lead, 'Stödpersonens namn', SUPPORTER);
  await hands.press(lead, NEXT);
  await hands.sees(lead, 'Vem följer med?');
  await hands.press(lead, 'Hemma redan');
  await hands.sees(lead, 'Vem stannar hos den utsatte?');
  await hands.press(lead, 'Stödpersonen är redan där');
  await hands.sees(lead, 'Vilka ska få veta?');
}

/** The strategist rings the police and writes down what they said; the victim is asked. */
export async function askPolice(hands: Hands, done: string) {
  await hands.sees('strategist', 'Vem svarade hos polisen?');
  await hands.write('strategist', 'Vem svarade hos polisen?', 'Erik Vallnäs');
  await hands.write('strategist', 'Vilket råd gav polisen?', 'Det bör anmälas.');
  await hands.tick('strategist', 'Jag sa att det rör ett politiskt uppdrag');
  await hands.choose('strategist', 'Jag frågade om brottsofferstöd', 'Ja, men inget erbjöds');
  await hands.choose('strategist', 'Jag frågade om personsäkerhet', 'Ja, men inget erbjöds');
  await hands.press('strategist', done);
  await hands.sees('politician', 'Vill du att det polisanmäls?');
}

/** The police report as whoever makes it writes it down: number, protection, link to the office. */
async function writeReport(hands: Hands, who: Walker) {
  await hands.press(who, BUTTON.fillIn);
  await hands.sees(who, 'Polisens nummer på anmälan');
  await hands.write(who, 'Polisens nummer på anmälan', '0201-K123456-26');
  await hands.tick(who, 'Jag har begärt åtkomstskydd');
  await hands.tick(who, 'Jag har sagt att det rör ett politiskt uppdrag');
  await hands.press(who, 'Anmälan är gjord');
  await hands.sees('politician', 'Polisanmälan är gjord');
}

export async function chiefReports(hands: Hands) {
  await hands.sees('chief', 'En polisanmälan ska göras');
  await writeReport(hands, 'chief');
}

export async function victimReports(hands: Hands) {
  await hands.sees('politician', 'Du anmäler själv');
  await writeReport(hands, 'politician');
}

/** Nobody else is told: two persons agree on it. */
export async function tellNobody(hands: Hands, lead: Walker, second: Walker) {
  await hands.choose(lead, 'Vilka ska få veta?', 'Ingen');
  await hands.press(lead, 'Skicka förslaget');
  await hands.sees(second, GROUPS_CARD.noticeTitle);
  await hands.press(second, BUTTON.readProposal);
  await hands.sees(second, GROUPS_CARD.confirmNobody);
  await hands.press(second, BUTTON.confirm);
}

export async function firstTalk(hands: Hands, lead: Walker) {
  await hands.press(lead, BUTTON.firstTalk);
  await hands.sees(lead, 'Hur är läget, och vad behövs?');
  await hands.write(lead, 'Hur är läget, och vad behövs?', 'Trött men lugn.');
  await hands.press(lead, BUTTON.save);
}

/** The strategist writes the number from the registry: a report is a public document. */
export async function register(hands: Hands) {
  await hands.press('strategist', REGISTRY.button);
  await hands.sees('strategist', REGISTRY.mark);
  await hands.write('strategist', REGISTRY.fields.number, 'KS 2026/311');
  await hands.press('strategist', BUTTON.save);
}

/** The strategist orders the support that the politician wants. */
export async function orderSupport(hands: Hands) {
  await hands.sees('strategist', 'Beställ samtalsstöd');
  await hands.press('strategist', BUTTON.fillIn);
  await hands.sees('strategist', 'Nummer på beställningen');
  await hands.press('strategist', 'Stödet är beställt');
  await hands.sees('politician', 'Samtalsstödet är beställt');
}

/** Day eight: the talk, its lines, and no more talks. */
export async function followUp(hands: Hands, lead: Walker) {
  await hands.sees(lead, ROUND.title);
  await hands.pressFirst(lead, /^Öppna 20/);
  // What is to be done stands on the list too.
  await hands.sees(lead, LEAD.sections);
  await hands.press(lead, BUTTON.fillIn);
  await hands.sees(lead, 'Vilka var med?');
  await hands.press(lead, 'Samtalet är hållet');
  await hands.sees(lead, 'Hur är läget?');
  await hands.write(lead, 'Hur är läget?', 'Bättre.');
  await hands.press(lead, NEXT);
  await hands.sees(lead, 'Behövs fler samtal?');
  await hands.press(lead, 'Nej, det räcker');
}

/** The check questions, then how it went: the victim is asked too, and answers. */
export async function review(hands: Hands, lead: Walker) {
  await hands.sees(lead, CHECKS_CARD.title);
  await hands.choose(lead, 'Har någon sagt det till de anhöriga?', 'Ja');
  await hands.press(lead, CHECKS_CARD.right);
  await hands.sees(lead, 'Användes kommunens rutin?');
  await hands.sees('politician', WORD.title);
  await hands.press('politician', WORD.button);
  await hands.sees('politician', WORD.fields.worked);
  await hands.write('politician', WORD.fields.worked, 'Någon ringde direkt.');
  await hands.press('politician', BUTTON.save);
  await hands.sees('politician', WORD.thanks);
  await hands.choose(lead, 'Användes kommunens rutin?', 'Ja');
  await hands.press(lead, BUTTON.save);
}

export async function close(hands: Hands, lead: Walker) {
  await hands.sees(lead, 'Alla steg är klara');
  await hands.press(lead, BUTTON.close);
  await hands.sees(lead, 'Vill du avsluta ärendet?');
  await hands.press(lead, 'Ja, avsluta');
  await hands.sees('politician', 'Ärendet är avslutat');
  await hands.sees(lead, 'är avslutat');
}

/** The strategist takes the document of the closed case, from the list of their own; its words. */
export async function document(hands: Hands): Promise<{ name: string; words: string }> {
  await hands.say('strategist', 'mina ärenden');
  await hands.sees('strategist', LISTS.mineTitle);
  await hands.pressFirst('strategist', /^Visa 20/);
  await hands.sees('strategist', 'är avslutat');
  await hands.press('strategist', BUTTON.details);
  await hands.sees('strategist', 'Uppgifter');
  return hands.takes('strategist', TAKE.button, 'Till diariet');
}
