package check

import (
	"slices"

	"regimen/internal/diag"
	"regimen/internal/regimen"
)

// file is what checkFormerIDs needs of an exercise, a programme or a guide.
type file struct {
	id     string
	former []regimen.Word
}

// checkFormerIDs is the part of R02 about ids of the past. At such an address the site
// has a page that leads on, so no living file can have it, nor a second former one.
func checkFormerIDs(lib *library, report reporter) {
	exercises, programmes, guides := make([]file, 0, len(lib.Exercises)), make([]file, 0, len(lib.Programmes)), make([]file, 0, len(lib.Guides))
	for _, e := range lib.Exercises {
		exercises = append(exercises, file{e.ID, e.RenamedFrom})
	}
	for _, p := range lib.Programmes {
		programmes = append(programmes, file{p.ID, p.RenamedFrom})
	}
	for _, g := range lib.Guides {
		guides = append(guides, file{g.ID, g.RenamedFrom})
	}
	formerIDs("an exercise", exercises, report)
	formerIDs("a programme", programmes, report)
	formerIDs("a guide", guides, report)
}

func formerIDs(kind string, files []file, report reporter) {
	if !slices.ContainsFunc(files, func(f file) bool { return len(f.former) > 0 }) {
		return
	}
	living := make(map[string]bool, len(files))
	for _, f := range files {
		living[fold(f.id)] = true
	}
	first := map[string]regimen.Word{}
	for _, f := range files {
		for _, former := range f.former {
			id := fold(former.ID)
			if living[id] {
				report(former.At, "the former id `%s` is the id of %s", former.ID, kind).
					Help = "its address cannot lead to two pages: leave it out, or rename the file that has it now"
			} else if other, taken := first[id]; taken {
				found := report(former.At, "the former id `%s` is given twice", former.ID)
				found.Related = []diag.Related{{At: other.At, Message: "first given here"}}
				found.Help = "its address can lead to one page only: keep it for one of them"
			} else {
				first[id] = former
			}
		}
	}
}
