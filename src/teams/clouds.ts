/** One cloud's addresses: who signs the calls of Teams, whom the bot may call, and where its own token comes from. */
export interface Cloud {
  /** Hosts that an activity may name as its service, and that may see the bot's token. */
  hosts: readonly string[];
  /** Endings of hosts on which people's own files lie; none of them sees the token. */
  fileHosts: readonly string[];
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
    fileHosts: ['.sharepoint.com'],
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
    fileHosts: ['.sharepoint.us'],
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
export const SANDBOX_CLOUD: Cloud = {
  ...CLOUDS.public,
  hosts: [],
  fileHosts: [],
  allowsLoopback: true,
};

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Allowed = Pick<Cloud, 'allowsLoopback'>;

/** Whether an address is https on a host that is let, without a user name or a port; or on this machine, in tests and the sandbox. */
function isOn({ allowsLoopback }: Allowed, url: string, isLet: (host: string) => boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return port === '' && isLet(hostname);
  return protocol === 'http:' && allowsLoopback && LOOPBACK.has(hostname);
}

/** Whether the bot may call this service, and show it its token. */
export const mayCall = (cloud: Pick<Cloud, 'hosts' | 'allowsLoopback'>, serviceUrl: string): boolean =>
  isOn(cloud, serviceUrl, (host) => cloud.hosts.includes(host));

/** Whether a file may be fetched from there, without the token. */
export const mayFetch = (cloud: Pick<Cloud, 'fileHosts' | 'allowsLoopback'>, url: string): boolean =>
  isOn(cloud, url, (host) => cloud.fileHosts.some((ending) => host.endsWith(ending)));
