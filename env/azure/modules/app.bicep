// The server, twice: one file in a container, without a certificate and without a key. What it may, its identity says.
param name string
param location string
param image string
param registryName string
param identityName string
param appsSubnetId string
param workspaceName string
param publicHost string
param instances int
@secure()
param databaseUrl string
param tenantId string
param schools array
param licences int
param teamsAppId string
param botAppId string
param apiAppId string
param keyVaultKey string

// Azure’s own role: fetch images.
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var appName = '${name}-server'
var host = empty(publicHost) ? '${appName}.${apps.properties.defaultDomain}' : publicHost

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' existing = {
  name: workspaceName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, identity.id, acrPull)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: appsSubnetId
    }
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    zoneRedundant: true
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource server 'Microsoft.App/containerApps@2024-03-01' = {
  name: appName
  location: location
  dependsOn: [
    mayPull
  ]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      // Old revisions stay for a roll-back; traffic goes to one.
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 10
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'database-url'
          value: databaseUrl
        }
      ]
    }
    template: {
      // The drain takes at most 25 s.
      terminationGracePeriodSeconds: 40
      scale: {
        minReplicas: instances
        maxReplicas: instances
      }
      volumes: [
        {
          name: 'data'
          storageType: 'EmptyDir'
        }
      ]
      containers: [
        {
          name: 'lantern'
          image: image
          resources: {
            cpu: json('1')
            memory: '2Gi'
          }
          volumeMounts: [
            {
              volumeName: 'data'
              mountPath: '/data'
            }
          ]
          env: [
            { name: 'NODE_ENV', value: 'production' }
            { name: 'LANTERN_MODE', value: 'production' }
            { name: 'LANTERN_PORT', value: '3978' }
            { name: 'LANTERN_DATA', value: '/data' }
            { name: 'LANTERN_LOG', value: 'info' }
            { name: 'LANTERN_PUBLIC_ORIGIN', value: 'https://${host}' }
            { name: 'LANTERN_TENANT_ID', value: tenantId }
            { name: 'LANTERN_SCHOOLS', value: string(schools) }
            { name: 'LANTERN_LICENCES', value: string(licences) }
            { name: 'TEAMS_APP_ID', value: teamsAppId }
            { name: 'BOT_APP_ID', value: botAppId }
            { name: 'API_APP_ID', value: apiAppId }
            { name: 'LANTERN_MANAGED_IDENTITY_ID', value: identity.properties.clientId }
            { name: 'LANTERN_KEY_VAULT_KEY', value: keyVaultKey }
            { name: 'DATABASE_URL', secretRef: 'database-url' }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/live'
                port: 3978
              }
              periodSeconds: 5
              failureThreshold: 36
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/live'
                port: 3978
              }
              periodSeconds: 15
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/ready'
                port: 3978
              }
              periodSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
    }
  }
}

output host string = host
