#!/usr/bin/env bash
# Zo bouwt Cloudflare Pages de site. Stel daar in: Build command: bash publiceren/bouw.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export TZ=Europe/Amsterdam # bepaalt welke dag als vandaag geldt
productie=main             # de tak die op het echte adres komt

python3 -m pip install --quiet --requirement requirements.txt
if [ "${CF_PAGES_BRANCH:-$productie}" = "$productie" ]; then
  zorgpact build
else
  # Een voorstel krijgt een eigen adres, en de site die daar staat hoort dat te kennen.
  zorgpact build --base-url "$CF_PAGES_URL"
fi
