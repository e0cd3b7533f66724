// All that Trygghetsboten runs on, in one resource group. Not compiled and not deployed where it was written: infra/README.md.
targetScope = 'resourceGroup'

@description('Short name of the installation, such as prod. Part of every name.')
@minLength(2)
@maxLength(10)
param environmentName string

@description('Where everything but the bot registration stands. Must have availability zones, for storage is kept in three.')
param location string = 'swedencentral'

@description('The folder in src/content/municipalities that the bot speaks for.')
param municipality string

@description('Page of the municipality on how it uses personal data.')
@minLength(12)
param privacyUrl string

@description('Legal basis of the processing, in Swedish, as people read it.')
@minLength(3)
param privacyBasis string

@description('How the controller is reached, in Swedish.')
@minLength(3)
param privacyContact string

@description('How the data protection officer is reached, in Swedish.')
@minLength(3)
param privacyDpo string

@description('Who else receives data, in Swedish.')
@minLength(3)
param privacyRecipients string

@description('The client id of the app registration that signs people in to the tab (docs/install-teams.md, step 1). Empty: no tab.')
param tabAppId string = ''

@description('The municipality’s own host name of the bot, such as trygghetsboten.kommun.se; its two DNS records come first (docs/install.md, step 8). Empty: the name that Azure gives.')
param customDomain string = ''

@description('True from the deployment after the one that bound customDomain.')
param customDomainIsBound bool = false

@description('Further settings of .env.example, such as RETENTION_REPORT_DAYS and RETENTION_REPORT_DECISION; what the template sets itself is not replaced.')
param moreSettings furtherSettings = {}

// The names that moreSettings may have: sealed, so that a misspelt one is refused when the template is deployed. A test holds them to the
// bot's own settings.
@sealed()
type furtherSettings = {
  RETENTION_REPORT_DAYS: string?
  RETENTION_REPORT_DECISION: string?
  RETENTION_RECORDS_DAYS: string?
  RETENTION_RECORDS_DECISION: string?
  RETENTION_TALKS_DAYS: string?
  RETENTION_TALKS_DECISION: string?
  RETENTION_LOG_DAYS: string?
  RETENTION_LOG_DECISION: string?
  LINKS_DECISION: string?
  LINKS_PURPOSE: string?
  LINKS_UNTIL: string?
  CONTACT_LIST: string?
  VICTIM_READS_ASSESSMENTS: string?
  SWEEP_SECONDS: string?
  SEND_TIMEOUT_SECONDS: string?
  EVIDENCE_MB: string?
  DOCUMENT_TEMPLATE: string?
  DOCUMENT_LOGO: string?
  DEADMAN_SECONDS: string?
  LOG_LEVEL: string?
  TEAMS_CLOUD: string?
  TEAMS_SERVICE_HOSTS: string?
  TEAMS_APP_ID: string?
  BACKUP_DAYS: string?
  HEARTBEAT_URL: string?
  OTEL_EXPORTER_OTLP_ENDPOINT: string?
  OTEL_EXPORTER_OTLP_HEADERS: string?
  DAY_FROM_HOUR: string?
  DAY_TO_HOUR: string?
  ROUND_HOUR: string?
  NOTICE_FROM_HOUR: string?
  NOTICE_TO_HOUR: string?
  ALARM_NEXT_MINUTES: string?
  ALARM_STRATEGIST_MINUTES: string?
  ALARM_ALL_MINUTES: string?
  ASK_EVERY_MINUTES: string?
  ACUTE_TOP_MINUTES: string?
  REPORT_REMIND_MINUTES: string?
  REPORT_UP_MINUTES: string?
  PRESSING_REMIND_MINUTES: string?
  PRESSING_UP_MINUTES: string?
  CALL_NEXT_MINUTES: string?
  CALL_DUTY_MINUTES: string?
  CALL_EVERY_MINUTES: string?
  CALL_REMIND_MINUTES: string?
  REACHED_ASK_MINUTES: string?
  REACHED_UP_MINUTES: string?
  ALONE_ACUTE_MINUTES: string?
  ALONE_MINUTES: string?
  ALONE_UP_ACUTE_MINUTES: string?
  RELAY_UP_MINUTES: string?
  SAME_DAY_REMIND_ACUTE_MINUTES: string?
  SAME_DAY_REMIND_MINUTES: string?
  UNTAKEN_MINUTES: string?
  SAME_DAY_UNTIL_HOUR: string?
  NEXT_DAY_AT_HOUR: string?
  PASS_ON_MINUTES: string?
  FILER_FROM_HOUR: string?
  FILER_TO_HOUR: string?
  FILER_ACUTE_MINUTES: string?
  FILER_REMIND_HOUR: string?
  FILER_WORKING_DAYS: string?
  ASK_AGAIN_WORKING_DAYS: string?
  ASK_AGAIN_TIMES: string?
  READ_REMIND_MINUTES: string?
  READ_UNANSWERED_MINUTES: string?
  REGISTRY_WORKING_DAYS: string?
  FIRST_TALK_WORKING_DAYS: string?
  FIRST_TALK_UP_WORKING_DAYS: string?
  SUPPORT_WORKING_DAYS: string?
  TALK_REMIND_DAY: string?
  PLANNED_TALK_BEFORE_DAYS: string?
  ROUND_FROM_WORKING_DAY: string?
  UP_ON_WORKING_DAY: string?
  UP_EVERY_WORKING_DAYS: string?
  TOP_EVERY_DAYS: string?
  RING_AGAIN_MINUTES: string?
  UNDO_MINUTES: string?
  DRAFT_REMIND_DAYS: string?
  DRAFT_ERASE_DAYS: string?
  HOME_ANSWER_MINUTES: string?
  HOME_AHEAD_HOURS: string?
  HOME_HOURS: string?
  OKAY_SILENT_MINUTES: string?
  OKAY_HOURS: string?
  PRACTICE_DAYS: string?
  KIN_SILENT_MINUTES: string?
  KIN_SHOWN_MINUTES: string?
  KIN_STANDS_HOURS: string?
  DRILL_WORKING_DAYS: string?
  TALK_BOOK_DAY: string?
  TALK_FROM_DAY: string?
  TALK_IN_TIME_UNTIL_DAY: string?
  TALK_LAST_DAY: string?
  TALK_LATE_WORKING_DAYS: string?
}

