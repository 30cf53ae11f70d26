package main

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"pgregory.net/rapid"

	builtin "regimen/content"
)

// changeSite changes what the whole site rests on.
func (d *manuscript) changeSite(t *rapid.T) []string {
	lent, err := fs.ReadFile(builtin.FS, "vocabulary.md")
	if err != nil {
		t.Fatal(err)
	}
	vocabulary, conditions := string(lent), slices.Sorted(maps.Keys(d.files))
	conditions = slices.DeleteFunc(conditions, func(name string) bool { return !strings.HasPrefix(name, "conditions/") })
	edits := [][2]string{
		{"index.md", withKey(d.origin.files["index.md"], "rules: {P04: {novice-reps: 9}, R05: {longest-chain: 2}, Z01: {no: 1}}")},
		{"index.md", withKey(d.origin.files["index.md"], "language: de")},
		{"index.md", withKey(d.origin.files["index.md"], "disclaimer:")},
		{"index.md", withKey(d.origin.files["index.md"], "region: US")},
		{"vocabulary.md", strings.Replace(vocabulary, "stressors:\n", "stressors:\n  new-demand: {title: New, meaning: It is new.}\n", 1)},
		{"vocabulary.md", strings.Replace(vocabulary, "stressors:\n", "stressors:\n  new-demand: {title: New, meaning: It is new., note: Take care.}\n", 1)},
		{"vocabulary.md", regexp.MustCompile(`(?m)^    note: .*\n`).ReplaceAllString(vocabulary, "")},
		{"vocabulary.md", "---\ntitle: Only this\nequipment:\n  sofa: {title: Sofa}\n---\n"},
		{"references.md", strings.Replace(d.origin.files["references.md"], "mcgill2010", "mcgill2011", 1)},
		{"references.md", strings.Replace(d.origin.files["references.md"], "year: 20", "year: 19", 3)},
		{"vocabulary.md", strings.Replace(vocabulary, "glutes:", "glute:", 1)},
		{"safety/general.md", "---\ntitle: General\nred-flags:\n  - {id: chest-pain, text: A pain in the chest of any kind at all, tier: routine, action: Call 911.}\nstop: [pain]\n---\n"},
		{"references.md", "---\ntitle: Sources\nreferences:\n  mcgill2010: {authors: McGill S, year: 2010, title: Core training, container: A journal, url: 'https://example.org'}\n  nobody1900: {authors: N, year: 1900, title: T, container: C, url: 'https://example.org', superseded-by: [mcgill2010]}\n---\n"},
	}
	if len(conditions) > 0 {
		name := rapid.SampledFrom(conditions).Draw(t, "condition")
		e := d.id(t, "exercises")
		edits = append(edits,
			[2]string{name, regexp.MustCompile(`(?m)^  ([a-z0-9-]+):$`).ReplaceAllString(d.files[name], "  other-$1:")},
			[2]string{name, withKey(d.files[name], "guidance: [{exercise: "+e+", action: avoid, because: It is too much., instead: ["+d.id(t, "exercises")+"]}]")},
			[2]string{name, withKey(d.files[name], "guidance: [{exercise: "+e+", action: modify}]")},
			[2]string{name, strings.Replace(d.files[name], "[1, 2, 3]", "[0, 0, 1]", 2)})
	}
	one := rapid.SampledFrom(edits).Draw(t, "site")
	return d.put(one[0], one[1])
}

// changeStore puts a file beside the content, or takes one away.
func (d *manuscript) changeStore(t *rapid.T) []string {
	one := rapid.SampledFrom([][2]string{
		{"media/b.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"}, {"media/a.svg", ""}, {"media/deep/c.vtt", "WEBVTT\n"},
		{"theme/words.json", `{"Guides": "Wisdom"}`}, {"theme/words.json", `{"Guides": 1}`}, {"theme/tokens.css", ":root { --accent: #123456; }\n"}, {"theme/tokens.css", "body { color: red }"},
		{"theme/templates/partials/stop.html", "<p>Stop.</p>\n"}, {"theme/nothing.txt", "x"}, {"notes.md", "# Notes\n"}, {"exercise/plank.md", "---\ntitle: Plank\n---\n"},
		{"exercises/deep/er.md", "---\ntitle: Deeper\n---\n"}, {"exercises/.hidden.md", "x"}, {"exercises/plank.txt", "x"}, {"README.md", "x"},
	}).Draw(t, "stored")
	if _, stands := d.files[one[0]]; stands || one[1] == "" {
		delete(d.files, one[0])
		return []string{one[0]}
	}
	return d.put(one[0], one[1])
}
