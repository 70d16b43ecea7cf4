// Logs of ids and codes, kept for a year, and an e-mail when an alarm stands.
param name string
param location string
param alarmAddress string

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 365
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alarms'
  location: 'global'
  properties: {
    groupShortName: 'lantern'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: alarmAddress
        useCommonAlertSchema: true
      }
    ]
  }
}

// Lantern writes one JSON line an event. What it raises an alarm for stands in src; here only that it did.
var lines = 'ContainerAppConsoleLogs_CL | extend line = parse_json(Log_s)'

var rules = [
  {
    name: 'alarm'
    what: 'Lantern has raised an alarm: the line says which'
    severity: 1
    query: '${lines} | where line.event == "alarm" | project TimeGenerated, code = tostring(line.code)'
    window: 'PT15M'
    more: 0
  }
  {
    name: 'errors'
    what: 'Something in Lantern failed more than twenty times in a quarter of an hour'
    severity: 2
    query: '${lines} | where toint(line.level) >= 50 | project TimeGenerated, event = tostring(line.event)'
    window: 'PT15M'
    more: 20
  }
  {
    name: 'refusals'
    what: 'More than a hundred calls were refused in a quarter of an hour: somebody may be trying the doors'
    severity: 2
    query: '${lines} | where line.security == true | project TimeGenerated, event = tostring(line.event)'
    window: 'PT15M'
    more: 100
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    properties: {
      displayName: rule.what
      severity: rule.severity
      enabled: true
      // The table comes with the first line that is logged.
      skipQueryValidation: true
      scopes: [
        workspace.id
      ]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.more
          }
        ]
      }
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]

output workspaceId string = workspace.id
output workspaceName string = workspace.name
