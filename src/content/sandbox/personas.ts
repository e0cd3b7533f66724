/** One line about each persona of the sandbox. */
export const PERSONAS = {
  politicianS: 'politiker i S, den som blir hotad',
  officerS: 'säkerhetsansvarig i S',
  deputyS: 'ersättare för säkerhetsansvarig i S',
  officerM: 'säkerhetsansvarig i M, ska inte se något',
  strategist: 'kommunens säkerhetsstrateg',
  chief: 'kommunchef',
} as const;
