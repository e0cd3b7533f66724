/** One cloud's addresses: who signs the calls of Teams, whom the bot may call, and where its own token comes from. */
export interface Cloud {
  /** Hosts that an activity may name as its service, and that may see the bot's token. */
  hosts: readonly string[];
  /** Whether plain http on this machine counts too, for tests and the sandbox. No setting can switch it on. */
  allowsLoopback: boolean;
  issuer: string;
  openIdMetadata: string;
  emulatorMetadata: string;
  loginUrl: string;
  scope: string;
  oauthUrl: string;
  /** Who signs people in to the tab; a tenant's own issuer and keys stand below it. */
  signIn: string;
}

/** The clouds, each with every address: when one is missing, the SDK silently mixes clouds. */
export const CLOUDS = {
  public: {
    hosts: ['smba.trafficmanager.net'],
    allowsLoopback: false,
    issuer: 'https://api.botframework.com',
    openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    emulatorMetadata: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    loginUrl: 'https://login.microsoftonline.com/botframework.com',
    scope: 'https://api.botframework.com',
    oauthUrl: 'https://api.botframework.com',
    signIn: 'https://login.microsoftonline.com',
  },
  usGovernment: {
    hosts: ['smba.infra.gov.teams.microsoft.us'],
    allowsLoopback: false,
    issuer: 'https://api.botframework.us',
    openIdMetadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    emulatorMetadata:
      'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
    loginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
    scope: 'https://api.botframework.us',
    oauthUrl: 'https://api.botframework.azure.us',
    signIn: 'https://login.microsoftonline.us',
  },
} as const satisfies Readonly<Record<string, Cloud>>;

/** The cloud of the sandbox, where nobody is checked: only this machine is spoken to. */
export const SANDBOX_CLOUD: Cloud = { ...CLOUDS.public, hosts: [], allowsLoopback: true };

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the bot may call this service, and show it its token. */
export function mayCall(cloud: Pick<Cloud, 'hosts' | 'allowsLoopback'>, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return port === '' && cloud.hosts.includes(hostname);
  return protocol === 'http:' && cloud.allowsLoopback && LOOPBACK.has(hostname);
}
