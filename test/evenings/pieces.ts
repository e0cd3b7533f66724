import { BUTTON } from '../../src/content/texts/common';
import { PHONE, type Stage, type Who } from './stage';

/* What several evenings have in common. */

export const NEXT = 'Klart – nästa steg';

/** An assessment of what is serious, made on the telephone with the victim. */
export const ASSESSED = {
  'Är det allvarligt?': 'Ja',
  'Behöver någon vård?': 'Nej',
  'Gjorde ni bedömningen ihop?': 'Ja',
};

/** The call to the police, as the strategist writes it down. */
export const POLICE_ASKED = {
  'Vem svarade hos polisen?': 'Erik Vallnäs',
  'Vilket råd gav polisen?': 'Det bör anmälas.',
  'Jag sa att det rör ett politiskt uppdrag': 'true',
  'Jag frågade om brottsofferstöd': 'Ja, men inget erbjöds',
  'Jag frågade om personsäkerhet': 'Ja, men inget erbjöds',
};

/** From the first card's "Jag är i säkerhet" to a sent report of a councillor of S. */
export async function sent(
  stage: Stage,
  what: Readonly<Record<string, string>>,
  { who = 'politician', party = 'Socialdemokraterna (S)' }: { who?: Who; party?: string } = {},
): Promise<void> {
  await stage.press(who, BUTTON.next, { 'Ditt parti': party, 'Din telefon': PHONE });
  const { 'Är det bråttom?': urgent, ...told } = what;
  await stage.press(who, BUTTON.review, told);
  await stage.press(who, BUTTON.send, urgent === undefined ? {} : { 'Är det bråttom?': urgent });
}

/** A report from its first word. */
export async function reported(
  stage: Stage,
  what: Readonly<Record<string, string>>,
  by: { who?: Who; party?: string } = {},
): Promise<void> {
  const { who = 'politician' } = by;
  await stage.say(who, 'rapportera hot');
  await stage.press(who, BUTTON.safe);
  await sent(stage, what, by);
}

/** The chief executive reports to the police what the victim has said yes to. */
export async function policeReport(stage: Stage, who: Who = 'chief'): Promise<void> {
  await stage.press(who, BUTTON.fillIn);
  await stage.press(who, 'Anmälan är gjord', {
    'Polisens nummer på anmälan': '0201-K123456-26',
    'Jag har begärt åtkomstskydd': 'true',
    'Jag har sagt att det rör ett politiskt uppdrag': 'true',
  });
}
