package site

import (
	"slices"
	"strings"
	"testing"

	"regimen/internal/regimen"
)

// TestLogPageData holds what the page of the log knows of the reference site.
func TestLogPageData(t *testing.T) {
	b := referenceBuilder(t)
	d := b.logPageData()
	if len(d.Programmes) != 1 || d.Programmes[0].URL != "programmes/stronger-back.html" {
		t.Errorf("programmes: %+v", d.Programmes)
	}
	if got := d.Bands["clamshell"]; !slices.Equal(got, []string{"yellow", "red", "green"}) {
		t.Errorf("the band of the clamshell has %v", got)
	}
	for _, id := range []string{"goblet-squat", "pallof-press", "plank"} { // in weights, in either, not at all
		if levels := d.Bands[id]; levels != nil {
			t.Errorf("%s is loaded in levels: %v", id, levels)
		}
	}
	for _, q := range d.Equipment {
		if band := strings.HasSuffix(q.ID, "band"); band != (len(q.Levels) > 0) || band && q.Loaded {
			t.Errorf("%+v", q)
		}
	}
	if len(d.Conditions) == 0 || len(d.Flags) == 0 {
		t.Errorf("%d conditions, %d warning signs", len(d.Conditions), len(d.Flags))
	}
}

// TestLogPageIsSmall asks that a large site, renamed exercises and programmes that lists
// leave out do not make the page large, or public.
func TestLogPageIsSmall(t *testing.T) {
	b := referenceBuilder(t)
	first := b.lib.Programmes[0]
	hidden := *first
	hidden.Status = regimen.StatusUnlisted
	b.lib.Programmes = []*regimen.Programme{&hidden}
	if d := b.logPageData(); len(d.Programmes) != 0 {
		t.Errorf("an unlisted programme is listed: %+v", d.Programmes)
	}
	b.lib.Programmes = slices.Repeat([]*regimen.Programme{first}, 3*mostInLog)
	b.lib.Exercises[0].RenamedFrom = []regimen.Word{{ID: "former-name"}}
	d := b.logPageData()
	if len(d.Programmes) != mostInLog {
		t.Errorf("%d programmes are offered", len(d.Programmes))
	}
	if got := d.Renamed["former-name"]; got != b.lib.Exercises[0].ID {
		t.Errorf("the former name leads to %q", got)
	}
}
