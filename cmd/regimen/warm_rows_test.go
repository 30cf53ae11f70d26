package main

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// changeChain relates the first few exercises to each other, or has a programme use them.
func (d *manuscript) changeChain(t *rapid.T) []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(d.files)), func(name string) bool { return path.Dir(name) != "exercises" })
	if len(names) < 5 {
		return nil
	}
	i := rapid.IntRange(0, 4).Draw(t, "link")
	id := func(i int) string { return strings.TrimSuffix(path.Base(names[(i+5)%5]), ".md") }
	programmes := slices.DeleteFunc(slices.Sorted(maps.Keys(d.files)), func(name string) bool { return path.Dir(name) != "programmes" })
	if len(programmes) > 0 && rapid.Bool().Draw(t, "in a programme") {
		if at := rowForm.FindStringIndex(d.files[programmes[0]]); at != nil {
			text := d.files[programmes[0]]
			indent := text[at[0] : at[0]+strings.Index(text[at[0]:], "-")]
			return d.put(programmes[0], text[:at[0]]+indent+"- exercise: "+id(i)+"\n"+indent+"  dose: 3 x 8-10, rest 60 s\n"+text[at[0]:])
		}
	}
	line := rapid.SampledFrom([]string{
		"progressions: [" + id(i+1) + "]", "regressions: [" + id(i-1) + "]", "substitutes: [" + id(i+1) + "]", "progressions: []", "regressions: []", "substitutes: []",
		"stressors: {axial-load: 3, forward-lean-load: 3}", "stressors: {}",
	}).Draw(t, "relation")
	return d.put(names[i], withKey(d.files[names[i]], line))
}

var rowForm = regexp.MustCompile(`(?m)^( *)- exercise: .*\n(?:( +)[a-z].*\n)*`)

// changeRow changes a row of a programme.
func (d *manuscript) changeRow(t *rapid.T) []string {
	name := d.some(t, "programmes/")
	if name == "" {
		return nil
	}
	text := d.files[name]
	rows := rowForm.FindAllStringIndex(text, -1)
	if len(rows) == 0 {
		return nil
	}
	at := rapid.SampledFrom(rows).Draw(t, "row")
	row, e := text[at[0]:at[1]], d.id(t, "exercises")
	indent := row[:strings.Index(row, "-")]
	more := rapid.SampledFrom([]string{
		"", row + row, indent + "- exercise: " + e + "\n" + indent + "  dose: 3 x 8-10, rest 60 s\n",
		indent + "- exercise: " + e + "\n" + indent + "  dose: 2 x 30 s each side\n" + indent + "  load: heavy\n",
		row + indent + "  variant: " + e + "\n", row + indent + "  substitutes: [" + e + "]\n", row + indent + "  modification: Do less.\n",
		row + indent + "  weeks: 5+\n", row + indent + "  load: heavy\n", row + indent + "  group: A1\n", row + indent + "  note: It may fix your back.\n",
	}).Draw(t, "instead")
	return d.put(name, text[:at[0]]+more+text[at[1]:])
}
