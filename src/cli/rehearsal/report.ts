import type { Rehearsed } from './rehearse';

const HOUR = 3_600_000;

const seconds = (count: number): string => `${count.toFixed(1)} s`;

/** The sentence that matters: whether the copy holds what it should. */
const verdict = ({ faults, incidents, opened }: Rehearsed): string =>
  faults.length === 0
    ? `The copy is whole: ${opened} of ${incidents} incidents were opened, and every chain holds.`
    : `The copy is NOT whole: ${faults.length} faults. Take a new backup, and find out what has happened to these rows.`;

/** A rehearsal as Markdown, for whoever answers for the backups. It names no person and holds nothing of an incident. */
export function reportOf(found: Rehearsed, now: Date): string {
  const { takenAt, stages, faults } = found;
  const total = stages.reduce((sum, stage) => sum + stage.seconds, 0);
  const age = Math.round((now.getTime() - takenAt.getTime()) / HOUR);
  return [
    '# Restore rehearsal',
    '',
    `Rehearsed ${now.toISOString()}, from the backup of ${takenAt.toISOString()}: ${age} hours old. What came after it would be lost.`,
    '',
    verdict(found),
    '',
    '| what | how many |',
    '| --- | --- |',
    `| rows put back | ${found.rows} |`,
    `| files put back | ${found.files} |`,
    `| incidents | ${found.incidents} |`,
    `| incidents opened whole | ${found.opened} |`,
    `| erased incidents left out | ${found.erased} |`,
    `| posts on the contact list | ${found.contacts} |`,
    `| of them reached by the bot | ${found.reachable} |`,
    `| of them never met by the bot | ${found.withoutRow} |`,
    '',
    '| stage | time |',
    '| --- | --- |',
    ...stages.map((stage) => `| ${stage.name} | ${seconds(stage.seconds)} |`),
    `| all | ${seconds(total)} |`,
    ...(faults.length > 0 ? ['', '## Faults', '', ...faults.map((fault) => `- ${fault}`)] : []),
    '',
  ].join('\n');
}
