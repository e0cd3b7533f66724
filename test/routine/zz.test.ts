import { SCENARIOS, timeline } from './timetable';

const STARTS: Record<string, string> = {
  'friday evening': '2026-11-27T18:30:00Z',
  midsummer: '2026-06-17T14:00:00Z',
  christmas: '2026-12-23T13:00:00Z',
};
it('x', () => {
  for (const [name, at] of Object.entries(STARTS))
    for (const [what, make] of Object.entries(SCENARIOS)) {
      const from = new Date(at);
      const t = Date.now();
      const found = timeline(make(from), from);
      process.stdout.write(
        `\n## ${name}: ${what} ${Date.now() - t} ms\n${found.rows.join('\n')}\nUNANNOUNCED ${found.unannounced.join('\n')}\n`,
      );
    }
}, 600000);
