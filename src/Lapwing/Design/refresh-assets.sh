#!/usr/bin/env bash
# Compiles the stylesheet and copies the script of GOV.UK Frontend and MOJ Frontend into wwwroot, and their
# published fixtures into the tests. Run it only to move to another version: the results are committed,
# and neither building nor running Lapwing needs npm.
set -euo pipefail
govuk=6.6.0 moj=11.1.0 sass=1.108.2
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
wwwroot=$here/../wwwroot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/Assets/design.scss" "$work/"
cd "$work"
npm init -y >/dev/null
# MOJ Frontend names moment as a peer for its date picker, which is not used here.
npm install --silent --no-audit --no-fund --legacy-peer-deps \
  "govuk-frontend@$govuk" "@ministryofjustice/frontend@$moj" "sass@$sass"

mkdir -p "$wwwroot/design" "$wwwroot/licences"
npx sass --style=compressed --no-source-map --quiet-deps --load-path=. \
  --load-path=node_modules/@ministryofjustice/frontend design.scss "$wwwroot/design/design.css"
sed 's|//# sourceMappingURL.*||' node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js > "$wwwroot/design/govuk-frontend-$govuk.min.js"

# The crest, the crown and the GDS Transport font belong to government and must never come along.
if grep -qiE 'crest|crown|transport' "$wwwroot/design/design.css"; then
  echo "The stylesheet mentions a crest, a crown or GDS Transport." >&2
  exit 1
fi

fixtures=$root/tests/Lapwing.Tests/Design/Fixtures
mkdir -p "$fixtures"
for component in accordion back-link breadcrumbs button character-count checkboxes date-input details error-message \
  error-summary exit-this-page fieldset file-upload generic-header hint input inset-text label notification-banner \
  pagination panel password-input phase-banner radios select service-navigation skip-link summary-list table tabs \
  tag task-list textarea warning-text; do
  node -e '
    const { component, fixtures } = require(process.argv[1]);
    const rows = fixtures.map(({ name, options, html }) => JSON.stringify({ name, options, html }));
    console.log(`{"component":"${component}","fixtures":[\n${rows.join(",\n")}\n]}`);
  ' "$work/node_modules/govuk-frontend/dist/govuk/components/$component/fixtures.json" > "$fixtures/$component.json"
done
