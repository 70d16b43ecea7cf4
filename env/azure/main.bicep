// Lantern for one trust, in one resource group: az deployment group create -g <group> -f env/azure/main.bicep -p env/azure/main.bicepparam
// Container Apps and not App Service: its revisions make roll-back one command, its probes know readiness from liveness, and it
// waits long enough for a drain. Neither has a disk that SQLite may use (theirs speak SMB), so the store is PostgreSQL.
targetScope = 'resourceGroup'

@description('Short name that everything here begins with.')
@minLength(3)
@maxLength(10)
param name string = 'lantern'

@description('Where everything lies. UK South has availability zones.')
param location string = 'uksouth'

@description('Image of the server, e.g. schoolregistry.azurecr.io/lantern:2026-12-01.')
param image string

@description('Name of the container registry in this resource group that holds the image.')
param registryName string

@description('Entra tenant of the trust.')
param tenantId string = tenant().tenantId

@description('The schools, as LANTERN_SCHOOLS says: id, name, host, sitePath, staffSitePath, telephone where letters shall name it.')
@minLength(1)
param schools array

@description('Microsoft 365 licences of the tenant.')
@minValue(1)
param licences int = 1000

@description('Id of the Teams app.')
param teamsAppId string

@description('Application id of the bot’s registration.')
param botAppId string

@description('Application id of the API’s registration: another one than the bot’s.')
param apiAppId string

@description('Object id of the API’s service principal (enterprise application), which may wrap and unwrap.')
param apiPrincipalId string

@description('Host name that Teams finds Lantern at; the platform’s own when empty.')
param publicHost string = ''

@description('Password of the database’s administrator. Comes from the environment of whoever deploys, and is kept nowhere else.')
@secure()
@minLength(24)
param databasePassword string

@description('A second server in another zone that takes over; costs as much again.')
param highlyAvailable bool = true

@description('Who is written to when an alarm stands.')
param alarmAddress string

@description('How many instances run. Two, so that one can be replaced while the other answers.')
@minValue(1)
@maxValue(4)
param instances int = 2

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    alarmAddress: alarmAddress
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module keyVault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: {
    name: name
    location: location
    tenantId: tenantId
    apiPrincipalId: apiPrincipalId
    appsSubnetId: network.outputs.appsSubnetId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: name
    location: location
    password: databasePassword
    highlyAvailable: highlyAvailable
    subnetId: network.outputs.databaseSubnetId
    dnsZoneId: network.outputs.databaseDnsZoneId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registryName: registryName
    identityName: identity.name
    appsSubnetId: network.outputs.appsSubnetId
    workspaceName: monitoring.outputs.workspaceName
    publicHost: publicHost
    instances: instances
    databaseUrl: 'postgresql://${database.outputs.user}:${uriComponent(databasePassword)}@${database.outputs.host}:5432/${database.outputs.database}?sslmode=verify-full'
    tenantId: tenantId
    schools: schools
    licences: licences
    teamsAppId: teamsAppId
    botAppId: botAppId
    apiAppId: apiAppId
    keyVaultKey: keyVault.outputs.key
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    tenantId: tenantId
    botAppId: botAppId
    host: app.outputs.host
  }
}

output origin string = 'https://${app.outputs.host}'
output identityClientId string = identity.properties.clientId
@description('Subject of the federated credential on both registrations.')
output identityPrincipalId string = identity.properties.principalId
output keyVaultKey string = keyVault.outputs.key
