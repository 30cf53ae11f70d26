package site_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"regimen/internal/site"
)

// large is the small site with so many exercises, programmes, guides and references that
// none of them stands on one page, and some letters and kinds do not either. Ids are
// those that addresses of lists might take for their own.
func large(t *testing.T) fstest.MapFS {
	t.Helper()
	titles := make([]string, 700)
	for i := range titles {
		titles[i] = fmt.Sprintf("%s %d", []string{"Side hold", "Side lift", "Arm reach", "Walk", "Élan"}[i%5], i)
		if i >= 500 {
			titles[i] = fmt.Sprintf("Slow reach %d", i)
		}
	}
	folder := titled(t, titles)
	for i := range titles {
		if name := fmt.Sprintf("exercises/more-%d.md", i); i%7 == 0 {
			folder[name].Data = bytes.Replace(folder[name].Data, []byte("category: core-stability"), []byte("category: mobility"), 1)
		}
	}
	copies := func(kind, of string, n int, id func(i int) string) {
		text := folder[kind+"/"+of+".md"].Data
		for i := range n {
			title := fmt.Appendf(nil, "---\ntitle: %s %d", []string{"Hold on", "Hold it", "Hold fast", "Rest"}[i%4], i)
			folder[kind+"/"+id(i)+".md"] = &fstest.MapFile{Data: bytes.Replace(text, text[:bytes.IndexByte(text[4:], '\n')+4], title, 1)}
		}
	}
	numbered := func(i int) string {
		return []string{"h", "s", "1", "programmes-h"}[i%4] + strings.Repeat("-x", min(i/4, 1)) + strings.Repeat(fmt.Sprint("-", i), min(i/4, 1))
	}
	copies("programmes", "hold", 420, numbered)
	copies("guides", "why", 410, numbered)
	var references strings.Builder
	for i := range 330 {
		fmt.Fprintf(&references, "  %s%d: {authors: %s A, year: 2001, title: Paper %d, container: Journal, doi: 10.1000/%d}\n",
			[]string{"adams", "brown"}[i/320], i, []string{"Adams", "Brown"}[i/320], i, i)
	}
	folder["references.md"] = &fstest.MapFile{Data: []byte("---\nreferences:\n" +
		"  mcgill2010: {authors: McGill S, year: 2010, title: Core training, container: Journal, doi: 10.1519/SSC.0b013e3181df4521, superseded-by: adams0}\n" +
		"  who2023: {authors: World Health Organization, year: 2023, title: Guideline, container: \"WHO, 2023 edition\", url: \"https://www.who.int/\"}\n" + references.String() +
		"---\n## How we read\n\nTwo of us read each one [@brown320].\n")}
	folder["conditions/sore-back.md"].Data = bytes.Replace(folder["conditions/sore-back.md"].Data, []byte("thresholds-version"), []byte(
		"overrides:\n  - {exercise: more-3, stage: calm, verdict: avoid, because: it was tried, by: Dan Third, role: physiotherapist, date: 2026-09-08}\nthresholds-version"), 1)
	return folder
}

// anchors are the links of a page that a reader can follow.
var anchors = regexp.MustCompile(`<a [^>]*?href="([^"#?]+)`)

func leadsTo(t *testing.T, out *site.Output, name string) (pages []string) {
	t.Helper()
	for _, m := range anchors.FindAllStringSubmatch(render(t, out, name), -1) {
		if to := path.Join(path.Dir(name), html.UnescapeString(m[1])); !strings.Contains(m[1], ":") && out.Has(to) {
			pages = append(pages, to)
		}
	}
	return pages
}

// TestNothingOutOfReach follows links alone from the home page to every page that is
// listed, at most four in turn, and one more for each part of a programme.
func TestNothingOutOfReach(t *testing.T) {
	out := build(t, large(t), "https://example.org")
	steps := map[string]int{"index.html": 0, "404.html": 0, "offline.html": 0, "log.html": 1}
	for next := []string{"index.html"}; len(next) > 0; next = next[1:] {
		for _, to := range leadsTo(t, out, next[0]) {
			if _, known := steps[to]; !known {
				steps[to] = steps[next[0]] + 1
				next = append(next, to)
			}
		}
	}
	for _, name := range out.Paths() {
		if path.Ext(name) != ".html" || name == "exercises/side-plank.html" {
			continue
		}
		most := 4
		if strings.HasPrefix(name, "programmes/") {
			most += strings.Count(name, "/") - 1
		}
		if n, reached := steps[name]; !reached || n > most {
			t.Errorf("%s is %d links from the start, reached: %v", name, n, reached)
		}
	}
}

