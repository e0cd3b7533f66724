import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage } from './check';
import { icons, logoFaults, startDrawing } from './icons';
import { BadPackage, readOptions } from './options';
import { texts } from './template';
import { zipped } from './zip';

/** The version of the product, which the package has unless another is given. */
const productVersion = (): string => {
  const text = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

/** Complaints about a logo that cannot be read, or would not be seen on the icon. */
function lookAtLogo(path: string, colour: string): string[] {
  if (!existsSync(path)) return [`--logo ${path} is not there: give the path of a .png or .svg file`];
  return logoFaults({ bytes: readFileSync(path), path }, colour);
}

/** Builds the package of a call, checks it and writes it. Returns its path. @throws {BadPackage} with every fault */
export async function buildPackage(args: readonly string[]): Promise<string> {
  await startDrawing();
  const options = readOptions(args, lookAtLogo);
  const { logo: path } = options;
  const logo = path === undefined ? undefined : { bytes: readFileSync(path), path };
  const version = options.version ?? productVersion();
  const zip = zipped({ ...texts(options, version), ...icons(options.colour, logo) });
  const faults = await checkPackage(zip);
  if (faults.length > 0)
    throw new BadPackage(
      'The package is wrong, and was not written',
      faults,
      'Mend manifest/ or the options.',
    );
  const made = join(options.out, `trygghetsboten-${options.municipality}-${version}.zip`);
  mkdirSync(options.out, { recursive: true });
  writeFileSync(made, zip);
  return made;
}
