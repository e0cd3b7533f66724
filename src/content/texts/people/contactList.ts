/* The contact list (Bilaga 4): the list itself, and the pages on which the strategist keeps it. */

/** The list, as everybody reads it. */
export const CONTACTS = {
  danger: 'Fara just nu',
  emergency: 'Ring 112',
  police: 'Polisen, när det inte är bråttom',
  edit: 'Ändra listan',
};
