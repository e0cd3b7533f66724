#!/usr/bin/env sh
# Puts a package into production: to the slot, tried there, swapped, tried again; swapped back when that fails.
#   APP_NAME=… AZURE_RESOURCE_GROUP=… infra/scripts/release.sh <file.zip>
#   APP_NAME=… AZURE_RESOURCE_GROUP=… infra/scripts/release.sh --back     the release before, which stands in the slot
# Needs `az login`, the role Website Contributor on the app, and an address that the deployment site lets in.
set -eu
[ $# = 1 ] && { [ "$1" = --back ] || [ -f "$1" ]; } || { echo 'usage: infra/scripts/release.sh <file.zip>|--back' >&2; exit 2; }
: "${APP_NAME:?give APP_NAME, an output of the deployment}" "${AZURE_RESOURCE_GROUP:?give AZURE_RESOURCE_GROUP}"
here=$(cd "$(dirname "$0")" && pwd)
app() { az webapp "$@" --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME"; }
swap() { app deployment slot swap --slot staging --target-slot production --output none; }
host() { app show "$@" --query defaultHostName --output tsv; }

# A swap takes production's reminders away if SWEEP went along: no release without it.
app config appsettings list --query "[?name=='SWEEP' && slotSetting && value=='on'] | length(@)" --output tsv | grep -qx 1 ||
  { echo 'SWEEP is not on, or no slot setting, in production: deploy infra/main.bicep again.' >&2; exit 1; }
app config appsettings list --slot staging --query "[?name=='SWEEP' && slotSetting && value=='off'] | length(@)" --output tsv | grep -qx 1 ||
  { echo 'SWEEP is not off, or no slot setting, in the slot: deploy infra/main.bicep again.' >&2; exit 1; }

production=$(host)
staging=$(host --slot staging)
[ "$1" = --back ] || app deploy --slot staging --src-path "$1" --type zip --clean true --restart true --output none
node "$here/smoke.cjs" "https://$staging" --sweep off
swap
if node "$here/smoke.cjs" "https://$production" --sweep on; then
  echo 'Released. The release before is in the slot: the same swap goes back to it.'
else
  echo 'The new release does not answer as it should: going back.' >&2
  swap
  node "$here/smoke.cjs" "https://$production" --sweep on
  exit 1
fi
