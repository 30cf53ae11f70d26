#!/usr/bin/env bash
# Checks of the built reference site that need more than Go and Chromium: the Nu HTML
# checker (Java) and Lighthouse (Node). They install into a folder
# that is removed again.
set -uo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null; rm -rf "$dir"' EXIT
failed=0

go run ./cmd/regimen build --content content --out "$dir/public" --base-url http://127.0.0.1:8765/ --gzip || exit 1
go run ./more "$dir/public" 127.0.0.1:8765 &
server=$!
npm --prefix "$dir" install --silent --no-save --no-package-lock vnu-jar lighthouse >/dev/null || { echo "npm cannot install vnu-jar and lighthouse"; exit 1; }

echo "== Nu HTML checker"
java -jar "$dir/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --errors-only --format gnu "$dir/public" || failed=1

echo "== Lighthouse, mobile: performance accessibility best-practices seo, LCP TBT CLS"
for page in "" programmes/stronger-back programmes/stronger-back/a exercises/goblet-squat library; do
	CHROME_PATH=$(command -v chromium || command -v google-chrome) "$dir/node_modules/.bin/lighthouse" "http://127.0.0.1:8765/$page${page:+.html}" \
		--quiet --output json --output-path "$dir/lighthouse.json" --chrome-flags="--headless --no-sandbox --disable-gpu" >/dev/null 2>&1 || { echo "$page: Lighthouse failed"; failed=1; continue; }
	node -e '
		const r = JSON.parse(require("fs").readFileSync(process.argv[1]));
		const c = ["performance", "accessibility", "best-practices", "seo"].map((k) => Math.round(100 * r.categories[k].score));
		const a = (k) => r.audits[k].displayValue || r.audits[k].numericValue;
		console.log(process.argv[2], ...c, a("largest-contentful-paint"), a("total-blocking-time"), a("cumulative-layout-shift"));
		for (const k of ["accessibility", "best-practices", "seo"]) for (const {id} of r.categories[k].auditRefs) if (r.audits[id].score === 0) console.log("  fails", id);
		process.exit(c[0] >= 98 && c.slice(1).every((n) => n === 100) ? 0 : 1);' "$dir/lighthouse.json" "${page:-home}" || failed=1
done

exit $failed
