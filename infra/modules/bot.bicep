// The registration that Teams calls the bot by. It has no secret: it is the managed identity.
param name string
param tags object
param identityId string
param identityClientId string
param host string

// Regional, so that the Bot Connector keeps its data in the EU.
var region = 'westeurope'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: region
  tags: tags
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Trygghetsboten'
    endpoint: 'https://${host}/api/messages'
    msaAppId: identityClientId
    msaAppType: 'UserAssignedMSI'
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identityId
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: region
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}
