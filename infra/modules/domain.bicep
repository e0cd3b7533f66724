// The municipality's own host name of the app, and a certificate that App Service makes and renews. Two records in the DNS come
// first (docs/install.md, step 8): without them the deployment stops here, and says which.
param siteName string
param planId string
param location string
param tags object
param domain string
@description('The name is bound since an earlier deployment: it is left so, for without its certificate nobody is answered there.')
param isBound bool

resource site 'Microsoft.Web/sites@2023-12-01' existing = {
  name: siteName
}

// The certificate is made for a name that is bound already; the name is bound to it after that.
resource bare 'Microsoft.Web/sites/hostNameBindings@2023-12-01' = if (!isBound) {
  parent: site
  name: domain
  properties: {
    siteName: siteName
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: 'Disabled'
  }
}

resource certificate 'Microsoft.Web/certificates@2023-12-01' = {
  name: 'cert-${domain}'
  location: location
  tags: tags
  properties: {
    serverFarmId: planId
    canonicalName: domain
  }
  dependsOn: [bare]
}

module secured 'domainTls.bicep' = {
  name: 'domainTls'
  params: {
    siteName: siteName
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}
