#!/bin/bash
# Enters: a Debian suite, bookworm or trixie; root, debootstrap, and this machine's own way to Debian's packages.
# Leaves: whether "make samples", "make check" and "make conformance" work in a clone of HEAD on a bare Debian that has
# make and git. Other goals may be named instead. MAKEFLAGS is passed on; TMPDIR keeps the base system for the next run.
set -euo pipefail

suite=${1-}
case $suite in
  bookworm | trixie) ;;
  *) echo 'usage: bare.sh bookworm|trixie [GOAL...]' >&2; exit 2 ;;
esac
[ "$(id -u)" -eq 0 ] || { echo 'bare.sh: only root can set up a bare Debian' >&2; exit 1; }
command -v debootstrap >/dev/null || { echo 'bare.sh: run first: apt-get install debootstrap' >&2; exit 1; }

# In a mount namespace of its own, so that no mount outlives it, whatever happens.
[ -n "${BARE_INSIDE-}" ] || BARE_INSIDE=1 exec unshare --mount -- "$0" "$@"
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
root=$folder/root
mkdir "$root"

leave () {
  status=$?
  for mount in "$root/proc" "$root/dev/pts"; do
    ! mountpoint -q "$mount" || umount "$mount" || umount --lazy "$mount"
  done
  rm -rf --one-file-system "$folder"
  exit "$status"
}
trap leave EXIT
trap 'exit 130' HUP INT TERM

# The mirror is the one from which this machine has its own Debian.
# shellcheck disable=SC1091
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
# shellcheck disable=SC2016 # these are apt's variables
mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
  awk -v suite="$codename" '$1 == suite && $2 == "main" { print $3; exit }')
[ -n "$mirror" ] || { echo "bare.sh: apt knows no mirror of $codename here" >&2; exit 1; }

# The way to it is apt's here, too: proxies and what it trusts.
eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
[ -z "${http_proxy-}" ] || export http_proxy
[ -z "${https_proxy-}" ] || export https_proxy

base=${TMPDIR:-/tmp}/programme-bare-$suite.tar
if [ -O "$base" ] && [ -n "$(find "$base" -mtime -7)" ]; then
  tar -x --numeric-owner -f "$base" -C "$root"
else
  debootstrap --variant=minbase --include=make,git \
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$suite" "$root" "$mirror"
  tar -c --numeric-owner -f "$folder/base.tar" -C "$root" .
  mv "$folder/base.tar" "$base"
fi

apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-)' > "$root/etc/apt/apt.conf.d/99host" || :
cp /etc/resolv.conf /etc/hosts "$root/etc/"
if [ "${mirror#https:}" != "$mirror" ]; then
  authorities=$(apt-config dump | sed -n 's/^Acquire::https.*CaInfo "\(.*\)";/\1/Ip')
  for file in /etc/ssl/certs/ca-certificates.crt $authorities; do
    install -D -m 644 "$file" "$root$file"
  done
fi
# Java, Node and others trust what this machine's own do.
if [ -d /usr/local/share/ca-certificates ]; then
  mkdir -p "$root/usr/local/share"
  cp -R /usr/local/share/ca-certificates "$root/usr/local/share/"
fi
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
git clone --quiet --depth 1 "file://$PWD" "$root/programme"

inside () {
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
    MAKEFLAGS="${MAKEFLAGS-}" http_proxy="${http_proxy-}" https_proxy="${https_proxy-}" no_proxy="${no_proxy-}" \
    chroot "$root" sh -c "cd /programme && $1" </dev/null
}

shift
[ $# -gt 0 ] || set -- samples check conformance
for goal; do
  echo "== $suite: make $goal"
  inside "make $goal"
done
