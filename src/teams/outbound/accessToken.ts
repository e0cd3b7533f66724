import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Cloud } from '../clouds';
import { type Credentials, credentialsOnly } from '../credentials';

/** A source of the bearer token for the Bot Connector; undefined in the sandbox. The SDK keeps and renews it. */
export function tokenOf(
  credentials: Credentials | undefined,
  { scope, loginUrl }: Cloud,
): () => Promise<string | undefined> {
  if (!credentials) return async () => undefined;
  const factory = new ConfigurationServiceClientCredentialFactory(credentialsOnly(credentials));
  const made = factory.createCredentials(credentials.MicrosoftAppId, scope, loginUrl, true);
  return async () => {
    const client = (await made) as { getToken?: () => Promise<string> };
    return client.getToken?.();
  };
}