@description('Who is told of an alert by e-mail.')
@minLength(1)
param alertEmails array

@description('Who is told of an alert by text message too: Swedish numbers without the leading 0.')
param alertPhones array = []

@description('Addresses (CIDR) of those who run the operator commands: let in to tables, vault and deployment site.')
param operatorAddresses array = []

@description('Spread the two instances over zones. Where the region has no room for that, deployment fails: then false.')
param zoneRedundant bool = true

@description('Months of operators’ log. The heads of the chains of history are in it.')
@minValue(90)
@maxValue(730)
param logDays int = 365

@description('Amount a month, in the currency of the subscription, at which the budget warns.')
param budgetAmount int = 300

@description('First day of the month of the installation, such as 2026-12-01. Never changed afterwards.')
param budgetStart string

var token = uniqueString(resourceGroup().id, environmentName)
var tags = {
  application: 'trygghetsboten'
  environment: environmentName
  'azd-env-name': environmentName
}
var names = {
  identity: 'id-trygghetsboten-${environmentName}'
  network: 'vnet-trygghetsboten-${environmentName}'
  storage: 'sttrygghet${take(token, 10)}'
  stagingStorage: 'sttrygghets${take(token, 10)}'
  vault: 'kv-trygghet-${take(token, 10)}'
  workspace: 'log-trygghetsboten-${environmentName}'
  insights: 'appi-trygghetsboten-${environmentName}'
  plan: 'asp-trygghetsboten-${environmentName}'
  app: 'app-trygghetsboten-${environmentName}-${take(token, 6)}'
  bot: 'bot-trygghetsboten-${environmentName}-${take(token, 6)}'
  actionGroup: 'ag-trygghetsboten-${environmentName}'
  budget: 'budget-trygghetsboten-${environmentName}'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: names.identity
  location: location
  tags: tags
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: names.network
    location: location
    tags: tags
  }
}

