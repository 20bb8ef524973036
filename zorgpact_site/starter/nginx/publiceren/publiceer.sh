#!/usr/bin/env bash
# Bouwt de site en zet haar in één keer op een webserver, of laat de oude heel.
#
#   bash publiceren/publiceer.sh /srv/site                           op deze computer
#   bash publiceren/publiceer.sh uitgever@voorbeeld.nl:/srv/site     op een server, via ssh
#   bash publiceren/publiceer.sh --terug /srv/site                   terug naar de vorige uitgave
#
# Elke uitgave krijgt een map in /srv/site/uitgaven; /srv/site/huidig wijst naar een daarvan.
# Moet de webserver daarna zijn instellingen opnieuw lezen, zet de opdracht dan in HERLADEN.
set -euo pipefail

bewaard=5 # zoveel uitgaven blijven staan
terug=''
if [ "${1:-}" = --terug ]; then
  terug=ja
  shift
fi
doel=${1:?zeg waar de site staat, zoals uitgever@voorbeeld.nl:/srv/site}
case $doel in
  *:*) host=${doel%%:*} map=${doel#*:} ;;
  *) host='' map=$doel ;;
esac
if ! [[ $map =~ ^/[A-Za-z0-9._/-]+$ ]]; then
  echo "De map op de server begint met / en heeft geen spaties of bijzondere tekens: $map" >&2
  exit 2
fi

# Voert uit wat op de standaardinvoer staat, op de plek waar de site staat.
daar() {
  if [ -n "$host" ]; then
    ssh "$host" bash -s -- "$@"
  else
    bash -s -- "$@"
  fi
}

herlaad() {
  if [ -n "${HERLADEN:-}" ]; then
    daar <<< "$HERLADEN"
  fi
}

if [ -n "$terug" ]; then
  daar "$map" << 'EINDE'
set -eu
cd "$1/uitgaven"
nu=$(basename "$(readlink ../huidig)")
vorige=''
for uitgave in *; do
  [ "$uitgave" = "$nu" ] && break
  vorige=$uitgave
done
[ -n "$vorige" ] || { echo "Er is geen eerdere uitgave." >&2; exit 1; }
ln -sfn "uitgaven/$vorige" ../huidig.nieuw
mv -T ../huidig.nieuw ../huidig
echo "Op de site staat weer de uitgave van $vorige."
EINDE
  herlaad
  exit
fi

cd "$(dirname "$0")/.."
export TZ=Europe/Amsterdam # bepaalt welke dag als vandaag geldt
zorgpact build

uitgave=$(date +%Y-%m-%d-%H%M%S)
daar "$map" "$uitgave" << 'EINDE'
set -eu
mkdir -p "$1/uitgaven"
mkdir "$1/uitgaven/.$2"
EINDE
# Zolang er een punt voor haar naam staat, telt een uitgave niet mee: het versturen kan mislukken.
# Wat in de vorige uitgave hetzelfde was, wordt niet opnieuw verstuurd.
vergelijk=()
if daar "$map" << 'EINDE'; then
test -e "$1/huidig"
EINDE
  vergelijk=(--link-dest=../../huidig)
fi
rsync --archive --checksum "${vergelijk[@]}" --exclude=/.zorgpact output/ "$doel/uitgaven/.$uitgave/"
daar "$map" "$uitgave" "$bewaard" << 'EINDE'
set -eu
cd "$1"
mv -T "uitgaven/.$2" "uitgaven/$2"
ln -sfn "uitgaven/$2" huidig.nieuw
mv -T huidig.nieuw huidig # één handeling: niemand ziet een halve site
cd uitgaven
for half in .[0-9]*; do # van wie nu aan het versturen is, blijft staan
  [ "${half%-*}" = ".${2%-*}" ] || rm -rf -- "$half"
done
ls -1 | head -n "-$3" | while read -r oud; do
  [ "$oud" = "$(basename "$(readlink ../huidig)")" ] || rm -rf -- "$oud"
done
EINDE
herlaad
echo "Op de site staat nu de uitgave van $uitgave."
