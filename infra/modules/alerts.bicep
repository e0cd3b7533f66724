// What wakes somebody. Each rule rests on a line that the bot writes; docs/alerts.md says what to do at each.
param actionGroupName string
param location string
param tags object
param emails array
param phones array
param workspaceId string

// Of production alone: a slot's lines are no news.
var lines = 'AppServiceConsoleLogs | where not(_ResourceId contains "/slots/") | extend line = parse_json(ResultDescription) | extend event = tostring(line.msg)'

// endsByItself: while such an alert is on it says nothing more, and it is off again when no line has come for some looks. Not so where a
// line comes once of each incident, or once of a fault that lasts: the second incident would be heard by nobody, the fault look mended.
var rules = [
  {
    name: 'silent'
    severity: 0
    description: 'No sign of life for a quarter of an hour: nobody looks for what is due.'
    query: '${lines} | where event == "agendaChecked"'
    operator: 'LessThan'
    threshold: 1
    window: 'PT15M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'sweep-off'
    severity: 0
    description: 'A process of production runs with SWEEP=off: reminders stand still.'
    query: '${lines} | where event == "sweepOff"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT5M'
    every: 'PT5M'
    endsByItself: false
  }
  {
    name: 'nobody-reached'
    severity: 0
    description: 'The routine has nobody left to tell: whoever runs the bot must ring.'
    query: '${lines} | where event == "operatorAlert"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT5M'
    every: 'PT5M'
    endsByItself: false
  }
  {
    name: 'late-agenda'
    severity: 1
    description: 'Something was due and was not delivered within five minutes, or had fallen off the agenda.'
    query: '${lines} | where event in ("agendaLate", "agendaMissing")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'dead-letters'
    severity: 1
    description: 'Teams refused a card for good: somebody has not been told.'
    query: '${lines} | where event in ("deadLetter", "cardGivenUp")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'vault'
    severity: 1
    description: 'The vault refuses or does not answer: alarms go out for a day, then nothing can be read.'
    query: '${lines} | where event in ("vaultRefused", "vaultSilent", "warmFailed")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'failures'
    severity: 1
    description: 'Work of the bot failed in a way that it does not mend by itself.'
    query: '${lines} | where event in ("sweepFailed", "checkFailed", "agendaCheckFailed", "dispatchFailed", "turnFailed", "doorFailed", "tabFailed", "requestFailed", "unreadable", "beginFailed", "tablesSilent", "uncaughtException", "unhandledRejection", "backgroundFailed", "stopFailed")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'files'
    severity: 2
    description: 'Files cannot be kept or deleted: of an erased incident, or of a draft that was thrown away.'
    query: '${lines} | where event in ("filesUnready", "filesNotErased")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
    every: 'PT1H'
    endsByItself: true
  }
  {
    name: 'routine'
    severity: 1
    description: 'Open incidents began with a routine that is not declared as it was.'
    query: '${lines} | where event in ("routineMissing", "routineChanged")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'contact-list'
    severity: 1
    description: 'The stored contact list is not the one that was written last, or cannot be read.'
    query: '${lines} | where event in ("contactListDamaged", "contactListUnread")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT10M'
    every: 'PT5M'
    endsByItself: true
  }
  {
    name: 'party-without-officer'
    severity: 2
    description: 'A party of the council reaches none of its officers in Teams.'
    query: '${lines} | where event == "partyWithoutOfficer"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
    every: 'PT1H'
    endsByItself: true
  }
  {
    name: 'without-account'
    severity: 3
    description: 'Somebody on the contact list has never been met by the bot: only a telephone reaches them.'
    query: '${lines} | where event == "agendaChecked" and toint(line.withoutAccount) > 0'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
    every: 'PT1H'
    endsByItself: true
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'trygghet'
    emailReceivers: [for (email, index) in emails: {
      name: 'email${index}'
      emailAddress: email
      useCommonAlertSchema: true
    }]
    smsReceivers: [for (phone, index) in phones: {
      name: 'sms${index}'
      countryCode: '46'
      phoneNumber: phone
    }]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: 'alert-${rule.name}'
  location: location
  tags: tags
  properties: {
    displayName: 'Trygghetsboten: ${rule.name}'
    description: '${rule.description} What to do: docs/alerts.md, ${rule.name}.'
    severity: rule.severity
    enabled: true
    autoMitigate: rule.endsByItself
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    // The table of the log is made by its first line.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: rule.operator
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [group.id]
    }
  }
}]

// A backup reads all and writes nothing, so the bot knows nothing of it. Its script ends by reading a secret that says nothing
// (docs/operate.md), and the vault's audit tells of that.
resource backupAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-backup'
  location: location
  tags: tags
  properties: {
    displayName: 'Trygghetsboten: backup'
    description: 'No backup was made for more than a day. What to do: docs/alerts.md, backup.'
    severity: 2
    enabled: true
    autoMitigate: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT6H'
    windowSize: 'P2D'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AzureDiagnostics | where TimeGenerated > ago(26h) and OperationName == "SecretGet" and httpStatusCode_d == 200 and requestUri_s contains "/secrets/backup-made"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [group.id]
    }
  }
}

output actionGroupId string = group.id
