#!/usr/bin/env sh
# Lets the machine that runs this in to the slot's deployment site, or shuts it again.
#   APP_NAME=… AZURE_RESOURCE_GROUP=… infra/scripts/door.sh open|shut
set -eu
: "${APP_NAME:?}" "${AZURE_RESOURCE_GROUP:?}"
rule() {
  az webapp config access-restriction "$@" --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" \
    --slot staging --scm-site true --rule-name pipeline --output none
}
case ${1-} in
open)
  address=$(curl -fsS --retry 3 https://api.ipify.org)
  rule add --action Allow --priority 90 --ip-address "$address/32"
  ;;
shut) rule remove ;;
*)
  echo 'usage: infra/scripts/door.sh open|shut' >&2
  exit 2
  ;;
esac
