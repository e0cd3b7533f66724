/* A booked talk in a calendar that others may see: it says that the day is taken, and never what it is. */

export const CALENDAR = { title: 'Möte', file: 'Möte.ics' };
