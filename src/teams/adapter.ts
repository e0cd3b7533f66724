import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';

/** Who the bot is towards the Bot Connector. */
export interface Credentials {
  MicrosoftAppType: 'UserAssignedMsi' | 'SingleTenant';
  MicrosoftAppId: string;
  MicrosoftAppTenantId: string;
  MicrosoftAppPassword?: string | undefined;
}

const CONNECTOR = 'https://api.botframework.com';

/** Checks who calls. Without credentials (the sandbox) nobody is checked. */
export const createAdapter = (credentials: Credentials | undefined): CloudAdapter =>
  new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ ...credentials }));

/** The token that sends need; undefined in the sandbox. Kept and renewed by the SDK. */
export function tokenOf(credentials: Credentials | undefined): () => Promise<string | undefined> {
  if (!credentials) return async () => undefined;
  const factory = new ConfigurationServiceClientCredentialFactory({ ...credentials });
  const made = factory.createCredentials(credentials.MicrosoftAppId, CONNECTOR, CONNECTOR, true);
  return async () => {
    const client = (await made) as { getToken?: () => Promise<string> };
    return client.getToken?.();
  };
}
