// The process: an App Service with two instances, and a staging slot that a release is tried in.
param planName string
param name string
param location string
param tags object
param zoneRedundant bool
param identityId string
param identityClientId string
param subnetId string
param operatorAddresses array
param workspaceId string
param vaultUri string
@description('The municipality’s own host name; empty: none.')
param customDomain string
param tablesEndpoint string
param stagingTablesEndpoint string
param blobsEndpoint string
param stagingBlobsEndpoint string
param settings object

// Of the platform, the same in both slots. What is deployed was built and pruned by the pipeline.
var platformSettings = {
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  ENABLE_ORYX_BUILD: 'false'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  WEBSITE_SWAP_WARMUP_PING_PATH: '/health/ready'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
}

var identitySettings = {
  MicrosoftAppType: 'UserAssignedMsi'
  MicrosoftAppId: identityClientId
  MicrosoftAppTenantId: tenant().tenantId
}

var publicHost = empty(customDomain) ? '${name}.azurewebsites.net' : customDomain

var productionSettings = union(settings, platformSettings, identitySettings, {
  SWEEP: 'on'
  PUBLIC_URL: 'https://${publicHost}'
  TABLES_ENDPOINT: tablesEndpoint
  BLOBS_ENDPOINT: blobsEndpoint
  KEY_VAULT_KEY_ID: '${vaultUri}keys/wrapping'
  INDEX_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/index-secret)'
})

// The heartbeat is production's alone: a process that does not sweep refuses it, and no release would leave the slot.
var stagingSettings = union(settings, platformSettings, identitySettings, {
  SWEEP: 'off'
  HEARTBEAT_URL: ''
  PUBLIC_URL: 'https://${name}-staging.azurewebsites.net'
  TABLES_ENDPOINT: stagingTablesEndpoint
  BLOBS_ENDPOINT: stagingBlobsEndpoint
  KEY_VAULT_KEY_ID: '${vaultUri}keys/wrapping-staging'
  INDEX_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/index-secret-staging)'
})

var operatorRules = [for (address, index) in operatorAddresses: {
  name: 'operator${index}'
  action: 'Allow'
  priority: 100 + index
  ipAddress: contains(address, '/') ? address : '${address}/32'
}]

var siteConfig = {
  linuxFxVersion: 'NODE|22-lts'
  appCommandLine: 'node dist/main.js'
  alwaysOn: true
  // Whether the process lives, and no more: with the tables down a restart mends nothing and forgets the keys it holds.
  healthCheckPath: '/health/live'
  http20Enabled: true
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  remoteDebuggingEnabled: false
  webSocketsEnabled: false
  httpLoggingEnabled: false
  detailedErrorLoggingEnabled: false
  requestTracingEnabled: false
  // Open: the Bot Connector calls from many addresses, and people's browsers will load the tab from here.
  ipSecurityRestrictionsDefaultAction: 'Allow'
  // Closed but for the operators; the pipeline lets itself in for as long as it deploys.
  scmIpSecurityRestrictionsUseMain: false
  scmIpSecurityRestrictionsDefaultAction: 'Deny'
  scmIpSecurityRestrictions: operatorRules
}

var siteProperties = {
  serverFarmId: plan.id
  httpsOnly: true
  clientAffinityEnabled: false
  publicNetworkAccess: 'Enabled'
  virtualNetworkSubnetId: subnetId
  keyVaultReferenceIdentity: identityId
  siteConfig: siteConfig
}

// A swap moves no identity: the slot needs production's, for it warms up with production's settings.
var identityOfBoth = {
  type: 'UserAssigned'
  userAssignedIdentities: {
    '${identityId}': {}
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: 'P0v3'
    capacity: 2
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'bot' })
  kind: 'app,linux'
  identity: identityOfBoth
  properties: siteProperties
}

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: productionSettings
}

// Every setting stays with its slot. A swap moves code and nothing else.
resource slotSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'slotConfigNames'
  properties: {
    appSettingNames: union(objectKeys(productionSettings), objectKeys(stagingSettings), ['CONTACT_LIST'])
  }
}

resource staging 'Microsoft.Web/sites/slots@2023-12-01' = {
  parent: site
  name: 'staging'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: identityOfBoth
  properties: siteProperties
  // Sticky names first: a slot is never there without them.
  dependsOn: [slotSettings, appSettings]
}

resource stagingAppSettings 'Microsoft.Web/sites/slots/config@2023-12-01' = {
  parent: staging
  name: 'appsettings'
  properties: stagingSettings
}

// No user name and password to the deployment site, on either slot.
var publishing = ['scm', 'ftp']

resource noPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [for way in publishing: {
  parent: site
  name: way
  properties: {
    allow: false
  }
}]

resource noStagingPassword 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2023-12-01' = [for way in publishing: {
  parent: staging
  name: way
  properties: {
    allow: false
  }
}]

// What the process writes, and what the platform does with it. No log of requests: paths and addresses of people.
var categories = ['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceAuditLogs']

var logCategories = [for category in categories: { category: category, enabled: true }]

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: logCategories
  }
}

resource stagingLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: staging
  properties: {
    workspaceId: workspaceId
    logs: logCategories
  }
}

output id string = site.id
output name string = site.name
output planId string = plan.id
output domainVerification string = site.properties.customDomainVerificationId
output host string = site.properties.defaultHostName
