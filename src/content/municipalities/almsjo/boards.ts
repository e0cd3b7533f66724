/** The boards that incidents are routed by, beside the party. */
export const boards = [
  { code: 'skola', name: 'skolnämnden' },
  { code: 'social', name: 'socialnämnden' },
  { code: 'bygg', name: 'byggnadsnämnden' },
] as const;
