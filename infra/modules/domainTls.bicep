// A host name with its certificate. A module of its own: one template may not declare the same binding twice.
param siteName string
param domain string
param thumbprint string

resource site 'Microsoft.Web/sites@2023-12-01' existing = {
  name: siteName
}

resource secured 'Microsoft.Web/sites/hostNameBindings@2023-12-01' = {
  parent: site
  name: domain
  properties: {
    siteName: siteName
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'SniEnabled'
    thumbprint: thumbprint
  }
}
