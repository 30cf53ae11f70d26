package main

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"regimen/internal/diag"
)

// manuscript is a site while somebody edits it.
type manuscript struct {
	*origin
	files map[string]string
	live  fstest.MapFS
}

// edits makes what is saved at once.
func (d *manuscript) edits(t *rapid.T) []string {
	touched := []string{}
	for range rapid.SampledFrom([]int{1, 1, 1, 2, 4}).Draw(t, "edits") {
		touched = append(touched, d.edit(t)...)
	}
	return touched
}

// edit makes one edit and names the files that it touched.
func (d *manuscript) edit(t *rapid.T) []string {
	kinds := []func(*rapid.T) []string{
		d.changeKey, d.changeKey, d.changeKey, d.changeKey, d.changeKey, d.changeLine, d.changeBody, d.changeBody, d.changeBody,
		d.changeRow, d.changeRow, d.changeChain, d.changeChain, d.changeSite, d.changeStore, d.remove, d.restore, d.copyTo, d.rename, d.storeOtherwise,
	}
	for range min(len(d.pool), 6) {
		kinds = append(kinds, d.takeFromPool)
	}
	return rapid.SampledFrom(kinds).Draw(t, "edit")(t)
}

// some draws one of the present files whose paths begin so.
func (d *manuscript) some(t *rapid.T, prefix string) string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(d.files)), func(name string) bool { return !strings.HasPrefix(name, prefix) })
	if len(names) == 0 {
		return ""
	}
	return rapid.SampledFrom(names).Draw(t, "file")
}

// id draws the id of a file in a folder, and now and then one that there is not.
func (d *manuscript) id(t *rapid.T, folder string) string {
	name := d.some(t, folder+"/")
	if name == "" {
		return "nothing-like-it"
	}
	id := strings.TrimSuffix(path.Base(name), ".md")
	switch rapid.IntRange(0, 19).Draw(t, "unknown") {
	case 0:
		return "nothing-like-it"
	case 1, 2:
		return id + "s"
	}
	return id
}

func (d *manuscript) put(name, text string) []string {
	d.files[name] = text
	return []string{name}
}

// takeFromPool takes one or all of some files that belong together.
func (d *manuscript) takeFromPool(t *rapid.T) []string {
	files := rapid.SampledFrom(d.pool).Draw(t, "example")
	names := slices.Sorted(maps.Keys(files))
	if len(names) == 0 {
		return nil
	}
	if rapid.IntRange(0, 2).Draw(t, "one of them") == 0 {
		names = []string{rapid.SampledFrom(names).Draw(t, "file")}
	}
	for _, name := range names {
		d.files[name] = files[name]
	}
	return names
}

// changeKey sets a key at the margin of an exercise, a programme, a condition or a guide.
func (d *manuscript) changeKey(t *rapid.T) []string {
	e, list := d.id(t, "exercises"), func(words ...string) string { return "[" + strings.Join(words, ", ") + "]" }
	keys := map[string][]string{
		"exercises": {
			"title: A new name", "title: Plank", "aliases: " + list(e), "aliases: [One name, Another]", "renamed-from: " + list(e),
			"progressions: " + list(e), "progressions: " + list(e, d.id(t, "exercises")), "regressions: " + list(e), "substitutes: " + list(e),
			"substitutes: [{exercise: " + e + ", for: [" + d.id(t, "conditions") + "], because: It asks less.}]", "substitutes: [{exercise: none, because: There is none.}]",
			"status: stub", "status: draft", "status: published", "status: unlisted", "stressors: {axial-load: 3, forward-lean-load: [0, 1, 2, 3]}", "stressors: {new-demand: 2}",
			"stressors: {}", "usual-load: heavy", "usual-load: none", "load-floor: moderate", "equipment: [barbell]", "equipment: []", "pattern: hinge", "category: mobility",
			"muscles: {primary: [glutes]}", "measure: time", "sides: each", "dose: 3 x 8, rest 60 s", "not-before: {" + d.id(t, "conditions") + ": settled}",
			"references: [mcgill2010]", "media: [{file: a.svg, alt: Plank, licence: own}]", "media: [{file: b.svg, alt: The same words as elsewhere, licence: own}]",
			"equipment: [sofa]", "aliases: [plank]", "title: Glute bridge", "summary: It reduces the risk of pain by 50 % in adults.",
		},
		"programmes": {
			"title: Complete and whole", "goal: strength", "goal: rehab", "level: advanced", "equipment: [band]", "clearance: 0", "safety: general", "scope: knees",
			"conditions: [{condition: disc-related, stage: irritable}]", "conditions: [{condition: non-specific, stage: settled}, {condition: post-surgical, stage: weeks-1-4}]",
			"conditions: [{condition: osteoporosis, stage: high-risk}]", "overload: {method: double}", "overload: {method: none}", "status: draft", "renamed-from: " + list(d.id(t, "programmes")),
			"related: " + list(d.id(t, "programmes")), "deload: planned", "schedule: {per-week: 5}", "builds: [glutes]",
		},
		"conditions": {"clearance: 3", "direction: flexion-limited", "post-operative: true", "title: Another name"},
		"guides":     {"related: " + list(d.id(t, "guides")), "renamed-from: " + list(d.id(t, "guides")), "status: private", "title: Plank", "references: [who2020]"},
	}
	folder := rapid.SampledFrom([]string{"exercises", "exercises", "exercises", "programmes", "programmes", "guides", "conditions"}).Draw(t, "folder")
	name := d.some(t, folder+"/")
	if name == "" {
		return nil
	}
	line := rapid.SampledFrom(keys[folder]).Draw(t, "line")
	return d.put(name, withKey(d.files[name], line))
}

