import { PNG } from 'pngjs';
import { checkPackage } from '../../src/appPackage/check';
import type { Manifest } from '../../src/appPackage/checkManifest';
import { icons, startDrawing } from '../../src/appPackage/icons';
import { readOptions } from '../../src/appPackage/options';
import { texts } from '../../src/appPackage/template';
import { type Files, unzipped, zipped } from '../../src/appPackage/zip';

/** The options of a whole call, as they are typed. */
export const CALL: Readonly<Record<string, string>> = {
  '--app-id': '0f3c9b1e-5a64-4f0e-9f0a-6d1b7a5e2c11',
  '--bot-id': '7d1f2a90-3b58-4c1d-8e77-1c2b3d4e5f60',
  '--domain': 'trygghet.kommun.example',
  '--sso-app-id': '5b6c7d8e-9f10-4a2b-8c3d-4e5f60718293',
  '--website': 'https://kommun.example/trygghet',
  '--privacy': 'https://kommun.example/dataskydd',
  '--terms': 'https://kommun.example/villkor',
};

/** The call with other options, or without one that is undefined, and with what else is typed. */
export const called = (
  changed: Readonly<Record<string, string | undefined>> = {},
  more: readonly string[] = [],
): string[] => [
  ...Object.entries({ ...CALL, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : [name, value],
  ),
  ...more,
];

/** A whole package as `npm run package` puts it together, as the files in it. */
export async function packed(args: readonly string[] = called()): Promise<Files> {
  await startDrawing();
  const options = readOptions(args, () => []);
  return unzipped(zipped({ ...texts(options, '1.4.0'), ...icons(options.colour, undefined) }));
}

const json = <T>(files: Files, name: string): T =>
  JSON.parse(Buffer.from(files[name] ?? []).toString('utf8')) as T;
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

export const manifestOf = (files: Files): Manifest & Record<string, unknown> => json(files, 'manifest.json');
export const englishOf = (files: Files): Record<string, string> => json(files, 'en.json');

/** The complaints about a package as it would be handed in. */
export const complaints = (files: Files): Promise<string[]> => checkPackage(zipped(files));

/** The same without Microsoft's schema, which takes a second each time. */
export const ownComplaints = (files: Files): Promise<string[]> =>
  checkPackage(zipped(files), () => Promise.resolve([]));

/** The files with something else in the manifest. */
export const withManifest = (files: Files, changed: object): Files => ({
  ...files,
  'manifest.json': bytes({ ...manifestOf(files), ...changed }),
});

/** The files with something else in the English texts; a text that is undefined is left out. */
export const withEnglish = (files: Files, changed: object): Files => ({
  ...files,
  'en.json': bytes({ ...englishOf(files), ...changed }),
});

/** A square picture of one colour: red, green, blue, opacity. */
export function square(side: number, colour: readonly [number, number, number, number]): Uint8Array {
  const png = new PNG({ width: side, height: side });
  for (let at = 0; at < png.data.length; at += 4) png.data.set(colour, at);
  return PNG.sync.write(png);
}
