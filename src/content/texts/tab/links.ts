import type { AddressKind } from '../../../routine/rules/figures/senders';

/* The same sender in several incidents. */

const KINDS: Readonly<Record<AddressKind, string>> = {
  email: 'e-postadress',
  phone: 'nummer',
  handle: 'konto',
};

export const LINKS = {
  title: 'Samma avsändare i flera ärenden',
  about:
    'Jag jämför adresser, nummer och konton som står i det som rapporterats i år och förra året. Bara det som är helt lika räknas.',
  decided: (decision: string, until: string) => `Beslut: ${decision}. Sista dagen är ${until}.`,
  why: (purpose: string) => `Skäl: ${purpose}.`,
  logged: 'Att du letar sparas i loggen för varje ärende som visas.',
  button: 'Leta efter samma avsändare',
  none: 'Jag hittar ingen avsändare som är med i mer än ett ärende.',
  row: (count: number, kinds: readonly AddressKind[]) =>
    `Samma ${kinds.map((kind) => KINDS[kind]).join(' och ')} i ${count} ärenden`,
  others: (count: number) =>
    count === 1 ? 'Ett av ärendena läser du inte.' : `${count} av ärendena läser du inte.`,
  open: (reference: string) => `Öppna ${reference}`,
};
