import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import englishSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json';
import Ajv from 'ajv-draft-04';
import { iconFaults } from './checkIcons';
import { type Manifest, manifestFaults, VERSION } from './checkManifest';
import { type Files, unzipped } from './zip';

/** The most bytes of a package: Teams takes no larger one. */
const MOST_BYTES = 5_000_000;

/** A JSON object of a package; a complaint when it is none. */
function read(files: Files, name: string): { value: Record<string, unknown> } | { fault: string } {
  const bytes = files[name];
  if (!bytes) return { fault: `${name} is not in the package: put it at the top of the zip, in no folder` };
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Record<string, unknown> };
  } catch {}
  return { fault: `${name} is no JSON object: save it as JSON in UTF-8` };
}

type OfSchema = (manifest: Record<string, unknown>) => Promise<string[]>;

/** Complaints of Microsoft's own schema, read from the package that brings it: nothing is fetched. */
const schemaFaults: OfSchema = async (manifest) => {
  const told = await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);
  return told.map((fault) => `manifest.json ${fault.trim()} (schema ${VERSION})`);
};

/** The schema is of draft 04, and its patterns are none that the `u` flag takes. */
const isEnglish = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  validateFormats: false,
}).compile(englishSchema);

/** Keys of a translation that name something in the manifest, by what they name. */
const PART =
  /^(?:bots\[0\]\.commandLists\[0\]\.commands\[(?<command>\d+)\]\.(?<part>title|description)|staticTabs\[(?<tab>\d+)\]\.name)$/;

/** Complaints about a translation: its schema, and whether it has each text of the manifest and no other. */
function translationFaults(file: string, texts: Record<string, unknown>, manifest: Manifest): string[] {
  const faults = isEnglish(texts)
    ? []
    : (isEnglish.errors ?? []).map(({ instancePath, message }) => `${file} ${instancePath} ${message}`);
  const commands = manifest.bots?.[0]?.commandLists?.[0]?.commands ?? [];
  const tabs = manifest.staticTabs ?? [];
  for (const key of Object.keys(texts)) {
    const { command, part, tab } = PART.exec(key)?.groups ?? {};
    if (part === 'title')
      faults.push(`${file} translates ${key}: take it out, for the bot understands the title as it is only`);
    if ((command && !commands[Number(command)]) || (tab && !tabs[Number(tab)]?.name))
      faults.push(`${file} has ${key}, which the manifest has not: take it out`);
  }
  const wanted = [
    ...['name.short', 'name.full', 'description.short', 'description.full'],
    ...commands.map((_, at) => `bots[0].commandLists[0].commands[${at}].description`),
    ...tabs.flatMap(({ name }, at) => (name ? [`staticTabs[${at}].name`] : [])),
  ];
  const missing = wanted.filter((key) => !(key in texts));
  return [...faults, ...missing.map((key) => `${file} lacks ${key}: write it`)];
}

/** Complaints about the files themselves: each that the manifest names is there, and no other. */
function fileFaults(files: Files, manifest: Manifest): string[] {
  const languages = manifest.localizationInfo?.additionalLanguages?.map(({ file }) => file) ?? [];
  const named = ['manifest.json', manifest.icons?.color, manifest.icons?.outline, ...languages];
  const there = Object.keys(files);
  return [
    ...named.flatMap((name) =>
      name === undefined || name in files ? [] : [`${name} is named in manifest.json and not in the package`],
    ),
    ...there.flatMap((name) => (named.includes(name) ? [] : [`${name} is named nowhere: take it out`])),
  ];
}

/**
 * Complaints about a finished package, each with how to mend it; none when Teams should take it. Looks at the bytes that
 * would be handed in, and at what the schema does not ask for. `ofSchema`: that check, which takes a second of its own.
 */
export async function checkPackage(zip: Uint8Array, ofSchema: OfSchema = schemaFaults): Promise<string[]> {
  if (zip.length > MOST_BYTES) return [`the package has ${zip.length} bytes: at most ${MOST_BYTES}`];
  let files: Files;
  try {
    files = unzipped(zip);
  } catch {
    return ['the package is no zip file'];
  }
  const found = read(files, 'manifest.json');
  if ('fault' in found) return [found.fault];
  const manifest = found.value as Manifest;
  const known = manifest.manifestVersion === VERSION ? await ofSchema(found.value) : [];
  const translations = (manifest.localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    if (!(file in files)) return [];
    const texts = read(files, file);
    return 'fault' in texts ? [texts.fault] : translationFaults(file, texts.value, manifest);
  });
  return [
    ...known,
    ...manifestFaults(manifest),
    ...fileFaults(files, manifest),
    ...translations,
    ...iconFaults(files, manifest),
  ];
}
