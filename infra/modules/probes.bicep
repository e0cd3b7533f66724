// What the bot cannot write of itself: that it answers, and how often it does not.
param location string
param tags object
param actionGroupId string
param insightsId string
param siteId string
param host string

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-5xx'
  location: 'global'
  tags: tags
  properties: {
    description: 'Teams or a browser got a server error. What to do: docs/alerts.md, 5xx.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'http5xx'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      { actionGroupId: actionGroupId }
    ]
  }
}

// From outside: the whole way that Teams takes, and the tables behind it.
resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'test-ready'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'test-ready'
    Name: 'ready'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
    ]
    Request: {
      RequestUrl: 'https://${host}/health/ready'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource unready 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-unready'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bot does not answer from outside, or its tables do not. What to do: docs/alerts.md, unready.'
    severity: 0
    enabled: true
    autoMitigate: true
    scopes: [ready.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      { actionGroupId: actionGroupId }
    ]
  }
}
