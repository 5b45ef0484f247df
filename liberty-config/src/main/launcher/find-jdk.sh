# Finds a JDK for the launcher; sourced by ./marketplace.
# JAVA_HOME wins when it is new enough, because somebody chose it; else the newest of the usual places.

# jdk_feature DIR: prints the feature version (21, 25, ...) of the JDK in DIR; fails when there is none with a compiler.
jdk_feature() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version="$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1)"
  [ -n "$version" ] || return 1
  printf '%s\n' "$version"
}

# newest_jdk DIR...: prints the newest JDK >= 21 among the folders; fails when there is none.
newest_jdk() {
  local best='' best_version=20 dir version
  for dir in "$@"; do
    version="$(jdk_feature "$dir")" || continue
    if [ "$version" -gt "$best_version" ]; then
      best="$dir"
      best_version="$version"
    fi
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

find_jdk() {
  local on_path=''
  if [ -n "${JAVA_HOME:-}" ] && newest_jdk "$JAVA_HOME"; then
    return 0
  fi
  if command -v javac > /dev/null 2>&1; then
    on_path="$(command -v javac)"
    if command -v readlink > /dev/null 2>&1; then
      on_path="$(readlink -f "$on_path" 2> /dev/null || printf '%s' "$on_path")"
    fi
    on_path="$(dirname "$(dirname "$on_path")")"
  fi
  newest_jdk /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    ${on_path:+"$on_path"}
}
