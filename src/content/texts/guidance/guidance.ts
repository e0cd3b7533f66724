/* The frame of the advice (Bilaga 2); the advice itself is the municipality's (../../municipalities/library/guidance.ts). */

/** The choice of situations, and what stands around each of them. */
export const GUIDANCE = {
  kicker: 'Vägledning',
  title: 'Vad är det som händer?',
  lines: ['Välj det som liknar mest. Du får korta råd, det viktigaste först.'],
  /** Where something is going on: what to say to 112. */
  danger: [
    'Ring 112 så fort du kan.',
    'Säg var du är, vem du är, vad som händer, om någon är skadad och vilket nummer du ringer från. Säg att det rör ditt politiska uppdrag.',
  ],
  emergency: 'Ring 112',
  report: 'Rapportera det här',
  /** By the channel, where a situation has several. */
  reportChannel: { sms: 'Rapportera sms', social: 'Rapportera från nätet' },
  others: 'Andra lägen',
  toTasks: 'Till ärendet',
};
