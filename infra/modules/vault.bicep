// The key that wraps every data key, and the index secret. Each slot has its own of both.
param name string
param location string
param tags object
param principalId string
param subnetId string
param operatorAddresses array
param workspaceId string

var keyNames = ['wrapping', 'wrapping-staging']

// Key Vault Crypto Service Encryption User: read a key, wrap, unwrap; neither sign nor decrypt.
var cryptoServiceEncryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
// Key Vault Secrets User: read the value of a secret.
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'AzureServices'
      virtualNetworkRules: [
        { id: subnetId }
      ]
      ipRules: [for address in operatorAddresses: { value: address }]
    }
  }
}

resource keys 'Microsoft.KeyVault/vaults/keys@2023-07-01' = [for key in keyNames: {
  parent: vault
  name: key
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
  }
}]

resource keyAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (key, index) in keyNames: {
  name: guid(vault.id, key, principalId, cryptoServiceEncryptionUser)
  scope: keys[index]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoServiceEncryptionUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

// On the vault: the two index secrets are made after it, and it holds no others.
resource secretAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AuditEvent', enabled: true }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the wrapping key nothing that is stored can be read again.'
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
