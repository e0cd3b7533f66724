/** The bot's identity towards the Bot Connector, under the SDK's own names. */
export interface Credentials {
  MicrosoftAppType: 'UserAssignedMsi' | 'SingleTenant';
  MicrosoftAppId: string;
  MicrosoftAppTenantId: string;
  MicrosoftAppPassword?: string | undefined;
}

/** The four settings alone: any other of the SDK's own names would change what it checks. */
export const credentialsOnly = ({
  MicrosoftAppType,
  MicrosoftAppId,
  MicrosoftAppTenantId,
  MicrosoftAppPassword,
}: Credentials): Credentials => ({
  MicrosoftAppType,
  MicrosoftAppId,
  MicrosoftAppTenantId,
  MicrosoftAppPassword,
});
