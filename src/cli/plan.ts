import { parseArgs } from 'node:util';
import { MUNICIPALITIES, MUNICIPALITY_NAMES, municipalityNamed } from '../content/municipalities';
import { planDocument } from './planText/document';
import { pictureOf } from './planText/picture';

/*
 * `npm run plan -- <municipality> [--mermaid]`: the plan as its folder declares it, in Swedish, for whoever reads it
 * beside the plan on paper. Needs no settings and no storage. Exit code 2: there is no such municipality.
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { mermaid: { type: 'boolean' } },
});
const [name = ''] = positionals;

if (name in MUNICIPALITIES) {
  const municipality = municipalityNamed(name);
  const documents = municipality.versions.map((routine) =>
    values.mermaid
      ? pictureOf({ ...routine, names: municipality.names }).join('\n')
      : planDocument(municipality, routine),
  );
  process.stdout.write(`${documents.join('\n')}\n`);
} else {
  process.stderr.write(
    `Give npm run plan -- ${MUNICIPALITY_NAMES.join(' or ')}, with or without --mermaid.\n`,
  );
  process.exitCode = 2;
}
