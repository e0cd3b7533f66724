#!/usr/bin/env sh
# Makes the index secret of each slot where there is none; one that is there is never touched.
#   VAULT_NAME=… APP_NAME=… AZURE_RESOURCE_GROUP=… infra/scripts/secrets.sh
# Needs the role Key Vault Secrets Officer on the vault, for as long as this takes, and an address that the vault lets in.
set -eu
: "${VAULT_NAME:?give VAULT_NAME, an output of the deployment}" "${APP_NAME:?}" "${AZURE_RESOURCE_GROUP:?}"

for name in index-secret index-secret-staging; do
  # Into a variable first: a question that fails must end the script, not count as "there is none".
  there=$(az keyvault secret list --vault-name "$VAULT_NAME" --query "[?name=='$name'].name" --output tsv)
  if [ -n "$there" ]; then
    echo "$name is there: left as it is."
    continue
  fi
  deleted=$(az keyvault secret list-deleted --vault-name "$VAULT_NAME" --query "[?name=='$name'].name" --output tsv)
  if [ -n "$deleted" ]; then
    echo "$name was deleted. A new one could read nothing that is stored: az keyvault secret recover --vault-name $VAULT_NAME --name $name" >&2
    exit 1
  fi
  # By a file that only this user reads: an argument would stand in the list of processes.
  file=$(umask 077 && mktemp)
  openssl rand -base64 32 | tr -d '\n' >"$file"
  az keyvault secret set --vault-name "$VAULT_NAME" --name "$name" --file "$file" --encoding utf-8 --content-type 'base64, 32 bytes' --output none
  rm -f "$file"
  echo "$name made. Back it up now: docs/install.md, step 5."
done

# Read at the end of every backup: the vault's audit tells the alert `backup` that one was made. It says nothing.
mark=$(az keyvault secret list --vault-name "$VAULT_NAME" --query "[?name=='backup-made'].name" --output tsv)
if [ -z "$mark" ]; then
  az keyvault secret set --vault-name "$VAULT_NAME" --name backup-made --value none --output none
  echo "backup-made made."
fi

# App Service reads a reference again when it starts anew.
az webapp restart --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME"
az webapp restart --resource-group "$AZURE_RESOURCE_GROUP" --name "$APP_NAME" --slot staging
