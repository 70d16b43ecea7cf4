using './main.bicep'

// Fill in; nothing here is secret. The password comes from the environment: export LANTERN_DATABASE_PASSWORD="$(openssl rand -hex 24)"
param image = 'REGISTRY.azurecr.io/lantern:TAG'
param registryName = 'REGISTRY'
param schools = [
  {
    id: 'first-school'
    name: 'First School'
    host: 'TRUST.sharepoint.com'
    sitePath: '/sites/first-school-safeguarding'
    staffSitePath: '/sites/first-school-staff-concerns'
  }
]
param licences = 1000
param teamsAppId = '00000000-0000-0000-0000-000000000000'
param botAppId = '00000000-0000-0000-0000-000000000000'
param apiAppId = '00000000-0000-0000-0000-000000000000'
param apiPrincipalId = '00000000-0000-0000-0000-000000000000'
param alarmAddress = 'it@school.example'
param databasePassword = readEnvironmentVariable('LANTERN_DATABASE_PASSWORD')
