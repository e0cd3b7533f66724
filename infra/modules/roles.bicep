// What the bot's identity may do with what is stored: rows and files, and neither the tables nor the container that they are in. The
// built-in roles for data (Storage Table Data Contributor, Storage Blob Data Contributor) would let it drop those too.
@description('Ends both names: a role’s name is the only one in its tenant.')
param suffix string

var group = resourceGroup().id

var rowActions = [
  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/write'
  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action'
  'Microsoft.Storage/storageAccounts/tableServices/tables/entities/delete'
]

var fileActions = [
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'
]

resource rows 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(group, 'rows', suffix)
  properties: {
    roleName: 'Trygghetsboten rows ${suffix}'
    description: 'Reads, adds, changes and deletes rows of a table. Makes and drops no table.'
    type: 'CustomRole'
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: rowActions
        notDataActions: []
      }
    ]
    assignableScopes: [group]
  }
}

resource files 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(group, 'files', suffix)
  properties: {
    roleName: 'Trygghetsboten files ${suffix}'
    description: 'Reads, adds, changes and deletes files of a container. Makes and drops no container.'
    type: 'CustomRole'
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: fileActions
        notDataActions: []
      }
    ]
    assignableScopes: [group]
  }
}

// By their plain names: a storage module makes of each the id that Azure keeps.
output rowsRole string = rows.name
output filesRole string = files.name
