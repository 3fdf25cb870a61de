#!/bin/sh
# Puts the site and the letterbox on a Debian or Ubuntu with nginx and Node 20.19 or newer. As root, in the unpacked zip:
#   sh hosting/letterbox/install.sh meter.gemeente.be /etc/ssl/meter.pem /etc/ssl/meter.key
# Again for a newer version: the envelopes stay. ROOT=/somewhere puts all below that folder, to look at it first.
set -eu

if [ $# -ne 3 ]; then
	echo "Geef de naam van de site, het certificaat en de sleutel." >&2
	exit 1
fi
name=$1 certificate=$2 key=$3 root=${ROOT:-}
here=$(cd "$(dirname "$0")" && pwd)
site=$root/var/www/samenwerkingsmeter
program=$root/opt/samenwerkingsmeter-letterbox

for file in "$certificate" "$key"; do
	[ -r "$file" ] || { echo "Dit bestand is er niet: $file" >&2; exit 1; }
done
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
	{ echo "Node 20.19 of nieuwer is nodig." >&2; exit 1; }

mkdir -p "$site" "$program" "$root/etc/nginx/conf.d" "$root/etc/systemd/system"
# Old files in _app/immutable stay, for who has the app open; dates are kept, by which nginx knows what is new.
cp -Rp "$here/../../site/." "$site/"
cp -Rp "$here/." "$program/"
(cd "$program" && npm ci --omit=dev --ignore-scripts --no-audit --no-fund)

cp "$here/nginx-letterbox.conf" "$root/etc/nginx/samenwerkingsmeter-letterbox.conf"
sed -e "s|meter.example.be;|$name;|" \
	-e "s|/etc/ssl/meter.example.be.pem|$certificate|" \
	-e "s|/etc/ssl/meter.example.be.key|$key|" \
	-e "s|/var/www/samenwerkingsmeter;|$site;|" \
	-e "s|# include samenwerkingsmeter-letterbox.conf;|include samenwerkingsmeter-letterbox.conf;|" \
	"$here/../nginx.conf" > "$root/etc/nginx/conf.d/samenwerkingsmeter.conf"
cp "$here/samenwerkingsmeter-letterbox.service" "$root/etc/systemd/system/"
[ -n "$root" ] && { echo "Klaargezet in $root."; exit 0; }

systemctl daemon-reload
systemctl enable samenwerkingsmeter-letterbox
systemctl restart samenwerkingsmeter-letterbox
nginx -t
systemctl reload-or-restart nginx
echo "Klaar: https://$name/"