// withKey is a text in whose frontmatter a line stands in the place of the key's own and
// of all that belongs to it, or behind the fence.
func withKey(text, line string) string {
	key, _, _ := strings.Cut(line, ":")
	old := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + `:.*\n(?:[ -].*\n)*`)
	if at := old.FindStringIndex(text); at != nil {
		return text[:at[0]] + line + "\n" + text[at[1]:]
	}
	return strings.Replace(text, "---\n", "---\n"+line+"\n", 1)
}

// changeLine slips at a line of any file.
func (d *manuscript) changeLine(t *rapid.T) []string {
	name := d.some(t, "")
	lines := strings.SplitAfter(d.files[name], "\n")
	i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
	switch rapid.IntRange(0, 5).Draw(t, "slip") {
	case 0:
		lines[i] = ""
	case 1:
		lines[i] += lines[i]
	case 2:
		lines[i] = "  " + lines[i]
	case 3:
		lines[i] = regexp.MustCompile(`\d`).ReplaceAllString(lines[i], fmt.Sprint(rapid.IntRange(0, 9).Draw(t, "digit")))
	case 4:
		lines[i] = strings.Replace(lines[i], ": ", ": [", 1)
	case 5:
		lines[i] = "# regimen:allow " + rapid.SampledFrom([]string{"P12", "P06", "C03", "R05", "R06", "E04", "Q03", "X99"}).Draw(t, "code") + " -- it is meant\n" + lines[i]
	}
	return d.put(name, strings.Join(lines, ""))
}

// changeBody adds a paragraph.
func (d *manuscript) changeBody(t *rapid.T) []string {
	name, to := d.some(t, rapid.SampledFrom([]string{"exercises/", "programmes/", "guides/", "conditions/", "safety/", "index.md"}).Draw(t, "where")), d.some(t, "")
	if name == "" {
		return nil
	}
	up := strings.Repeat("../", strings.Count(name, "/"))
	paragraph := rapid.SampledFrom([]string{
		"Read [more](" + up + to + ").", "Read [how](" + up + to + "#how-to-perform).", "Read [this](" + up + to + "#no-such-place).", "Read [that](" + up + "exercises/gone.md).", "Read [it](" + up + strings.TrimSuffix(to, ".md") + "s.md).",
		"It is known [@mcgill2010].", "It is not [@nobody1900].", "![A plank](" + up + "media/a.svg)", "![Plank](" + up + "media/b.svg)", "![](" + up + "media/a.svg)",
		"You may slip a disc. It reduces the risk of pain by 50 % in adults.", "This is general information and not medical advice.", "## Another heading\n\nWords.",
		"Read [again] (" + up + to + ").", "<b>Bold</b>", "<!-- regimen:allow E01 -- it is meant -->\n\nStudies show that it helps.", "A plank and a bird dog and a new name.",
	}).Draw(t, "paragraph")
	return d.put(name, strings.TrimRight(d.files[name], "\n")+"\n\n"+paragraph+"\n")
}

