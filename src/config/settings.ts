import { z } from 'zod';
import { MUNICIPALITY_NAMES, municipalityNamed } from '../content/municipalities';
import { LINK_WANTED, linkFaults, linkSettings } from './linkSettings';
import { outward, outwardFaults, outwardWanted } from './outward';
import { RETENTION_WANTED, retentionFaults, retentionSettings } from './retentionSettings';
import { strangeSettings } from './strangeSettings';
import { readTimes, type TimeConfig, timeWanted } from './timeSettings';
import { unreadReferences, weaknesses } from './weakSettings';

/** The environment of a program, `process.env`. */
export type Env = Readonly<Record<string, string | undefined>>;

const whole = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

/** A text of the privacy card, in Swedish. */
const told = z.string().trim().min(3).max(500);

const common = z.object({
  PORT: whole(3978, 0, 65_535),
  MUNICIPALITY: z.enum(MUNICIPALITY_NAMES).default('oxelosund'),
  ...retentionSettings,
  ...linkSettings,
  CONTACT_LIST: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PRIVACY_URL: z.url({ protocol: /^https$/ }).optional(),
  PRIVACY_BASIS: told.optional(),
  PRIVACY_CONTACT: told.optional(),
  PRIVACY_DPO: told.optional(),
  PRIVACY_RECIPIENTS: told.optional(),
  VICTIM_READS_ASSESSMENTS: z.enum(['yes', 'no']).default('yes'),
  // The plan's shortest limits are minutes: with a longer wait the next in line would be asked too late.
  SWEEP_SECONDS: whole(15, 1, 60),
  SEND_TIMEOUT_SECONDS: whole(10, 1, 25),
  EVIDENCE_MB: whole(20, 1, 100),
  DOCUMENT_TEMPLATE: z.string().min(1).optional(),
  DOCUMENT_LOGO: z.string().min(1).optional(),
  // The alert `silent` waits a quarter of an hour for a sign of life: a longer wait here would sound like silence.
  DEADMAN_SECONDS: whole(300, 10, 600),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** An Entra id in lower case, as tokens have it. All zeros is nobody's. */
const identity = z
  .guid()
  .toLowerCase()
  .refine((id) => !/^[0-]+$/.test(id));

const hosts = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(,[a-z0-9-]+(\.[a-z0-9-]+)+)*$/)
  .transform((text) => text.split(','));

const production = common.extend({
  // Nobody is asked to write about a threat before they can read what comes of it (GDPR, article 13).
  PUBLIC_URL: z.url({ protocol: /^https$/ }).optional(),
  PRIVACY_URL: z.url({ protocol: /^https$/ }),
  PRIVACY_BASIS: told,
  PRIVACY_CONTACT: told,
  PRIVACY_DPO: told,
  PRIVACY_RECIPIENTS: told,
  MicrosoftAppType: z.enum(['UserAssignedMsi', 'SingleTenant']),
  MicrosoftAppId: identity,
  MicrosoftAppTenantId: identity,
  MicrosoftAppPassword: z.string().optional(),
  TEAMS_CLOUD: z.enum(['public', 'usGovernment']).default('public'),
  TEAMS_SERVICE_HOSTS: hosts.optional(),
  TAB_APP_ID: identity.optional(),
  TEAMS_APP_ID: identity.optional(),
  TABLES_ENDPOINT: z.url({ protocol: /^https$/ }),
  BLOBS_ENDPOINT: z.url({ protocol: /^https$/ }),
  KEY_VAULT_KEY_ID: z.url({ protocol: /^https$/ }).regex(/\/keys\/[A-Za-z0-9-]+(\/[A-Za-z0-9]+)?$/),
  LOG_LEVEL: z.enum(['debug', 'info']).default('info'),
  BACKUP_DAYS: whole(35, 1, 35),
  SWEEP: z.enum(['on', 'off']).default('on'),
  ...outward,
  INDEX_SECRET: z
    .string()
    // Node skips what is no base64: a text that only looks long enough must not pass as a secret.
    .regex(/^[A-Za-z0-9+/_-]+={0,2}$/)
    .refine((text) => Buffer.from(text, 'base64').length >= 32, 'at least 32 bytes as base64'),
});

/** Of an operator's command: what it needs to read the bot's storage, and nothing that the bot is towards Teams or people. */
const tool = production.pick({
  MUNICIPALITY: true,
  TABLES_ENDPOINT: true,
  BLOBS_ENDPOINT: true,
  KEY_VAULT_KEY_ID: true,
  INDEX_SECRET: true,
  BACKUP_DAYS: true,
});

/** The names of production's settings, but those of time limits. */
export const SETTING_NAMES: readonly string[] = Object.keys(production.shape);

const sandbox = common.extend({
  TABLES_CONNECTION_STRING: z.string().min(1).optional(),
  SWEEP_SECONDS: whole(2, 1, 60),
  // Its terminal is for people: what goes well is on the stage, and that nobody is reached before the chats are up is no news.
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('error'),
  SANDBOX_DATA: z.string().min(1).default('.sandbox'),
  SANDBOX_PLAYGROUNDS: z.enum(['0', '1']).default('1'),
  PLAYGROUND_PORT: whole(56_150, 1_024, 65_000),
});

/** The time limits that were set; the others are the municipality's own. */
interface WithTimes {
  TIMES: TimeConfig;
}
export type CommonConfig = z.infer<typeof common> & WithTimes;
export type ProductionConfig = z.infer<typeof production> & WithTimes;
export type ToolConfig = z.infer<typeof tool> & WithTimes;
export type SandboxConfig = z.infer<typeof sandbox> & WithTimes;

/** The error that ends a start: it names every wrong setting and how to mend it. */
export class BadStart extends Error {}

/** The values that each setting may have, for the message of `BadStart`. */
const WANTED: Readonly<Record<string, string>> = {
  ...timeWanted,
  ...outwardWanted,
  PORT: 'a port number, 0 to 65535',
  PUBLIC_URL: 'https://…, where browsers reach this server, or leave it out',
  MUNICIPALITY: MUNICIPALITY_NAMES.join(' or '),
  VICTIM_READS_ASSESSMENTS: 'yes, or no by a decision of the municipality',
  SWEEP_SECONDS: 'a whole number of seconds, 1 to 60: the next in line is asked no sooner than a sweep comes',
  SEND_TIMEOUT_SECONDS: 'a whole number of seconds, 1 to 25',
  EVIDENCE_MB: 'a whole number of megabytes, 1 to 100',
  DOCUMENT_TEMPLATE: 'the path of a .docx file, or leave it out',
  DOCUMENT_LOGO: 'the path of a .png file, or leave it out',
  DEADMAN_SECONDS: 'a whole number of seconds, 10 to 600: the alert for silence waits 15 minutes',
  LOG_LEVEL: 'debug or info: the chains’ heads are info lines (in the sandbox also warn, error, silent)',
  MicrosoftAppType: 'UserAssignedMsi or SingleTenant',
  MicrosoftAppId: 'the client id (a GUID) of the identity that the Azure Bot resource names',
  MicrosoftAppTenantId: "the own Entra tenant's id (a GUID)",
  TEAMS_CLOUD: 'public or usGovernment',
  TEAMS_SERVICE_HOSTS: 'host names with commas between them, such as smba.trafficmanager.net',
  TAB_APP_ID: 'the client id (a GUID) of the app registration that signs people in to the tab',
  TEAMS_APP_ID: "the app's id (a GUID) in Teams, by which a card opens the tab",
  PRIVACY_URL: 'https://…, where the municipality tells of how it uses personal data',
  PRIVACY_BASIS: 'the legal basis of the processing, as people read it (Swedish, 3 to 500 characters)',
  PRIVACY_CONTACT: 'how the municipality that answers for the data is reached (3 to 500 characters)',
  PRIVACY_DPO: 'how the data protection officer is reached (3 to 500 characters)',
  PRIVACY_RECIPIENTS:
    'who else receives data: the occupational health service by name, where Microsoft keeps it (3 to 500 characters)',
  ...RETENTION_WANTED,
  ...LINK_WANTED,
  TABLES_CONNECTION_STRING: "the storage account's connection string",
  TABLES_ENDPOINT: 'https://<account>.table.core.windows.net',
  BLOBS_ENDPOINT: 'https://<account>.blob.core.windows.net',
  KEY_VAULT_KEY_ID: 'https://<vault>.vault.azure.net/keys/<name>, with or without /<version>',
  BACKUP_DAYS: 'a whole number of days, 1 to 35',
  SWEEP: 'on, or off for a deployment slot with tables of its own',
  INDEX_SECRET: 'at least 32 random bytes as base64 (openssl rand -base64 32)',
  SANDBOX_DATA: 'a folder, or memory',
  SANDBOX_PLAYGROUNDS: '0 or 1',
  PLAYGROUND_PORT: 'a port number, 1024 to 65000',
};

/** Complaints, one line a setting. The wrong value is not repeated: it may be a secret. */
const complaints = (error: z.ZodError, env: Env): string[] =>
  [...new Set(error.issues.map((issue) => String(issue.path[0])))].map(
    (name) =>
      `  ${name} is ${env[name] === undefined ? 'missing' : 'wrong'}: give ${WANTED[name] ?? 'another value'}`,
  );

/** The settings without empty ones: these count as not set, as in an .env file. */
const given = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

function read<S extends z.ZodType>(
  schema: S,
  env: Env,
  more: readonly string[] = [],
): z.infer<S> & { TIMES: TimeConfig } {
  const set = given(env);
  const parsed = schema.safeParse(set);
  const times = readTimes(set, municipalityNamed(set.MUNICIPALITY).routine);
  const wrong = [
    ...(parsed.success ? [] : complaints(parsed.error, set)),
    ...(times.error ? complaints(times.error, set) : []),
    ...[...times.contradictions, ...more].map((text) => `  ${text}`),
  ];
  if (!parsed.success || wrong.length > 0) {
    throw new BadStart(
      `These settings are missing or wrong:\n${wrong.join('\n')}\nMend them in the environment; .env.example explains each one.`,
    );
  }
  return { ...(parsed.data as object), TIMES: times.given } as z.infer<S> & { TIMES: TimeConfig };
}

/** Every name that a start knows of, those too that it refuses in production. */
const KNOWN: readonly string[] = [...Object.keys(WANTED), ...SETTING_NAMES];

/** The settings of production. Never without credentials: none would switch the check of callers off. @throws BadStart */
export const productionConfig = (env: Env): ProductionConfig =>
  read(production, env, [
    ...weaknesses(env),
    ...retentionFaults(env),
    ...unreadReferences(env),
    ...outwardFaults(env),
    ...linkFaults(env),
    ...strangeSettings(env, KNOWN),
  ]);

/** The settings of an operator's command. @throws BadStart */
export const toolConfig = (env: Env): ToolConfig =>
  read(tool, env, [...weaknesses(env), ...unreadReferences(env)]);

const CREDENTIALS = [
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
] as const;

/** The settings of the sandbox. It refuses credentials and `NODE_ENV=production`: it checks nobody. @throws BadStart */
export function sandboxConfig(env: Env): SandboxConfig {
  const set = CREDENTIALS.filter((name) => env[name]);
  return read(sandbox, env, [
    ...(env.NODE_ENV === 'production'
      ? ['NODE_ENV: the sandbox has no authentication; use `npm start` in production']
      : []),
    ...retentionFaults(env),
    ...linkFaults(env),
    ...set.map((name) => `${name}: the sandbox takes no app credentials; unset it`),
  ]);
}
