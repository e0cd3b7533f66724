import { contrast, LEAST_CONTRAST, WHITE } from './colour';

/** The version of the manifest's schema: new enough for twelve commands, old enough for every client in use. */
export const VERSION = '1.25';

interface Command {
  title: string;
  description: string;
}

/** The parts of a manifest that the checks look at; any may be missing in a broken one. */
export interface Manifest {
  $schema?: string;
  manifestVersion?: string;
  version?: string;
  developer?: Readonly<Record<string, string>>;
  accentColor?: string;
  icons?: { color?: string; outline?: string };
  localizationInfo?: {
    defaultLanguageTag?: string;
    additionalLanguages?: { languageTag: string; file: string }[];
  };
  bots?: {
    scopes?: string[];
    supportsFiles?: boolean;
    commandLists?: { scopes?: string[]; commands?: Command[] }[];
  }[];
  staticTabs?: {
    entityId?: string;
    name?: string;
    contentUrl?: string;
    websiteUrl?: string;
    scopes?: string[];
  }[];
  validDomains?: string[];
  webApplicationInfo?: { id?: string; resource?: string; nestedAppAuthInfo?: unknown };
}

/** The longest title and description of a command that clients show whole. The schema allows more. */
const LONGEST_TITLE = 32;
const LONGEST_DESCRIPTION = 128;

/** Parts of a manifest that this app has no use for, and that would give it more than it needs. */
const FOREIGN: readonly string[] = [
  'authorization',
  'composeExtensions',
  'configurableTabs',
  'connectors',
  'copilotAgents',
  'devicePermissions',
  'extensions',
  'meetingExtensionDefinition',
];

const fullHost = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** The host of an address; undefined for what is none. */
const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether a language tag names a language that there is: `sv`, `en-gb`. */
function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-[a-z]{2})?$/i.test(tag) && languages.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** Every text of a manifest, with where it stands. */
function textsIn(part: unknown, path: string): [path: string, text: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => textsIn(value, path ? `${path}.${name}` : name));
}

function versionFaults({ $schema = '', manifestVersion, version = '' }: Manifest): string[] {
  const faults: string[] = [];
  if (manifestVersion !== VERSION)
    faults.push(`manifestVersion is ${manifestVersion}: this app is made for ${VERSION}`);
  if (!$schema.endsWith(`/teams/v${VERSION}/MicrosoftTeams.schema.json`))
    faults.push(`$schema is not that of version ${VERSION}: give both the same version`);
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version))
    faults.push(`version is "${version}": give three numbers with points, such as 1.4.0`);
  return faults;
}

/** Addresses that are not https, and places that nothing filled. */
function textFaults(manifest: Manifest): string[] {
  return textsIn(manifest, '').flatMap(([path, text]) => {
    if (/\{\{|\}\}/.test(text)) return [`${path} still has a place to fill: ${text}`];
    if (/^http:/i.test(text)) return [`${path} is ${text}: give https://`];
    return text.trim() === '' ? [`${path} is empty: write it or take it out`] : [];
  });
}

function domainFaults({ validDomains = [], staticTabs = [], webApplicationInfo }: Manifest): string[] {
  const odd = validDomains.filter((domain) => !fullHost.test(domain));
  const used = [
    ...staticTabs.flatMap(({ contentUrl = '', websiteUrl = '' }) => [hostOf(contentUrl), hostOf(websiteUrl)]),
    webApplicationInfo?.resource?.split('/')[2],
  ].flatMap((host) => host ?? []);
  const unlisted = [...new Set(used)].filter((host) => !validDomains.includes(host));
  return [
    ...odd.map(
      (domain) =>
        `validDomains has ${domain}: give a whole host name alone, without https://, port, path or *`,
    ),
    ...unlisted.map((host) => `${host} is used and not in validDomains: add it`),
  ];
}

function signInFaults({ webApplicationInfo: info }: Manifest): string[] {
  if (!info)
    return ['webApplicationInfo is missing: put it in from the first version, or each user is asked later'];
  const faults = info.resource?.endsWith(`/${info.id}`)
    ? []
    : ['webApplicationInfo.resource and id are not of the same app: give api://<domain>/<id>'];
  return info.nestedAppAuthInfo === undefined
    ? faults
    : [...faults, 'webApplicationInfo.nestedAppAuthInfo is not used: take it out'];
}

function languageFaults({ localizationInfo }: Manifest): string[] {
  const tags = [
    localizationInfo?.defaultLanguageTag,
    ...(localizationInfo?.additionalLanguages?.map(({ languageTag }) => languageTag) ?? []),
  ];
  const faults = tags.flatMap((tag) =>
    tag !== undefined && isLanguage(tag) ? [] : [`language tag ${tag}: there is no such language`],
  );
  return tags[0] === 'sv' ? faults : [...faults, 'the default language is Swedish: give sv'];
}

/** Complaints about scopes and rights: this app talks with one person at a time, and wants nothing else. */
function scopeFaults(manifest: Manifest): string[] {
  const { bots = [], staticTabs = [] } = manifest;
  const scoped = [...bots, ...staticTabs, ...bots.flatMap(({ commandLists = [] }) => commandLists)];
  return [
    ...(scoped.every(({ scopes }) => scopes?.length === 1 && scopes[0] === 'personal')
      ? []
      : ['a scope is not personal alone: what is told here is for one person at a time']),
    ...(bots.length === 1 ? [] : ['bots: give one']),
    ...(bots.some(({ supportsFiles }) => supportsFiles !== true)
      ? ['supportsFiles is not true: nobody could send a file as evidence']
      : []),
    ...FOREIGN.filter((name) => name in manifest).map(
      (name) => `${name} is not used by this app: take it out`,
    ),
  ];
}

function commandFaults({ bots = [] }: Manifest): string[] {
  const commands = bots.flatMap(({ commandLists = [] }) =>
    commandLists.flatMap(({ commands: some = [] }) => some),
  );
  const titles = commands.map(({ title }) => title.toLowerCase());
  return [
    ...(commands.length > 0 ? [] : ['the bot has no commands']),
    ...commands.flatMap(({ title, description }) => [
      ...(title.length > LONGEST_TITLE ? [`command ${title}: at most ${LONGEST_TITLE} letters`] : []),
      ...(description.length > LONGEST_DESCRIPTION
        ? [`the description of ${title}: at most ${LONGEST_DESCRIPTION} letters`]
        : []),
    ]),
    ...titles
      .filter((title, at) => titles.indexOf(title) !== at)
      .map((title) => `command ${title} is there twice`),
  ];
}

/** Complaints about a manifest that Microsoft's schema does not have. */
export function manifestFaults(manifest: Manifest): string[] {
  const accent = manifest.accentColor ?? '';
  const isPale = /^#[0-9a-f]{6}$/i.test(accent) && contrast(accent, WHITE) < LEAST_CONTRAST;
  return [
    ...versionFaults(manifest),
    ...textFaults(manifest),
    ...domainFaults(manifest),
    ...signInFaults(manifest),
    ...languageFaults(manifest),
    ...scopeFaults(manifest),
    ...commandFaults(manifest),
    ...(isPale
      ? [`accentColor ${accent} is too light: white needs a contrast of ${LEAST_CONTRAST} against it`]
      : []),
  ];
}
