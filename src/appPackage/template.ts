import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { municipalityNamed } from '../content/municipalities';
import { LISTING, listedCommands } from '../content/texts/listing';
import type { Options } from './options';

/** The folder with the templates and drawings: `manifest/` of the project, from sources and from `dist/` alike. */
export const MANIFEST = join(__dirname, '../../manifest');

type Values = Readonly<Record<string, unknown>>;

/** The place of a value in a template: `{{botId}}`. */
const PLACE = /\{\{(\w+)\}\}/g;

function valueAt(values: Values, name: string): unknown {
  if (name in values) return values[name];
  throw new Error(`manifest/ has {{${name}}}, and nothing fills it: see src/appPackage/template.ts.`);
}

/**
 * A template with its places filled. A text that is one place alone becomes the value as it is; a property whose value is
 * undefined is left out.
 */
function filled(part: unknown, values: Values): unknown {
  if (typeof part === 'string') {
    const alone = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
    return alone
      ? valueAt(values, alone)
      : part.replace(PLACE, (_, name: string) => String(valueAt(values, name)));
  }
  if (Array.isArray(part)) return part.map((one) => filled(one, values));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .map(([name, value]) => [name, filled(value, values)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

const template = (name: string): object => JSON.parse(readFileSync(join(MANIFEST, name), 'utf8')) as object;

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The tabs of the app, the chat first: whoever opens the app in danger meets the bot. */
const tabsOf = (domain: string) => [
  { entityId: 'conversations', scopes: ['personal'] },
  {
    entityId: 'cases',
    name: LISTING.tab,
    contentUrl: `https://${domain}/tab`,
    websiteUrl: `https://${domain}/tab`,
    scopes: ['personal'],
  },
  { entityId: 'about', scopes: ['personal'] },
];

/** The English file's keys name commands and tabs by their ids; Teams wants their numbers. One that is left out loses its key. */
function numbered(texts: Values, ids: { commands: readonly string[]; tabs: readonly string[] }): Values {
  const entries = Object.entries(texts).flatMap(([key, text]) => {
    const [, list, id = ''] = /(commands|staticTabs)\[([a-z]\w*)\]/.exec(key) ?? [];
    if (!list) return [[key, text] as const];
    const at = (list === 'commands' ? ids.commands : ids.tabs).indexOf(id);
    return at < 0 ? [] : [[key.replace(`[${id}]`, `[${at}]`), text] as const];
  });
  return Object.fromEntries(entries);
}

/** `manifest.json` and `en.json` of a package, by their names. `version`: three numbers with points. */
export function texts(options: Options, version: string): Record<string, Uint8Array> {
  const { name } = municipalityNamed(options.municipality);
  const commands = listedCommands();
  const tabs = options.tab ? tabsOf(options.domain) : undefined;
  const values: Values = {
    ...options,
    version,
    appId: options['app-id'],
    botId: options['bot-id'],
    ssoAppId: options['sso-app-id'],
    municipality: name,
    fullName: LISTING.name(name),
    short: LISTING.short,
    full: LISTING.full.join('\n\n'),
    commands: commands.map(({ title, description }) => ({ title, description })),
    staticTabs: tabs,
  };
  const ids = {
    commands: commands.map(({ kind }) => kind),
    tabs: tabs?.map(({ entityId }) => entityId) ?? [],
  };
  return {
    'manifest.json': bytesOf(filled(template('manifest.json'), values)),
    'en.json': bytesOf(numbered(filled(template('en.json'), values) as Values, ids)),
  };
}
