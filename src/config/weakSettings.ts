type Env = Readonly<Record<string, string | undefined>>;

/** The SDK's own settings that would weaken the check of callers, or seem to. */
const FOREIGN = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'BotOpenIdMetadata',
  'OAuthUrl',
  'OAuthApiEndpoint',
  'ChannelService',
  'ValidateAuthority',
  'CallerId',
] as const;

const SANDBOX_ONLY = ['SANDBOX_DATA', 'SANDBOX_PLAYGROUNDS', 'PLAYGROUND_PORT'] as const;

/** Settings that the identity library takes before the managed identity. */
const OTHER_IDENTITY = ['AZURE_CLIENT_SECRET', 'AZURE_CLIENT_CERTIFICATE_PATH', 'AZURE_PASSWORD'] as const;

/** Complaints about settings that would switch the check of callers off, or weaken it. */
export function weaknesses(env: Env): string[] {
  const isMsi = env.MicrosoftAppType === 'UserAssignedMsi';
  const set = (names: readonly string[], why: string) =>
    names.filter((name) => env[name]).map((name) => `${name}: ${why}`);
  const isOdd = env.NODE_ENV !== undefined && env.NODE_ENV !== '' && env.NODE_ENV !== 'production';
  return [
    ...(isMsi && env.MicrosoftAppPassword
      ? ['MicrosoftAppPassword: leave it empty with UserAssignedMsi']
      : []),
    ...(env.MicrosoftAppType === 'SingleTenant' && !env.MicrosoftAppPassword?.trim()
      ? ['MicrosoftAppPassword: needed with SingleTenant']
      : []),
    ...(isMsi ? set(OTHER_IDENTITY, 'unset it; it would be used instead of the managed identity') : []),
    ...set(
      ['TABLES_CONNECTION_STRING'],
      'unset it; its account key could change any row. Give TABLES_ENDPOINT, the managed identity its roles on each table ' +
        '(infra/modules/roles.bicep), and the storage account allowSharedKeyAccess: false',
    ),
    ...set(FOREIGN, 'unset it; TEAMS_CLOUD says whose tokens are taken'),
    ...set(SANDBOX_ONLY, 'unset it; it belongs to `npm run sandbox`'),
    ...(isOdd
      ? ['NODE_ENV: unset it or give production; for trying things out there is `npm run sandbox`']
      : []),
    ...(env.NODE_TLS_REJECT_UNAUTHORIZED === '0'
      ? ['NODE_TLS_REJECT_UNAUTHORIZED: unset it; anyone could forge the keys that tokens are checked with']
      : []),
  ];
}

/** Names of settings that hold a Key Vault reference: App Service passes the reference itself where it cannot read the secret. */
export const unreadReferences = (env: Env): string[] =>
  Object.entries(env).flatMap(([name, value]) =>
    value?.startsWith('@Microsoft.KeyVault(')
      ? [
          `${name}: its Key Vault reference was not read. The secret must exist, and the app's identity needs the role Key Vault ` +
            'Secrets User; then restart the app',
        ]
      : [],
  );