// TestPagesOfALargeSite holds what each page of a large site owes a reader's phone, its
// links, and what every page has of its own.
func TestPagesOfALargeSite(t *testing.T) {
	out := build(t, large(t), "https://example.org")
	followLinks(t, out)
	titles := map[string]string{}
	for _, name := range out.Paths() {
		text := pageText(t, out, name)
		if text == "" {
			continue
		}
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, _ = w.Write([]byte(text))
		_ = w.Close()
		if len(text) > 300_000 || packed.Len() > 60_000 {
			t.Errorf("%s has %d bytes, %d compressed", name, len(text), packed.Len())
		}
		if parted := strings.Contains(text, `class="letters"`) || strings.Contains(text, `class="pager"`) || strings.Contains(text, `class="parts"`); !parted {
			continue
		}
		title := between(text, "<title>", "</title>")
		if other, twice := titles[title]; twice || title == "" {
			t.Errorf("%s and %s have the title %q", name, other, title)
		}
		titles[title] = name
		canonical := `<link rel="canonical" href="https://example.org/` + name + `">`
		for what, due := range map[string]bool{
			"description":     between(text, `<meta name="description" content="`, `"`) != "",
			"canonical link":  strings.Contains(text, canonical),
			"crumbs":          strings.Contains(text, `class="crumbs"`) || !strings.ContainsAny(name, "-/"),
			"crumbs as data":  strings.Contains(text, "BreadcrumbList") || !strings.ContainsAny(name, "-/"),
			"single headline": strings.Count(text, "<h1>") == 1,
		} {
			if !due {
				t.Errorf("%s has no %s", name, what)
			}
		}
	}
	if len(titles) < 30 {
		t.Errorf("only %d pages of long lists were seen", len(titles))
	}
}

func between(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	text, _, _ = strings.Cut(text, to)
	return text
}

// listed is the pages of one kind that a list leads to, by the page of the list, with
// how often each is named in all.
func listedOn(t *testing.T, out *site.Output, list func(name string) bool, kind string) map[string]int {
	t.Helper()
	times := map[string]int{}
	for _, name := range out.Paths() {
		if path.Ext(name) != ".html" || !list(name) {
			continue
		}
		for _, to := range leadsTo(t, out, name) {
			if path.Dir(to) == kind {
				times[to]++
			}
		}
	}
	return times
}

// TestEachStandsOnce asks that the pages of a long list name every entry, and none twice.
func TestEachStandsOnce(t *testing.T) {
	out := build(t, large(t), "")
	under := func(prefix string) func(string) bool {
		return func(name string) bool { return strings.HasPrefix(name, prefix) }
	}
	for _, list := range []struct {
		prefix, kind string
		want         int
	}{
		{"library", "exercises", 702}, {"suitability", "exercises", 702}, {"programmes-", "programmes", 421},
		{"guides-", "guides", 411}, {"conditions/sore-back/", "programmes", 421},
	} {
		times := listedOn(t, out, under(list.prefix), list.kind)
		for to, n := range times {
			if n != 1 {
				t.Errorf("%s*: %s stands there %d times", list.prefix, to, n)
			}
		}
		if len(times) != list.want {
			t.Errorf("%s*: %d entries, want %d", list.prefix, len(times), list.want)
		}
	}
}

// TestOnFromPageToPage turns the pages of a list from the first to the last, and back.
func TestOnFromPageToPage(t *testing.T) {
	out := build(t, large(t), "")
	for first, want := range map[string]int{
		"library/a.html": 6, "suitability/core-stability/1.html": 4, "programmes-h/1.html": 3, "guides-h/1.html": 4, "references-a/1.html": 5,
		"conditions/sore-back/h/1.html": 3,
	} {
		turn := func(from, relation string) string {
			m := regexp.MustCompile(`<a rel="` + relation + `" href="([^"]+)">`).FindStringSubmatch(render(t, out, from))
			if m == nil {
				return ""
			}
			return path.Join(path.Dir(from), m[1])
		}
		seen := []string{first}
		for at := turn(first, "next"); at != "" && len(seen) < 20; at = turn(at, "next") {
			if back := turn(at, "prev"); back != seen[len(seen)-1] {
				t.Errorf("%s leads back to %s", at, back)
			}
			seen = append(seen, at)
		}
		if len(seen) != want || turn(first, "prev") != "" {
			t.Errorf("from %s the pages are %v, want %d", first, seen, want)
		}
	}
}

// TestWayBack asks that a part of a letter or kind lead back to it, and to the whole.
func TestWayBack(t *testing.T) {
	out := build(t, large(t), "")
	holds(t, out, "library/s/2.html", `<a href="../../library.html">Exercises</a> <a href="../../library/s.html">S</a>`)
	holds(t, out, "suitability/core-stability/2.html",
		`<a href="../../suitability.html">Suitability of every exercise</a> <a href="../../suitability/core-stability.html">Core stability</a>`)
	holds(t, out, "conditions/sore-back/h/1.html", `<a href="../../../conditions.html">Conditions</a> <a href="../../../conditions/sore-back.html">Sore back</a> `+
		`<a href="../../../conditions/sore-back/h.html">H</a>`)
}

// TestManyStages asks for fewer rows on a page where each is longer.
func TestManyStages(t *testing.T) {
	folder := large(t)
	var stages strings.Builder
	for i := range 99 {
		fmt.Fprintf(&stages, "  stage-%d: {title: Stage %d, entry: more pain, tolerates: {anti-extension: [1, 2, 3]}}\n", i, i)
	}
	folder["conditions/sore-back.md"].Data = bytes.Replace(folder["conditions/sore-back.md"].Data, []byte("stages:\n"), []byte("stages:\n"+stages.String()), 1)
	out := build(t, folder, "")
	for _, name := range out.Paths() {
		if !strings.HasPrefix(name, "suitability") {
			continue
		}
		if text := render(t, out, name); len(text) > 300_000 || strings.Count(text, "<td") > 4000 {
			t.Errorf("%s has %d bytes and %d verdicts", name, len(text), strings.Count(text, "<td"))
		}
	}
}
