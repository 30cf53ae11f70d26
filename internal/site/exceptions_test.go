package site

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// TestManyExceptions asks that beyond 300 each exception still stands on a page, which
// links lead to, and leads to what it is made for.
func TestManyExceptions(t *testing.T) {
	b := referenceBuilder(t)
	for i := range 400 {
		e := b.lib.Exercises[i%len(b.lib.Exercises)]
		b.found = append(b.found, diag.Diagnostic{
			Code: "Q02", Message: fmt.Sprintf("finding %d.", i), At: diag.Span{File: e.File}, Silenced: &diag.Silence{Reason: "it is so"},
		})
	}
	plan, err := b.plan()
	if err != nil {
		t.Fatal(err)
	}
	text := map[string]string{}
	for _, p := range plan {
		if strings.HasPrefix(p.path, "checked") {
			body, err := p.render(nil)
			if err != nil {
				t.Fatal(err)
			}
			text[p.path] = string(body)
		}
	}
	index := text[checkedPath]
	if !strings.Contains(index, "400 exceptions") || strings.Contains(index, "finding 1.") || len(text) < 10 {
		t.Errorf("%d pages, and the first is %s", len(text), index)
	}
	for i := range 400 {
		named := 0
		for name, page := range text {
			if strings.Contains(page, fmt.Sprintf(">finding %d.<", i)) {
				named++
				if !strings.Contains(index, `href="`+name+`"`) {
					t.Errorf("no link leads to %s", name)
				}
				if e := b.lib.Exercises[i%len(b.lib.Exercises)]; !strings.Contains(page, `href="`+path.Join("exercises", e.ID+".html")+`"`) {
					t.Errorf("%s does not lead to %s", name, e.ID)
				}
			}
		}
		if named != 1 {
			t.Errorf("finding %d stands on %d pages", i, named)
		}
	}
}

// TestManyReviews asks that thousands of days of reviews do not make thousands of groups.
func TestManyReviews(t *testing.T) {
	b := referenceBuilder(t)
	groups := func(days int) []reviewGroup {
		var files []*regimen.Page
		for i := range 2 * days {
			files = append(files, &regimen.Page{Title: "A", Status: regimen.StatusPublished, Reviewed: &regimen.Review{
				By: "Ann", Role: "doctor", Date: fmt.Sprintf("2026-%02d-%02d", 1+i%days/28, 1+i%days%28),
			}})
		}
		return b.reviewGroups(files, exercisePath)
	}
	if g := groups(mostGroups); len(g) != mostGroups || g[0].Review != "Reviewed by Ann, doctor, 1 January 2026" || g[0].Count != 2 {
		t.Errorf("%d groups, the first is %+v", len(g), g[0])
	}
	if g := groups(mostGroups + 1); len(g) != 1 || g[0].Review != "Reviewed by Ann, doctor" || g[0].Count != 2*mostGroups+2 {
		t.Errorf("%d groups, the first is %+v", len(g), g[0])
	}
}

// TestListsAreReading asks that a device without a connection take the pages of long
// lists for what they are.
func TestListsAreReading(t *testing.T) {
	for _, name := range []string{
		"library/s.html", "library/s/1.html", "suitability/strength.html", "suitability/strength/2.html", "suitability-other.html",
		"programmes-s.html", "programmes-s/1.html", "guides-s/1.html", "references-s/1.html", "checked-s/1.html", "conditions/sore-back/s/1.html",
	} {
		if got := shareOf(name); got != reading {
			t.Errorf("%s is %d", name, got)
		}
	}
	if got := shareOf("sitemap-1.xml"); got != apart {
		t.Errorf("a sitemap is %d", got)
	}
}
