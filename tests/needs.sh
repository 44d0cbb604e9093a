#!/bin/sh
# Enters: a goal (build, samples, check or conformance). Leaves: the Debian packages that it needs, installed.
# Says what it installs before it does; silent and quick when nothing is missing. The one list of dependencies.
set -eu

build='gcc libc6-dev make perl pkgconf libcairo2-dev libpango1.0-dev libfontconfig-dev libfreetype-dev libharfbuzz-dev
       libglib2.0-dev libxml2-dev libicu-dev libhyphen-dev libjpeg62-turbo-dev libpng-dev libqpdf-dev librsvg2-dev
       libgdk-pixbuf-2.0-dev liblcms2-dev libqrencode-dev libical-dev libcmark-dev libjson-glib-dev libarchive-dev libcsv-dev
       gobject-introspection libgirepository1.0-dev'
samples='fonts-noto-core fonts-noto-cjk fonts-symbola hyphen-en-gb hyphen-en-us hyphen-fr hyphen-de hyphen-es'
check='g++ valgrind strace clang libclang-rt-dev clang-format git libxml2-utils python3-rnc2rng mandoc poppler-utils
       qpdf ghostscript shellcheck python3 python3-gi python3-openpyxl python3-xlsxwriter python3-odf python3-docx
       python3-icalendar python3-jsonschema mupdf-tools liblcms2-utils zbar-tools python3-numpy
       python3-zxing-cpp python3-yaml parallel'
# Packages with their commands: these often come from elsewhere, and then the packages are not wanted.
conformance='default-jre-headless=java maven=mvn nodejs=node npm=npm'

case ${1-} in
  build) wanted="$build" ;;
  samples) wanted="$build $samples" ;;
  check) wanted="$build $samples $check" ;;
  conformance)
    wanted="$build $samples $check"
    for pair in $conformance; do
      command -v "${pair#*=}" >/dev/null || wanted="$wanted ${pair%=*}"
    done
    ;;
  *) echo 'usage: needs.sh build|samples|check|conformance' >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  exit 0 # Not Debian: pkg-config and the tests will tell what they miss.
fi

# shellcheck disable=SC2086 # the lists are words
there=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p') || :
missing=
for package in $wanted; do
  case "
$there
" in
    *"
$package
"*) ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
as_root=
if [ "$(id -u)" -ne 0 ]; then
  as_root=sudo
  if ! command -v sudo >/dev/null; then
    echo "Packages are missing. Run as root: $install" >&2
    exit 1
  fi
fi
echo "Installing the packages that are missing:$missing"
# shellcheck disable=SC2086 # the command is words, too
for command in "apt-get update" "$install"; do
  $as_root env DEBIAN_FRONTEND=noninteractive $command -q -o DPkg::Lock::Timeout=300 </dev/null
done
