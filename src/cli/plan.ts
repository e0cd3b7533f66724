import { parseArgs } from 'node:util';
import { MUNICIPALITIES, MUNICIPALITY_NAMES, municipalityNamed } from '../content/municipalities';
import { planDocuments } from './planText/document';
import { pictureOf } from './planText/picture';

/*
 * `npm run plan -- <municipality> [--mermaid]`: the plan as its folder declares it, in Swedish, for whoever reads it
 * beside the plan on paper; of older versions, what differs. Needs no settings and no storage. Exit code 2: there is no such municipality.
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { mermaid: { type: 'boolean' } },
});
const [name = ''] = positionals;

if (name in MUNICIPALITIES) {
  const municipality = municipalityNamed(name);
  const { routine, names } = municipality;
  const text = values.mermaid ? pictureOf({ ...routine, names }).join('\n') : planDocuments(municipality);
  process.stdout.write(`${text}\n`);
} else {
  process.stderr.write(
    `Give npm run plan -- ${MUNICIPALITY_NAMES.join(' or ')}, with or without --mermaid.\n`,
  );
  process.exitCode = 2;
}
