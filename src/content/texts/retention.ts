/** The strategist's texts about how long a closed incident is kept. */
export const RETENTION = {
  closedTitle: 'Ärendet är avslutat',
  soonTitle: 'Ärendet raderas snart',
  heldTitle: 'Ärendet sparas',
  erased: (day: string, what: string) => `Tidigast ${day} raderas ${what}. Sedan kan ingen läsa det.`,
  classes: {
    report: 'rapporten',
    records: 'anteckningarna om åtgärderna',
    talks: 'samtalen och det som rör vård och hälsa',
    log: 'loggen',
  },
  whole: 'hela ärendet, också loggen',
  erasedPart: (what: string, day: string, decision: string) =>
    `${what} är borta sedan ${day}. Se beslut ${decision}.`,
  heldLines: [
    'Någon har bestämt att ärendet ska sparas. Det raderas inte förrän du trycker på Behåll inte längre.',
  ],
  missing: {
    registry: 'Diarienumret saknas. Inget raderas än.',
    archive: 'Är ärendet lämnat till arkivet? Utan svar raderas inget.',
  },
  archived: 'Lämnat till arkivet',
  notToBe: 'Ska inte arkiveras',
  hold: 'Behåll ärendet',
  holdTitle: 'Varför ska ärendet sparas?',
  holdFields: { reason: 'Skäl' },
  release: 'Behåll inte längre',
  gone: 'Ärendet är raderat.',
  unsetTitle: 'Tid för gallring saknas',
  unsetLines: [
    'Kommunen har inte bestämt hur länge allt i avslutade ärenden ska sparas. Det som saknar beslut sparas.',
    'Ta upp det med kommunens jurist. Den som sköter boten skriver in tiden när beslutet finns.',
  ],
};

/** Documents that closing makes final, and that are then registered. */
export const DOCUMENTS = {
  kinds: {
    steps: 'anteckningarna om åtgärder och bedömning',
    checks: 'kontrollfrågorna',
    talks: 'samtalen',
    protection: 'skyddsåtgärderna',
    threats: 'hotbedömningen',
    tasks: 'uppgifterna om hur hotet kom',
    review: 'uppföljningen',
  },
  willBe: (documents: string) => `Det här ska in i diariet sedan: ${documents}.`,
  drawnUp: (documents: string) =>
    `Nu är de upprättade: ${documents}. För in dem i diariet så fort det går. Sekretessmarkera dem.`,
};
