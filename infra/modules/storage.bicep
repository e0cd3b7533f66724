// A storage account, its tables and its container of files. The bot may read and write what is in them; it makes, changes and deletes
// neither table nor container (roles.bicep).
param name string
param location string
param tags object
param principalId string
@description('Name of the role for rows, of roles.bicep.')
param rowsRole string
@description('Name of the role for files, of roles.bicep.')
param filesRole string
param subnetId string
param operatorAddresses array
param workspaceId string
@description('A lock against deletion, with all that the account holds.')
param isLocked bool

// The same as TABLE_NAMES in src/storage/openTables.ts; a test holds them together.
var tableNames = [
  'incidents'
  'agenda'
  'contacts'
  'people'
  'drafts'
  'index'
  'rounds'
  'keys'
  'settings'
  'tombstones'
]

// The same as CONTAINER_NAMES in src/storage/blobs/container.ts; a test holds them together.
var containerNames = [
  'evidence'
]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [
        { id: subnetId, action: 'Allow' }
      ]
      ipRules: [for address in operatorAddresses: { value: address, action: 'Allow' }]
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        // Only at creation: without it the municipality could never bring a key of its own.
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [for table in tableNames: {
  parent: tableService
  name: table
}]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (table, index) in tableNames: {
  name: guid(account.id, table, principalId, rowsRole)
  scope: tables[index]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', rowsRole)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

// Files are sealed by the bot. Neither soft delete nor versions: what is erased is gone, and the copies are the bot's own.
resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: false }
    containerDeleteRetentionPolicy: { enabled: false }
    isVersioningEnabled: false
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in containerNames: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource fileAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, index) in containerNames: {
  name: guid(account.id, container, principalId, filesRole)
  scope: containers[index]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', filesRole)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

// Who wrote or deleted what, by identity and address: the chains say that something was changed, and not by whom. What is read is not
// logged: it would be each sweep's 32 calls. A line holds a row's address, which is an id or a code, never what stands in the row.
var changes = [
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

resource tableChanges 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'changes'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    logs: changes
  }
}

resource fileChanges 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'changes'
  scope: blobService
  properties: {
    workspaceId: workspaceId
    logs: changes
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Tables have no backup of their own: what is deleted here is gone.'
  }
}

output blobsEndpoint string = 'https://${account.name}.blob.${environment().suffixes.storage}'
output tablesEndpoint string = 'https://${account.name}.table.${environment().suffixes.storage}'
