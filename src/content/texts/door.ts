/* Texts of src/teams/inbound: to guests, and to a person who writes too often. */

/** The card for a guest of the tenant: nothing of the municipality's is in it. */
import type { Names } from '../names';

/** A guest of the organisation: fixed, nothing of the municipality's in it but whom to ask for. */
export const GUEST = {
  title: 'Jag kan inte hjälpa dig här, men de här kan',
  lines: ({ strategist }: Names) => [
    'Fara just nu? Ring 112.',
    'Vill du tipsa polisen eller göra en anmälan? Ring 114 14.',
    `Behöver du prata med kommunen? Ring kommunens växel och be om ${strategist.definite}.`,
    'Skriv inget här om det som har hänt.',
  ],
  emergency: 'Ring 112',
  police: 'Ring 114 14',
};

/** The card for too many messages. What someone in danger needs is never held back. */
export const SLOW = {
  title: 'Vänta en liten stund',
  lines: [
    'Det kom många meddelanden på kort tid. Försök igen om en minut.',
    'Du kan alltid be om hjälp, skicka en rapport och se vem du kan ringa.',
  ],
};
