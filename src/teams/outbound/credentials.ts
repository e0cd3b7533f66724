import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Cloud } from '../clouds';

/** Who the bot is towards the Bot Connector. */
export interface Credentials {
  MicrosoftAppType: 'UserAssignedMsi' | 'SingleTenant';
  MicrosoftAppId: string;
  MicrosoftAppTenantId: string;
  MicrosoftAppPassword?: string | undefined;
}

/** Nothing but what the SDK is to know: other settings of its own names would change what it checks. */
export const named = ({
  MicrosoftAppType,
  MicrosoftAppId,
  MicrosoftAppTenantId,
  MicrosoftAppPassword,
}: Credentials) => ({
  MicrosoftAppType,
  MicrosoftAppId,
  MicrosoftAppTenantId,
  MicrosoftAppPassword,
});

/** The token that sends need; undefined in the sandbox. Kept and renewed by the SDK. */
export function tokenOf(
  credentials: Credentials | undefined,
  { scope, loginUrl }: Cloud,
): () => Promise<string | undefined> {
  if (!credentials) return async () => undefined;
  const factory = new ConfigurationServiceClientCredentialFactory(named(credentials));
  const made = factory.createCredentials(credentials.MicrosoftAppId, scope, loginUrl, true);
  return async () => {
    const client = (await made) as { getToken?: () => Promise<string> };
    return client.getToken?.();
  };
}
