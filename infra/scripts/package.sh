#!/usr/bin/env sh
# Builds what is deployed, from what is committed: infra/scripts/package.sh <file.zip>
# Nothing is built in Azure (SCM_DO_BUILD_DURING_DEPLOYMENT=false), so that what was tested is what runs.
set -eu
[ $# = 1 ] || { echo 'usage: infra/scripts/package.sh <file.zip>' >&2; exit 2; }
case $1 in /*) zip=$1 ;; *) zip=$PWD/$1 ;; esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$(dirname "$0")/../.."
git archive HEAD | tar -x -C "$folder"
cd "$folder"
npm ci
npm run build
npm prune --omit=dev
npm run slim
rm -f "$zip"
zip -qr "$zip" dist cards node_modules package.json package-lock.json
echo "$zip: $(du -m "$zip" | cut -f1) MB, $(git -C "$OLDPWD" rev-parse --short HEAD)"
