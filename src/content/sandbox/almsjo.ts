import { almsjoContacts, almsjoPoliticians } from './almsjoContacts';
import { type Persona, persona, type Sample, type SampleContact } from './sample';

function contact(key: string, who: string, post: Pick<SampleContact, 'role' | 'party' | 'board'>): Persona {
  const { role, party, board } = post;
  const is = (one: SampleContact) =>
    one.role === role && one.order === 1 && one.party === party && one.board === board;
  return persona(key, who, almsjoContacts.find(is));
}

const victim = persona('politicianS', 'politiker i S, den som blir hotad', almsjoPoliticians[0]);
const firstContact = contact('leaderS', 'gruppledare i S', { role: 'groupLeader', party: 'S' });
const strategist = contact('coordinator', 'kommunens säkerhetssamordnare', { role: 'securityCoordinator' });

/** Almsjö's invented people. */
export const almsjoSample: Sample = {
  look: { mark: 'A', light: '#2a6a3c', dark: '#8fd3a0' },
  contacts: almsjoContacts,
  politicians: almsjoPoliticians,
  personas: [
    victim,
    firstContact,
    contact('officerSkola', 'trygghetsombud för skolnämnden, om du väljer den', {
      role: 'boardOfficer',
      board: 'skola',
    }),
    contact('leaderM', 'gruppledare i M, ska inte se något', { role: 'groupLeader', party: 'M' }),
    strategist,
    contact('chancery', 'kanslichef', { role: 'headOfChancery' }),
  ],
  tryAs: { victim, firstContact, strategist },
};