// What the identity may do with rows and files: less than any built-in role allows.
module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    suffix: '${environmentName} ${take(token, 6)}'
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: names.storage
    location: location
    tags: tags
    principalId: identity.properties.principalId
    rowsRole: roles.outputs.rowsRole
    filesRole: roles.outputs.filesRole
    subnetId: network.outputs.subnetId
    operatorAddresses: operatorAddresses
    workspaceId: logs.outputs.workspaceId
    isLocked: true
  }
}

// The staging slot never sees a row of production.
module stagingStorage 'modules/storage.bicep' = {
  name: 'stagingStorage'
  params: {
    name: names.stagingStorage
    location: location
    tags: tags
    principalId: identity.properties.principalId
    rowsRole: roles.outputs.rowsRole
    filesRole: roles.outputs.filesRole
    subnetId: network.outputs.subnetId
    operatorAddresses: operatorAddresses
    workspaceId: logs.outputs.workspaceId
    isLocked: false
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: tags
    logDays: logDays
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: names.vault
    location: location
    tags: tags
    principalId: identity.properties.principalId
    subnetId: network.outputs.subnetId
    operatorAddresses: operatorAddresses
    workspaceId: logs.outputs.workspaceId
  }
}

module site 'modules/site.bicep' = {
  name: 'site'
  params: {
    planName: names.plan
    name: names.app
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    identityId: identity.id
    identityClientId: identity.properties.clientId
    subnetId: network.outputs.subnetId
    operatorAddresses: operatorAddresses
    workspaceId: logs.outputs.workspaceId
    vaultUri: vault.outputs.uri
    customDomain: customDomain
    tablesEndpoint: storage.outputs.tablesEndpoint
    stagingTablesEndpoint: stagingStorage.outputs.tablesEndpoint
    blobsEndpoint: storage.outputs.blobsEndpoint
    stagingBlobsEndpoint: stagingStorage.outputs.blobsEndpoint
    settings: union(moreSettings, {
      MUNICIPALITY: municipality
      PRIVACY_URL: privacyUrl
      PRIVACY_BASIS: privacyBasis
      PRIVACY_CONTACT: privacyContact
      PRIVACY_DPO: privacyDpo
      PRIVACY_RECIPIENTS: privacyRecipients
      TAB_APP_ID: tabAppId
    })
  }
}

module domain 'modules/domain.bicep' = if (!empty(customDomain)) {
  name: 'domain'
  params: {
    siteName: site.outputs.name
    planId: site.outputs.planId
    location: location
    tags: tags
    domain: customDomain
    isBound: customDomainIsBound
  }
}

// Where Teams, browsers and the watch from outside reach the bot.
var host = empty(customDomain) ? site.outputs.host : customDomain

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: names.bot
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    host: host
  }
  // Teams is sent there only once it answers there.
  dependsOn: [domain]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    actionGroupName: names.actionGroup
    location: location
    tags: tags
    emails: alertEmails
    phones: alertPhones
    workspaceId: logs.outputs.workspaceId
  }
}

module probes 'modules/probes.bicep' = {
  name: 'probes'
  params: {
    location: location
    tags: tags
    actionGroupId: alerts.outputs.actionGroupId
    insightsId: logs.outputs.insightsId
    siteId: site.outputs.id
    host: host
  }
  dependsOn: [domain]
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: names.budget
    amount: budgetAmount
    start: budgetStart
    emails: alertEmails
  }
}

output AZURE_RESOURCE_GROUP string = resourceGroup().name
output APP_NAME string = site.outputs.name
output BOT_HOST string = host
output DOMAIN_VERIFICATION string = site.outputs.domainVerification
output BOT_ID string = identity.properties.clientId
output VAULT_NAME string = vault.outputs.name