func (d *manuscript) remove(t *rapid.T) []string {
	name := d.some(t, rapid.SampledFrom([]string{"exercises/", "programmes/", "guides/", "conditions/", ""}).Draw(t, "where"))
	delete(d.files, name)
	return []string{name}
}

// restore takes back what was done to some files.
func (d *manuscript) restore(t *rapid.T) []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(d.origin.files)), func(name string) bool { return d.files[name] == d.origin.files[name] })
	if len(names) == 0 {
		return nil
	}
	name := rapid.SampledFrom(names).Draw(t, "restored")
	return d.put(name, d.origin.files[name])
}

// copyTo makes a new file, or a second one of the same id.
func (d *manuscript) copyTo(t *rapid.T) []string {
	name := d.some(t, rapid.SampledFrom([]string{"exercises/", "programmes/", "guides/", "conditions/"}).Draw(t, "where"))
	if name == "" {
		return nil
	}
	return d.put(d.otherName(t, name), d.files[name])
}

func (d *manuscript) otherName(t *rapid.T, name string) string {
	folder, file := path.Split(name)
	return rapid.SampledFrom([]string{
		folder + "a-copy.md", folder + "z-copy.md", folder + "nothing-like-it.md", folder + "deep/" + file, folder + strings.ToUpper(file[:1]) + file[1:], folder + "b " + file,
	}).Draw(t, "other name")
}

// rename moves a file, and sometimes what refers to it.
func (d *manuscript) rename(t *rapid.T) []string {
	name := d.some(t, rapid.SampledFrom([]string{"exercises/", "programmes/", "guides/", "conditions/"}).Draw(t, "where"))
	if name == "" {
		return nil
	}
	to := d.otherName(t, name)
	text := d.files[name]
	delete(d.files, name)
	touched := append(d.put(to, text), name)
	if rapid.Bool().Draw(t, "with references") {
		was, is := strings.TrimSuffix(path.Base(name), ".md"), strings.TrimSuffix(path.Base(to), ".md")
		for _, other := range slices.Sorted(maps.Keys(d.files)) {
			if strings.Contains(d.files[other], was) {
				touched = append(touched, d.put(other, strings.ReplaceAll(d.files[other], was, is))...)
			}
		}
	}
	return touched
}

// storeOtherwise saves a text as another system would.
func (d *manuscript) storeOtherwise(t *rapid.T) []string {
	name := d.some(t, "")
	text := strings.ReplaceAll(strings.TrimPrefix(d.files[name], "\ufeff"), "\r\n", "\n")
	return d.put(name, rapid.SampledFrom([]string{text, strings.ReplaceAll(text, "\n", "\r\n"), "\ufeff" + text, "", text + "\x00"}).Draw(t, "stored"))
}

// mend takes back what keeps the site from being built, and leaves the rest.
func (d *manuscript) mend(t *rapid.T) []string {
	t.Helper()
	touched := []string{}
	back := func(name string) {
		touched = append(touched, name)
		if text, stood := d.origin.files[name]; stood {
			d.files[name] = text
		} else {
			delete(d.files, name)
		}
	}
	for {
		_, found, err := read(d.source())
		if err != nil {
			t.Fatal(err)
		}
		if !found.Failed() {
			return touched
		}
		before := len(touched)
		for _, f := range found {
			if name := f.At.Path(); f.Severity == diag.Error && f.Silenced == nil && d.altered(name) {
				back(name)
			}
		}
		if len(touched) > before {
			continue
		}
		// What is wrong has its cause in another file.
		for _, files := range []map[string]string{d.files, d.origin.files} {
			for _, name := range slices.Sorted(maps.Keys(files)) {
				if d.altered(name) {
					back(name)
				}
			}
		}
	}
}

// altered reports whether a file is not as it was in the beginning.
func (d *manuscript) altered(name string) bool {
	now, stands := d.files[name]
	was, stood := d.origin.files[name]
	return stands != stood || now != was
}
