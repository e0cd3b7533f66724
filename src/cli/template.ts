import { readFileSync } from 'node:fs';
import { PLACEHOLDERS } from '../content/texts/printed/template';
import { isFitting, templateFaults } from '../document/template';
import { placeholdersIn } from '../document/word';

/*
 * `npm run template -- <file.docx>`: whether a Word template of the municipality's own can be used (DOCUMENT_TEMPLATE), and what is
 * missing or unknown in it. Needs no settings. Exit codes: 0 it fits, 1 it does not, 2 it could not be read.
 */

const [path] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const shown = (names: readonly string[]) => names.map((name) => `{{${name}}}`).join(' ');

async function look(file: string): Promise<number> {
  const template = readFileSync(file);
  const faults = templateFaults(template, await placeholdersIn(template));
  const { missing, unknown, beside, broken, headings } = faults;
  if (missing.length) say(`Missing, each in a paragraph of its own: ${shown(missing)}`);
  if (unknown.length) say(`Unknown, so they would stand in the document as they are: ${shown(unknown)}`);
  if (beside.length)
    say(`Not alone in a paragraph of the text, so something would be lost: ${shown(beside)}`);
  if (broken.length) say(`No whole placeholder: ${broken.map((text) => `"${text}"`).join(' ')}`);
  if (headings.length)
    say(`No style for headings of level ${headings.join(', ')}: use one in the template once, and save it.`);
  if (isFitting(faults))
    say(`It fits. Beside the parts it may have ${shown(Object.values(PLACEHOLDERS.facts))}.`);
  return isFitting(faults) ? 0 : 1;
}

if (path === undefined) {
  process.stderr.write('Give npm run template -- <file.docx>.\n');
  process.exitCode = 2;
} else {
  look(path)
    .catch((error: unknown) => {
      process.stderr.write(
        `${path} cannot be read as a Word file: ${error instanceof Error ? error.message : 'it failed'}.\n`,
      );
      return 2;
    })
    .then((code) => {
      process.exitCode = code;
    });
}
