import type { TOWNS } from './towns';

/**
 * The municipality that a test runs for; Oxelösund. A suite that runs for another too has a file that mocks this one and
 * imports the suite.
 */
export const chosen: keyof typeof TOWNS = 'oxelosund';
