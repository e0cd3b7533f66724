import { type Persona, persona, type Sample, type SampleContact } from './sample';
import { sampleContacts, samplePoliticians } from './sampleContacts';

function contact(key: string, who: string, post: Pick<SampleContact, 'role' | 'order' | 'party'>): Persona {
  const { role, order, party } = post;
  const is = (one: SampleContact) => one.role === role && one.order === order && one.party === party;
  return persona(key, who, sampleContacts.find(is));
}

const [politician] = samplePoliticians;
const victim = persona('politicianS', 'politiker i S, den som blir hotad', politician);
const officer = { role: 'partySecurityOfficer', party: 'S' };
const firstContact = contact('officerS', 'säkerhetsansvarig i S', { ...officer, order: 1 });
const strategist = contact('strategist', 'kommunens säkerhetsstrateg', {
  role: 'securityStrategist',
  order: 1,
});

/** Oxelösund's invented people. */
export const oxelosundSample: Sample = {
  look: { mark: 'O', light: '#0b5a8f', dark: '#7cc4f0' },
  contacts: sampleContacts,
  politicians: samplePoliticians,
  personas: [
    victim,
    firstContact,
    contact('deputyS', 'ersättare för säkerhetsansvarig i S', { ...officer, order: 2 }),
    contact('officerM', 'säkerhetsansvarig i M, ska inte se något', { ...officer, party: 'M', order: 1 }),
    strategist,
    contact('chief', 'kommunchef', { role: 'chiefExecutive', order: 1 }),
  ],
  tryAs: { victim, firstContact, strategist },
};
