# Enters: commands of a test script that sources this file. Leaves: one TAP line for each, and the plan at the end.
# shellcheck shell=sh

# A make within a test keeps the variables of the one outside, but not its goals and jobs.
case ${MAKEFLAGS-} in
  *'-- '*) MAKEFLAGS="-- ${MAKEFLAGS#*-- }" ;;
  *) MAKEFLAGS= ;;
esac
export MAKEFLAGS
unset MAKELEVEL MFLAGS

tests_run=0

# try NAME COMMAND...: passes if the command succeeds; what it printed is shown if it does not.
try () {
  tests_run=$((tests_run + 1))
  name=$1
  shift
  if output=$("$@" 2>&1); then
    echo "ok $tests_run - $name"
  else
    echo "not ok $tests_run - $name"
    printf '%s\n' "$output" | sed 's/^/# /'
  fi
}

# refuse NAME PATTERN COMMAND...: passes if the command fails and says something that matches the pattern.
refuse () {
  name=$1
  pattern=$2
  shift 2
  try "$name" refused "$pattern" "$@"
}

refused () {
  pattern=$1
  shift
  if words=$("$@" 2>&1); then
    echo "it succeeded"
    return 1
  fi
  printf '%s\n' "$words"
  printf '%s\n' "$words" | grep -qE -- "$pattern"
}

# skip NAME REASON: counts as passed, and says why it was not tried.
skip () {
  tests_run=$((tests_run + 1))
  echo "ok $tests_run - $1 # SKIP $2"
}

finish () {
  echo "1..$tests_run"
}
