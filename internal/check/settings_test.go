package check_test

import (
	"testing"

	"golang.org/x/tools/txtar"
)

// TestSettings sets thresholds otherwise in index.md, rightly and wrongly.
func TestSettings(t *testing.T) {
	const site = "-- index.md --\n---\nid: example\ntitle: Example\ndisclaimer: General information, not medical advice.\n"
	const evening = `-- programmes/evening.md --
---
title: Evening
goal: mobility
level: novice
schedule: {days: [monday]}
sessions:
  a:
    exercises:
      - exercise: glute-bridge
        dose: 4 x 12-15, rest 60 s
---
`
	for name, test := range map[string]struct {
		rules string
		want  []string
	}{
		"the default":       {"", nil},
		"a lower threshold": {"rules: {P02: {most-sets: 3}}\n", []string{"P02 programmes/evening.md 10:15-16"}},
		"by name":           {"rules: {set-count: {most-sets: 3}}\n", []string{"P02 programmes/evening.md 10:15-16"}},
		"no such rule":      {"rules: {P99: {most-sets: 3}}\n", []string{"R03 index.md 5:9-12"}},
		"no such threshold": {"rules: {P02: {most-set: 3}}\n", []string{"R03 index.md 5:15-23"}},
		"no number":         {"rules: {P02: {most-sets: few}}\n", []string{"R10 index.md 5:26-29"}},
		"less than nothing": {"rules: {P02: {most-sets: -3}}\n", []string{"R09 index.md 5:26-28"}},
		"no group":          {"rules: {P02: 3}\n", []string{"R10 index.md 5:14-15"}},
	} {
		t.Run(name, func(t *testing.T) {
			compare(t, "P02", txtar.Parse([]byte(site+test.rules+"---\n"+evening)), test.want)
		})
	}
}
