/**
 * `npm run bench [-- actions acute memory start sweep]`: what a process costs, in parts; all of them when none is named. Never a test:
 * machines differ.
 */
import { cpus } from 'node:os';
import { actionsPart } from './actions';
import { acutePart } from './acute';
import { memoryPart } from './memory';
import { startPart } from './start';
import { sweepPart } from './sweep';

const PARTS: Readonly<Record<string, () => Promise<string>>> = {
  start: startPart,
  actions: actionsPart,
  acute: acutePart,
  memory: memoryPart,
  sweep: sweepPart,
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}: give ${Object.keys(PARTS).join(', ')}.`);
  const [cpu, ...more] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  console.log(`${cpu?.model.trim()}, ${more.length + 1} cores, Node ${process.version}, ${day}\n`);
  for (const [name, part] of Object.entries(PARTS))
    if (asked.length === 0 || asked.includes(name)) console.log(`## ${name}\n\n${await part()}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
